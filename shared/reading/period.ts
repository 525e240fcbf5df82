import { isPeriod, type Period, periodLabel } from '../calendar/period';
import type { Bilingual } from '../catalogue/row';
import { type Cell, cellText } from './cell';
import { fullYear, readDay, withFigures } from './day';
import { plainText, saysNothing } from './plain-text';
import { type Reading, read, unread } from './reading';

const taken = (shown: string, period: Period): Bilingual => ({
  zh: `“${shown}”按${periodLabel(period, 'zh')}读入。`,
  en: `"${shown}" read as ${periodLabel(period, 'en')}.`,
});

/** Year, quarter or month of a text; the second says whether it names its year in full. */
function periodIn(text: string, year: number | undefined): [Period, boolean] | undefined {
  const whole = /^(\d{4})年?(?:度|全年)?$/.exec(text)?.[1];
  if (whole) return [whole, true];
  const match =
    /^(?:(\d{4})(?:年|[-./])?|(\d{2})年)?(?:(?:Q|第)?([1-4])(季)度?|Q([1-4])|(0?[1-9]|1[0-2])(月)?份?)$/.exec(
      text,
    );
  if (!match) return undefined;
  const [, full, short, byName, , byLetter, month, isMonth] = match;
  const of = full ? Number(full) : short ? fullYear(Number(short)) : year;
  // A bare figure is no month.
  if (of === undefined || (!full && month && !isMonth)) return undefined;
  if (full && month && !isMonth && !/[-./年]/.test(text) && text.length !== 6) return undefined;
  const quarter = byName ?? byLetter;
  const period = quarter ? `${of}-Q${quarter}` : `${of}-${month?.padStart(2, '0')}`;
  return isPeriod(period) ? [period, full !== undefined] : undefined;
}

/**
 * The period that is written: `2026`, `2026年第4季度`, `2026-Q4`, `2026年11月`, `2026.11`, and of
 * `year`, with a remark, `11月` and 第四季度. A day stands for its month, with a remark.
 */
export function readPeriod(cell: Cell, year?: number): Reading<Period | ''> {
  // An office program may have made a day of `2026-11`.
  if (typeof cell === 'object' && cell !== null && 'day' in cell) return read(cell.day.slice(0, 7));
  const shown = cellText(cell).trim();
  if (saysNothing(shown)) return read('');
  // A number drops the last zero: of 2026.1 nobody can tell whether it was 2026.10.
  const isCut = typeof cell === 'number' && /\.1$/.test(shown);
  const text = withFigures(plainText(shown)).replace(/\s+/g, '').toUpperCase();
  const found = isCut ? undefined : periodIn(text, year);
  if (found) return found[1] ? read(found[0]) : read(found[0], taken(shown, found[0]));
  const day =
    year === undefined || isCut || /^\d{1,7}$/.test(text)
      ? undefined
      : readDay(cell, year, 'refuse');
  if (day?.ok && day.value !== '') {
    return read(day.value.slice(0, 7), taken(shown, day.value.slice(0, 7)));
  }
  return unread(
    `“${shown}”不是时期，应如 2026、2026-Q4 或 2026-11。`,
    `"${shown}" is no period; write 2026, 2026-Q4 or 2026-11.`,
  );
}

/** The month that is written, in the shapes of `readPeriod`; a year or quarter is none. */
export function readMonth(cell: Cell, year: number): Reading<Period | ''> {
  const reading = readPeriod(cell, year);
  if (reading.ok && (reading.value === '' || /^\d{4}-\d{2}$/.test(reading.value))) return reading;
  const shown = cellText(cell).trim();
  return unread(
    `“${shown}”不是一个月份，请写成 2026-11 或 2026年11月。`,
    `"${shown}" is no month; write 2026-11.`,
  );
}
