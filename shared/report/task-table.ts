import type { Day } from '../calendar/day';
import { dayText } from '../calendar/day-text';
import type { Bilingual } from '../catalogue/row';
import type { State } from '../changes/state';
import { nameOf } from '../insight/people';
import { originalDue } from '../insight/task-follow-up';
import type { TaskOrigin, TaskStatus } from '../insight/task-status';
import type { RecordOf } from '../model/collections';
import type { Column, Drafter, Language } from './drafter';
import { titleWithParts } from './task-title';
import { numberText } from './wording';

/** What the status of a task is called on paper. */
export const taskStates: Readonly<Record<TaskStatus, Bilingual>> = {
  draft: { zh: '未下达', en: 'not issued' },
  closed: { zh: '已办结', en: 'closed' },
  'closed-late': { zh: '超期办结', en: 'closed late' },
  overdue: { zh: '逾期', en: 'overdue' },
  'due-soon': { zh: '临近时限', en: 'due soon' },
  behind: { zh: '滞后', en: 'behind' },
  open: { zh: '办理中', en: 'open' },
};

const number: Column = { title: { zh: '序号', en: 'No.' }, width: 12, align: 'center' };
const plan = {
  task: { title: { zh: '任务', en: 'Task' }, width: 45, align: 'left' },
  goal: { title: { zh: '目标', en: 'Goal' }, width: 38, align: 'left' },
  due: { title: { zh: '时限', en: 'Due' }, width: 21, align: 'center' },
} as const satisfies Record<string, Column>;
const people = {
  leader: { title: { zh: '牵头领导', en: 'Lead' }, width: 20, align: 'center' },
  owner: { title: { zh: '具体负责人', en: 'In charge' }, width: 20, align: 'center' },
} as const satisfies Record<string, Column>;
const standing = {
  percent: { title: { zh: '进度', en: 'Done' }, width: 14, align: 'right' },
  status: { title: { zh: '状态', en: 'Status' }, width: 20, align: 'center' },
} as const satisfies Record<string, Column>;

/** A task of a table, with where it stands where that is told. */
interface TaskRow {
  readonly task: RecordOf<'task'>;
  readonly status?: TaskStatus;
  readonly percent?: number;
  readonly origin?: TaskOrigin;
}

/** The same task given to several people: one row, with all who have it. */
interface SharedRow extends TaskRow {
  readonly people: readonly RecordOf<'task'>[];
}

const alone = (row: TaskRow): SharedRow => ({ ...row, people: [row.task] });

/** Tasks of one title, goal and deadline that stand alike, once; untitled ones stay apart. */
function together(rows: readonly TaskRow[]): SharedRow[] {
  const found = new Map<string, SharedRow>();
  for (const row of rows) {
    const { id, title, goal, due } = row.task;
    const alike = [title.trim(), goal.trim(), due, row.status, row.percent, row.origin];
    const key = JSON.stringify(title.trim() === '' ? id : alike);
    const known = found.get(key);
    found.set(key, { ...(known ?? row), people: [...(known?.people ?? []), row.task] });
  }
  return [...found.values()];
}

/** A name, or the first of several different ones and their number: 甲等3人. */
function severalText(all: readonly string[], language: Language): string {
  const names = [...new Set(all.filter((name) => name.trim() !== ''))];
  const [first = ''] = names;
  if (names.length <= 1) return first;
  return language === 'zh'
    ? `${first}等${names.length}人`
    : `${first} and ${names.length - 1} more`;
}

/** The deadline of a task carried over: the new one, or that there is none, then the first one. */
function carriedDue(
  state: State,
  task: RecordOf<'task'>,
  when: { readonly plannedFrom: Day; readonly language: Language; readonly year: number },
): string {
  const { plannedFrom, language, year } = when;
  const first = originalDue(state, task);
  const now =
    task.due >= plannedFrom
      ? dayText(task.due, language, year)
      : language === 'zh'
        ? '待定'
        : 'to be set';
  if (first === '' || first === task.due) {
    if (first === '' || first >= plannedFrom) return now;
  }
  const was = dayText(first, language, year);
  return language === 'zh' ? `${now}（原定${was}）` : `${now} (first ${was})`;
}

interface TaskTable {
  readonly caption: Bilingual;
  /** Year that days of its own are written without. */
  readonly year: number;
  /** Whether lead and person in charge are named: the five clarities (五个明确). Source: essay ¶9. */
  readonly hasPeople: boolean;
  /** The day on which the tasks are seen; where it is not given, how they stand is not told. */
  readonly seenOn?: Day;
  /**
   * First day of the period that is planned; tasks of earlier ones then tell their first deadline,
   * and one without a day from then on says 待定.
   */
  readonly plannedFrom?: Day;
  /** What stands for what is not set. */
  readonly missing?: Bilingual;
}

/** Tasks as a table: number, task, goal and deadline, then who answers and how far it is. */
export function putTasks(
  draft: Drafter,
  state: State,
  rows: readonly TaskRow[],
  { caption, year, hasPeople, seenOn, plannedFrom, missing = { zh: '', en: '' } }: TaskTable,
): void {
  const { language } = draft;
  const or = (text: string): string => text.trim() || draft.say(missing);
  draft.table(
    caption,
    [
      number,
      ...Object.values(plan),
      ...(hasPeople ? Object.values(people) : []),
      ...(seenOn ? Object.values(standing) : []),
    ],
    (plannedFrom ? together(rows) : rows.map(alone)).map(
      ({ task, status = 'open', percent = 0, origin, people: names }, index) => [
        String(index + 1),
        or(seenOn ? titleWithParts(state, task, { today: seenOn, language }) : task.title),
        or(task.goal),
        or(
          plannedFrom && origin === 'carried-over'
            ? carriedDue(state, task, { plannedFrom, language, year })
            : dayText(task.due, language, year),
        ),
        ...(hasPeople
          ? [
              or(
                severalText(
                  names.map((one) => nameOf(state, one.leader)),
                  language,
                ),
              ),
              or(
                severalText(
                  names.map((one) => nameOf(state, one.owner)),
                  language,
                ),
              ),
            ]
          : []),
        ...(seenOn ? [`${numberText(percent)}%`, draft.say(taskStates[status])] : []),
      ],
    ),
  );
}
