import { sections } from '../../catalogue/catalogue';
import type { Bilingual } from '../../catalogue/row';
import type { Duty } from '../../insight/duties';
import type { Light } from '../../insight/lights';
import { contactVisit } from '../../kinds/contact-visit';
import type { Drafter } from '../drafter';
import {
  clausesText,
  countText,
  namesText,
  numberText,
  percentText,
  quotedText,
  shortName,
} from '../wording';
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
    { zh: `已完成${rate.met}项`, en: `${rate.met} done` },
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

function draftEach(draft: Drafter, facts: SummaryFacts, group: string, initial: string): void {
  for (const { id, text } of sections.filter((section) => section.id.startsWith(initial))) {
    const rate = rateOf(facts, id);
    const acts = kindsIn(facts, id).map(activitySentence);
    const isChecked = facts.checks.some(({ item }) => item.id.startsWith(id));
    const isQuiet = rate.owed + rate.notApplicable === 0 && acts.length === 0 && !isChecked;
    draft.paragraph(
      `${group}.${id}`,
      ...(isQuiet ? [] : [itemsSentence(facts, id, text), ...acts]),
    );
  }
}

/** Titles of the items of some duties, none twice. */
function titlesOf(duties: readonly Duty[]): Bilingual | undefined {
  const items = [...new Set(duties.map(({ item }) => item))];
  if (items.length === 0) return undefined;
  const names = items.map(({ text }) => shortName(text));
  return {
    zh: quotedText(
      names.map(({ zh }) => zh),
      8,
    ).zh,
    en: quotedText(
      names.map(({ en }) => en),
      8,
    ).en,
  };
}

const isDone = ({ light }: Duty): boolean => light === 'done' || light === 'done-late';

/** Where an item of a period stands that it was due in more than once. */
type Standing = 'done' | 'in-part' | 'missed' | 'ahead' | 'not-applicable';

/** An item is named once: by what was missed, else by what was done, else by what is ahead. */
function standingOf(of: readonly Duty[]): Standing {
  const has = (...lights: Light[]) => of.some(({ light }) => lights.includes(light));
  if (has('overdue')) return of.some(isDone) ? 'in-part' : 'missed';
  if (of.some(isDone)) return 'done';
  return has('due-soon', 'not-yet') ? 'ahead' : 'not-applicable';
}

/** The same of a check, which is never ahead: every time it was met, at times, or never. */
function checkStanding(of: readonly Duty[]): Standing {
  if (of.every(isDone)) return 'done';
  return of.some(isDone) ? 'in-part' : 'missed';
}

/** What the items of a section came to, by name. */
function itemsSentence(facts: SummaryFacts, id: string, name: Bilingual): Bilingual {
  const duties = facts.duties.filter(({ item }) => item.id.startsWith(id));
  const checks = facts.checks.filter(({ item }) => item.id.startsWith(id));
  const clause = (list: Bilingual | undefined, zh: (list: string) => string, en: string) =>
    list && { zh: zh(list.zh), en: `${en}: ${list.en}` };
  const named = (all: readonly Duty[], of: (own: readonly Duty[]) => Standing, wanted: Standing) =>
    titlesOf(all.filter(({ item }) => of(all.filter((one) => one.item === item)) === wanted));
  const owed = (wanted: Standing) => named(duties, standingOf, wanted);
  const checked = (wanted: Standing) => named(checks, checkStanding, wanted);
  const checkClauses = [
    clause(checked('done'), (list) => `${list}达到要求`, 'in order'),
    clause(checked('in-part'), (list) => `${list}未全部达到要求`, 'in order at times'),
    clause(checked('missed'), (list) => `${list}尚未达到要求`, 'not in order yet'),
  ].filter((one) => one !== undefined);
  const said = [
    clause(owed('done'), (list) => `完成了${list}`, 'done'),
    clause(owed('in-part'), (list) => `${list}未全部完成`, 'done in part'),
    clause(owed('missed'), (list) => `${list}逾期未完成`, 'overdue'),
    clause(owed('ahead'), (list) => `${list}尚未到期`, 'not due yet'),
    clause(owed('not-applicable'), (list) => `${list}经说明不适用`, 'declared not applicable'),
    ...checkClauses.map(({ zh, en }, index) => ({ zh: index === 0 ? `经核查，${zh}` : zh, en })),
  ];
  const parts = clausesText(said, '；');
  if (parts.zh === '') return { zh: `${name.zh}方面，`, en: `${name.en}:` };
  return {
    zh: `${name.zh}方面，${parts.zh}。`,
    en: `${name.en} – ${parts.en}.`,
  };
}

/** One kind of activity in one sentence. */
function activitySentence({ kind, count, ...fact }: KindFact): Bilingual {
  const said: (Bilingual | undefined)[] = [countedText(kind, count)];
  if (!kind.countOnly) {
    const { roll, attendance, hours, titles, leaders } = fact;
    if (roll) {
      const unit = count > 1 ? '人次' : '人';
      said.push({
        zh: `应到${roll.expected}${unit}、实到${roll.attended}${unit}`,
        en: `${roll.attended} of ${roll.expected} attended`,
      });
    } else if (attendance !== null) {
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
    if (kind.id === contactVisit.id && leaders.length > 0) {
      const names = namesText(leaders.map(({ name }) => name));
      said.push({ zh: `走访的班子成员有${names.zh}`, en: `by ${names.en}` });
    } else if (kind.id !== contactVisit.id && titles.length > 0) {
      const list = quotedText(titles, 3);
      said.push({ zh: `内容有${list.zh}`, en: `on ${list.en}` });
    }
  }
  const parts = clausesText(said);
  return {
    zh: `${parts.zh}。`,
    en: `${parts.en.charAt(0).toUpperCase()}${parts.en.slice(1)}.`,
  };
}
