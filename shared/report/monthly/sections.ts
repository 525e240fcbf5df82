import { sections } from '../../catalogue/catalogue';
import type { Bilingual } from '../../catalogue/row';
import type { Duty, FulfilmentRate } from '../../insight/duties';
import type { Light } from '../../insight/lights';
import { contactVisit } from '../../kinds/contact-visit';
import type { Drafter } from '../drafter';
import { clausesText, countText, namesText, numberText, quotedText, shortName } from '../wording';
import type { KindFact } from './activities';
import { kindsIn, type MonthlyFacts, rateOf } from './facts';

/** （二）机制运行情况: how far the four mechanisms kept their rhythm, then each of them. */
export function draftMechanisms(draft: Drafter, facts: MonthlyFacts): void {
  draft.heading(2, { zh: '机制运行情况', en: 'The four mechanisms' });
  draft.paragraph(
    'mechanisms',
    rateSentence(rateOf(facts, 'M'), {
      zh: '四种机制',
      en: 'The four mechanisms',
    }),
  );
  draftEach(draft, facts, 'mechanisms', 'M');
}

/** （三）三个抓手落实情况. */
export function draftGrips(draft: Drafter, facts: MonthlyFacts): void {
  draft.heading(2, { zh: '三个抓手落实情况', en: 'The three grips' });
  draft.paragraph(
    'grips',
    rateSentence(rateOf(facts, 'G'), { zh: '三个抓手', en: 'The three grips' }),
  );
  draftEach(draft, facts, 'grips', 'G');
}

/** How duties were met: only the counts that are not zero are mentioned. */
function rateSentence(rate: FulfilmentRate, who: Bilingual): Bilingual {
  if (rate.owed + rate.notApplicable === 0) {
    return {
      zh: `${who.zh}本月没有到期事项。`,
      en: `${who.en} owe nothing this month.`,
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
    zh: `${who.zh}本月到期事项${total}项，${parts.zh}。`,
    en: `${who.en}: ${total} items due this month, ${parts.en}.`,
  };
}

function draftEach(draft: Drafter, facts: MonthlyFacts, group: string, initial: string): void {
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

/** What the items of a section came to, by name. */
function itemsSentence(facts: MonthlyFacts, id: string, name: Bilingual): Bilingual {
  const duties = facts.duties.filter(({ item }) => item.id.startsWith(id));
  const checks = facts.checks.filter(({ item }) => item.id.startsWith(id));
  const clause = (list: Bilingual | undefined, zh: (list: string) => string, en: string) =>
    list && { zh: zh(list.zh), en: `${en}: ${list.en}` };
  const lit = (...lights: Light[]) =>
    titlesOf(duties.filter(({ light }) => lights.includes(light)));
  const said = [
    clause(titlesOf(duties.filter(isDone)), (list) => `完成了${list}`, 'done'),
    clause(lit('overdue'), (list) => `${list}逾期未完成`, 'overdue'),
    clause(lit('due-soon', 'not-yet'), (list) => `${list}尚未到期`, 'not due yet'),
    clause(lit('not-applicable'), (list) => `${list}经说明不适用`, 'declared not applicable'),
    clause(titlesOf(checks.filter(isDone)), (list) => `经核查，${list}达到要求`, 'in order'),
    clause(
      titlesOf(checks.filter((check) => !isDone(check))),
      (list) => `${list}尚未达到要求`,
      'not in order yet',
    ),
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
  const said: (Bilingual | undefined)[] = [
    { zh: `${kind.counted.zh}${count}次`, en: `${kind.counted.en}: ${count}` },
  ];
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
