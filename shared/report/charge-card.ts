import { dayText } from '../calendar/day-text';
import { periodLabel, periodOf, periodRange } from '../calendar/period';
import type { Bilingual } from '../catalogue/row';
import { recordOf, recordOrDefault } from '../changes/records';
import type { State } from '../changes/state';
import { chargeFields, chargeMatrix } from '../insight/charge-matrix';
import { type View, viewOf } from '../insight/moment';
import { type TargetFulfilment, targetsFulfilment } from '../insight/target-fulfilment';
import { percentOn } from '../insight/task-progress';
import { type TaskStatus, taskStatus, tasksOfPeriod } from '../insight/task-status';
import type { RecordOf } from '../model/collections';
import { unitId } from '../model/unit';
import type { ReportDocument } from './blocks';
import { asOf, chargeNames, projectText } from './charge-list';
import { type DocumentKind, type DocumentRequest, passagesOf } from './document-kind';
import { type Column, Drafter } from './drafter';
import { putForm, unitAndPost } from './form';
import { targetStates } from './summary/attachments';
import { goalText, measureOf } from './summary/target-values';
import { taskStates } from './task-table';
import { titleWithParts } from './task-title';
import { numberText, onOneLine } from './wording';

/** 责任卡: what one leader answers for, on a card to be signed. Source: essay ¶9. */
export const chargeCardKind: DocumentKind = {
  id: 'charge-card',
  name: { zh: '责任卡', en: 'Responsibility card' },
  of: 'leader',
  spans: ['month', 'quarter', 'year'],
  build: chargeCard,
};

/** One table for tasks and targets, so that the card of a month is one page. */
const columns: readonly Column[] = [
  { title: { zh: '类别', en: 'Kind' }, width: 11.5, align: 'center' },
  { title: { zh: '责任内容', en: 'Answers for' }, width: 52, align: 'left' },
  { title: { zh: '目标要求', en: 'Goal' }, width: 45, align: 'left' },
  { title: { zh: '时限', en: 'Due' }, width: 19.5, align: 'center' },
  { title: { zh: '完成情况', en: 'Standing' }, width: 28, align: 'center' },
];

function chargeCard(
  whole: State,
  { subject, period, today, language, ignorePassages = false }: DocumentRequest,
): ReportDocument {
  const { state, ...moment } = viewOf(whole, period, today);
  const person = recordOf(state, 'person', subject);
  if (!person) throw new RangeError(`no such person: ${subject}`);
  const unit = recordOrDefault(state, 'unit', unitId);
  const { first, last } = periodRange(period);
  const day = asOf(period, today);
  const year = Number(period.slice(0, 4));
  const document = passagesOf(chargeCardKind.id, { subject, language });
  const draft = new Drafter({ state, document, period, language, ignorePassages });
  const title = {
    zh: `${person.name}${periodLabel(period, 'zh')}责任卡`,
    en: `${person.name}: Responsibility Card, ${periodLabel(period, 'en')}`,
  };
  draft.title(title);
  const led = tasksOfPeriod(state, period)
    .filter(({ task }) => task.leader === subject)
    .map(({ task }) => ({
      task,
      status: taskStatus(state, task, { ...moment, soonDays: unit.soonDays }),
    }));
  const tasks = led.filter(({ status }) => status !== 'draft');
  const targets = targetsFulfilment(state, {
    ...moment,
    month: periodOf(day < first ? last : day, 'month'),
  }).filter(({ target }) => target.leader === subject);
  putForm(draft, [
    unitAndPost(unit, person, language),
    [{ zh: '分管工作', en: 'In charge of' }, onOneLine(person.portfolio)],
    ...chargeRows(draft, subject, { state, ...moment, today: day }),
  ]);
  const rows = [
    ...tasks.filter(isOpen).map(({ task, status }) => {
      const percent = `${numberText(percentOn(state, task, day), 0)}%`;
      const word = draft.say(taskStates[status]);
      return [
        draft.say({ zh: '任务', en: 'Task' }),
        titleWithParts(state, task, { today: day, language }),
        task.goal.trim(),
        dayText(task.due, language, year),
        draft.say({ zh: word + percent, en: `${word}, ${percent}` }),
      ];
    }),
    ...closedRows(
      draft,
      tasks.filter((one) => !isOpen(one)),
    ),
    ...targets.map((one) => [
      draft.say({ zh: '目标', en: 'Target' }),
      one.target.name.trim(),
      one.goal === null ? '—' : `${goalText(one, language)}${measureOf(one)}`,
      draft.say({ zh: '12月底', en: 'year end' }),
      targetStanding(draft, one),
    ]),
  ];
  if (rows.length > 0) draft.table({ zh: '', en: '' }, columns, rows);
  const signed = {
    zh: `责任人（签字）：　　　　　　　　　　${dayText(day, 'zh')}`,
    en: `Signed:                    ${dayText(day, 'en')}`,
  };
  draft.blocks.push({ type: 'paragraph', text: draft.say(signed), signing: true });
  return draft.document(title, person.name);
}

interface Led {
  readonly task: RecordOf<'task'>;
  readonly status: TaskStatus;
}

const isOpen = ({ status }: Led): boolean => !status.startsWith('closed');

/** What is done stands in one row, so that there is room for what is not; late ones are marked. */
function closedRows(draft: Drafter, closed: readonly Led[]): string[][] {
  if (closed.length === 0) return [];
  const titles = closed.map(({ task, status }) => {
    const late = draft.say({ zh: '（超期）', en: ' (late)' });
    return task.title.trim() + (status === 'closed-late' ? late : '');
  });
  return [
    [
      draft.say({ zh: '任务', en: 'Task' }),
      titles.join(draft.say({ zh: '；', en: '; ' })),
      '',
      '',
      draft.say({ zh: `已办结${closed.length}项`, en: `${closed.length} closed` }),
    ],
  ];
}

/** Line, point and project of a leader, each with what was done about it in the year. */
function chargeRows(
  draft: Drafter,
  leader: string,
  { state, today, isOver }: View,
): [Bilingual, string][] {
  const charge = recordOrDefault(state, 'charge', leader);
  const row = chargeMatrix(state, today.slice(0, 4), today, isOver).find(({ id }) => id === leader);
  const facts = row && {
    line: {
      zh: `今年任务${row.tasks.all}项，办结${row.tasks.closed}项`,
      en: `${row.tasks.closed} of ${row.tasks.all} tasks of the year closed`,
    },
    contactPoint: { zh: `今年走访${row.visits}次`, en: `${row.visits} visits this year` },
    project: projectText(row)
      ? { zh: `进度${projectText(row)}`, en: `${projectText(row)} done` }
      : { zh: '未报进度', en: 'progress not reported' },
  };
  return chargeFields.map((field) => {
    const what = onOneLine(charge[field]);
    if (what === '') return [chargeNames[field], draft.say({ zh: '未明确', en: 'not set' })];
    const fact = facts?.[field];
    const { zh, en } = { zh: fact ? `（${fact.zh}）` : '', en: fact ? ` (${fact.en})` : '' };
    return [chargeNames[field], what + draft.say({ zh, en })];
  });
}

/** How a target is met: value and rate, else why there is none. */
function targetStanding(draft: Drafter, one: TargetFulfilment): string {
  const state = draft.say(targetStates[one.state]);
  if (one.actual === null || one.percent === null) return state;
  // Kept all along, as a ceiling is: the word says it all.
  if (one.state === 'on-track' && one.percent >= 100) return state;
  // Rounded down: short of the goal is never a hundred.
  const rate = `${Math.floor(one.percent)}%`;
  return draft.say({ zh: state + rate, en: `${state}, ${rate}` });
}
