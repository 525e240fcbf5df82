import { periodLabel, periodRange } from '../calendar/period';
import type { State } from '../changes/state';
import type { ReportDocument } from './blocks';
import { type DocumentKind, passagesOf } from './document-kind';
import { Drafter, type Language } from './drafter';
import { attachmentLabel, attachmentsOf } from './monthly/attachments';
import { type MonthlyFacts, type MonthlyOptions, monthlyFacts } from './monthly/facts';
import { draftPlan } from './monthly/plan';
import { draftProblems } from './monthly/problems';
import { draftGrips, draftMechanisms } from './monthly/sections';
import { draftTasks } from './monthly/tasks';
import { draftTeam } from './monthly/team';
import { dayText } from './numbering';

export interface MonthlySummaryOptions extends MonthlyOptions {
  /** Language of the document; Chinese unless said otherwise. */
  readonly language?: Language;
  /** Leaves out the passages the clerk rewrote, to see the drafted text below them. */
  readonly ignorePassages?: boolean;
}

/** 单位月度小结: the summary of a month. */
export const monthlyKind: DocumentKind = {
  id: 'monthly',
  name: { zh: '单位月度小结', en: 'Monthly summary of the unit' },
  of: 'unit',
  spans: ['month'],
  build: (state, { period, ...request }) => monthlySummary(state, { ...request, month: period }),
};

/**
 * The summary of a month (月度工作总结), drafted from the records as they stand on `today`: a
 * sentence is there only where its facts are, and text, tables and charts share the same values.
 * Passages the clerk rewrote replace the drafted paragraph of the same section. Self-ratings that
 * were not submitted, the private dimension (B6) and sensitive check items are left out. Throws
 * RangeError unless `month` is `YYYY-MM`.
 */
export function monthlySummary(state: State, options: MonthlySummaryOptions): ReportDocument {
  const { month, language = 'zh', ignorePassages = false } = options;
  const facts = monthlyFacts(state, options);
  const document = passagesOf(monthlyKind.id, { subject: '', language });
  const draft = new Drafter({
    state,
    document,
    period: month,
    language,
    ignorePassages,
  });
  const name = {
    zh: facts.unit.name.trim() || '本单位',
    en: facts.unit.name.trim() || 'This unit',
  };
  const title = {
    zh: `${name.zh}${periodLabel(month, 'zh')}工作总结`,
    en: `${name.en}: Summary of Work, ${periodLabel(month, 'en')}`,
  };
  draft.title(title);
  if (facts.isEmpty) draftEmpty(draft, facts);
  else draftBody(draft, facts);
  const attachments = facts.isEmpty ? [] : attachmentsOf(facts);
  if (attachments.length > 0) {
    const names = attachments.map((attachment) => draft.say(attachment.title));
    draft.blocks.push({ type: 'attachments', names });
  }
  draft.blocks.push({
    type: 'signature',
    name: draft.say(name),
    date: dayText(facts.asOf, language),
  });
  for (const { id, title: heading, put } of attachments) {
    draft.attachment(attachmentLabel(facts, id), heading);
    put(draft);
  }
  return {
    title: draft.say(title),
    language: language === 'zh' ? 'zh-CN' : 'en',
    pageNumbers: 'outer',
    blocks: draft.blocks,
  };
}

function draftBody(draft: Drafter, facts: MonthlyFacts): void {
  draft.paragraph('opening', {
    zh: `现将${periodLabel(facts.month, 'zh')}工作情况总结如下。`,
    en: `This is the summary of the work of ${periodLabel(facts.month, 'en')}.`,
  });
  draft.heading(1, { zh: '本月工作完成情况', en: 'Work done this month' });
  draftTasks(draft, facts);
  draftMechanisms(draft, facts);
  draftGrips(draft, facts);
  draftTeam(draft, facts);
  draftProblems(draft, facts);
  draftPlan(draft, facts);
}

/** A month of which nothing was recorded: says so, and invents nothing. */
function draftEmpty(draft: Drafter, { month, asOf, leaders }: MonthlyFacts): void {
  const day = { zh: dayText(asOf, 'zh'), en: dayText(asOf, 'en') };
  const name = { zh: periodLabel(month, 'zh'), en: periodLabel(month, 'en') };
  if (asOf < periodRange(month).first) {
    draft.paragraph('empty', {
      zh: `截至${day.zh}，${name.zh}尚未开始，没有可供总结的情况。`,
      en: `On ${day.en}, ${name.en} has not begun; there is nothing to sum up.`,
    });
    return;
  }
  const members = leaders.length;
  draft.paragraph('empty', {
    zh:
      `截至${day.zh}，${name.zh}尚无可供总结的记录：` +
      '任务分解未录入，年度目标未设定，学习培训、党员活动等情况未登记，' +
      (members > 0 ? `班子成员${members}名均未提交自评。` : '班子成员未录入。'),
    en:
      `By ${day.en} nothing has been recorded for ${name.en}: ` +
      'no tasks, no targets, no activities, and ' +
      (members > 0 ? `no self-rating of the ${members} members of the team.` : 'no team.'),
  });
}
