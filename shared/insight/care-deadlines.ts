import { eventDue } from '../calendar/cadence';
import { addDays, type Day } from '../calendar/day';
import type { WorkCalendar } from '../calendar/workdays';
import { checkItemById } from '../catalogue/catalogue';
import type { State } from '../changes/state';
import { itemsFulfilledBy } from '../kinds/kinds';
import type { RecordOf } from '../model/collections';
import { type Light, lightOf } from './lights';
import { wasInOffice } from './people';
import { dayIn, recordsOfKind, textIn } from './register-values';

type Activity = RecordOf<'activity'>;

/** A record that is owed something by a day. */
export interface Deadline {
  readonly record: Activity;
  /** Empty where nothing tells by when. */
  readonly due: Day | '';
  /** Day on which it was done; empty while it is open. */
  readonly doneOn: Day | '';
  readonly light: Light;
}

/** The day that deadlines are seen on. */
export interface DeadlineWatch {
  readonly today: Day;
  readonly calendar: WorkCalendar;
  /** Calendar days before a deadline from which it is due soon. */
  readonly soonDays: number;
}

/** Days before its deadline from which a filing shows as due soon. Source: catalogue M4.3.4. */
export const filingWindow = 30;

/** Working days after the record's day that the catalogue gives its items; undefined without any. */
function workdaysOf(record: Activity): number | undefined {
  return itemsFulfilledBy(record)
    .flatMap((id) => checkItemById(id)?.cadences ?? [])
    .flatMap((cadence) => (cadence.type === 'event' ? [cadence.workdays] : []))
    .sort((a, b) => a - b)[0];
}

const farAway = '9999-12-31';

function deadlines(
  records: readonly Activity[],
  doneOn: string,
  { today, calendar, soonDays }: DeadlineWatch,
): Deadline[] {
  return records
    .filter(({ date }) => date !== '')
    .map((record): Deadline => {
      const workdays = workdaysOf(record);
      const owed = workdays === undefined ? '' : eventDue(record.date, workdays, calendar);
      const due = dayIn(record, 'deadline') || owed;
      const done = dayIn(record, doneOn);
      const light = lightOf({ due: due || farAway, today, soonDays, doneOn: done });
      return { record, due, doneOn: done, light };
    })
    .sort(openFirst);
}

const isOpen = ({ light }: Deadline): boolean => light !== 'done' && light !== 'done-late';

/** Open ones first, the most urgent at the top; then what is done, the newest at the top. */
function openFirst(a: Deadline, b: Deadline): number {
  if (isOpen(a) !== isOpen(b)) return isOpen(a) ? -1 : 1;
  if (isOpen(a)) return (a.due || farAway) < (b.due || farAway) ? -1 : 1;
  return a.record.date > b.record.date ? -1 : a.record.date < b.record.date ? 1 : 0;
}

const wanted = (deadline: Deadline, year: number): boolean =>
  isOpen(deadline) || deadline.record.date.startsWith(`${year}-`);

/**
 * Births, weddings and bereavements of a year, and all earlier ones that still wait for a visit,
 * each with the working day by which the visit is owed. Source: essay ¶11, catalogue M4.4.
 */
export const careVisits = (state: State, year: number, watch: DeadlineWatch): Deadline[] =>
  deadlines(recordsOfKind(state, 'care-event'), 'visitedOn', watch).filter((one) =>
    wanted(one, year),
  );

/** Opinions of a year and all that still wait for an answer. Source: essay ¶11, catalogue M4.1.5. */
export const opinionLoop = (state: State, year: number, watch: DeadlineWatch): Deadline[] =>
  deadlines(recordsOfKind(state, 'opinion'), 'settledOn', watch).filter((one) => wanted(one, year));

/** Pay and title filings: amber from thirty days before the deadline, red after it. */
export const filingWindows = (state: State, year: number, watch: DeadlineWatch): Deadline[] =>
  deadlines(recordsOfKind(state, 'filing'), 'filedOn', {
    ...watch,
    soonDays: filingWindow,
  }).filter((one) => wanted(one, year));

/**
 * Matters disclosed in a year, newest first. The record's day is that of publication: on or before
 * its deadline it was in time; one ahead of us is still to come.
 */
export function disclosures(state: State, year: number, watch: DeadlineWatch): Deadline[] {
  const { today, soonDays } = watch;
  return recordsOfKind(state, 'disclosure')
    .filter(({ date }) => date.startsWith(`${year}-`))
    .map((record): Deadline => {
      const due = dayIn(record, 'deadline');
      const light = lightOf({ due: due || farAway, today, soonDays, doneOn: record.date });
      return { record, due, doneOn: record.date <= today ? record.date : '', light };
    })
    .reverse();
}

/** Where somebody serves and since when. */
export interface Tenure {
  readonly person: RecordOf<'person'>;
  readonly post: string;
  readonly since: Day;
  /** Whole years in the post. */
  readonly years: number;
  readonly isOverTerm: boolean;
  /** The record that tells it. */
  readonly record: Activity;
}

/** Whole years from one day to another; 29 February counts until 28 February. */
function yearsBetween(since: Day, today: Day): number {
  const years = Number(today.slice(0, 4)) - Number(since.slice(0, 4));
  return today.slice(5) < since.slice(5) ? years - 1 : years;
}

/**
 * Everybody in office with the post the registers name last (tenure entry or rotation), longest
 * in post first. `termYears` is the unit's limit: who has served that long is over the term.
 */
export function tenures(
  state: State,
  people: readonly RecordOf<'person'>[],
  { today, termYears }: { readonly today: Day; readonly termYears: number },
): Tenure[] {
  const latest = new Map<string, { since: Day; post: string; record: Activity }>();
  const note = (record: Activity, since: Day | '') => {
    const person = textIn(record, 'subject');
    if (since === '' || since > today || (latest.get(person)?.since ?? '') > since) return;
    latest.set(person, { since, post: textIn(record, 'post'), record });
  };
  for (const record of recordsOfKind(state, 'skills-entry')) {
    note(record, dayIn(record, 'inPostSince'));
  }
  for (const record of recordsOfKind(state, 'post-rotation')) {
    note(record, dayIn(record, 'handedOverOn') || record.date);
  }
  return people
    .flatMap((person): Tenure[] => {
      const known = latest.get(person.id);
      if (!known || !wasInOffice(person, { first: today, last: today })) return [];
      const years = yearsBetween(known.since, today);
      return [{ person, ...known, years, isOverTerm: years >= termYears }];
    })
    .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
}

/** Rotations, newest first. */
export const rotations = (state: State): readonly Activity[] =>
  [...recordsOfKind(state, 'post-rotation')].reverse();

/** How many of some deadlines are late, soon due, in time. */
export function countLights(
  list: readonly { readonly light: Light }[],
): ReadonlyMap<Light, number> {
  const counts = new Map<Light, number>();
  for (const { light } of list) counts.set(light, (counts.get(light) ?? 0) + 1);
  return counts;
}

/** The first day on which a filing with that deadline shows as due soon. */
export const windowOpens = (deadline: Day): Day => addDays(deadline, -filingWindow);
