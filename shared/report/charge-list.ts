import type { Day } from '../calendar/day';
import { dayText } from '../calendar/day-text';
import { type Period, periodLabel, periodRange } from '../calendar/period';
import type { Bilingual } from '../catalogue/row';
import { recordOrDefault } from '../changes/records';
import type { State } from '../changes/state';
import { type ChargeField, type ChargeRow, chargeMatrix } from '../insight/charge-matrix';
import { viewOf } from '../insight/moment';
import { isIssued, type PeriodTask, tasksOfPeriod } from '../insight/task-status';
import { unitId } from '../model/unit';
import type { ReportDocument } from './blocks';
import { type DocumentKind, type DocumentRequest, passagesOf } from './document-kind';
import { type Column, Drafter } from './drafter';
import { draftsText } from './summary/tasks';
import { putTasks } from './task-table';
import { numberText } from './wording';

/**
 * 责任清单: every leader's line, contact point and project and what came of them, then the tasks of
 * the period by leader with their five clarities. Source: essay ¶9.
 */
export const chargeListKind: DocumentKind = {
  id: 'charge-list',
  name: { zh: '责任清单', en: 'Responsibility list' },
  of: 'unit',
  spans: ['month', 'quarter', 'year'],
  build: chargeList,
};

const listColumns: readonly Column[] = [
  { title: { zh: '姓名', en: 'Name' }, width: 17, align: 'center' },
  { title: { zh: '工作线', en: 'Line' }, width: 36, align: 'left' },
  { title: { zh: '联系点', en: 'Contact point' }, width: 29, align: 'left' },
  { title: { zh: '大项目', en: 'Project' }, width: 40, align: 'left' },
  { title: { zh: '走访', en: 'Visits' }, width: 14, align: 'right' },
  { title: { zh: '项目进度', en: 'Project at' }, width: 20, align: 'right' },
];

/** The day a period is seen on: its last one, or today while it runs. */
export const asOf = (period: Period, today: Day): Day => {
  const { last } = periodRange(period);
  return today < last ? today : last;
};

/** How far the project is, as last reported; empty where it was not. */
export const projectText = ({ completion }: ChargeRow): string =>
  completion === null ? '' : `${numberText(completion)}%`;

/** How often a leader was at his contact point in the year, and what came of it. */
export const visitsText = ({ visits, solved, lastVisit }: ChargeRow): Bilingual => {
  if (visits === 0) return { zh: '今年尚未走访', en: 'not visited this year' };
  const year = Number(lastVisit.slice(0, 4));
  return {
    zh: `今年走访${visits}次，解决问题${solved}个，最近一次为${dayText(lastVisit, 'zh', year)}`,
    en: `${visits} visits this year, ${solved} problems solved, the last on ${dayText(lastVisit, 'en', year)}`,
  };
};

const notSet: Bilingual = { zh: '未明确', en: 'not set' };

/** What a line, a contact point and a project are called. */
export const chargeNames: Readonly<Record<ChargeField, Bilingual>> = {
  line: { zh: '工作线', en: 'line' },
  contactPoint: { zh: '联系点', en: 'contact point' },
  project: { zh: '大项目', en: 'project' },
};

function chargeList(
  whole: State,
  { period, today, language, ignorePassages = false }: DocumentRequest,
): ReportDocument {
  const { state, isOver } = viewOf(whole, period, today);
  const name = recordOrDefault(state, 'unit', unitId).name.trim();
  const day = asOf(period, today);
  const rows = chargeMatrix(state, period.slice(0, 4), day, isOver);
  const document = passagesOf(chargeListKind.id, { subject: '', language });
  const draft = new Drafter({ state, document, period, language, ignorePassages });
  const title = {
    zh: `${name}领导班子责任清单`,
    en: `${name && `${name}: `}Responsibilities of the Leaders`,
  };
  const missing = draft.say(notSet);
  draft.title(title);
  draft.heading(1, { zh: '线·点·项', en: 'Line, point and project' });
  draft.paragraph('standing', standing(rows, day), gapsText(rows));
  draft.table(
    { zh: '', en: '' },
    listColumns,
    rows.map((row) => {
      const { line, contactPoint, project } = row.charge;
      return [
        row.leader.name,
        line.trim() || missing,
        contactPoint.trim() || missing,
        project.trim() || missing,
        numberText(row.visits),
        projectText(row),
      ];
    }),
  );
  draft.heading(1, {
    zh: `${periodLabel(period, 'zh')}任务`,
    en: `Tasks of ${periodLabel(period, 'en')}`,
  });
  putByLeader(draft, state, { period, day, ranks: rows.map(({ id }) => id) });
  draft.blocks.push({ type: 'signature', name, date: dayText(day, language) });
  return draft.document(title);
}

const standing = (rows: readonly ChargeRow[], day: Day): Bilingual => {
  const visits = rows.reduce((sum, row) => sum + row.visits, 0);
  const solved = rows.reduce((sum, row) => sum + row.solved, 0);
  return {
    zh: `截至${dayText(day, 'zh')}，班子成员${rows.length}人，今年走访联系点${visits}次，解决问题${solved}个。`,
    en: `By ${dayText(day, 'en')}: ${rows.length} leaders, ${visits} visits to contact points, ${solved} problems solved.`,
  };
};

/** Who has which of the three not set; nothing where all have all. */
function gapsText(rows: readonly ChargeRow[]): Bilingual | undefined {
  const found = rows.filter(({ gaps }) => gaps.length > 0);
  if (found.length === 0) return undefined;
  const of = (language: 'zh' | 'en', comma: string) => (row: ChargeRow) =>
    row.gaps.map((field) => chargeNames[field][language]).join(comma);
  return {
    zh: `尚未明确的有：${found.map((row) => `${row.leader.name}的${of('zh', '、')(row)}`).join('，')}。`,
    en: `Not set: ${found.map((row) => `${row.leader.name} (${of('en', ', ')(row)})`).join(', ')}.`,
  };
}

/** The tasks given out, by leader in order of rank, those without one last. */
function putByLeader(
  draft: Drafter,
  state: State,
  { period, day, ranks }: { period: Period; day: Day; ranks: readonly string[] },
): void {
  const all = tasksOfPeriod(state, period);
  const issued = all.filter(({ task }) => isIssued(state, task, day));
  const rank = ({ task }: PeriodTask) => {
    const place = ranks.indexOf(task.leader);
    return place < 0 ? ranks.length : place;
  };
  const tasks = [...issued].sort((a, b) => rank(a) - rank(b));
  draft.paragraph(
    'tasks',
    tasks.length === 0
      ? { zh: '本期没有已下达的任务。', en: 'No tasks have been issued.' }
      : {
          zh: `本期任务${tasks.length}项，按牵头领导列表如下。`,
          en: `${tasks.length} tasks, by leader.`,
        },
    draftsText(all.length - tasks.length),
  );
  if (tasks.length === 0) return;
  putTasks(draft, state, tasks, {
    caption: { zh: '', en: '' },
    year: Number(period.slice(0, 4)),
    hasPeople: true,
    missing: notSet,
  });
}
