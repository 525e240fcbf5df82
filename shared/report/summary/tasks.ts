import { dayText } from '../../calendar/day-text';
import { type Period, parsePeriod, periodLabel, periodRange } from '../../calendar/period';
import type { Bilingual } from '../../catalogue/row';
import { consequenceCounts, consequenceNames } from '../../insight/consequences';
import {
  type TargetFulfilment,
  targetCounts,
  targetSentence,
} from '../../insight/target-fulfilment';
import type { Drafter } from '../drafter';
import { chineseNumeral } from '../numbering';
import { clausesText, countText, numberText, percentText } from '../wording';
import { attachmentLabel } from './attachments';
import type { SummaryFacts } from './facts';
import { draftWorkLines } from './work-lines';

/** 任务分解完成情况: tasks of the period, then how the targets are met, with their chart. */
export function draftTasks(draft: Drafter, facts: SummaryFacts): void {
  if (facts.tasks.length === 0 && facts.drafts.length > 0) {
    const { zh, en } = facts.words.current;
    const count = facts.drafts.length;
    draft.paragraph('tasks', {
      zh: `${zh}拟定任务${count}项，均未下达。`,
      en: `${count} tasks are planned for ${en}, none of them issued.`,
    });
  } else if (facts.tasks.length === 0) {
    draft.paragraph('tasks', {
      zh: `${facts.words.current.zh}没有下达任务。`,
      en: `No tasks were given out ${facts.words.current.en}.`,
    });
  } else {
    draft.paragraph(
      'tasks',
      totals(facts),
      standing(facts),
      draftsText(facts.drafts.length),
      comparison(facts),
    );
  }
  draftWorkLines(draft, facts);
  draftTargets(draft, facts);
  draft.paragraph('consequences', consequences(facts));
}

/** Tasks not given out are said apart, as they count nowhere; nothing where there are none. */
export const draftsText = (count: number): Bilingual | undefined =>
  count > 0
    ? {
        zh: `另有${count}项尚未下达，未计在内。`,
        en: `${count} more ${count === 1 ? 'is' : 'are'} not issued and not counted.`,
      }
    : undefined;

/** What followed from how tasks and targets were met: how often, and never to whom. */
function consequences({ state, period, asOf, words }: SummaryFacts): Bilingual | undefined {
  const counts = consequenceCounts(state, { first: periodRange(period).first, last: asOf });
  if (counts.length === 0) return undefined;
  const zh = counts.map(({ kind, count }) => `${consequenceNames[kind].zh}${count}次`).join('、');
  const en = counts
    .map(({ kind, count }) => `${consequenceNames[kind].en.toLowerCase()} ${count}`)
    .join(', ');
  return {
    zh: `${words.current.zh}按照目标落实情况兑现奖惩：${zh}。`,
    en: `Rewards and penalties by how targets were met: ${en}.`,
  };
}

/** How tasks of longer periods that fall due in this one are called. */
export const longerDue = (period: Period): Bilingual =>
  parsePeriod(period).every === 'month'
    ? { zh: '季度和年度任务到期', en: 'of the quarter or year falling due' }
    : { zh: '年度任务到期', en: 'of the year falling due' };

function totals(facts: SummaryFacts) {
  const { tasks, taskCounts, words, period } = facts;
  const table = attachmentLabel(facts, 'tasks');
  const count = (origin: string) => tasks.filter((task) => task.origin === origin).length;
  const parts = clausesText(
    [
      countText(count('own'), `${words.current.zh}安排`, `of ${words.current.en}`),
      countText(count('falls-due'), longerDue(period).zh, longerDue(period).en),
      countText(count('carried-over'), `${words.earlier}结转`, 'carried over'),
    ],
    '、',
  );
  const isMixed = count('own') < tasks.length;
  return {
    zh: `${words.current.zh}共有任务${taskCounts.total}项${isMixed ? `，其中${parts.zh}` : ''}（见${table.zh}）。`,
    en: `${taskCounts.total} tasks belong to ${words.current.en}${isMixed ? `: ${parts.en}` : ''} (${table.en}).`,
  };
}

function standing({ taskCounts, asOf }: SummaryFacts) {
  const { total, closed, closedLate, overdue, dueSoon, behind } = taskCounts;
  const late = closedLate > 0;
  const left = total - closed;
  const parts = clausesText(
    [
      countText(overdue, '逾期', 'overdue'),
      countText(dueSoon, '临近时限', 'due soon'),
      countText(behind, '进度滞后', 'behind'),
    ],
    '、',
  );
  const zhLeft =
    left === 0
      ? '任务全部办结'
      : left === overdue
        ? `未办结${left}项，均已逾期`
        : `未办结${left}项${parts.zh && `，其中${parts.zh}`}`;
  const enLeft =
    left === 0
      ? 'all are closed'
      : `${left} ${left === 1 ? 'is' : 'are'} open${parts.en && ` (${parts.en})`}`;
  const rate = percentText(closed / total);
  if (closed === 0) {
    const zh = left === overdue ? '均逾期未办结' : `均未办结${parts.zh && `，其中${parts.zh}`}`;
    return {
      zh: `截至${dayText(asOf, 'zh')}，${zh}。`,
      en: `By ${dayText(asOf, 'en')} none was closed; ${enLeft}.`,
    };
  }
  return {
    zh: `截至${dayText(asOf, 'zh')}，已办结${closed}项${late ? `（其中超期办结${closedLate}项）` : ''}，办结率${rate}；${zhLeft}。`,
    en: `By ${dayText(asOf, 'en')} ${closed} were closed${late ? ` (${closedLate} late)` : ''}, ${rate}; ${enLeft}.`,
  };
}

/** A running period is set beside the last one; only a finished one is said to be up or down. */
function comparison({ taskCounts, tasksBefore, isOver, words }: SummaryFacts) {
  if (tasksBefore.total === 0) return undefined;
  const before = tasksBefore.closed / tasksBefore.total;
  const change = taskCounts.closed / taskCounts.total - before;
  const points = numberText(Math.abs(change) * 100);
  if (!isOver) {
    const rate = percentText(before);
    return {
      zh: `${words.before.zh}办结率为${rate}。`,
      en: `The rate of ${words.before.en} was ${rate}.`,
    };
  }
  if (points === '0') {
    return {
      zh: `办结率与${words.before.zh}持平。`,
      en: `The rate is the same as ${words.before.en}.`,
    };
  }
  return {
    zh: `办结率比${words.before.zh}${change > 0 ? '提高' : '下降'}${points}个百分点。`,
    en: `The rate is ${points} points ${change > 0 ? 'up' : 'down'} on ${words.before.en}.`,
  };
}

/** Most bars that one chart can hold legibly. */
const barsInChart = 12;

function draftTargets(draft: Drafter, facts: SummaryFacts): void {
  const { targets, month } = facts;
  const counts = targetCounts(targets);
  if (counts.total === 0) {
    draft.paragraph('targets');
    return;
  }
  const sentence = targetSentence(counts);
  const table = attachmentLabel(facts, 'targets');
  const isMonth = parsePeriod(facts.period).every === 'month';
  const monthName = isMonth
    ? facts.words.current
    : { zh: `${Number(month.slice(5))}月`, en: periodLabel(month, 'en') };
  const unmeasured = targets.filter(({ latest }) => latest !== month).length;
  draft.paragraph(
    'targets',
    {
      zh: `年度目标方面，${sentence.zh.replace(/。$/, '')}（见${table.zh}）。`,
      en: `${sentence.en.replace(/\.$/, '')} (${table.en}).`,
    },
    counts.reached > 0
      ? {
          zh: `其中${counts.reached}项已达到年度目标值。`,
          en: `${counts.reached} ${counts.reached === 1 ? 'has' : 'have'} reached the value set for the year.`,
        }
      : undefined,
    unmeasured > 0
      ? {
          zh: `${unmeasured === counts.total ? '各' : unmeasured}项目标${monthName.zh}数据待填报。`,
          en: `${unmeasured} ${unmeasured === 1 ? 'has' : 'have'} no value for ${monthName.en} yet.`,
        }
      : undefined,
  );
  if (!hasManyBars(facts)) chartTargets(draft, facts);
}

/** Whether the targets need more than one chart: those stand with their table, in the attachment. */
export const hasManyBars = ({ targets }: SummaryFacts): boolean =>
  targets.filter(({ percent }) => percent !== null).length > barsInChart;

/** The rates of the targets as bars, in as many charts as they need; none where nothing is measured. */
export function chartTargets(draft: Drafter, facts: SummaryFacts): void {
  const sentence = targetSentence(targetCounts(facts.targets));
  const measured = facts.targets.filter(({ percent }) => percent !== null);
  if (measured.length === 0) return;
  const charts = Math.ceil(measured.length / barsInChart);
  const size = Math.ceil(measured.length / charts);
  const max = axisEnd(measured);
  for (let index = 0; index < charts; index += 1) {
    const part = measured.slice(index * size, (index + 1) * size);
    const share = { zh: `之${chineseNumeral(index + 1)}`, en: ` ${index + 1}/${charts}` };
    const which = charts > 1 ? share : { zh: '', en: '' };
    draft.chart(
      {
        chart: 'bar',
        labels: part.map(({ target }) => target.name),
        series: [
          {
            name: draft.say({ zh: '完成率（%）', en: 'Rate (%)' }),
            values: part.map(rounded),
          },
        ],
        max,
      },
      {
        zh: `${periodLabel(facts.period, 'zh')}目标完成率${which.zh}（%）`,
        en: `Fulfilment of targets, ${periodLabel(facts.period, 'en')} (%)${which.en}`,
      },
      index === charts - 1 ? sentence : { zh: '', en: '' },
    );
  }
}

/** The rate of a target as text and chart give it: per cent with one decimal. */
const rounded = ({ percent }: TargetFulfilment): number | null =>
  percent === null ? null : Number(numberText(percent));

/** End of the axis in steps of 20, at least 100. */
const axisEnd = (list: readonly TargetFulfilment[]): number =>
  Math.max(100, Math.ceil(Math.max(...list.map(({ percent }) => percent ?? 0)) / 20) * 20);
