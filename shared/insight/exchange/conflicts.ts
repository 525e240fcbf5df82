import type { Conflict } from '../../changes/conflict';
import type { Edit } from '../../changes/draft';
import type { JsonValue } from '../../changes/json';
import { recordOrDefault } from '../../changes/records';
import { deviceOf, type Stamp } from '../../changes/stamp';
import type { State } from '../../changes/state';
import { type RecordSet, timelineOf } from '../../changes/timeline';

export type { Conflict } from '../../changes/conflict';

/** One side of a conflict: a value, who gave it when and where, and what he saw before. */
export interface Side {
  readonly stamp: Stamp;
  readonly value: JsonValue;
  readonly device: string;
  readonly author: string;
  /** Wall time, ISO 8601; for people. */
  readonly wall: string;
  /** The values that this one was to replace, the shown one first; empty where it was the first. */
  readonly saw: readonly JsonValue[];
}

/** The sides of a conflict, the shown one first. `sets`: what `history.record` answers. */
export function sidesOf(conflict: Conflict, sets: readonly RecordSet[]): Side[] {
  const timeline = timelineOf(conflict.collection, conflict.id, sets);
  return conflict.entries.map(([stamp, value]) => {
    const entry = timeline.find((one) => one.stamp === stamp);
    const change = entry?.changes.find(({ field }) => field === conflict.field);
    const { author = '', wall = '' } = entry ?? {};
    return { stamp, value, device: deviceOf(stamp), author, wall, saw: change?.before ?? [] };
  });
}

/** The edit that settles a conflict: one of its values, or a third. Commit as `conflict.settle`. */
export const settlement = ({ collection, id, field }: Conflict, value: JsonValue): Edit => ({
  collection,
  id,
  fields: { [field]: value },
});

/**
 * A rule that settles many conflicts at once: the `owner`'s machine wins for his own rating; one
 * `device` wins; the `latest` change in the order of knowing wins, which no wall clock can bend.
 */
export type SettlingRule =
  | { readonly by: 'owner' }
  | { readonly by: 'device'; readonly device: string }
  | { readonly by: 'latest' };

/** The value that a rule chooses; undefined where it does not say. */
function chosenBy(state: State, conflict: Conflict, rule: SettlingRule): JsonValue | undefined {
  const { collection, id, entries } = conflict;
  if (rule.by === 'latest') return entries[0]?.[1];
  const isRating = collection === 'rating' || collection === 'sheet';
  if (rule.by === 'owner' && !isRating) return undefined;
  const [person] = id.split(':');
  const winners = entries.filter(([stamp]) =>
    rule.by === 'device'
      ? deviceOf(stamp) === rule.device
      : recordOrDefault(state, 'device', deviceOf(stamp)).person === person,
  );
  // Two values of one machine, or none: a person has to look.
  return winners.length === 1 ? winners[0]?.[1] : undefined;
}

/** The edits that settle by a rule what it says something about, and the conflicts that stay. */
export function settledBy(
  state: State,
  open: readonly Conflict[],
  rule: SettlingRule,
): { readonly edits: readonly Edit[]; readonly left: readonly Conflict[] } {
  const edits: Edit[] = [];
  const left: Conflict[] = [];
  for (const conflict of open) {
    const value = chosenBy(state, conflict, rule);
    if (value === undefined) left.push(conflict);
    else edits.push(settlement(conflict, value));
  }
  return { edits, left };
}
