import { dayText } from '../../calendar/day-text';
import { periodLabel } from '../../calendar/period';
import { nameOf } from '../../insight/people';
import type { Column, Drafter } from '../drafter';
import { clausesText, countText } from '../wording';
import type { SummaryFacts } from './facts';
import { longerDue } from './tasks';

/** Columns of the five clarities (五个明确), 156 mm wide. Source: essay ¶9. */
export const clarityColumns: readonly Column[] = [
  { title: { zh: '序号', en: 'No.' }, width: 12, align: 'center' },
  { title: { zh: '任务', en: 'Task' }, width: 45, align: 'left' },
  { title: { zh: '目标', en: 'Goal' }, width: 38, align: 'left' },
  { title: { zh: '时限', en: 'Due' }, width: 21, align: 'center' },
  { title: { zh: '牵头领导', en: 'Lead' }, width: 20, align: 'center' },
  { title: { zh: '具体负责人', en: 'In charge' }, width: 20, align: 'center' },
];

/** 下月工作计划: the tasks ahead as a table of the five clarities. */
export function draftPlan(draft: Drafter, facts: SummaryFacts): void {
  const { plan, next, dutiesNext, state, words } = facts;
  const duties =
    dutiesNext > 0
      ? {
          zh: `四种机制和三个抓手${words.next.zh}到期事项${dutiesNext}项，按时限办理。`,
          en: `${dutiesNext} items of mechanisms and grips fall due.`,
        }
      : undefined;
  if (plan.length === 0) {
    const none = {
      zh: `${words.next.zh}任务尚未录入。`,
      en: `No tasks have been recorded for ${words.next.en} yet.`,
    };
    draft.paragraph('plan', none, duties);
    return;
  }
  const count = (wanted: string) => plan.filter(({ origin }) => origin === wanted).length;
  const parts = clausesText(
    [
      countText(count('own'), '新安排', 'new'),
      countText(count('falls-due'), longerDue(next).zh, longerDue(next).en),
      countText(count('carried-over'), '结转', 'carried over'),
    ],
    '、',
  );
  draft.paragraph(
    'plan',
    {
      zh: `${words.next.zh}计划办理任务${plan.length}项，其中${parts.zh}，具体见下表。`,
      en: `${plan.length} tasks are planned (${parts.en}), as in the table.`,
    },
    duties,
  );
  draft.table(
    {
      zh: `${periodLabel(next, 'zh')}工作计划表`,
      en: `Plan for ${periodLabel(next, 'en')}`,
    },
    clarityColumns,
    plan.map(({ task }, index) => [
      String(index + 1),
      task.title,
      task.goal,
      dayText(task.due, draft.language, Number(next.slice(0, 4))),
      nameOf(state, task.leader),
      nameOf(state, task.owner),
    ]),
  );
}
