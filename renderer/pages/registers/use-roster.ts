import { useState } from 'react';
import { attendanceFields, type Roster, rosterOf } from '../../../shared/insight/attendance';
import type { FieldValue } from '../../../shared/kinds/field';
import type { RecordOf } from '../../../shared/model/collections';

type Values = Readonly<Record<string, FieldValue>>;

/**
 * Fills in attendance from a roster: once it is said who was expected, all of them are present
 * until somebody is taken off the list, who then is absent.
 */
export function useRoster(people: readonly RecordOf<'person'>[]) {
  const [roster, setRoster] = useState<Roster | null>(null);
  const own = roster ? rosterOf(people, roster) : [];
  return {
    roster,
    /** Says who was expected; people already named stay as they are. */
    choose(next: Roster, came: readonly string[]): Values {
      const isUntouched = came.length === 0 || came.join() === own.join();
      const expected = rosterOf(people, next);
      setRoster(next);
      return attendanceFields(expected, isUntouched ? expected : came);
    },
    /** Who came, and what follows from it. */
    came: (ids: readonly string[]): Values =>
      roster ? attendanceFields(own, ids) : { people: [...ids] },
  };
}
