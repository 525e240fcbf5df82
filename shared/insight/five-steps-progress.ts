import type { Day } from '../calendar/day';
import { type Period, periodRange } from '../calendar/period';
import { listOf } from '../changes/records';
import type { State } from '../changes/state';
import type { RecordOf } from '../model/collections';
import { withoutMark } from '../reading/number-mark';
import { type Light, lightOf } from './lights';
import { peopleOf } from './people';
import { dayIn, recordsOfKind, textIn } from './register-values';

type Activity = RecordOf<'activity'>;
type Task = RecordOf<'task'>;

/** The five steps in order, with the field of the record that tells each. Source: essay ¶15. */
export const steps = [
  { key: 'identity', field: 'identity' },
  { key: 'gap', field: 'gap' },
  { key: 'goal', field: 'goal' },
  { key: 'measures', field: 'measures' },
  { key: 'action', field: 'settledOn' },
] as const;

/** How far a member is on his five steps. */
export interface StepsProgress {
  readonly record: Activity;
  /** Whether each of the five steps is taken, in order. */
  readonly taken: readonly boolean[];
  /** The tasks that his measures became. */
  readonly tasks: readonly Task[];
  readonly tasksDone: number;
  readonly light: Light;
}

/** The tasks that records gave rise to, by the record's id. */
export function tasksByOrigin(state: State): ReadonlyMap<string, readonly Task[]> {
  const found = new Map<string, Task[]>();
  for (const task of listOf(state, 'task')) {
    if (task.origin === '') continue;
    const known = found.get(task.origin);
    if (known) known.push(task);
    else found.set(task.origin, [task]);
  }
  return found;
}

/** A quarter or year of the members' five steps. */
export interface StepsBook {
  /** Open ones first, the earliest due at the top; then the finished. */
  readonly rows: readonly StepsProgress[];
  /** Party members in office who have no record in the period, in order of rank. */
  readonly without: readonly RecordOf<'person'>[];
  readonly members: number;
}

/** The five-step records dated in a period, and the members who have none. */
export function stepsBook(
  state: State,
  period: Period,
  { today, soonDays }: { readonly today: Day; readonly soonDays: number },
): StepsBook {
  const { first, last } = periodRange(period);
  const tasks = tasksByOrigin(state);
  const far = '9999-12-31';
  const rows = recordsOfKind(state, 'five-steps')
    .filter(({ date }) => date >= first && date <= last)
    .map((record): StepsProgress => {
      const doneOn = dayIn(record, 'settledOn');
      const due = dayIn(record, 'deadline') || far;
      const own = tasks.get(record.id) ?? [];
      return {
        record,
        taken: steps.map(({ field }) => textIn(record, field) !== ''),
        tasks: own,
        tasksDone: own.filter(({ closed }) => closed !== '').length,
        light: lightOf({ due, today, soonDays, doneOn }),
      };
    });
  const due = ({ record }: StepsProgress) => dayIn(record, 'deadline') || far;
  const isDone = ({ light }: StepsProgress) => light === 'done' || light === 'done-late';
  rows.sort((a, b) =>
    isDone(a) !== isDone(b) ? (isDone(a) ? 1 : -1) : due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0,
  );
  const members = peopleOf(state, period).filter(({ partyMember }) => partyMember);
  const having = new Set(rows.map(({ record }) => textIn(record, 'subject')));
  return { rows, without: members.filter(({ id }) => !having.has(id)), members: members.length };
}

/** The measures of a text, one a line or clause, without their numbers: each can become a task. */
export function measuresIn(text: string): string[] {
  return text
    .split(/[\n；;]/)
    .map(withoutMark)
    .map((line) => line.replace(/[。.]$/, ''))
    .filter((line) => line !== '');
}
