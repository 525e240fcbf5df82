import { listOf } from '../changes/records';
import type { State } from '../changes/state';
import type { HomeDue } from './home';

/** How things stand with one leader; `leader` is empty for what nobody answers for. */
export interface LeaderDues {
  readonly leader: string;
  readonly overdue: number;
  readonly soon: number;
  readonly rest: number;
  /** Those who do what is overdue, by id, the one with most first. */
  readonly doers: readonly string[];
}

/** What waits by leader, the one with most that is overdue first; nobody's stands last. */
export function duesByLeader(dues: readonly HomeDue[]): LeaderDues[] {
  const leaders = [...new Set(dues.map(({ leader }) => leader))];
  const rows = leaders.map((leader): LeaderDues => {
    const own = dues.filter((due) => due.leader === leader);
    const red = own.filter(({ light }) => light === 'overdue');
    const doing = new Map<string, number>();
    for (const { doer } of red) if (doer) doing.set(doer, (doing.get(doer) ?? 0) + 1);
    const soon = own.filter(({ light }) => light === 'due-soon').length;
    return {
      leader,
      overdue: red.length,
      soon,
      rest: own.length - red.length - soon,
      doers: [...doing].sort(([, a], [, b]) => b - a).map(([doer]) => doer),
    };
  });
  return rows.sort(
    (a, b) =>
      Number(a.leader === '') - Number(b.leader === '') || b.overdue - a.overdue || b.soon - a.soon,
  );
}

/** What a unit does first, in this order. */
export const firstStepNames = ['staff', 'tasks', 'targets', 'record', 'submitted'] as const;

/** The first steps of a unit, and which of them are taken. */
export function firstSteps(
  state: State,
): { name: (typeof firstStepNames)[number]; done: boolean }[] {
  const taken = {
    staff: listOf(state, 'person').some(({ role }) => role === 'staff'),
    tasks: listOf(state, 'task').length > 0,
    targets: listOf(state, 'target').length > 0,
    record: listOf(state, 'activity').length > 0,
    submitted: listOf(state, 'sheet').some(({ status }) => status === 'submitted'),
  };
  return firstStepNames.map((name) => ({ name, done: taken[name] }));
}
