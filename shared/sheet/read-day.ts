import { type Day, isDay } from '../calendar/day';
import type { Bilingual } from '../catalogue/row';
import { type Cell, cellText } from './book';
import { plainText, saysNothing } from './plain-text';

/** A value read from a cell, or why it cannot be read. `guessed` says what was taken for granted. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T; readonly guessed?: Bilingual }
  | { readonly ok: false; readonly reason: Bilingual };

const read = <T>(value: T, guessed?: Bilingual): Reading<T> =>
  guessed ? { ok: true, value, guessed } : { ok: true, value };
const wrong = (zh: string, en: string): Reading<never> => ({ ok: false, reason: { zh, en } });

const pad = (number: number, width = 2): string => String(number).padStart(width, '0');

/** Years of two digits mean 1950 … 2049, as the office programs take them from the last century on. */
const fullYear = (year: number): number =>
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

/** `二〇二六年三月十五日` in figures; other texts stay. */
function withFigures(text: string): string {
  if (!/[〇零○一二三四五六七八九十]/.test(text)) return text;
  return text
    .replace(/[零○]/g, '〇')
    .replace(/([一二三四五六七八九])?十([一二三四五六七八九])?/g, (_, tens, ones) =>
      String((tens ? hanDigits.indexOf(tens) : 1) * 10 + (ones ? hanDigits.indexOf(ones) : 0)),
    )
    .replace(/[〇一二三四五六七八九]/g, (digit) => String(hanDigits.indexOf(digit)));
}

const noDay = (text: string): Reading<never> =>
  wrong(`“${text}”不是一个日期。`, `"${text}" is not a day.`);

function readNumber(number: number, shown: string): Reading<Day> {
  if (number >= 19_000_101 && number <= 29_991_231 && Number.isInteger(number)) {
    const text = String(number);
    const day = dayFrom(+text.slice(0, 4), +text.slice(4, 6), +text.slice(6));
    return day ? read(day) : noDay(shown);
  }
  if (number >= 1900 && number < 2100) {
    if (Number.isInteger(number)) {
      return wrong(
        `“${shown}”只有年份，请写明月和日。`,
        `"${shown}" is a year; add month and day.`,
      );
    }
    return readMonth(number, shown);
  }
  const day = dayOfSerial(number);
  // A day of an office's books, not a small number that went astray.
  return day && number >= 18_264 ? read(day) : noDay(shown);
}

/** `2026.3` kept as a number; of `2026.1` nobody can tell whether it was `2026.10`. */
function readMonth(number: number, shown: string): Reading<Day> {
  const decimals = String(number).split('.')[1] ?? '';
  if (decimals === '1') {
    return wrong(
      `“${shown}”分不清是 1 月还是 10 月，请写成 2026-01-01 这样的日期。`,
      `"${shown}" may be January or October; write a day such as 2026-01-01.`,
    );
  }
  const day = decimals.length <= 2 ? dayFrom(Math.floor(number), Number(decimals), 1) : undefined;
  return day ? read(day, firstOfMonth(day)) : noDay(shown);
}

const firstOfMonth = (day: Day): Bilingual => ({
  zh: `只写了年月，按 ${day} 读入。`,
  en: `Only a month was given; read as ${day}.`,
});

const ofYear = (day: Day): Bilingual => ({
  zh: `没有写年份，按 ${day} 读入。`,
  en: `No year was given; read as ${day}.`,
});

/** Order of the parts that a pattern finds. */
const shapes: readonly { readonly pattern: RegExp; readonly parts: 'ymd' | 'ym' | 'md' | 'mdy' }[] =
  [
    { pattern: /^(\d{4}|\d{2})年(\d{1,2})月(\d{1,2})[日号]?$/, parts: 'ymd' },
    { pattern: /^(\d{4})[-./、](\d{1,2})[-./、](\d{1,2})[日号]?$/, parts: 'ymd' },
    { pattern: /^(\d{2})[-.](\d{1,2})[-.](\d{1,2})$/, parts: 'ymd' },
    { pattern: /^(\d{4})(\d{2})(\d{2})$/, parts: 'ymd' },
    { pattern: /^(\d{4}|\d{2})年(\d{1,2})月份?$/, parts: 'ym' },
    { pattern: /^(\d{4})[-./](\d{1,2})$/, parts: 'ym' },
    { pattern: /^(\d{1,2})月(\d{1,2})[日号]?$/, parts: 'md' },
    { pattern: /^(\d{1,2})[-./](\d{1,2})$/, parts: 'md' },
    { pattern: /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/, parts: 'mdy' },
  ];

/**
 * The day that a cell states, in any shape that offices write: `2026.3.5`, `2026年3月`, `3/5` (of
 * `year`), `20260305`, `二〇二六年三月五日`, serial numbers, with a time or weekday behind. Empty
 * where the cell says nothing.
 */
export function readDay(cell: Cell, year: number): Reading<Day | ''> {
  const shown = cellText(cell).trim();
  if (saysNothing(shown)) return read('');
  if (typeof cell === 'object' && cell !== null && 'day' in cell) {
    return isDay(cell.day) ? read(cell.day) : noDay(shown);
  }
  if (typeof cell === 'number') return readNumber(cell, shown);
  if (typeof cell !== 'string') return noDay(shown);
  const text = withFigures(plainText(cell))
    .replace(/\(?(星期|周|礼拜)[一二三四五六日天1-6]\)?$/, '')
    .replace(/[T ]*(上午|下午)?\d{1,2}[:时点]\d{0,2}([:分]\d{0,2}(\.\d+)?)?[秒Z分]?$/, '')
    .replace(/\s+/g, '');
  if (/^\d{5}(\.\d+)?$/.test(text)) return readNumber(Number(text), shown);
  for (const { pattern, parts } of shapes) {
    const match = pattern.exec(text);
    if (!match) continue;
    const [a = 0, b = 0, c = 0] = match.slice(1).map(Number);
    if (parts === 'ymd') {
      const day = dayFrom(a, b, c);
      return day ? read(day) : noDay(shown);
    }
    if (parts === 'mdy') {
      // Month first as Excel writes it; day first only where it cannot be a month.
      const day = dayFrom(c, a, b) ?? dayFrom(c, b, a);
      return day ? read(day, { zh: `按 ${day} 读入。`, en: `Read as ${day}.` }) : noDay(shown);
    }
    const day = parts === 'ym' ? dayFrom(a, b, 1) : dayFrom(year, a, b);
    if (!day) return noDay(shown);
    return read(day, parts === 'ym' ? firstOfMonth(day) : ofYear(day));
  }
  if (/^\d{4}年?$/.test(text)) {
    return wrong(`“${shown}”只有年份，请写明月和日。`, `"${shown}" is a year; add month and day.`);
  }
  return noDay(shown);
}
