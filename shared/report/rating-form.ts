import { dayText } from '../calendar/day-text';
import { periodLabel, previousPeriod } from '../calendar/period';
import { dimensions, privateDimension } from '../catalogue/catalogue';
import type { Bilingual, Ratable } from '../catalogue/row';
import { recordOf, recordOrDefault } from '../changes/records';
import type { State } from '../changes/state';
import { formatScore, scoreLabel } from '../insight/grade';
import { viewOf } from '../insight/moment';
import { hasEvidence } from '../insight/rating-flags';
import { ratingRows } from '../insight/rating-rows';
import {
  leaderScores,
  leadingId,
  ratingPeriodOf,
  ratingsOf,
  sheetStatus,
  submittedScores,
} from '../insight/score';
import { sheetId } from '../model/rating';
import { unitId } from '../model/unit';
import type { ReportDocument } from './blocks';
import { type DocumentKind, type DocumentRequest, passagesOf } from './document-kind';
import { type Column, Drafter } from './drafter';
import { putForm, unitAndPost } from './form';
import { onOneLine } from './wording';

/** 自评表: a leader's self-rating of a period on one page, to be signed. */
export const ratingFormKind: DocumentKind = {
  id: 'rating-form',
  name: { zh: '自评表', en: 'Self-rating form' },
  of: 'leader',
  spans: ['month'],
  build: ratingForm,
};

const columns: readonly Column[] = [
  { title: { zh: '方面', en: 'Dimension' }, width: 30, align: 'center' },
  { title: { zh: '各项自评', en: 'Its rows' }, width: 70, align: 'left' },
  { title: { zh: '得分', en: 'Score' }, width: 18, align: 'center' },
  { title: { zh: '上期', en: 'Before' }, width: 18, align: 'center' },
  { title: { zh: '佐证', en: 'Evidence' }, width: 20, align: 'center' },
];

const leadingText: Bilingual = { zh: '以身作则', en: 'Leading by example' };

/** Longest text of a cell: the form is one page, whole texts stand in the leader's monthly summary. */
const longest = 54;

const clipped = (text: string): string => {
  const line = onOneLine(text);
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
};

/**
 * The form of a leader. What is not handed in is his own: his form is then left blank, to be filled
 * in by hand. Body and mind (B6) stand on it only where he lets them. Throws RangeError where there
 * is no such person.
 */
function ratingForm(whole: State, request: DocumentRequest): ReportDocument {
  const { subject, language, today, ignorePassages = false } = request;
  const { state } = viewOf(whole, request.period, today);
  const person = recordOf(state, 'person', subject);
  if (!person) throw new RangeError(`no such person: ${subject}`);
  const unit = recordOrDefault(state, 'unit', unitId);
  const period = ratingPeriodOf(state, request.period);
  const draft = new Drafter({
    state,
    document: passagesOf(ratingFormKind.id, { subject, language }),
    period: request.period,
    language,
    ignorePassages,
  });
  const isIn = sheetStatus(state, subject, period) === 'submitted';
  const sheet = recordOrDefault(state, 'sheet', sheetId(subject, period));
  const title = {
    zh: `${person.name}${periodLabel(period, 'zh')}自评表`,
    en: `${person.name}: Self-Rating, ${periodLabel(period, 'en')}`,
  };
  draft.title(title);
  const all = ratingRows(state, period);
  const ratings = ratingsOf(state, subject, period);
  const now = leaderScores(state, subject, period).scores;
  const before = submittedScores(state, subject, previousPeriod(period))?.scores;
  const gradeText = (row: Ratable): string => {
    const rating = ratings.get(row.id);
    if (rating && rating.notApplicable !== '') return draft.say({ zh: '不涉及', en: 'n/a' });
    return draft.say(scoreLabel(rating?.score ?? null, unit.scale));
  };
  const scoreText = (score: number | null | undefined): string =>
    score === null || score === undefined ? '' : formatScore(score);
  const shown = [
    ...dimensions
      .filter(({ id }) => id !== privateDimension || sheet.showsPrivate)
      .map(({ id, text }) => ({ id, text })),
    { id: leadingId, text: leadingText },
  ];
  draft.table(
    { zh: '', en: '' },
    columns,
    shown.map(({ id, text }) => {
      const rows = all.filter(({ parent }) => (parent ?? leadingId) === id);
      const supported = rows.filter(({ id: row }) => {
        const rating = ratings.get(row);
        return rating !== undefined && hasEvidence(state, rating);
      }).length;
      return [
        draft.say(text),
        isIn ? rows.map(gradeText).join(language === 'zh' ? '、' : ', ') : '',
        isIn ? scoreText(now.get(id)) : '',
        scoreText(before?.get(id)),
        isIn ? draft.say({ zh: `${supported}项`, en: String(supported) }) : '',
      ];
    }),
  );
  // What is blank is written in by hand.
  const said = (text: string) => (isIn && text.trim() !== '' ? clipped(text) : '\n\n');
  putForm(draft, [
    unitAndPost(unit, person, language),
    [{ zh: '主要成绩', en: 'Achievements' }, said(sheet.strengths)],
    [{ zh: '找差距', en: 'Gaps' }, said(sheet.gaps)],
    [{ zh: '定措施', en: 'Measures' }, said(sheet.measures)],
    [{ zh: '点评', en: 'Comment' }, said(sheet.comment)],
    [
      { zh: '签名', en: 'Signatures' },
      draft.say({
        zh: `\n本人：　　　　　主要负责人：　　　　　${dayText(today, 'zh')}`,
        en: `\nLeader:              Head:              ${dayText(today, 'en')}`,
      }),
    ],
  ]);
  return draft.document(title, person.name);
}
