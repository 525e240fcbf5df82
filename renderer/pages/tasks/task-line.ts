import type { Day } from '../../../shared/calendar/day';
import { recordOrDefault } from '../../../shared/changes/records';
import type { State } from '../../../shared/changes/state';
import { type Clarity, missingClarities } from '../../../shared/insight/five-clarities';
import {
  isClosed,
  percentOn,
  type RolledUp,
  rolledUpOn,
} from '../../../shared/insight/task-progress';
import { reportOn, type TaskStatus, taskStatus } from '../../../shared/insight/task-status';
import type { RecordOf } from '../../../shared/model/collections';
import { unitId } from '../../../shared/model/unit';
import type { LightName } from '../../components/Light';
import { currentLanguage } from '../../i18n/i18n';

/** The columns of the board: how far a task has come, by rule. */
export const taskStates = ['draft', 'going', 'slow', 'overdue', 'closed'] as const;

export type TaskState = (typeof taskStates)[number];

/** A task as the views show it: where it stands in the tree, and how it stands. */
export interface TaskLine {
  readonly id: string;
  readonly task: RecordOf<'task'>;
  readonly depth: number;
  readonly below: number;
  readonly status: TaskStatus;
  readonly state: TaskState;
  readonly percent: number;
  /** What its parts come to; undefined where it has none or is closed. */
  readonly rolledUp: RolledUp | undefined;
  readonly reportLate: boolean;
  readonly missing: readonly Clarity[];
}

export const taskLights: Readonly<Record<TaskStatus, LightName>> = {
  draft: 'not-yet',
  closed: 'done',
  'closed-late': 'done-late',
  overdue: 'overdue',
  'due-soon': 'due-soon',
  behind: 'due-soon',
  open: 'not-yet',
};

const states: Readonly<Record<TaskStatus, TaskState>> = {
  draft: 'draft',
  closed: 'closed',
  'closed-late': 'closed',
  overdue: 'overdue',
  'due-soon': 'slow',
  behind: 'slow',
  open: 'going',
};

/** A task with what the rules say about it on a day; see insight/moment.ts for `isOver`. */
export function taskLine(
  state: State,
  task: RecordOf<'task'>,
  {
    today,
    isOver = false,
    depth = 0,
    below = 0,
  }: { today: Day; isOver?: boolean; depth?: number; below?: number },
): TaskLine {
  const { soonDays } = recordOrDefault(state, 'unit', unitId);
  const status = taskStatus(state, task, { today, isOver, soonDays });
  return {
    id: task.id,
    task,
    depth,
    below,
    status,
    state: states[status],
    percent: percentOn(state, task, today),
    rolledUp: isClosed(task, today) ? undefined : rolledUpOn(state, task.id, today),
    reportLate: reportOn(state, task, today).isLate,
    missing: missingClarities(state, task),
  };
}

/** Clarities in words, one after the other. */
export const clarityText = (missing: readonly Clarity[]): string =>
  missing
    .map((clarity) => clarity[currentLanguage()])
    .join(currentLanguage() === 'zh' ? '、' : ', ');
