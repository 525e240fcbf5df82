import type { Day } from '../calendar/day';
import type { WorkCalendar } from '../calendar/workdays';
import type { Edit } from '../changes/draft';
import { type Act, fill, officeMoment } from './act';
import { type SampleMonth, workdayAt } from './month';
import { type Random, randomOf, sampleUuid } from './random';
import type { MonthOptions } from './task-acts';
import { leaderOf, type SampleStaff, staffOn, type Team } from './team';

type Fields = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** A month of the sample's registers: who is there, by whom records are entered, and the acts. */
export interface Scene {
  readonly month: SampleMonth;
  readonly team: Team;
  readonly seed: number;
  readonly calendar: WorkCalendar;
  readonly random: Random;
  readonly staff: readonly SampleStaff[];
  /** Ids of the leaders and of the whole unit. */
  readonly leaders: readonly string[];
  readonly everybody: readonly string[];
  readonly acts: Act[];
  /** A working day of the month by place, 0 … 1; some day where not said. */
  day(place?: number): Day;
  /** A text with its slots filled. */
  say(text: string, slots?: Readonly<Record<string, string>>): string;
  /** Whether this is not forgotten; one in twenty is. */
  isKept(): boolean;
  /** Somebody of the staff; a leader where there is none. */
  someone(): string;
  /** The leader over whom a member of the staff works. */
  leaderOver(person: string): string;
  /** Enters a record on its day or the working day after it; gives its id. */
  enter(kind: string, date: Day, fields: Fields): string;
  /** Enters this month what is planned for a day still to come; gives its id. */
  plan(kind: string, date: Day, fields: Fields): string;
  /** Changes a record on a later day. */
  later(id: string, day: Day, fields: Fields): void;
}

function written(fields: Fields): Edit['fields'] {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) =>
      value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
        ? []
        : [[key, typeof value === 'object' ? [...value] : value] as const],
    ),
  );
}

/** The scene of one month. */
export function sceneOf({ month, team, seed, calendar }: MonthOptions): Scene {
  const random = randomOf(seed, 'register', month.period);
  const staff = staffOn(team, month.workdays[0] ?? month.first);
  const leaders = team.leaders.map(({ id }) => id);
  const head = leaders[0] ?? '';
  const clerk = staff[0]?.id ?? head;
  const acts: Act[] = [];
  const write = (kind: string, date: Day, fields: Fields, enteredOn: Day): string => {
    const at = officeMoment(enteredOn, random);
    const id = sampleUuid(at, random);
    const record = { collection: 'activity', id, fields: { kind, date, ...written(fields) } };
    acts.push({ at, author: clerk, label: 'activity.create', edits: [record] });
    return id;
  };
  return {
    month,
    team,
    seed,
    calendar,
    random,
    staff,
    leaders,
    everybody: [...leaders, ...staff.map(({ id }) => id)],
    acts,
    day: (place = random.next()) => workdayAt(month, place),
    say: (text, slots) =>
      fill(text, random, { year: String(month.year), month: String(month.month), ...slots }),
    isKept: () => random.chance(0.95),
    someone: () => (staff.length > 0 ? random.pick(staff).id : random.pick(leaders)),
    leaderOver(person) {
      const department = staff.find(({ id }) => id === person)?.department;
      return department === undefined ? head : leaderOf(team, department).id;
    },
    enter: (kind, date, fields) =>
      write(kind, date, fields, calendar.addWorkdays(date, random.int(0, 1))),
    plan: (kind, date, fields) => write(kind, date, fields, workdayAt(month, 0.6)),
    later(id, day, fields) {
      const at = officeMoment(day, random);
      const change = { collection: 'activity', id, fields: written(fields) };
      acts.push({ at, author: clerk, label: 'activity.set', edits: [change] });
    },
  };
}
