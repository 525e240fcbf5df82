import { dayText } from '../../calendar/day-text';
import { periodLabel, periodRange } from '../../calendar/period';
import type { Bilingual } from '../../catalogue/row';
import { nameOf } from '../../insight/people';
import type { Drafter } from '../drafter';
import { putTasks } from '../task-table';
import { clausesText, countText, quotedText } from '../wording';
import { attachmentLabel } from './attachments';
import type { SummaryFacts, TaskFact } from './facts';
import { problemPoints } from './problems';
import { longerDue } from './tasks';

/**
 * Most rows that a table in the text has. An office puts tables of more than ten rows into an
 * attachment; from six on, they would already take the text of a large team over five pages.
 */
export const mostRows = 5;

/** Most leaders named one by one in the plan. */
const mostLeaders = 9;

/** 下月工作计划: counts, who leads what, and the answer to each problem; the tasks as a table. */
export function draftPlan(draft: Drafter, facts: SummaryFacts): void {
  const { plan, dutiesNext, words } = facts;
  const duties =
    dutiesNext > 0
      ? {
          zh: `四种机制和三个抓手${words.next.zh}到期事项${dutiesNext}项，按时限办理。`,
          en: `${dutiesNext} items of mechanisms and grips fall due.`,
        }
      : undefined;
  if (plan.length === 0) {
    const none = {
      zh: `${words.next.zh}任务待研究下达。`,
      en: `The tasks of ${words.next.en} are still to be given out.`,
    };
    draft.paragraph('plan', none, duties);
    draft.paragraph('plan.answers', answers(facts));
    return;
  }
  draft.paragraph('plan', totals(facts), duties);
  draft.paragraph('plan.lines', byLeader(facts));
  draft.paragraph('plan.answers', answers(facts));
  if (plan.length <= mostRows) putPlan(draft, facts);
}

/** The plan as a table, with a caption where it stands in the text. */
export function putPlan(draft: Drafter, { state, plan, next }: SummaryFacts, isAttached = false) {
  const caption = {
    zh: `${periodLabel(next, 'zh')}工作计划表`,
    en: `Plan for ${periodLabel(next, 'en')}`,
  };
  putTasks(draft, state, plan, {
    caption: isAttached ? { zh: '', en: '' } : caption,
    year: Number(next.slice(0, 4)),
    hasPeople: true,
    plannedFrom: periodRange(next).first,
  });
}

function totals(facts: SummaryFacts): Bilingual {
  const { plan, next, words } = facts;
  const count = (wanted: string) => plan.filter(({ origin }) => origin === wanted).length;
  const parts = clausesText(
    [
      countText(count('own'), '新安排', 'new'),
      countText(count('falls-due'), longerDue(next).zh, longerDue(next).en),
      countText(count('carried-over'), '结转', 'carried over'),
    ],
    '、',
  );
  const where =
    plan.length > mostRows ? attachmentLabel(facts, 'plan') : { zh: '下表', en: 'the table below' };
  return {
    zh: `${words.next.zh}计划办理任务${plan.length}项，其中${parts.zh}（见${where.zh}）。`,
    en: `${plan.length} tasks are planned (${parts.en}; see ${where.en}).`,
  };
}

/** Who leads how many, with the one that is due first named of the first two; the others by number. */
function byLeader({ state, plan, leaders, next }: SummaryFacts): Bilingual | undefined {
  const year = Number(next.slice(0, 4));
  const { first } = periodRange(next);
  const groups = leaders
    .map(({ id }) => ({
      name: nameOf(state, id),
      tasks: plan.filter(({ task }) => task.leader === id),
    }))
    .filter(({ tasks }) => tasks.length > 0)
    .slice(0, mostLeaders);
  if (groups.length === 0) return undefined;
  const firstDue = (tasks: readonly TaskFact[]) =>
    tasks
      .filter(
        ({ task }) => task.title.trim() !== '' && task.title.length <= 24 && task.due >= first,
      )
      .sort((a, b) => (a.task.due < b.task.due ? -1 : a.task.due > b.task.due ? 1 : 0))[0]?.task;
  const named = groups.slice(0, 2).map(({ name, tasks }) => {
    const task = firstDue(tasks);
    if (!task) return `${name}牵头${tasks.length}项`;
    const title = quotedText([task.title.trim()]).zh;
    const due = dayText(task.due, 'zh', year);
    return tasks.length > 1
      ? `${name}牵头${title}等${tasks.length}项，首项${due}到期`
      : `${name}牵头${title}（${due}到期）`;
  });
  const others = groups.slice(2);
  const counts = [...new Set(others.map(({ tasks }) => tasks.length))].sort((a, b) => b - a);
  const counted = counts.map((count) => {
    const names = others.filter(({ tasks }) => tasks.length === count).map(({ name }) => name);
    return `${names.join('、')}${names.length > 1 ? '各' : ''}牵头${count}项`;
  });
  const zh = [...named, ...counted];
  const en = groups.map(({ name, tasks }) => `${name} leads ${tasks.length}`);
  return { zh: `${zh.join('；')}。`, en: `${en.join(', ')}.` };
}

const answerTexts: Readonly<Record<string, Bilingual>> = {
  'problems.tasks': {
    zh: '对逾期任务逐项催办，重新明确完成时间',
    en: 'overdue tasks are pressed for and given a new day',
  },
  'problems.behind': { zh: '对滞后任务加密调度', en: 'tasks behind are followed more closely' },
  'problems.clarities': { zh: '补全任务的“五个明确”', en: 'the five clarities are completed' },
  'problems.targets': { zh: '对滞后目标分析原因、追赶进度', en: 'targets behind are caught up' },
  'problems.duties': { zh: '补办机制和抓手逾期事项', en: 'overdue items are made up for' },
  'problems.checks': { zh: '整改核查未达标事项', en: 'items not in order are put right' },
  'problems.ratings': { zh: '督促补交自评', en: 'missing self-ratings are asked for' },
  'problems.reported': { zh: '协调解决推进中反映的问题', en: 'reported problems are solved' },
};

/** Each point of problems has its answer. */
function answers(facts: SummaryFacts): Bilingual | undefined {
  const said = problemPoints(facts).flatMap(({ section, text }) => {
    const answer = answerTexts[section];
    return text && answer ? [answer] : [];
  });
  if (said.length === 0) return undefined;
  return {
    zh: `针对存在的问题，${said.map(({ zh }) => zh).join('；')}。`,
    en: `To answer the problems: ${said.map(({ en }) => en).join('; ')}.`,
  };
}
