/** What keeping backups depends on. */
export interface KeptBackup {
  readonly id: string;
  /** When it was made by this PC's clock, ISO 8601 in UTC; clocks may be wrong. */
  readonly madeAt: string;
  /** Highest Lamport counter in it: order that no clock can upset. */
  readonly counter: number;
}

/** Kept in any case, whatever their days. */
const lastBackups = 10;
const days = 30;
const months = 60;

const dayOf = ({ madeAt }: KeptBackup): string => madeAt.slice(0, 10);
const monthOf = ({ madeAt }: KeptBackup): string => madeAt.slice(0, 7);

/** Newest first: by counter, because clocks are set back and forth; then by clock. */
function newestFirst(a: KeptBackup, b: KeptBackup): number {
  return (
    b.counter - a.counter ||
    (a.madeAt < b.madeAt ? 1 : a.madeAt > b.madeAt ? -1 : a.id < b.id ? 1 : -1)
  );
}

/** The newest backup of each of the last `most` days (or months) that have one. */
function lastOfEach(
  backups: readonly KeptBackup[],
  spanOf: (backup: KeptBackup) => string,
  most: number,
): KeptBackup[] {
  const newest = new Map<string, KeptBackup>();
  for (const backup of backups) {
    if (!newest.has(spanOf(backup))) newest.set(spanOf(backup), backup);
  }
  return [...newest.values()].slice(0, most);
}

/**
 * The ids of the backups to keep: the last 10, the newest of each of the last 30 days on which one
 * was made, and of each of the last 60 months. Days count by when backups were made, not by today:
 * a clock that jumps by years takes nothing away.
 */
export function keptBackups(backups: readonly KeptBackup[]): Set<string> {
  const ordered = [...backups].sort(newestFirst);
  return new Set(
    [
      ...ordered.slice(0, lastBackups),
      ...lastOfEach(ordered, dayOf, days),
      ...lastOfEach(ordered, monthOf, months),
    ].map(({ id }) => id),
  );
}
