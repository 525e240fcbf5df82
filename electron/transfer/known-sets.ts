import type { ChangeSet } from '../../shared/changes/change-set';
import { entriesOf, type State } from '../../shared/changes/state';

/** Whether a set is here already, told from the records alone. */
export const isKnownSet = (state: State, { stamp, changes }: ChangeSet): boolean =>
  changes.every(({ collection, id, fields }) => {
    const record = state.collections.get(collection)?.records.get(id);
    return (
      record !== undefined &&
      Object.keys(fields).every(
        (field) =>
          entriesOf(record, field).some(([known]) => known === stamp) ||
          record.replaced?.[field]?.includes(stamp),
      )
    );
  });

/** How many of the sets are here already. */
export const knownSets = (state: State, sets: readonly ChangeSet[]): number =>
  sets.filter((set) => isKnownSet(state, set)).length;
