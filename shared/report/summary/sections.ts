import { sections } from '../../catalogue/catalogue';
import type { Bilingual } from '../../catalogue/row';
import { contactVisit } from '../../kinds/contact-visit';
import type { Drafter } from '../drafter';
import { clausesText, countText, numberText, percentText, quotedText } from '../wording';
import { countedText, type KindFact } from './activities';
import { kindsIn, rateBefore, rateOf, type SummaryFacts } from './facts';

/** 机制运行情况: how far the four mechanisms kept their rhythm, then each of them. */
export function draftMechanisms(draft: Drafter, facts: SummaryFacts): void {
  draft.paragraph(
    'mechanisms',
    rateSentence(facts, 'M', { zh: '四种机制', en: 'The four mechanisms' }),
    rateComparison(facts, 'M'),
  );
  draftEach(draft, facts, 'mechanisms', 'M');
}

/** 三个抓手落实情况. */
export function draftGrips(draft: Drafter, facts: SummaryFacts): void {
  draft.paragraph(
    'grips',
    rateSentence(facts, 'G', { zh: '三个抓手', en: 'The three grips' }),
    rateComparison(facts, 'G'),
  );
  draftEach(draft, facts, 'grips', 'G');
}

/** How duties were met: only the counts that are not zero are mentioned. */
function rateSentence(facts: SummaryFacts, group: string, who: Bilingual): Bilingual {
  const rate = rateOf(facts, group);
  const current = facts.words.current;
  if (rate.owed + rate.notApplicable === 0) {
    return {
      zh: `${who.zh}${current.zh}没有到期事项。`,
      en: `${who.en} owe nothing ${current.en}.`,
    };
  }
  const parts = clausesText([
    countText(rate.met, '已完成', 'done'),
    countText(rate.late, '其中超期完成', 'of these late'),
    countText(rate.overdue, '逾期未完成', 'overdue'),
    countText(rate.open, '尚未到期', 'not due yet'),
    countText(rate.notApplicable, '经说明不适用', 'declared not applicable'),
  ]);
  const total = rate.owed + rate.notApplicable;
  return {
    zh: `${who.zh}${current.zh}到期事项${total}项，${parts.zh}。`,
    en: `${who.en}: ${total} items due ${current.en}, ${parts.en}.`,
  };
}

/** The rate of a finished period beside that of the one before; a running one has none yet. */
function rateComparison(facts: SummaryFacts, group: string): Bilingual | undefined {
  const { rate } = rateOf(facts, group);
  const before = rateBefore(facts, group);
  if (!facts.isOver || rate === null || before === null) return undefined;
  // Nothing done, now as then, is said by the counts.
  if (rate === 0 && before === 0) return undefined;
  const points = numberText(Math.abs(rate - before) * 100);
  const { zh, en } = facts.words.before;
  const now = percentText(rate);
  if (points === '0') {
    return { zh: `完成率${now}，与${zh}持平。`, en: `${now} were met, the same as ${en}.` };
  }
  const isUp = rate > before;
  return {
    zh: `完成率${now}，比${zh}${isUp ? '提高' : '下降'}${points}个百分点。`,
    en: `${now} were met, ${points} points ${isUp ? 'up' : 'down'} on ${en}.`,
  };
}

/** Most kinds of activity that the paragraph of a section tells, those that came most often. */
const mostKinds = 4;

/**
 * A section by what happened in it; its check items are in the checklist and the attachment, by name.
 * Only the first kind that has titles names any, each section in another wording.
 */
function draftEach(draft: Drafter, facts: SummaryFacts, group: string, initial: string): void {
  const own = sections.filter((section) => section.id.startsWith(initial));
  for (const [index, { id, text }] of own.entries()) {
    const kinds = [...kindsIn(facts, id)].sort((a, b) => b.count - a.count).slice(0, mostKinds);
    const titled = kinds.find(isTitled);
    const acts = kinds.map((fact) => activityText(fact, fact === titled ? index : undefined));
    const rate = rateOf(facts, id);
    const overdue =
      rate.overdue > 0
        ? { zh: `尚有${rate.overdue}项逾期`, en: `${rate.overdue} overdue` }
        : undefined;
    if (acts.length === 0 && !overdue) {
      draft.paragraph(`${group}.${id}`);
      continue;
    }
    const parts = clausesText([...acts, overdue], '；');
    draft.paragraph(`${group}.${id}`, {
      zh: `${text.zh}方面，${parts.zh}。`,
      en: `${text.en} – ${parts.en}.`,
    });
  }
}

/** A title that is longer is not named in running text. */
const longestTitle = 30;

const shortTitles = ({ titles }: KindFact): string[] =>
  titles.filter((title) => title.length <= longestTitle);

const isTitled = (fact: KindFact): boolean =>
  !fact.kind.countOnly && fact.kind.id !== contactVisit.id && shortTitles(fact).length > 0;

/** How titles are brought in, by turns. */
const titleWordings = ['主题为', '围绕', '重点是', '内容为'];

/** One kind of activity in one clause, with up to two of its titles where a wording is given. */
function activityText({ kind, count, ...fact }: KindFact, wording: number | undefined): Bilingual {
  const said: (Bilingual | undefined)[] = [countedText(kind, count)];
  if (!kind.countOnly) {
    const { roll, attendance, hours } = fact;
    if (roll) {
      const unit = count > 1 ? '人次' : '人';
      said.push({
        zh: `应到${roll.expected}${unit}、实到${roll.attended}${unit}`,
        en: `${roll.attended} of ${roll.expected} attended`,
      });
    } else if (attendance !== null && attendance > 0 && kind.id !== contactVisit.id) {
      said.push({
        zh: `参加${attendance}${count > 1 ? '人次' : '人'}`,
        en: `${attendance} took part`,
      });
    }
    if (hours !== null && hours > 0) {
      said.push({
        zh: `计${numberText(hours)}学时`,
        en: `${numberText(hours)} hours`,
      });
    }
    if (wording !== undefined) {
      const titles = shortTitles({ kind, count, ...fact });
      const list = quotedText(titles, 2);
      said.push({
        zh: `${titleWordings[wording % titleWordings.length]}${list.zh}`,
        en: `on ${list.en}`,
      });
    }
  }
  return clausesText(said);
}
