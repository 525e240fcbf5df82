// The history that all are measured on: ten years of the sample unit, of which the last month was
// entered on nine leaders' PCs that did not know of each other meanwhile.
import type { ChangeSet } from '../../../shared/changes/change-set';
import { narrowed } from '../../../shared/changes/partial-set';
import { counterOf, type Stamp, stampOf } from '../../../shared/changes/stamp';
import { keepingOf } from '../../../shared/model/collections';
import { sampleSets } from '../../../shared/sample/history';

export const today = '2026-11-23';
export const office = 'benchofc';
const month = '2026-11';
const leaderCount = 9;

export interface History {
  /** What everybody had at the end of the month before. */
  readonly base: readonly ChangeSet[];
  /** What each leader's PC added. */
  readonly leaders: readonly (readonly ChangeSet[])[];
}

/** `years` of history before the month; 0: the month alone, in an empty unit. */
export function makeHistory(years: number): History {
  const options = { leaders: 9, staff: 60, years: Math.max(1, years), seed: 1, today };
  const all = [...sampleSets({ ...options, device: office })].flatMap(
    (set) => narrowed(set, ({ collection }) => keepingOf(collection) === 'shared') ?? [],
  );
  const base = years === 0 ? [] : all.filter(({ wall }) => wall < month);
  const known = new Set<Stamp>(base.map(({ stamp }) => stamp));
  const authors: string[] = [];
  const moved = new Map<Stamp, Stamp>();
  const leaders: ChangeSet[][] = Array.from({ length: leaderCount }, () => []);
  const homes = new Map<Stamp, number>();
  for (const set of all.filter(({ wall }) => wall >= month)) {
    if (!authors.includes(set.author)) authors.push(set.author);
    const home = authors.indexOf(set.author) % leaderCount;
    const stamp = stampOf(counterOf(set.stamp), `leader${home}0`);
    moved.set(set.stamp, stamp);
    homes.set(stamp, home);
    const changes = set.changes.map(({ parents, ...change }) => {
      // A PC knows what everybody had, and what it did itself.
      const kept = Object.entries(parents ?? {}).flatMap(([field, stamps]) => {
        const seen = stamps.flatMap((parent) => {
          const there = moved.get(parent);
          if (there !== undefined) return homes.get(there) === home ? [there] : [];
          return known.has(parent) ? [parent] : [];
        });
        return seen.length > 0 ? [[field, seen] as const] : [];
      });
      return { ...change, ...(kept.length > 0 && { parents: Object.fromEntries(kept) }) };
    });
    leaders[home]?.push({ ...set, stamp, changes });
  }
  return { base, leaders };
}
