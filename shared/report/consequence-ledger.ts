import { dayText } from '../calendar/day-text';
import { periodOf, periodRange } from '../calendar/period';
import type { Bilingual } from '../catalogue/row';
import { recordOrDefault } from '../changes/records';
import type { State } from '../changes/state';
import {
  basisName,
  type Consequence,
  consequenceCounts,
  consequenceNames,
  consequencesOf,
  isGood,
  type LedgerLine,
  leaderLedger,
  mendingOf,
} from '../insight/consequences';
import { viewOf } from '../insight/moment';
import { nameOf } from '../insight/people';
import { targetCounts, targetSentence } from '../insight/target-fulfilment';
import { formulaText } from '../insight/target-score';
import { targetLines } from '../insight/target-year';
import { unitId } from '../model/unit';
import type { ReportDocument } from './blocks';
import { asOf } from './charge-list';
import { type DocumentKind, type DocumentRequest, passagesOf } from './document-kind';
import { type Column, Drafter } from './drafter';
import { clausesText, numberText } from './wording';

/**
 * 奖惩追责台账: how each leader's targets are met, and what followed, resting on which task or
 * target, on what grounds and by whose decision. Source: essay ¶9.
 */
export const consequenceLedgerKind: DocumentKind = {
  id: 'consequence-ledger',
  name: { zh: '奖惩追责台账', en: 'Rewards and accountability' },
  of: 'unit',
  spans: ['year', 'quarter'],
  build: consequenceLedger,
};

const leaderColumns: readonly Column[] = [
  { title: { zh: '姓名', en: 'Name' }, width: 19, align: 'center' },
  { title: { zh: '职务', en: 'Post' }, width: 49, align: 'left' },
  { title: { zh: '目标', en: 'Targets' }, width: 14, align: 'right' },
  { title: { zh: '达到进度', en: 'On track' }, width: 21, align: 'right' },
  { title: { zh: '得分', en: 'Score' }, width: 17, align: 'right' },
  { title: { zh: '奖励', en: 'Rewards' }, width: 18, align: 'right' },
  { title: { zh: '追责', en: 'Penalties' }, width: 18, align: 'right' },
];

const recordColumns: readonly Column[] = [
  { title: { zh: '姓名', en: 'Name' }, width: 18, align: 'center' },
  { title: { zh: '日期', en: 'Date' }, width: 21, align: 'center' },
  { title: { zh: '方式', en: 'Kind' }, width: 20, align: 'center' },
  { title: { zh: '所据事项', en: 'Rests on' }, width: 27, align: 'left' },
  { title: { zh: '依据和决定', en: 'Grounds and decision' }, width: 48, align: 'left' },
  { title: { zh: '整改', en: 'Put right' }, width: 22, align: 'center' },
];

function consequenceLedger(
  whole: State,
  { period, today, language, ignorePassages = false }: DocumentRequest,
): ReportDocument {
  const { state, isOver } = viewOf(whole, period, today);
  const unit = recordOrDefault(state, 'unit', unitId);
  const name = unit.name.trim();
  const { first, last } = periodRange(period);
  const day = asOf(period, today);
  const year = Number(period.slice(0, 4));
  const month = periodOf(day < first ? last : day, 'month');
  const lines = targetLines(state, month, day, isOver);
  const inTime = ({ date }: Consequence) => date >= first && date <= day;
  const ledger = leaderLedger(state, lines, month).map((line) => ({
    ...line,
    penalties: line.penalties.filter(inTime),
    rewards: line.rewards.filter(inTime),
  }));
  const document = passagesOf(consequenceLedgerKind.id, { subject: '', language });
  const draft = new Drafter({ state, document, period, language, ignorePassages });
  const title = {
    zh: `${name}奖惩和责任追究台账`,
    en: `${name && `${name}: `}Rewards and Accountability`,
  };
  const targets = targetSentence(targetCounts(lines.map(({ now }) => now)));
  draft.title(title);
  draft.paragraph('standing', {
    zh: `截至${dayText(day, 'zh')}，${year}年度${targets.zh}`,
    en: `Targets of ${year}, by ${dayText(day, 'en')}: ${targets.en}`,
  });
  const records = consequencesOf(state, period.slice(0, 4)).filter(inTime);
  draft.paragraph('counts', countsText(state, records, { first, last: day }));
  draft.heading(1, { zh: '班子成员目标落实和奖惩情况', en: 'Leaders' });
  draft.table({ zh: '', en: '' }, leaderColumns, ledger.map(leaderRow));
  const { zh, en } = formulaText(unit);
  draft.paragraph('formula', { zh: `计分办法：${zh}`, en: `How it is scored: ${en}` });
  draft.heading(1, { zh: '奖惩和责任追究记录', en: 'Records' });
  const ordered = [...records].sort(
    (a, b) => rankIn(ledger, a) - rankIn(ledger, b) || (a.date < b.date ? -1 : 1),
  );
  if (ordered.length === 0) {
    draft.paragraph('records', { zh: '没有奖惩和责任追究记录。', en: 'There are none.' });
  } else {
    draft.table(
      { zh: '', en: '' },
      recordColumns,
      ordered.map((one) => [
        nameOf(state, one.person) || '—',
        dayText(one.date, language, year),
        draft.say(consequenceNames[one.kind]),
        basisName(state, one).trim() || '—',
        [one.grounds, one.decision, one.decidedBy]
          .map((text) => text.trim())
          .filter(Boolean)
          .join(language === 'zh' ? '；' : '; '),
        draft.say(mendingText(one, day, year)),
      ]),
    );
  }
  draft.blocks.push({ type: 'signature', name, date: dayText(day, language) });
  return draft.document(title);
}

const leaderRow = ({ name, post, targets, score, penalties, rewards }: LedgerLine): string[] => [
  name,
  post.trim(),
  numberText(targets.total),
  numberText(targets.onTrack),
  score === null ? '—' : numberText(score),
  numberText(rewards.length),
  numberText(penalties.length),
];

/** Leaders by rank, then everybody else. */
function rankIn(ledger: readonly LedgerLine[], { person }: Consequence): number {
  const place = ledger.findIndex(({ id }) => id === person);
  return place < 0 ? ledger.length : place;
}

function countsText(
  state: State,
  records: readonly Consequence[],
  range: Parameters<typeof consequenceCounts>[1],
): Bilingual | undefined {
  if (records.length === 0) return undefined;
  const counts = consequenceCounts(state, range);
  const side = (areGood: boolean, zh: string, en: string): Bilingual | undefined => {
    const of = counts.filter((one) => isGood(one) === areGood);
    if (of.length === 0) return undefined;
    const total = of.reduce((sum, { count }) => sum + count, 0);
    const kinds = clausesText(
      of.map(({ kind, count }) => ({
        zh: `${consequenceNames[kind].zh}${count}次`,
        en: `${consequenceNames[kind].en.toLowerCase()} ${count}`,
      })),
      '、',
    );
    return { zh: `${zh}${total}次（${kinds.zh}）`, en: `${en}: ${total} (${kinds.en})` };
  };
  const sides = clausesText([side(true, '奖励', 'rewards'), side(false, '追责', 'penalties')]);
  return {
    zh: `按照目标任务落实情况，${sides.zh}。`,
    en: `${sides.en.charAt(0).toUpperCase()}${sides.en.slice(1)}.`,
  };
}

/** Where putting things right stands, in words; empty where nothing was to be mended. */
export function mendingText(
  one: Consequence,
  day: Parameters<typeof mendingOf>[1],
  year: number,
): Bilingual {
  const on = (date: Consequence['mendBy']) => ({
    zh: dayText(date, 'zh', year),
    en: dayText(date, 'en', year),
  });
  switch (mendingOf(one, day)) {
    case 'done':
      return { zh: `${on(one.mended).zh}已整改`, en: `done on ${on(one.mended).en}` };
    case 'open':
      return { zh: `限${on(one.mendBy).zh}前`, en: `by ${on(one.mendBy).en}` };
    case 'overdue':
      return { zh: '逾期未整改', en: 'overdue' };
    case 'none':
      return { zh: '', en: '' };
  }
}
