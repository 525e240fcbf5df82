import { type Cadence, type Occurrence, occurrences } from '../calendar/cadence';
import { addDays, type Day } from '../calendar/day';
import { checkItems } from '../catalogue/catalogue';
import { edit } from '../changes/records';
import { itemsPossible, kinds } from '../kinds/kinds';
import { markId } from '../model/activity';
import { type Act, fill, momentOf, officeMoment } from './act';
import { lateNotes, markNotes, notApplicableNotes } from './activities';
import { dayOfMoment, momentIn } from './month';
import { type Random, randomOf } from './random';
import type { MonthOptions } from './task-acts';
import { leaderOf, ownerIn, type SampleLeader, staffOn, type Team } from './team';

/** The department that keeps the books of a mechanism or grip; M3 is the inspection group's. */
const departmentOf: Readonly<Record<string, number>> = { M1: 1, M2: 0, M4: 1, G1: 1, G2: 0, G3: 1 };

function answerable(team: Team, item: string): SampleLeader {
  const inspector = team.leaders[4];
  if (item.startsWith('M3') && inspector) return inspector;
  return leaderOf(team, departmentOf[item.slice(0, 2)] ?? 0);
}

/** Who answers for each check item, entered on the first day. */
export function assignmentActs(team: Team, from: Day, seed: number): Act[] {
  const random = randomOf(seed, 'assignment');
  const staff = staffOn(team, from);
  const edits = checkItems.map(({ id }) => {
    const deputy = ownerIn(staff, departmentOf[id.slice(0, 2)] ?? 0, random);
    const leader = answerable(team, id).id;
    return edit('assignment', id, { leader, ...(deputy && { deputy: deputy.id }) });
  });
  const author = team.leaders[0]?.id ?? '';
  return [{ at: momentOf(from, 10.5), author, label: 'assignment.save', edits }];
}

function markAct(
  options: MonthOptions,
  item: string,
  owed: Occurrence,
  random: Random,
): Act | null {
  const { month, team, calendar } = options;
  const chance = random.next();
  // One in a hundred is simply forgotten.
  if (chance < 0.01) return null;
  const person = ownerIn(staffOn(team, month.first), departmentOf[item.slice(0, 2)] ?? 0, random);
  const author = person?.id ?? answerable(team, item).id;
  const id = markId(item, owed.key);
  const mark = (
    at: number,
    fields: { state: 'done' | 'not-applicable'; date: Day; note: string },
  ) => ({
    at,
    author,
    label: 'mark.save',
    edits: [edit('mark', id, { ...fields, note: fill(fields.note, random), person: author })],
  });
  if (chance < 0.04) {
    const at = momentIn(month, 0.7, 1, random);
    const note = random.pick(notApplicableNotes);
    return mark(at, { state: 'not-applicable', date: dayOfMoment(at), note });
  }
  if (chance < 0.1) {
    const day = calendar.move(addDays(owed.due, random.int(2, 15)), 'later');
    const at = officeMoment(day, random);
    return mark(at, { state: 'done', date: day, note: random.pick(lateNotes) });
  }
  // In the month of the due day, mostly in its last days; entered when it was done.
  const span = month.workdays.filter((day) => day <= owed.due);
  const day = span[Math.floor((1 - random.next() * random.next()) * span.length)] ?? owed.due;
  return mark(officeMoment(day, random), {
    state: 'done',
    date: day,
    note: random.pick(markNotes),
  });
}

/** The check items that records of the registers fulfil; the sample keeps them all. */
const heldItems = new Set(kinds.flatMap(itemsPossible));

/** The check items settled in one month by a mark; those that activities fulfil need none. */
export function markActs(options: MonthOptions, since: Day): Act[] {
  const { month, calendar, seed } = options;
  const span = { from: month.first, to: month.last, calendar, move: 'earlier', since } as const;
  const isFilledIn = ({ type }: Cadence): boolean => type !== 'automatic' && type !== 'once';
  return checkItems.flatMap(({ id, cadences }) => {
    if (heldItems.has(id)) return [];
    const random = randomOf(seed, 'mark', id, month.period);
    return cadences
      .filter(isFilledIn)
      .flatMap((cadence) => occurrences(cadence, span))
      .flatMap((owed) => markAct(options, id, owed, random) ?? []);
  });
}
