import { dayText } from '../calendar/day-text';
import { periodLabel } from '../calendar/period';
import type { Bilingual } from '../catalogue/row';
import type { State } from '../changes/state';
import type { ReportDocument } from './blocks';
import { type DocumentKind, type DocumentRequest, passagesOf } from './document-kind';
import { Drafter } from './drafter';
import { draftConsequences } from './leader/consequences';
import { type LeaderFacts, leaderFacts } from './leader/facts';
import { draftRatingCourse } from './leader/rating-course';
import {
  draftCharge,
  draftConduct,
  draftIntegrity,
  draftLedTargets,
  draftLedTasks,
  draftOwnPlan,
  draftOwnProblems,
  draftOwnRating,
  draftStudy,
} from './leader/sections';
import { framing, putSections, type Section, templateOf } from './template';

type Put = Section<LeaderFacts>['draft'];

const both =
  (...puts: readonly Put[]): Put =>
  (draft, facts) => {
    for (const put of puts) put(draft, facts);
  };

const section = (id: string, zh: string, en: string, draft: Put): Section<LeaderFacts> => ({
  id,
  heading: { zh, en },
  draft,
});

const monthSections: readonly Section<LeaderFacts>[] = [
  section(
    'tasks',
    '牵头任务办理情况',
    'Tasks led',
    both(draftLedTasks, draftLedTargets, draftConsequences),
  ),
  section('charge', '线·点·项落实情况', 'Line, point and project', draftCharge),
  section('study', '学习和党员活动情况', 'Study and Party days', draftStudy),
  section('conduct', '联系职工群众情况', 'Among staff and people', draftConduct),
  section('rating', '自评情况', 'Self-rating', draftOwnRating),
  section('problems', '存在的问题', 'Problems', draftOwnProblems),
  section('plan', '下月工作安排', 'Plan for the next month', draftOwnPlan),
];

const yearSections: readonly Section<LeaderFacts>[] = [
  section('study', '学习情况', 'Study', draftStudy),
  section(
    'tasks',
    '履行职责情况',
    'Duties fulfilled',
    both(draftCharge, draftLedTasks, draftLedTargets, draftConsequences),
  ),
  section('conduct', '作风建设情况', 'Conduct', draftConduct),
  section('integrity', '廉洁自律情况', 'Integrity', draftIntegrity),
  section('rating', '自评情况', 'Self-rating', draftRatingCourse),
  section('problems', '存在的问题和不足', 'Problems and shortcomings', draftOwnProblems),
  section('plan', '下年度工作打算', 'Plan for the next year', draftOwnPlan),
];

interface Declared {
  readonly id: string;
  readonly span: 'month' | 'year';
  readonly name: Bilingual;
  readonly sections: readonly Section<LeaderFacts>[];
  readonly title: (facts: LeaderFacts, period: Bilingual) => Bilingual;
  readonly opening: (period: Bilingual) => Bilingual;
}

const leaderKind = (declared: Declared): DocumentKind => ({
  id: declared.id,
  name: declared.name,
  of: 'leader',
  spans: [declared.span],
  sections: declared.sections,
  build: (state, request) => leaderDocument(state, request, declared),
});

/** 个人月度小结: what one leader did in a month. */
export const personalKind = leaderKind({
  id: 'personal',
  span: 'month',
  name: { zh: '个人月度小结', en: 'Monthly summary of a leader' },
  sections: monthSections,
  title: ({ person }, period) => ({
    zh: `${person.name}${period.zh}工作小结`,
    en: `${person.name}: Summary of Work, ${period.en}`,
  }),
  opening: (period) => ({
    zh: `现将本人${period.zh}工作情况小结如下。`,
    en: `This is the summary of my work of ${period.en}.`,
  }),
});

/** 述职述廉报告: a leader's report on duties and integrity over a year. Source: essay ¶14 (G2.8). */
export const dutyReportKind = leaderKind({
  id: 'duty-report',
  span: 'year',
  name: { zh: '述职述廉报告', en: 'Report on duties and integrity' },
  sections: yearSections,
  title: (_facts, period) => ({
    zh: `${period.zh.replace(/年$/, '年度')}述职述廉报告`,
    en: `Report on Duties and Integrity, ${period.en}`,
  }),
  opening: (period) => ({
    zh: `现将本人${period.zh.replace(/年$/, '年度')}履行职责和廉洁自律情况报告如下，请予审议。`,
    en: `This is my report on duties and integrity in ${period.en}.`,
  }),
});

/**
 * A document of one leader, drafted from the records as they stand on `today`: what he leads, took
 * part in and was in charge of. A draft of the self-rating, the private dimension (B6), sensitive
 * items and the content of reports are left out. Throws RangeError where there is no such person.
 */
function leaderDocument(
  state: State,
  request: DocumentRequest,
  { id, span, sections, title, opening }: Declared,
): ReportDocument {
  const { period, language, subject, ignorePassages = false } = request;
  const facts = leaderFacts(state, request, span);
  const template = templateOf(state, id, language);
  const draft = new Drafter({
    state,
    document: passagesOf(id, { subject, language }),
    period,
    language,
    ignorePassages,
    isBrief: template.tone === 'brief',
  });
  const label = { zh: periodLabel(period, 'zh'), en: periodLabel(period, 'en') };
  const unit = { zh: facts.unit.name.trim() || '本单位', en: facts.unit.name.trim() || 'the unit' };
  const heading = title(facts, label);
  draft.title(heading);
  const { name, post } = facts.person;
  draft.byline({
    zh: [facts.unit.name, post, name]
      .map((part) => part.trim())
      .filter(Boolean)
      .join('　'),
    en: [name, post, facts.unit.name]
      .map((part) => part.trim())
      .filter(Boolean)
      .join(', '),
  });
  draft.paragraph('opening', framing(template.opening, unit, label) ?? opening(label));
  putSections(draft, sections, facts, template);
  draft.paragraph('closing', framing(template.closing, unit, label));
  draft.blocks.push({
    type: 'signature',
    name,
    date: dayText(facts.asOf, language),
  });
  // Whose report it is, the byline says; the file is called so, too.
  const isNamed = heading.zh.includes(name);
  return draft.document(
    isNamed ? heading : { zh: `${name}${heading.zh}`, en: `${name}: ${heading.en}` },
  );
}
