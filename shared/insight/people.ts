import { listOf, recordOf } from '../changes/records';
import type { State } from '../changes/state';
import { periodRange, type Period } from '../calendar/period';
import type { RecordOf } from '../model/collections';

type Person = RecordOf<'person'>;

const byRank = (a: Person, b: Person): number => a.order - b.order || (a.id < b.id ? -1 : 1);

/** Whether a person was in office on at least one day of a period. Unknown days do not exclude. */
export function wasInOffice(person: Person, period: Period): boolean {
  const { first, last } = periodRange(period);
  return (person.joined === '' || person.joined <= last) &&
    (person.left === '' || person.left >= first);
}

/** The members of the leadership team in office during a period, in order of rank. */
export function leadersOf(state: State, period: Period): Person[] {
  return listOf(state, 'person')
    .filter((person) => person.role === 'leader' && wasInOffice(person, period))
    .sort(byRank);
}

/** All people in office during a period: leaders first, then staff, each in order of rank. */
export function peopleOf(state: State, period: Period): Person[] {
  const staff = listOf(state, 'person')
    .filter((person) => person.role === 'staff' && wasInOffice(person, period))
    .sort(byRank);
  return [...leadersOf(state, period), ...staff];
}

/** Name of a person; empty where the id is unknown. */
export const nameOf = (state: State, person: string): string =>
  recordOf(state, 'person', person)?.name ?? '';
