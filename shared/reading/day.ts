import { type Day, isDay, weekday } from '../calendar/day';
import { dayText } from '../calendar/day-text';
import { monthNames } from '../calendar/period';
import type { Bilingual } from '../catalogue/row';
import { firstYear, isYearInRange, lastYear } from '../model/range';
import { type Cell, cellText } from './cell';
import { plainText, saysNothing } from './plain-text';
import { type Reading, read, unread } from './reading';

const pad = (number: number, width = 2): string => String(number).padStart(width, '0');

/** Years of two digits mean 1950 … 2049, as the office programs take them from the last century on. */
export const fullYear = (year: number): number =>
  year >= 100 ? year : year < 50 ? 2000 + year : 1900 + year;

function dayFrom(year: number, month: number, day: number): Day | undefined {
  const text = `${pad(fullYear(year), 4)}-${pad(month)}-${pad(day)}`;
  return isDay(text) ? text : undefined;
}

/** Day of a serial number as Excel counts them: 1 is 1 January 1900, and 29 February 1900 exists. */
export function dayOfSerial(serial: number): Day | undefined {
  const whole = Math.floor(serial);
  if (whole < 1 || whole > 109_574) return undefined;
  const date = new Date(Date.UTC(1899, 11, whole < 60 ? 31 : 30) + whole * 86_400_000);
  return dayFrom(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** Serial number of a day from 1 March 1900 on, as office programs keep it. */
export const serialOfDay = (day: string): number =>
  Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);

const hanDigits = '〇一二三四五六七八九';

/** `二〇二六年三月十五日` and `廿五日` in figures; other texts stay. */
export function withFigures(text: string): string {
  if (!/[〇零○一二三四五六七八九十廿卅元]/.test(text)) return text;
  return text
    .replace(/元月/g, '1月')
    .replace(/[零○]/g, '〇')
    .replace(/廿/g, '二十')
    .replace(/卅/g, '三十')
    .replace(/([一二三四五六七八九])?十([一二三四五六七八九])?/g, (_, tens, ones) =>
      String((tens ? hanDigits.indexOf(tens) : 1) * 10 + (ones ? hanDigits.indexOf(ones) : 0)),
    )
    .replace(/[〇一二三四五六七八九]/g, (digit) => String(hanDigits.indexOf(digit)));
}

const both = (day: Day): Bilingual => ({ zh: dayText(day, 'zh'), en: dayText(day, 'en') });

const noDay = (text: string): Reading<never> =>
  unread(
    `“${text}”不是一个日期，请写成 2026-01-25 或 2026年1月25日。`,
    `"${text}" is not a day; write 2026-01-25.`,
  );

const noSuchDay = (text: string): Reading<never> =>
  unread(`“${text}”这一天不存在。`, `There is no day "${text}".`);

const onlyYear = (text: string): Reading<never> =>
  unread(`“${text}”只有年份，请写明月和日。`, `"${text}" is a year; add month and day.`);

const twoDays = (text: string, days: readonly Day[]): Reading<never> =>
  unread(
    `“${text}”分不清是${days.map((day) => dayText(day, 'zh')).join('还是')}，请写四位年份，年在前。`,
    `"${text}" may be ${days.map((day) => dayText(day, 'en')).join(' or ')}; write the year first, in four digits.`,
  );

const taken = (day: Day): Bilingual => ({
  zh: `按${both(day).zh}读入。`,
  en: `Read as ${both(day).en}.`,
});

const firstOfMonth = (day: Day): Bilingual => ({
  zh: `只写了年月，按${both(day).zh}读入。`,
  en: `Only a month was given; read as ${both(day).en}.`,
});

const ofYear = (day: Day): Bilingual => ({
  zh: `没有写年份，按${both(day).zh}读入。`,
  en: `No year was given; read as ${both(day).en}.`,
});

/** What is done with a month that names no day: it is taken as its first, or as incomplete. */
export type MonthAs = 'first' | 'refuse';

function readMonth(day: Day | undefined, shown: string, as: MonthAs): Reading<Day> {
  if (!day) return noSuchDay(shown);
  if (as === 'first') return read(day, firstOfMonth(day));
  return unread(`“${shown}”只有年月，请写明是哪一天。`, `"${shown}" is a month; add the day.`);
}

function readNumber(number: number, shown: string, year: number, as: MonthAs): Reading<Day> {
  if (number >= 19_000_101 && number <= 29_991_231 && Number.isInteger(number)) {
    const text = String(number);
    const day = dayFrom(+text.slice(0, 4), +text.slice(4, 6), +text.slice(6));
    return day ? read(day) : noSuchDay(shown);
  }
  const decimals = String(number).split('.')[1] ?? '';
  if (number >= 1900 && number < 2100) {
    if (Number.isInteger(number)) return onlyYear(shown);
    // A number drops the last zero: of `2026.1` nobody can tell whether it was `2026.10`.
    if (decimals === '1') {
      return unread(
        `“${shown}”分不清是 1 月还是 10 月，请写成 2026-01-01 这样的日期。`,
        `"${shown}" may be January or October; write a day such as 2026-01-01.`,
      );
    }
    if (decimals.length > 2) return noDay(shown);
    return readMonth(dayFrom(Math.floor(number), Number(decimals), 1), shown, as);
  }
  const day = dayOfSerial(number);
  // A day of an office's books, not a small number that went astray.
  if (day && number >= 18_264) return read(day);
  if (number >= 1 && number < 13 && (decimals.length === 2 || /^[4-9]$/.test(decimals))) {
    const named = dayFrom(year, Math.floor(number), Number(decimals));
    return named ? read(named, ofYear(named)) : noSuchDay(shown);
  }
  return noDay(shown);
}

const hours = String.raw`(?:[01]?\d|2[0-4])`;
const moment = String.raw`${hours}\s*(?:[:时点]\s*(?:[0-5]?\d|半|整)?\s*(?:分|:\s*[0-5]\d(?:\.\d+)?)?秒?)\s*(?:am|pm)?\s*(?:Z|[+-]\d{2}:?\d{2})?`;
const part = '(?:上午|下午|中午|早上|早晨|晚上|凌晨|傍晚|早|晚|am|pm)';
/** A time stands apart from its day, or behind 日, so that no digit of the day is taken for hours. */
const apart = String.raw`(?:(?<=[日号)\]])|[T ,]+|(?=${part}))`;
/** Hours, minutes and seconds behind a day, up to another time, with what stands around them. */
const clock = new RegExp(
  String.raw`${apart}\s*(?:${part}\s*)?${moment}(?:\s*[-~至到\u2010-\u2015]+\s*(?:${part}\s*)?${moment})?(?:许|左右|前|开始|召开)?$`,
  'i',
);
const partOfDay = /\s*\(?(?:上午|下午|中午|早上|晚上|凌晨|傍晚|全天|晚|早)\)?$/;
const weekdays = /[,\s]*[([]?(?:星期|周|礼拜)([一二三四五六日天1-7])[)\]]?$/;
/** `会议时间：` before a day. */
const label = /^[\p{Script=Han}]{0,6}(?:时间|日期|期限|时限|日)\s*:\s*/u;

/** A text without time and weekday, and the weekday it names, 1 Monday … 7 Sunday. */
function withoutTime(text: string): { readonly rest: string; readonly named: number | undefined } {
  let rest = text.replace(label, '');
  let named: number | undefined;
  for (let round = 0; round < 4; round += 1) {
    const before = rest;
    rest = rest.replace(clock, '').replace(partOfDay, '').trim();
    const found = weekdays.exec(rest);
    if (found?.[1]) {
      named = '一二三四五六日'.indexOf(found[1] === '天' ? '日' : found[1]) + 1 || Number(found[1]);
      rest = rest.slice(0, found.index).trim();
    }
    if (rest === before) break;
  }
  return { rest: rest.replace(/[,;]$|(?<=[日号])[。.、]$/, ''), named };
}

const mark = '[-./、。·_\u2010-\u2015\u2212]';
const full = new RegExp(`^(\\d{4})(?:年|${mark})(\\d{1,2})(?:月|${mark})(\\d{1,2})[日号]?$`);
const short = /^['’]?(\d{2})(?:年|[-.、。])(\d{1,2})(?:月|[-.、。])(\d{1,2})[日号]?$/;
const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{2})$/;
const yearLast = new RegExp(`^(\\d{1,2})(${mark})(\\d{1,2})${mark}(\\d{4})$`);
const monthOnly = new RegExp(`^(\\d{4}|\\d{2}(?=年))(?:年|${mark})(\\d{1,2})(?:月份?)?$`);
const noYear = /^(\d{1,2})(?:月|[-./、。])(\d{1,2})[日号]?$/;
const english = monthNames.map((name) => name.slice(0, 3).toLowerCase());

const isOnly = (days: readonly (Day | undefined)[]): Day[] => [
  ...new Set(days.flatMap((day) => (day ? [day] : []))),
];

/** Six or eight digits without marks. */
function readDigits(text: string, shown: string, as: MonthAs): Reading<Day> {
  const at = (from: number, to: number) => Number(text.slice(from, to));
  if (text.length === 8) {
    const day = dayFrom(at(0, 4), at(4, 6), at(6, 8));
    return day ? read(day) : noSuchDay(shown);
  }
  const day = dayFrom(at(0, 2), at(2, 4), at(4, 6));
  const isYear = at(0, 4) >= 1900 && at(0, 4) < 2100;
  const month = isYear ? dayFrom(at(0, 4), at(4, 6), 1) : undefined;
  if (day && month) return twoDays(shown, [day, month]);
  if (month) return readMonth(month, shown, as);
  return day ? read(day, taken(day)) : noSuchDay(shown);
}

function readEnglish(text: string, year: number): Reading<Day> | undefined {
  const words = text
    .toLowerCase()
    .replace(/(\d)(?:st|nd|rd|th)\b/g, '$1')
    .split(/[\s,.-]+/)
    .filter((word) => word !== '');
  const place = words.findIndex((word) =>
    monthNames.some((name) => name.toLowerCase() === word || english.includes(word)),
  );
  const month = english.indexOf(words[place]?.slice(0, 3) ?? '') + 1;
  const [first, second, ...more] = words.filter((_, at) => at !== place);
  if (month === 0 || !first || more.length > 0) return undefined;
  if (![first, second ?? '1'].every((word) => /^\d{1,4}$/.test(word))) return undefined;
  if (second === undefined) {
    const day = first.length <= 2 ? dayFrom(year, month, Number(first)) : undefined;
    return day ? read(day, ofYear(day)) : undefined;
  }
  const [y, d] = first.length === 4 ? [first, second] : [second, first];
  const day = y.length === 4 ? dayFrom(Number(y), month, Number(d)) : undefined;
  return day ? read(day) : undefined;
}

function readText(cell: string, shown: string, year: number, as: MonthAs): Reading<Day> {
  const { rest, named } = withoutTime(plainText(cell).replace(/[〔【[](.*?)[〕】\]]/g, '$1'));
  const reading = readShape(rest, shown, year, as);
  if (!reading.ok || named === undefined || weekday(reading.value) === named) return reading;
  // Who writes both has two chances to be wrong; which of them is, nobody can tell from here.
  const days = '一二三四五六日';
  return read(reading.value, {
    zh: `${both(reading.value).zh}是星期${days[weekday(reading.value) - 1]}，不是星期${days[named - 1]}，请核对。`,
    en: `${both(reading.value).en} is another day of the week than was written; please check.`,
  });
}

function readShape(rest: string, shown: string, year: number, as: MonthAs): Reading<Day> {
  const inEnglish = /[a-z]{3}/i.test(rest) ? readEnglish(rest, year) : undefined;
  if (inEnglish) return inEnglish;
  // A blank between two figures parts them: `2026.1 2` is no December.
  const text = withFigures(rest)
    .replace(/(?<=\d)\s+(?=\d)/g, '-')
    .replace(/\s+/g, '');
  if (/^\d{5}(\.\d+)?$/.test(rest)) return readNumber(Number(rest), shown, year, as);
  if (/^(\d{6}|\d{8})$/.test(text)) return readDigits(text, shown, as);
  const parts = (pattern: RegExp): number[] | undefined =>
    pattern
      .exec(text)
      ?.slice(1)
      .map((part) => Number(part));
  const whole = parts(full);
  if (whole) {
    const day = dayFrom(whole[0] ?? 0, whole[1] ?? 0, whole[2] ?? 0);
    return day ? read(day) : noSuchDay(shown);
  }
  const two = parts(short);
  if (two) {
    const day = dayFrom(two[0] ?? 0, two[1] ?? 0, two[2] ?? 0);
    return day ? read(day, taken(day)) : noSuchDay(shown);
  }
  const slash = parts(slashed);
  if (slash) {
    const [a = 0, b = 0, c = 0] = slash;
    // Year first as the Chinese Excel writes it, month first as the English one does.
    const days = isOnly([dayFrom(a, b, c), dayFrom(c, a, b)]);
    if (days.length > 1) return twoDays(shown, days);
    return days[0] ? read(days[0], taken(days[0])) : noSuchDay(shown);
  }
  const last = yearLast.exec(text);
  if (last) {
    const [a = 0, b = 0, c = 0] = [last[1], last[3], last[4]].map(Number);
    const days = isOnly([dayFrom(c, a, b), dayFrom(c, b, a)]);
    // With slashes month first, as Excel writes it; other marks tell nothing of the order.
    if (days.length > 1 && last[2] !== '/') return twoDays(shown, days);
    return days[0] ? read(days[0], taken(days[0])) : noSuchDay(shown);
  }
  const month = parts(monthOnly);
  if (month) return readMonth(dayFrom(month[0] ?? 0, month[1] ?? 0, 1), shown, as);
  const bare = parts(noYear);
  if (bare) {
    const day = dayFrom(year, bare[0] ?? 0, bare[1] ?? 0);
    return day ? read(day, ofYear(day)) : noSuchDay(shown);
  }
  if (/^\d{4}年?$/.test(text)) return onlyYear(shown);
  if (/^(\d{1,2}月|\d{4}年?(\d{1,2}月?)?[-./、]?\d{0,2}[-./、]?)$/.test(text)) {
    return unread(`“${shown}”还不完整，请写明年、月、日。`, `"${shown}" is not complete.`);
  }
  return noDay(shown);
}

function readAny(cell: Cell, shown: string, year: number, monthAs: MonthAs): Reading<Day> {
  if (typeof cell === 'object' && cell !== null && 'day' in cell) {
    return isDay(cell.day) ? read(cell.day) : noDay(shown);
  }
  if (typeof cell === 'number') return readNumber(cell, shown, year, monthAs);
  // A day is short; what is long is a story that may name many.
  if (typeof cell !== 'string' || cell.length > 200) return noDay(shown.slice(0, 40));
  return readText(cell, shown, year, monthAs);
}

/**
 * The day that is written, in any shape that offices use: `2026.3.5`, `2026年3月`, `3/5` (of
 * `year`), `20260305`, `二〇二六年三月五日`, serial numbers, with a time or weekday behind. Empty
 * where nothing is said. Refuses years of which no record may be.
 */
export function readDay(cell: Cell, year: number, monthAs: MonthAs = 'first'): Reading<Day | ''> {
  const shown = cellText(cell).trim();
  if (saysNothing(shown)) return read('');
  const reading = readAny(cell, shown, year, monthAs);
  if (!reading.ok || isYearInRange(Number(reading.value.slice(0, 4)))) return reading;
  return unread(
    `“${shown}”的年份不在${firstYear}年至${lastYear}年之间，请核对。`,
    `The year of "${shown}" is not between ${firstYear} and ${lastYear}.`,
  );
}
