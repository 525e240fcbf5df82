import type { Day } from '../calendar/day';
import { type Period, periodLabel, periodRange } from '../calendar/period';
import { recordOf, recordOrDefault } from '../changes/records';
import type { State } from '../changes/state';
import { type ChargeRow, chargeMatrix } from '../insight/charge-matrix';
import { nameOf } from '../insight/people';
import { percentOn } from '../insight/task-progress';
import { taskStatus, tasksOfPeriod } from '../insight/task-status';
import { unitId } from '../model/unit';
import type { ReportDocument } from './blocks';
import { type DocumentKind, type DocumentRequest, passagesOf } from './document-kind';
import { type Column, Drafter } from './drafter';
import { putForm } from './form';
import { dayText } from './numbering';
import { taskStates } from './summary/attachments';
import { titleWithParts } from './task-title';
import { numberText } from './wording';

/** 责任清单: every leader's line, contact point and project, and what came of them. Source: essay ¶9. */
export const chargeListKind: DocumentKind = {
  id: 'charge-list',
  name: { zh: '责任清单', en: 'Responsibility list' },
  of: 'unit',
  spans: ['month', 'quarter', 'year'],
  build: chargeList,
};

/** 责任卡: what one leader answers for, on a card to be signed. Source: essay ¶9. */
export const chargeCardKind: DocumentKind = {
  id: 'charge-card',
  name: { zh: '责任卡', en: 'Responsibility card' },
  of: 'leader',
  spans: ['month', 'quarter', 'year'],
  build: chargeCard,
};

const listColumns: readonly Column[] = [
  { title: { zh: '姓名', en: 'Name' }, width: 16, align: 'center' },
  { title: { zh: '工作线', en: 'Line' }, width: 30, align: 'left' },
  { title: { zh: '联系点', en: 'Contact point' }, width: 26, align: 'left' },
  { title: { zh: '大项目', en: 'Project' }, width: 34, align: 'left' },
  { title: { zh: '销号/任务', en: 'Tasks (closed/all)' }, width: 19, align: 'center' },
  { title: { zh: '走访', en: 'Visits' }, width: 14, align: 'right' },
  { title: { zh: '进度', en: 'Project at' }, width: 17, align: 'right' },
];

const taskColumns: readonly Column[] = [
  { title: { zh: '序号', en: 'No.' }, width: 12, align: 'center' },
  { title: { zh: '任务', en: 'Task' }, width: 50, align: 'left' },
  { title: { zh: '目标', en: 'Goal' }, width: 40, align: 'left' },
  { title: { zh: '时限', en: 'Due' }, width: 20, align: 'center' },
  { title: { zh: '具体负责人', en: 'In charge' }, width: 18, align: 'center' },
  { title: { zh: '状态', en: 'Status' }, width: 16, align: 'center' },
];

const asOf = (period: Period, today: Day): Day => {
  const { last } = periodRange(period);
  return today < last ? today : last;
};

const projectText = ({ completion }: ChargeRow): string =>
  completion === null ? '' : `${numberText(completion)}%`;

function chargeList(
  state: State,
  { period, today, language, ignorePassages = false }: DocumentRequest,
): ReportDocument {
  const name = recordOrDefault(state, 'unit', unitId).name.trim();
  const day = asOf(period, today);
  const rows = chargeMatrix(state, period.slice(0, 4), day);
  const document = passagesOf(chargeListKind.id, { subject: '', language });
  const draft = new Drafter({ state, document, period, language, ignorePassages });
  const year = period.slice(0, 4);
  const title = {
    zh: `${name}${year}年领导班子“线·点·项”责任清单`,
    en: `${name && `${name}: `}Responsibilities of the leaders, ${year}`,
  };
  const gaps = rows.filter((row) => row.gaps.length > 0);
  const visits = rows.reduce((sum, row) => sum + row.visits, 0);
  const solved = rows.reduce((sum, row) => sum + row.solved, 0);
  draft.title(title);
  draft.paragraph(
    'standing',
    {
      zh: `截至${dayText(day, 'zh')}，班子成员${rows.length}人，今年走访联系点${visits}次，解决问题${solved}个。`,
      en: `By ${dayText(day, 'en')}: ${rows.length} leaders, ${visits} visits to contact points, ${solved} problems solved.`,
    },
    gaps.length > 0
      ? {
          zh: `${gaps.map(({ leader }) => leader.name).join('、')}的“线·点·项”尚未全部明确。`,
          en: `Not all set for ${gaps.map(({ leader }) => leader.name).join(', ')}.`,
        }
      : undefined,
  );
  draft.table(
    { zh: '', en: '' },
    listColumns,
    rows.map((row) => {
      const { line, contactPoint, project } = row.charge;
      const missing = draft.say({ zh: '未明确', en: 'not set' });
      return [
        row.leader.name,
        line.trim() || missing,
        contactPoint.trim() || missing,
        project.trim() || missing,
        `${row.tasks.closed}/${row.tasks.all}`,
        numberText(row.visits),
        projectText(row),
      ];
    }),
  );
  draft.blocks.push({ type: 'signature', name, date: dayText(day, language) });
  return draft.document(title);
}

function chargeCard(
  state: State,
  { subject, period, today, language, ignorePassages = false }: DocumentRequest,
): ReportDocument {
  const person = recordOf(state, 'person', subject);
  if (!person) throw new RangeError(`no such person: ${subject}`);
  const unit = recordOrDefault(state, 'unit', unitId);
  const name = unit.name.trim();
  const day = asOf(period, today);
  const row = chargeMatrix(state, period.slice(0, 4), day).find(({ id }) => id === subject);
  const charge = recordOrDefault(state, 'charge', subject);
  const document = passagesOf(chargeCardKind.id, { subject, language });
  const draft = new Drafter({ state, document, period, language, ignorePassages });
  const title = {
    zh: `${name}领导干部责任卡`,
    en: `${name && `${name}: `}Responsibility Card`,
  };
  draft.title(title);
  draft.byline({ zh: `${person.name}（${person.post}）`, en: `${person.name}, ${person.post}` });
  putForm(draft, [
    [{ zh: '分管工作', en: 'In charge of' }, person.portfolio.trim()],
    [{ zh: '工作线', en: 'Line' }, charge.line.trim()],
    [{ zh: '联系点', en: 'Contact point' }, charge.contactPoint.trim()],
    [{ zh: '大项目', en: 'Project' }, charge.project.trim()],
    [
      { zh: '今年走访', en: 'Visits this year' },
      row
        ? draft.say({
            zh: `${row.visits}次，解决问题${row.solved}个${row.lastVisit === '' ? '' : `，最近一次${dayText(row.lastVisit, 'zh')}`}`,
            en: `${row.visits}, ${row.solved} problems solved${row.lastVisit === '' ? '' : `, last on ${dayText(row.lastVisit, 'en')}`}`,
          })
        : '',
    ],
    [{ zh: '项目进度', en: 'Project at' }, row ? projectText(row) : ''],
  ]);
  const led = tasksOfPeriod(state, period)
    .filter(({ task }) => task.leader === subject)
    .map((one) => ({
      ...one,
      status: taskStatus(state, one.task, { today: day, soonDays: unit.soonDays }),
    }));
  const tasks = led.filter(({ status }) => status !== 'draft');
  draft.heading(1, {
    zh: `${periodLabel(period, 'zh')}牵头任务`,
    en: `Tasks led in ${periodLabel(period, 'en')}`,
  });
  if (tasks.length === 0) {
    draft.paragraph('tasks', { zh: '本期没有牵头的任务。', en: 'No tasks in this period.' });
  } else {
    draft.table(
      { zh: '', en: '' },
      taskColumns,
      tasks.map(({ task, status }, place) => {
        return [
          String(place + 1),
          titleWithParts(state, task, { today: day, language }),
          task.goal.trim(),
          dayText(task.due, language),
          nameOf(state, task.owner),
          `${draft.say(taskStates[status])} ${numberText(percentOn(state, task, day))}%`,
        ];
      }),
    );
  }
  draft.blocks.push({ type: 'signature', name: person.name, date: dayText(day, language) });
  return draft.document(title);
}
