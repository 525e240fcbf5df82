import { addDays, type Day } from '../calendar/day';
import { nextPeriod, type Period, periodOf, periodRange, previousPeriod } from '../calendar/period';

/** A stretch of time in words, found in a text that is looked for. */
export interface TimeWords {
  /** The words as they stand, e.g. 去年春天. */
  readonly words: string;
  /** Place of the words in the text, in UTF-16 units. */
  readonly at: number;
  /** Whether a day (`YYYY-MM-DD`) lies in it; a month without a year is that of any year. */
  readonly holds: (day: Day) => boolean;
}

const digits: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
  十一: 11,
  十二: 12,
};
const numberOf = (text: string): number => digits[text] ?? Number(text);

/** Months by season; winter of a year ends in February of the next one. */
const seasons: Readonly<Record<string, readonly number[]>> = {
  春: [3, 4, 5],
  spring: [3, 4, 5],
  夏: [6, 7, 8],
  summer: [6, 7, 8],
  秋: [9, 10, 11],
  autumn: [9, 10, 11],
  fall: [9, 10, 11],
  冬: [12, 13, 14],
  winter: [12, 13, 14],
  上半年: [1, 2, 3, 4, 5, 6],
  下半年: [7, 8, 9, 10, 11, 12],
  年初: [1, 2],
  年底: [11, 12],
  年末: [11, 12],
};

const englishMonths = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

const month = '(?<!\\d)(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?';
const zhYear = '(?<zhYear>去年|前年|今年|本年|明年|(?:19|20)\\d{2}年?)的?';
const part =
  `(?:(?<season>[春夏秋冬])[天季]?|(?<half>上半年|下半年|年初|年底|年末)|` +
  `第?(?<quarter>[一二三四1-4])季度|${month}(?:(?<date>3[01]|[12]\\d|0?[1-9])[日号])?)`;
const relative =
  '(?<relative>今天|昨天|前天|明天|本周|这周|上周|下周|本月|这个月|上个?月|下个?月|' +
  'today|yesterday|tomorrow|(?:this|last|next) (?:week|month))';
const english =
  `(?:(?<when>last|this|next) )?(?:(?<enSeason>spring|summer|autumn|fall|winter)|` +
  `(?<enMonth>${englishMonths.join('|')})|(?<enYearWord>year))(?: (?<enYear>(?:19|20)\\d{2}))?`;

/** `年底` needs no year before it; a lone digit or letter is no time. */
const patterns = [
  new RegExp(relative, 'iu'),
  new RegExp(`${zhYear}${part}`, 'u'),
  /(?<full>(?:19|20)\d{2})[-/.](?<fullMonth>1[0-2]|0?[1-9])(?![\d])/u,
  new RegExp(part.replace('[天季]?', '[天季]'), 'u'),
  new RegExp(`\\b${english}\\b`, 'iu'),
  new RegExp(zhYear, 'u'),
];

const yearOf = (word: string, today: Day): number => {
  const year = Number(today.slice(0, 4));
  const offset = { 去年: -1, 前年: -2, 今年: 0, 本年: 0, 明年: 1 }[word];
  return offset === undefined ? Number(word.slice(0, 4)) : year + offset;
};

const inside = (period: Period) => {
  const { first, last } = periodRange(period);
  return (day: Day) => day >= first && day <= last;
};

/** Days in months of a year; without a year, of any. Months 13 and 14 are the next year's. */
function inMonths(months: readonly number[], year: number | undefined, date?: number) {
  const of = new Set(
    months.map((one) => {
      const number = ((one - 1) % 12) + 1;
      const text = String(number).padStart(2, '0');
      return year === undefined ? text : `${one > 12 ? year + 1 : year}-${text}`;
    }),
  );
  const end = date === undefined ? undefined : String(date).padStart(2, '0');
  return (day: Day) =>
    day !== '' &&
    of.has(year === undefined ? day.slice(5, 7) : day.slice(0, 7)) &&
    (end === undefined || day.slice(8) === end);
}

function holdsRelative(word: string, today: Day): TimeWords['holds'] {
  const text = word.toLowerCase();
  const days = { 今天: 0, today: 0, 昨天: -1, yesterday: -1, 前天: -2, 明天: 1, tomorrow: 1 }[text];
  if (days !== undefined) {
    const wanted = addDays(today, days);
    return (day) => day === wanted;
  }
  const now = periodOf(today, /周|week/.test(text) ? 'week' : 'month');
  if (/上|last/.test(text)) return inside(previousPeriod(now));
  return inside(/下|next/.test(text) ? nextPeriod(now) : now);
}

function holdsOf(groups: Readonly<Record<string, string | undefined>>, today: Day) {
  const { relative: near, zhYear: year, season, half, quarter, date } = groups;
  if (near) return holdsRelative(near, today);
  if (groups.full) return inMonths([Number(groups.fullMonth)], Number(groups.full));
  const of = year === undefined ? undefined : yearOf(year, today);
  const stretch = seasons[season ?? half ?? ''];
  if (stretch) return inMonths(stretch, of);
  if (quarter) {
    const first = (numberOf(quarter) - 1) * 3;
    return inMonths([first + 1, first + 2, first + 3], of);
  }
  if (groups.month) {
    return inMonths([numberOf(groups.month)], of, date === undefined ? undefined : Number(date));
  }
  if (of !== undefined) return (day: Day) => day.startsWith(`${of}-`);
  const thisYear = Number(today.slice(0, 4));
  const offset = { last: -1, this: 0, next: 1 }[groups.when?.toLowerCase() ?? ''];
  const enYear = groups.enYear ? Number(groups.enYear) : undefined;
  const meant = enYear ?? (offset === undefined ? undefined : thisYear + offset);
  if (groups.enYearWord) {
    return meant === undefined ? undefined : (day: Day) => day.startsWith(`${meant}-`);
  }
  const months = groups.enSeason
    ? seasons[groups.enSeason.toLowerCase()]
    : [englishMonths.indexOf(groups.enMonth?.toLowerCase() ?? '') + 1];
  return months && inMonths(months, meant);
}

/**
 * The first stretch of time that a text names: `去年春天`, `3月`, `2025年3月5日`, `上周`, `一季度`,
 * `last spring`, `March 2025`. Undefined where it names none. `today` is what 去年 is told from.
 */
export function readTimeWords(text: string, today: Day): TimeWords | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (!match?.groups) continue;
    const holds = holdsOf(match.groups, today);
    if (holds) return { words: match[0], at: match.index, holds };
  }
  return undefined;
}
