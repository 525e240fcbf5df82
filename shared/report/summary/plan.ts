import { periodLabel } from '../../calendar/period';
import type { Drafter } from '../drafter';
import { putTasks } from '../task-table';
import { clausesText, countText } from '../wording';
import type { SummaryFacts } from './facts';
import { longerDue } from './tasks';

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
  putTasks(draft, state, plan, {
    caption: {
      zh: `${periodLabel(next, 'zh')}工作计划表`,
      en: `Plan for ${periodLabel(next, 'en')}`,
    },
    year: Number(next.slice(0, 4)),
    hasPeople: true,
  });
}
