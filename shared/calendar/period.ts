import { addDays, type Day, dayNumber, dayOf, weekday } from './day';

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

/** What a period key says. Throws RangeError on a text that is no key. */
export function parsePeriod(period: Period): Parsed {
  const match = pattern.exec(period);
  if (!match) throw new RangeError(`not a period: ${period}`);
  const [, year, month, week, quarter, half] = match;
  const every = month
    ? 'month'
    : week
      ? 'week'
      : quarter
        ? 'quarter'
        : half
          ? 'half-year'
          : 'year';
  return { every, year: Number(year), index: Number(month ?? week ?? quarter ?? half ?? 1) };
}

/** Whether a text is a period key. */
export function isPeriod(text: string): text is Period {
  return pattern.test(text);
}

const monthsIn: Record<Exclude<Every, 'week'>, number> = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  year: 12,
};

const two = (number: number): string => String(number).padStart(2, '0');

function keyOf(every: Exclude<Every, 'week'>, year: number, index: number): Period {
  switch (every) {
    case 'month':
      return `${year}-${two(index)}`;
    case 'quarter':
      return `${year}-Q${index}`;
    case 'half-year':
      return `${year}-H${index}`;
    case 'year':
      return String(year);
  }
}

/** Monday of ISO week 1: the week that holds 4 January. */
function firstMonday(year: number): Day {
  const fourth = dayOf(year, 1, 4);
  return addDays(fourth, 1 - weekday(fourth));
}

/** The period of that length in which a day lies. */
export function periodOf(day: Day, every: Every): Period {
  if (every === 'week') {
    // The ISO year of a week is the year of its Thursday.
    const year = Number(addDays(day, 4 - weekday(day)).slice(0, 4));
    const week = Math.floor((dayNumber(day) - dayNumber(firstMonday(year))) / 7) + 1;
    return `${year}-W${two(week)}`;
  }
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  return keyOf(every, year, Math.ceil(month / monthsIn[every]));
}

/** First and last day of a period. Throws RangeError on a bad key. */
export function periodRange(period: Period): Range {
  const { every, year, index } = parsePeriod(period);
  if (every === 'week') {
    const first = addDays(firstMonday(year), (index - 1) * 7);
    return { first, last: addDays(first, 6) };
  }
  const months = monthsIn[every];
  const firstMonth = (index - 1) * months + 1;
  return {
    first: dayOf(year, firstMonth, 1),
    last: addDays(dayOf(year, firstMonth + months, 1), -1),
  };
}

/** The period after this one, of the same length. */
export function nextPeriod(period: Period): Period {
  return periodOf(addDays(periodRange(period).last, 1), parsePeriod(period).every);
}

/** The period before this one, of the same length. */
export function previousPeriod(period: Period): Period {
  return periodOf(addDays(periodRange(period).first, -1), parsePeriod(period).every);
}

/** All periods of that length that touch the days from `first` to `last`, oldest first. */
export function periodsBetween(first: Day, last: Day, every: Every): Period[] {
  const periods: Period[] = [];
  if (first > last) return periods;
  for (let period = periodOf(first, every); ; period = nextPeriod(period)) {
    if (periodRange(period).first > last) return periods;
    periods.push(period);
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
const monthNames = [
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
