import { type Period, periodRange, type Range } from '../calendar/period';
import { listOf, recordOf } from '../changes/records';
import type { State } from '../changes/state';
import type { RecordOf } from '../model/collections';

type Person = RecordOf<'person'>;

const byRank = (a: Person, b: Person): number => a.order - b.order || (a.id < b.id ? -1 : 1);

/** Whether a person was in office on at least one of the days. Unknown days do not exclude. */
export function wasInOffice(person: Person, { first, last }: Range): boolean {
  return (
    (person.joined === '' || person.joined <= last) && (person.left === '' || person.left >= first)
  );
}

function inOffice(state: State, period: Period, role: Person['role']): Person[] {
  const range = periodRange(period);
  return listOf(state, 'person')
    .filter((person) => person.role === role && wasInOffice(person, range))
    .sort(byRank);
}

/** The members of the leadership team in office during a period, in order of rank. */
export const leadersOf = (state: State, period: Period): Person[] =>
  inOffice(state, period, 'leader');

/** All people in office during a period: leaders first, then staff, each in order of rank. */
export const peopleOf = (state: State, period: Period): Person[] => [
  ...inOffice(state, period, 'leader'),
  ...inOffice(state, period, 'staff'),
];

/** Name of a person; empty where the id is unknown. */
export const nameOf = (state: State, person: string): string =>
  recordOf(state, 'person', person)?.name ?? '';
