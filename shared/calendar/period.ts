import { utc } from '@date-fns/utc';
import { addWeeks, getISOWeek, getISOWeeksInYear, getISOWeekYear, startOfISOWeek } from 'date-fns';
import { addDays, type Day, dayFromDate, dayOf, isDay } from './day';

/** Lengths of the periods in which an office counts. */
export type Every = 'week' | 'month' | 'quarter' | 'half-year' | 'year';

/**
 * Key of a period: `2026-W47` (ISO 8601 week), `2026-11`, `2026-Q4`, `2026-H2` or `2026`.
 */
export type Period = string;

/** First and last day of a period, both inclusive. */
export interface Range {
  readonly first: Day;
  readonly last: Day;
}

interface Parsed {
  readonly every: Every;
  readonly year: number;
  /** 1-based number within the year; 1 for a year. */
  readonly index: number;
}

const pattern = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|W(0[1-9]|[1-4]\d|5[0-3])|Q([1-4])|H([12])))?$/;

/** What a key says; undefined where a text is none. */
function parse(text: string): Parsed | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [, year, month, week, quarter, half] = match;
  const every = month ? 'month' : week ? 'week' : quarter ? 'quarter' : half ? 'half-year' : 'year';
  const index = Number(month ?? week ?? quarter ?? half ?? 1);
  if (week && index > getISOWeeksInYear(inWeek1(Number(year)))) return undefined;
  return { every, year: Number(year), index };
}

/** What a period key says. Throws RangeError on a text that is no key, as `2025-W53` is none. */
export function parsePeriod(period: Period): Parsed {
  const parsed = parse(period);
  if (!parsed) throw new RangeError(`not a period: ${period}`);
  return parsed;
}

/** Whether a text is a period key. */
export function isPeriod(text: string): text is Period {
  return parse(text) !== undefined;
}

const monthsIn: Record<Exclude<Every, 'week'>, number> = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  year: 12,
};

const two = (number: number): string => String(number).padStart(2, '0');

function keyOf(every: Exclude<Every, 'week'>, year: string, index: number): Period {
  switch (every) {
    case 'month':
      return `${year}-${two(index)}`;
    case 'quarter':
      return `${year}-Q${index}`;
    case 'half-year':
      return `${year}-H${index}`;
    case 'year':
      return year;
  }
}

/** A day of ISO week 1, which holds 4 January of every year (ISO 8601). */
const inWeek1 = (year: number): Date => utc(`${String(year).padStart(4, '0')}-01-04T00:00:00Z`);

/** The period of that length in which a day lies. Throws RangeError on a text that is no day. */
export function periodOf(day: Day, every: Every): Period {
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`);
  if (every === 'week') {
    const date = utc(`${day}T00:00:00Z`);
    return `${String(getISOWeekYear(date)).padStart(4, '0')}-W${two(getISOWeek(date))}`;
  }
  const month = Number(day.slice(5, 7));
  return keyOf(every, day.slice(0, 4), Math.ceil(month / monthsIn[every]));
}

// Few periods are asked for, each of them for every task in it.
const ranges = new Map<Period, Range>();

/** First and last day of a period. Throws RangeError on a bad key. */
export function periodRange(period: Period): Range {
  let range = ranges.get(period);
  if (!range) {
    range = rangeOf(period);
    ranges.set(period, range);
  }
  return range;
}

function rangeOf(period: Period): Range {
  const { every, year, index } = parsePeriod(period);
  if (every === 'week') {
    const first = dayFromDate(startOfISOWeek(addWeeks(inWeek1(year), index - 1)));
    return { first, last: addDays(first, 6) };
  }
  const months = monthsIn[every];
  const firstMonth = (index - 1) * months + 1;
  return {
    first: dayOf(year, firstMonth, 1),
    // Day 0 is the day before the first.
    last: dayOf(year, firstMonth + months, 0),
  };
}

function neighbour(period: Period, step: 1 | -1): Period {
  const { every, year, index } = parsePeriod(period);
  if (every === 'week') {
    return periodOf(addDays(periodRange(period).first, 7 * step), 'week');
  }
  // Counted from year 0, so that a year ends of itself.
  const perYear = 12 / monthsIn[every];
  const count = year * perYear + index - 1 + step;
  const toYear = Math.floor(count / perYear);
  if (toYear < 0 || toYear > 9999) throw new RangeError(`no period beside ${period}`);
  return keyOf(every, String(toYear).padStart(4, '0'), count - toYear * perYear + 1);
}

/** The period after this one, of the same length. Throws RangeError past the year 9999. */
export function nextPeriod(period: Period): Period {
  return neighbour(period, 1);
}

/** The period before this one, of the same length. Throws RangeError before the year 0000. */
export function previousPeriod(period: Period): Period {
  return neighbour(period, -1);
}

/** All periods of that length that touch the days from `first` to `last`, oldest first. */
export function periodsBetween(first: Day, last: Day, every: Every): Period[] {
  const periods: Period[] = [];
  if (first > last) return periods;
  for (let period = periodOf(first, every); ; period = nextPeriod(period)) {
    periods.push(period);
    if (periodRange(period).last >= last) return periods;
  }
}

/** The months inside a month, quarter, half-year or year; for a week, the month it starts in. */
export function monthsOf(period: Period): Period[] {
  const { first, last } = periodRange(period);
  if (parsePeriod(period).every === 'week') return [periodOf(first, 'month')];
  return periodsBetween(first, last, 'month');
}

/** Whether a day lies in a period. */
export function isInPeriod(day: Day, period: Period): boolean {
  const { first, last } = periodRange(period);
  return day >= first && day <= last;
}

const quarters = ['一', '二', '三', '四'];

/** English names of the months, January first. */
export const monthNames: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The period in words: `2026年第四季度`, `Q4 2026`. */
export function periodLabel(period: Period, language: 'zh' | 'en'): string {
  const { every, year, index } = parsePeriod(period);
  if (language === 'en') {
    switch (every) {
      case 'week':
        return `Week ${index}, ${year}`;
      case 'month':
        return `${monthNames[index - 1]} ${year}`;
      case 'quarter':
        return `Q${index} ${year}`;
      case 'half-year':
        return `H${index} ${year}`;
      case 'year':
        return String(year);
    }
  }
  switch (every) {
    case 'week':
      return `${year}年第${index}周`;
    case 'month':
      return `${year}年${index}月`;
    case 'quarter':
      return `${year}年第${quarters[index - 1]}季度`;
    case 'half-year':
      return `${year}年${index === 1 ? '上' : '下'}半年`;
    case 'year':
      return `${year}年`;
  }
}
