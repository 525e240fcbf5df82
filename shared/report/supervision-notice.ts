import { daysBetween } from '../calendar/day';
import { dayText } from '../calendar/day-text';
import { periodRange } from '../calendar/period';
import { recordOf, recordOrDefault } from '../changes/records';
import type { State } from '../changes/state';
import { viewOf } from '../insight/moment';
import { nameOf } from '../insight/people';
import { followUpsOf } from '../insight/task-follow-up';
import { percentOn, progressOf } from '../insight/task-progress';
import { type TaskStatus, taskStatus, tasksOfPeriod } from '../insight/task-status';
import { unitId } from '../model/unit';
import type { ReportDocument } from './blocks';
import { type DocumentKind, type DocumentRequest, passagesOf } from './document-kind';
import { Drafter } from './drafter';
import { putForm } from './form';
import { taskStates } from './task-table';
import { rolledUpText } from './task-title';
import { numberText, onOneLine } from './wording';

/** What is pressed for first. */
const urgency: readonly TaskStatus[] = ['overdue', 'behind', 'due-soon', 'open'];

/** 督办单: asks those who answer for a task to get it done and to report back. */
export const supervisionNoticeKind: DocumentKind = {
  id: 'supervision',
  name: { zh: '督办单', en: 'Supervision notice' },
  of: 'task',
  spans: ['month', 'quarter', 'year'],
  subjects: (whole, { period, today }) => {
    const { state, ...moment } = viewOf(whole, period, today);
    const { soonDays } = recordOrDefault(state, 'unit', unitId);
    return tasksOfPeriod(state, period)
      .map(({ task }) => ({ task, status: taskStatus(state, task, { ...moment, soonDays }) }))
      .filter(({ status }) => urgency.includes(status))
      .sort((a, b) => urgency.indexOf(a.status) - urgency.indexOf(b.status))
      .map(({ task, status }) => ({
        id: task.id,
        name: `${taskStates[status].zh}：${task.title.trim()}`,
      }));
  },
  build: supervisionNotice,
};

function supervisionNotice(
  whole: State,
  { subject, period, today, language, ignorePassages = false }: DocumentRequest,
): ReportDocument {
  const { state, ...moment } = viewOf(whole, period, today);
  const task = recordOf(state, 'task', subject);
  if (!task) throw new RangeError(`no such task: ${subject}`);
  const unit = recordOrDefault(state, 'unit', unitId);
  const { last } = periodRange(period);
  const asOf = today < last ? today : last;
  const status = taskStatus(state, task, { ...moment, soonDays: unit.soonDays });
  const notes = progressOf(state, task.id, asOf);
  const latest = notes.at(-1);
  const problem = notes.findLast((note) => note.problem.trim() !== '')?.problem.trim() ?? '';
  const next = latest?.next.trim() ?? '';
  const done = percentOn(state, task, asOf);
  const percent = numberText(done);
  // What is done to the last has only to be closed.
  const wanted =
    done >= 100
      ? { zh: '核实完成情况，及时办结销号', en: 'check that it is done and close it' }
      : { zh: '抓紧办理', en: 'get it done' };
  const followUps = followUpsOf(state, task.id).filter(({ date }) => date <= asOf);
  const first = followUps.find(({ kind }) => kind === 'extension')?.before ?? '';
  const pressed = followUps.filter(({ kind }) => kind !== 'extension');
  const parts = rolledUpText(state, task, { today: asOf, language });
  const late = task.due !== '' && task.due < asOf ? daysBetween(task.due, asOf) : 0;
  const draft = new Drafter({
    state,
    document: passagesOf(supervisionNoticeKind.id, { subject, language }),
    period,
    language,
    ignorePassages,
  });
  const name = unit.name.trim();
  const title = { zh: `${name}督办单`, en: `${name && `${name}: `}Supervision Notice` };
  const leader = nameOf(state, task.leader);
  const owner = nameOf(state, task.owner);
  const asked = [...new Set([leader, owner])].filter(Boolean);
  const states: Partial<Record<TaskStatus, string>> = {
    overdue: late > 0 ? `已逾期${late}天` : '到期未办结',
    behind: '进度滞后',
    open: '正在办理',
  };
  const standing = {
    zh: `${states[status] ?? taskStates[status].zh}，完成${percent}%`,
    en: `${taskStates[status].en}${late > 0 && status === 'overdue' ? ` by ${late} days` : ''}, ${percent}% done`,
  };
  draft.title(title);
  draft.paragraph('request', {
    zh: `截至${dayText(asOf, 'zh')}，下列任务${standing.zh}。请${asked.join('、') || '责任人'}${wanted.zh}，并将办理情况报办公室。`,
    en: `By ${dayText(asOf, 'en')} the task below is ${standing.en}. ${asked.join(' and ') || 'Those who answer for it'} will please ${wanted.en} and report to the office.`,
  });
  putForm(draft, [
    [{ zh: '督办任务', en: 'Task' }, task.title],
    [{ zh: '目标', en: 'Goal' }, task.goal],
    [
      { zh: '时限', en: 'Due' },
      dayText(task.due, language) +
        (first === '' || first === task.due
          ? ''
          : draft.say({
              zh: `（原时限${dayText(first, 'zh')}，已延期）`,
              en: ` (first ${dayText(first, 'en')}, put off)`,
            })),
    ],
    [{ zh: '牵头领导', en: 'Lead' }, leader],
    [{ zh: '具体负责人', en: 'In charge' }, owner],
    [{ zh: '责任科室', en: 'Section' }, recordOf(state, 'department', task.department)?.name ?? ''],
    [{ zh: '具体措施', en: 'Measures' }, task.measures.trim()],
    [
      { zh: '目前状态', en: 'Status' },
      draft.say(standing) + (parts && draft.say({ zh: `（${parts}）`, en: ` (${parts})` })),
    ],
    [
      { zh: '最近进展', en: 'Latest note' },
      latest
        ? [dayText(latest.date, language), onOneLine(latest.note)]
            .filter(Boolean)
            .join(language === 'zh' ? '，' : ': ')
        : '',
    ],
    ...(pressed.length === 0
      ? []
      : [
          [
            { zh: '督办记录', en: 'Pressed for' },
            draft.say({
              zh: `已催办、退回${pressed.length}次，最近一次为${dayText(pressed.at(-1)?.date ?? '', 'zh')}`,
              en: `${pressed.length} times, the last on ${dayText(pressed.at(-1)?.date ?? '', 'en')}`,
            }),
          ] as const,
        ]),
    ...(problem === '' ? [] : [[{ zh: '存在问题', en: 'Problem' }, problem] as const]),
    ...(next === '' ? [] : [[{ zh: '下步措施', en: 'Next' }, next] as const]),
    // Left blank, to be written in by hand.
    [{ zh: '办理情况', en: 'What was done' }, '\n\n'],
    [{ zh: '领导批示', en: 'Instruction' }, '\n\n'],
    [{ zh: '签收', en: 'Received' }, '\n'],
  ]);
  draft.blocks.push({ type: 'signature', name, date: dayText(asOf, language) });
  return draft.document({
    zh: `${title.zh}（${task.title.trim()}）`,
    en: `${title.en} (${task.title.trim()})`,
  });
}
