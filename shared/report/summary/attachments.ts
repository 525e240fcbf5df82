import { periodLabel } from '../../calendar/period';
import type { Bilingual } from '../../catalogue/row';
import type { TargetState } from '../../insight/target-fulfilment';
import type { Orientation } from '../blocks';
import type { Column, Drafter } from '../drafter';
import { putTasks } from '../task-table';
import { numberText } from '../wording';
import type { SummaryFacts } from './facts';
import { goalText, measureOf } from './target-values';

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

type AttachmentId = 'tasks' | 'targets';

interface Attachment {
  readonly id: AttachmentId;
  readonly title: Bilingual;
  readonly orientation: Orientation;
  readonly put: (draft: Drafter) => void;
}

/** 任务分解表 and 目标完成情况表, those that have rows. */
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
      put: (draft) => draft.table(nothing, targetColumns, targetRows(facts, draft)),
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

function targetRows({ targets }: SummaryFacts, draft: Drafter): string[][] {
  const value = (number: number | null) => (number === null ? '—' : numberText(number, 2));
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
