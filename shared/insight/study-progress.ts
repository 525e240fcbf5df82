import type { Day } from '../calendar/day';
import { type Period, periodOf, periodRange, type Range } from '../calendar/period';
import type { State } from '../changes/state';
import type { RecordOf } from '../model/collections';
import { type Attendance, attendanceOf } from './attendance';
import { type Light, lightOf } from './lights';
import { peopleOf } from './people';
import { dayIn, inYear, numberIn, peopleIn, recordsOfKind, textIn } from './register-values';

type Activity = RecordOf<'activity'>;

/** What was planned for a year or quarter of study, and what was held of it. */
export interface PlanRow {
  readonly period: Period;
  /** The plan; undefined where none was made. */
  readonly plan: Activity | undefined;
  /** Sessions planned; null where no plan says. */
  readonly plannedTogether: number | null;
  readonly plannedGroups: number | null;
  readonly heldTogether: number;
  readonly heldGroups: number;
}

const isInGroups = (session: Activity): boolean => textIn(session, 'studyForm') === 'groups';

/** Study plan against sessions held: the four quarters, then the year. Source: essay ¶13. */
export function studyPlanRows(state: State, year: number): PlanRow[] {
  const plans = inYear(recordsOfKind(state, 'study-plan'), year);
  const sessions = inYear(recordsOfKind(state, 'study-session'), year);
  return ['Q1', 'Q2', 'Q3', 'Q4', 'year'].map((term): PlanRow => {
    // The newest plan of a quarter holds.
    const plan = plans.filter((one) => textIn(one, 'studyTerm') === term).at(-1);
    const period = term === 'year' ? `${year}` : `${year}-${term}`;
    const held = sessions.filter(
      ({ date }) => term === 'year' || periodOf(date, 'quarter') === period,
    );
    const groups = held.filter(isInGroups).length;
    return {
      period,
      plan,
      plannedTogether: plan ? numberIn(plan, 'plannedTogether') : null,
      plannedGroups: plan ? numberIn(plan, 'plannedGroups') : null,
      heldTogether: held.length - groups,
      heldGroups: groups,
    };
  });
}

/** A study task that is set, and who of those it is set to has completed it. */
export interface RequiredStudy {
  readonly task: Activity;
  /** Empty where none is set. */
  readonly due: Day | '';
  readonly required: readonly string[];
  readonly completed: readonly string[];
  readonly open: readonly string[];
  readonly light: Light;
}

/** The study tasks of a year, the earliest due first; those without a deadline last. */
export function requiredStudies(
  state: State,
  year: number,
  { today, soonDays }: { readonly today: Day; readonly soonDays: number },
): RequiredStudy[] {
  const far = '9999-12-31';
  return inYear(recordsOfKind(state, 'study-task'), year)
    .map((task): RequiredStudy => {
      const named = new Set(peopleIn(task, 'completedBy'));
      const settledOn = dayIn(task, 'settledOn');
      // A task settled without saying by whom was completed by all.
      const isDone = (id: string) => named.has(id) || (named.size === 0 && settledOn !== '');
      const completed = task.people.filter(isDone);
      const isWhole =
        task.people.length > 0 ? completed.length === task.people.length : !!settledOn;
      const due = dayIn(task, 'deadline');
      const doneOn = isWhole ? settledOn || today : '';
      return {
        task,
        due,
        required: task.people,
        completed,
        open: task.people.filter((id) => !isDone(id)),
        light: lightOf({ due: due || far, today, soonDays, doneOn }),
      };
    })
    .sort((a, b) => ((a.due || far) < (b.due || far) ? -1 : a.due === b.due ? 0 : 1));
}

/** The sessions of a year with their attendance, newest first. */
export const studySessions = (state: State, year: number): Attendance[] =>
  inYear(recordsOfKind(state, 'study-session'), year).map(attendanceOf).reverse();

/** Study hours of one person in some days. */
export interface PersonHours {
  readonly together: number;
  readonly groups: number;
  readonly partyDays: number;
  /** Together, in groups and on activity days. */
  readonly collective: number;
  /** Kept apart: the reference is about study held by the organisation. */
  readonly selfStudy: number;
}

const noHours: PersonHours = {
  together: 0,
  groups: 0,
  partyDays: 0,
  collective: 0,
  selfStudy: 0,
};

/**
 * Hours of theory study by person between two days, both inclusive. Who made up for a session gets
 * its hours. Training for the job is no theory study.
 */
export function hoursByPerson(
  state: State,
  { first, last }: Range,
): (person: string) => PersonHours {
  const sums = new Map<string, PersonHours>();
  const add = (
    people: Iterable<string>,
    what: 'together' | 'groups' | 'partyDays' | 'selfStudy',
    hours: number | null,
  ) => {
    for (const id of people) {
      const now = sums.get(id) ?? noHours;
      const collective = now.collective + (what === 'selfStudy' ? 0 : (hours ?? 0));
      sums.set(id, { ...now, [what]: now[what] + (hours ?? 0), collective });
    }
  };
  const within = (kind: string) =>
    recordsOfKind(state, kind).filter(({ date }) => date >= first && date <= last);
  const learners = (record: Activity) =>
    new Set([...record.people, ...attendanceOf(record).madeUp]);
  for (const session of within('study-session')) {
    add(learners(session), isInGroups(session) ? 'groups' : 'together', session.hours);
  }
  for (const day of within('party-day')) add(learners(day), 'partyDays', day.hours);
  for (const study of within('self-study')) {
    add([textIn(study, 'subject')], 'selfStudy', study.hours);
  }
  return (person) => sums.get(person) ?? noHours;
}

/** A person's study hours of a year beside what should be reached. */
export interface YearHours extends PersonHours {
  readonly person: RecordOf<'person'>;
  /** Hours that should be reached; null for who has to reach none. */
  readonly reference: number | null;
  /** Collective hours of the reference, at most 1; null without reference. */
  readonly share: number | null;
}

/**
 * Study hours of everybody in office, in order of rank and in no order of merit. The references are
 * the unit's settings: `hoursLeader` for the team, `hoursMember` for Party members.
 */
export function studyHours(
  state: State,
  year: number,
  { hoursLeader, hoursMember }: { readonly hoursLeader: number; readonly hoursMember: number },
): YearHours[] {
  const hoursOf = hoursByPerson(state, periodRange(`${year}`));
  return peopleOf(state, `${year}`).map((person): YearHours => {
    const hours = hoursOf(person.id);
    const reference =
      person.role === 'leader' ? hoursLeader : person.partyMember ? hoursMember : null;
    const share = reference === null ? null : Math.min(1, hours.collective / (reference || 1));
    return { ...hours, person, reference, share: reference === 0 ? 1 : share };
  });
}

/** The notes of a year on what one should know, newest first: from above, below and around. */
export function insightNotes(
  state: State,
  year: number,
): Record<'above' | 'below' | 'around', readonly Activity[]> {
  const notes = [...inYear(recordsOfKind(state, 'insight-note'), year)].reverse();
  const of = (known: string) => notes.filter((note) => textIn(note, 'known') === known);
  return { above: of('above'), below: of('below'), around: of('around') };
}
