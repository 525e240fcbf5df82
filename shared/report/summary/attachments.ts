import { periodLabel } from '../../calendar/period';
import type { Bilingual } from '../../catalogue/row';
import type { Light } from '../../insight/lights';
import type { TargetState } from '../../insight/target-fulfilment';
import type { Orientation } from '../blocks';
import type { Column, Drafter } from '../drafter';
import { putTasks } from '../task-table';
import { numberText, shortName, valueText } from '../wording';
import type { SummaryFacts } from './facts';
import { mostRows, putPlan } from './plan';
import { goalText, measureOf } from './target-values';
import { chartTargets, hasManyBars } from './tasks';
import { drawRadar, tabulate } from './team';

/** What the state of a target is called on paper. */
export const targetStates: Readonly<Record<TargetState, Bilingual>> = {
  reached: { zh: '已达到', en: 'reached' },
  'on-track': { zh: '达到进度', en: 'on track' },
  behind: { zh: '滞后', en: 'behind' },
  overdue: { zh: '逾期', en: 'overdue' },
  'no-data': { zh: '尚无数据', en: 'no data' },
};

const targetColumns: readonly Column[] = [
  { title: { zh: '序号', en: 'No.' }, width: 12, align: 'center' },
  { title: { zh: '目标', en: 'Target' }, width: 36, align: 'left' },
  { title: { zh: '单位', en: 'Unit' }, width: 13, align: 'center' },
  { title: { zh: '基数', en: 'Baseline' }, width: 19, align: 'right' },
  { title: { zh: '目标值', en: 'Goal' }, width: 19, align: 'right' },
  { title: { zh: '完成值', en: 'Actual' }, width: 19, align: 'right' },
  { title: { zh: '完成率', en: 'Rate' }, width: 17, align: 'right' },
  { title: { zh: '状态', en: 'State' }, width: 21, align: 'center' },
];

type AttachmentId = 'tasks' | 'targets' | 'plan' | 'team' | 'duties';

interface Attachment {
  readonly id: AttachmentId;
  readonly title: Bilingual;
  readonly orientation: Orientation;
  readonly put: (draft: Drafter) => void;
}

const dutyColumns: readonly Column[] = [
  { title: { zh: '序号', en: 'No.' }, width: 12, align: 'center' },
  { title: { zh: '事项', en: 'Item' }, width: 76, align: 'left' },
  { title: { zh: '应办', en: 'Due' }, width: 17, align: 'right' },
  { title: { zh: '已办', en: 'Done' }, width: 17, align: 'right' },
  { title: { zh: '逾期', en: 'Overdue' }, width: 17, align: 'right' },
  { title: { zh: '不适用', en: 'N/A' }, width: 17, align: 'right' },
];

/** The tables that have rows; those that may stand in the text only where they are long. */
export function attachmentsOf(facts: SummaryFacts): Attachment[] {
  const period = {
    zh: periodLabel(facts.period, 'zh'),
    en: periodLabel(facts.period, 'en'),
  };
  const nothing = { zh: '', en: '' };
  const all: (Attachment & { rows: number })[] = [
    {
      id: 'tasks',
      rows: facts.tasks.length,
      title: { zh: `${period.zh}任务分解表`, en: `Tasks, ${period.en}` },
      // Upright, its eight columns would break every task and goal in three.
      orientation: 'landscape',
      put: (draft) =>
        putTasks(draft, facts.state, facts.tasks, {
          caption: nothing,
          year: Number(facts.month.slice(0, 4)),
          hasPeople: true,
          seenOn: facts.asOf,
        }),
    },
    {
      id: 'targets',
      rows: facts.targets.length,
      title: { zh: `${period.zh}目标完成情况表`, en: `Targets, ${period.en}` },
      orientation: 'portrait',
      put: (draft) => {
        draft.table(nothing, targetColumns, targetRows(facts, draft));
        if (hasManyBars(facts)) chartTargets(draft, facts);
      },
    },
    {
      id: 'plan',
      rows: facts.plan.length > mostRows ? facts.plan.length : 0,
      title: {
        zh: `${periodLabel(facts.next, 'zh')}工作计划表`,
        en: `Plan for ${periodLabel(facts.next, 'en')}`,
      },
      orientation: 'landscape',
      put: (draft) => putPlan(draft, facts, true),
    },
    {
      id: 'team',
      rows: facts.team.rows.length > mostRows ? facts.team.rows.length : 0,
      title: {
        zh: `${periodLabel(facts.team.period, 'zh')}班子成员自评情况表（百分制）`,
        en: `Self-ratings of the team, ${periodLabel(facts.team.period, 'en')} (0–100)`,
      },
      orientation: 'portrait',
      put: (draft) => {
        tabulate(draft, facts.team, true);
        drawRadar(draft, facts.team);
      },
    },
    {
      id: 'duties',
      rows: facts.duties.length,
      title: {
        zh: `${period.zh}机制和抓手事项完成情况表`,
        en: `Mechanisms and grips, ${period.en}`,
      },
      orientation: 'portrait',
      put: (draft) => draft.table(nothing, dutyColumns, dutyRows(facts, draft)),
    },
  ];
  return all.filter(({ rows }) => rows > 0);
}

/** How text and page call an attachment: 附件1; an only one has no number (GB/T 9704-2012). */
export function attachmentLabel(facts: SummaryFacts, id: AttachmentId): Bilingual {
  const all = attachmentsOf(facts);
  const number = all.length > 1 ? all.findIndex((attachment) => attachment.id === id) + 1 : 0;
  const suffix = number > 0 ? String(number) : '';
  return { zh: `附件${suffix}`, en: `Attachment ${suffix}`.trimEnd() };
}

/** One row an item: how often it was due, and how often it was met, missed or not applicable. */
function dutyRows({ duties }: SummaryFacts, draft: Drafter): string[][] {
  const items = [...new Set(duties.map(({ item }) => item))];
  return items.map((item, index) => {
    const own = duties.filter((duty) => duty.item === item);
    const count = (...wanted: readonly Light[]): string => {
      const found = own.filter(({ light }) => wanted.includes(light)).length;
      return found === 0 ? '—' : String(found);
    };
    return [
      String(index + 1),
      draft.say(shortName(item.text)),
      String(own.length),
      count('done', 'done-late'),
      count('overdue'),
      count('not-applicable'),
    ];
  });
}

function targetRows({ targets }: SummaryFacts, draft: Drafter): string[][] {
  const value = (number: number | null) => (number === null ? '—' : valueText(number));
  return targets.map((one, index) => {
    const { target, actual, percent, state } = one;
    return [
      String(index + 1),
      target.name,
      measureOf(one),
      value(target.baseline),
      goalText(one, draft.language),
      value(actual),
      percent === null ? '—' : `${numberText(percent)}%`,
      draft.say(targetStates[state]),
    ];
  });
}
