import { dayText } from '../calendar/day-text';
import { periodLabel, periodRange } from '../calendar/period';
import type { State } from '../changes/state';
import type { ReportDocument } from './blocks';
import { type DocumentKind, type DocumentRequest, passagesOf } from './document-kind';
import { Drafter } from './drafter';
import { attachmentLabel, attachmentsOf } from './summary/attachments';
import { type PeriodWords, type SummaryFacts, summaryFacts, wordsOf } from './summary/facts';
import { draftPlan } from './summary/plan';
import { draftProblems } from './summary/problems';
import { draftGrips, draftMechanisms } from './summary/sections';
import { draftTasks } from './summary/tasks';
import { draftTeam } from './summary/team';
import { framing, putSections, type Section, templateOf } from './template';

function summarySections({ current, next }: PeriodWords): readonly Section<SummaryFacts>[] {
  const part = { zh: `${current.zh}工作完成情况`, en: `Work done ${current.en}` };
  return [
    {
      id: 'tasks',
      part,
      heading: { zh: '分线工作完成情况', en: 'Work by line' },
      draft: draftTasks,
    },
    {
      id: 'mechanisms',
      part,
      heading: { zh: '机制运行情况', en: 'The four mechanisms' },
      draft: draftMechanisms,
    },
    {
      id: 'grips',
      part,
      heading: { zh: '三个抓手落实情况', en: 'The three grips' },
      draft: draftGrips,
    },
    {
      id: 'team',
      part,
      heading: { zh: '班子自评与作风', en: 'Self-rating and conduct of the team' },
      draft: draftTeam,
    },
    {
      id: 'problems',
      heading: { zh: '存在的问题和不足', en: 'Problems and shortcomings' },
      draft: draftProblems,
    },
    {
      id: 'plan',
      heading: { zh: `${next.zh}工作计划`, en: `Plan for ${next.en}` },
      draft: draftPlan,
    },
  ];
}

/** A summary over a span; passages, template and seal of each span are its own. */
const summaryKind = (
  id: string,
  span: 'month' | 'quarter' | 'year',
  name: DocumentKind['name'],
): DocumentKind => ({
  id,
  name,
  of: 'unit',
  spans: [span],
  sections: summarySections(wordsOf[span]),
  build: (state, request) => summaryOf(state, id, request),
});

/** 单位月度小结. */
export const monthlyKind = summaryKind('monthly', 'month', {
  zh: '单位月度小结',
  en: 'Monthly summary of the unit',
});

/** 季度工作总结. */
export const quarterlyKind = summaryKind('quarterly', 'quarter', {
  zh: '单位季度总结',
  en: 'Quarterly summary of the unit',
});

/** 年度工作总结. */
export const yearlyKind = summaryKind('yearly', 'year', {
  zh: '单位年度总结',
  en: 'Yearly summary of the unit',
});

/**
 * The summary of a month, quarter or year (工作总结), drafted from the records as they stand on
 * `today`: a sentence is there only where its facts are, and text, tables and charts share the same
 * values. Passages the clerk rewrote replace the drafted paragraph of the same section. Self-ratings
 * that were not submitted, the private dimension (B6) and sensitive check items are left out. Throws
 * RangeError on weeks and half-years.
 */
function summaryOf(state: State, kind: string, request: DocumentRequest): ReportDocument {
  const { period, language, ignorePassages = false } = request;
  const facts = summaryFacts(state, request);
  const template = templateOf(state, kind, language);
  const draft = new Drafter({
    state,
    document: passagesOf(kind, { subject: '', language }),
    period,
    language,
    ignorePassages,
    isBrief: template.tone === 'brief',
  });
  const name = {
    zh: facts.unit.name.trim() || '本单位',
    en: facts.unit.name.trim() || 'This unit',
  };
  const label = { zh: periodLabel(period, 'zh'), en: periodLabel(period, 'en') };
  const title = {
    zh: `${name.zh}${label.zh}工作总结`,
    en: `${name.en}: Summary of Work, ${label.en}`,
  };
  draft.title(title);
  if (facts.isEmpty) draftEmpty(draft, facts);
  else {
    const opening = {
      zh: `现将${label.zh}工作情况总结如下。`,
      en: `This is the summary of the work of ${label.en}.`,
    };
    draft.paragraph('opening', framing(template.opening, name, label) ?? opening);
    putSections(draft, summarySections(facts.words), facts, template);
    draft.paragraph('closing', framing(template.closing, name, label));
  }
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
  for (const { id, title: heading, orientation, put } of attachments) {
    draft.attachment(attachmentLabel(facts, id), heading, orientation);
    put(draft);
  }
  return draft.document(title);
}

/** A period of which nothing was recorded: says so, and invents nothing. */
function draftEmpty(draft: Drafter, { period, asOf, leaders }: SummaryFacts): void {
  const day = { zh: dayText(asOf, 'zh'), en: dayText(asOf, 'en') };
  const name = { zh: periodLabel(period, 'zh'), en: periodLabel(period, 'en') };
  if (asOf < periodRange(period).first) {
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
