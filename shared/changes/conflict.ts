import { type Entry, entriesOf, isConflicting, type State } from './state';

/** A field whose values do not know each other, until a person settles it by one more change. */
export interface Conflict {
  readonly collection: string;
  readonly id: string;
  readonly field: string;
  /** All values, the shown one first. */
  readonly entries: readonly Entry[];
}

/** All open conflicts of the state, in collection and record order. */
export function conflicts(state: State): Conflict[] {
  const found: Conflict[] = [];
  for (const [collection, { contestable }] of state.collections) {
    for (const [id, record] of contestable) {
      if (!record.rivals) continue;
      for (const field of Object.keys(record.rivals)) {
        if (isConflicting(record, field)) {
          found.push({ collection, id, field, entries: entriesOf(record, field) });
        }
      }
    }
  }
  return found;
}
