import { addDays, type Day, isDay, weekday } from './day';
import { type HolidayTable, holidayTableSchema, parseHolidayFile } from './holidays';

/** Why a text gives no table of holidays; `text` is the place in it. */
export interface NoticeProblem {
  readonly kind: 'no-year' | 'no-days' | 'no-such-day' | 'weekday' | 'count' | 'table';
  readonly text: string;
}

/** What a text was read as. */
export type ReadNotice =
  | { readonly tables: readonly HolidayTable[] }
  | { readonly problem: NoticeProblem };

/** Longest text that is read, in characters; a notice has some thousand. */
export const longestNotice = 100_000;

/** Longest stretch of days off, in days; no notice has more than ten. */
const longestRest = 31;

const two = (number: string | number): string => String(number).padStart(2, '0');

const weekdays = '一二三四五六日';

/** A day, or a stretch `1月1日(周四)至3日(周六)`, as notices write them. */
const mention =
  /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:\(([^)]{0,40})\))?(?:(?:至|到|[-—–~]+)(?:(?:(\d{4})年)?(\d{1,2})月)?(\d{1,2})日(?:\(([^)]{0,40})\))?)?/g;

/** `10日` after a day of the same month: `1月4日、10日上班`. */
const sameMonth = /(月\d{1,2}日(?:\([^)]*\))?[、,])(\d{1,2})日/g;

class Wrong extends Error {
  constructor(readonly problem: NoticeProblem) {
    super(problem.kind);
  }
}

function dayOf(year: number, month: string, date: string, said: string, text: string): Day {
  const day = `${year}-${two(month)}-${two(date)}`;
  if (!isDay(day)) throw new Wrong({ kind: 'no-such-day', text });
  const named = /(?:周|星期)([一二三四五六日天])/.exec(said)?.[1]?.replace('天', '日');
  // The weekday that is written beside a day tells whether its year was understood.
  if (named && weekdays[weekday(day) - 1] !== named) throw new Wrong({ kind: 'weekday', text });
  return day;
}

function stretch(found: RegExpMatchArray, year: number): Day[] {
  const [
    text,
    firstYear,
    month = '',
    date = '',
    said = '',
    lastYear,
    lastMonth,
    lastDate,
    lastSaid,
  ] = found;
  const from = dayOf(Number(firstYear ?? year), month, date, said, text);
  if (lastDate === undefined) return [from];
  const yearOfLast = Number(lastYear ?? (lastMonth ? year : (firstYear ?? year)));
  const to = dayOf(yearOfLast, lastMonth ?? month, lastDate, lastSaid ?? '', text);
  const days: Day[] = [];
  for (let day = from; day <= to && days.length <= longestRest; day = addDays(day, 1))
    days.push(day);
  if (days.length === 0 || days.length > longestRest)
    throw new Wrong({ kind: 'no-such-day', text });
  return days;
}

/** `1月4日、10日` with the month written out each time. */
function withMonths(text: string): string {
  let month = '';
  return text.replace(/(\d{1,2})月|([、,])(\d{1,2})日/g, (whole, found, comma, date) => {
    if (found) month = found;
    return date && month ? `${comma}${month}月${date}日` : whole;
  });
}

/** Lines `2027-01-01,休`, as a sheet saved as text has them; empty where there are none. */
function fromLines(text: string): { off: Day[]; work: Day[] } {
  const off: Day[] = [];
  const work: Day[] = [];
  const line =
    /^\W*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[\s,;]+.*?(休|放假|假|补班|上班|班)\W*$/gm;
  for (const [whole, year = '', month = '', date = '', what = ''] of text.matchAll(line)) {
    const day = dayOf(Number(year), month, date, whole, whole.trim());
    (what.endsWith('班') ? work : off).push(day);
  }
  return { off, work };
}

function fromSentences(text: string, year: number): { off: Day[]; work: Day[] } {
  const off: Day[] = [];
  const work: Day[] = [];
  for (const sentence of withMonths(text).split(/[。;\n]/)) {
    let waiting: Day[] = [];
    let rest = 0;
    const parts = [...sentence.matchAll(new RegExp(`${mention.source}|放假|上班`, 'g'))];
    for (const part of parts) {
      if (part[0] === '放假') {
        off.push(...waiting);
        rest += waiting.length;
        waiting = [];
      } else if (part[0] === '上班') {
        work.push(...waiting);
        waiting = [];
      } else waiting.push(...stretch(part, year));
    }
    const said = /(?:共|放假)(\d{1,2})天/.exec(sentence)?.[1];
    if (said && rest > 0 && Number(said) !== rest) {
      throw new Wrong({ kind: 'count', text: sentence.trim().slice(0, 100) });
    }
  }
  return { off, work };
}

/**
 * Reads the holidays of a year from the text of the State Council's notice (国务院办公厅关于…年部分
 * 节假日安排的通知), from lines of a day and 休 or 班, or from a file as the bundled one. What the text
 * says twice is compared: the weekday beside a day, the number of days beside a stretch.
 */
export function readHolidayNotice(given: string): ReadNotice {
  const text = given
    .slice(0, longestNotice)
    .normalize('NFKC')
    .replace(/[ \t\u00a0]+/g, ' ');
  if (text.trim().startsWith('{')) {
    try {
      const tables = parseHolidayFile(JSON.parse(text));
      if (tables && tables.length > 0) return { tables };
    } catch {
      // Told below.
    }
    return { problem: { kind: 'table', text: '' } };
  }
  const tight = text.replace(/ /g, '').replace(sameMonth, '$1$2日');
  try {
    const lines = fromLines(text);
    const named = /(\d{4})年(?:部分)?节假日/.exec(tight)?.[1];
    const first = lines.off.at(0)?.slice(0, 4);
    const year = Number(named ?? first ?? /(\d{4})年/.exec(tight)?.[1]);
    if (!year) return { problem: { kind: 'no-year', text: '' } };
    const { off, work } = lines.off.length > 0 ? lines : fromSentences(tight, year);
    if (off.length === 0) return { problem: { kind: 'no-days', text: '' } };
    const unique = (days: readonly Day[]): Day[] => [...new Set(days)].sort();
    const table = holidayTableSchema.safeParse({ year, off: unique(off), work: unique(work) });
    if (table.success) return { tables: [table.data] };
    return { problem: { kind: 'table', text: table.error.issues[0]?.message.slice(0, 10) ?? '' } };
  } catch (error) {
    if (error instanceof Wrong) return { problem: error.problem };
    throw error;
  }
}
