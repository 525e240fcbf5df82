import type { Day } from '../calendar/day';
import { dayText } from '../calendar/day-text';
import type { Cell } from './cell';
import { readDay, withFigures } from './day';
import { plainText } from './plain-text';
import { type Reading, read } from './reading';

/** The first and the last day of something that took several. */
export interface DaySpan {
  readonly first: Day;
  readonly last: Day;
}

/** A day, a mark, and another day, its year or its month left out where they are the same. */
const span =
  /^(.*?[\d日号])\s*(?:至|到|[-~\u2010-\u2015])+\s*((?:\d{4}[-./年])?(?:\d{1,2}[-./月])?\d{1,2}[日号]?)$/;

/** Most days that something may take to be one event; a longer span is a mistake or a plan. */
const mostDays = 366;

const daysBetween = (first: Day, last: Day): number =>
  (Date.parse(last) - Date.parse(first)) / 86_400_000;

/**
 * A span of days as offices write it: `2026年4月8日-10日`, `4月8日至5月2日`, `2026.3.11-12`. Undefined
 * where it is none; the second day is not before the first.
 */
export function readDaySpan(cell: Cell, year: number): Reading<DaySpan> | undefined {
  if (typeof cell !== 'string' || cell.length > 60) return undefined;
  const shown = cell.trim();
  const text = withFigures(plainText(cell)).replace(/\s+/g, '');
  const [, start = '', end = ''] = span.exec(text) ?? [];
  const first = start === '' ? undefined : readDay(start, year, 'refuse');
  if (!first?.ok || first.value === '') return undefined;
  const [ofYear = '', ofMonth = ''] = first.value.split('-');
  const parts = end.match(/\d+/g) ?? [];
  const whole =
    parts.length === 1
      ? `${ofYear}-${ofMonth}-${parts[0]}`
      : parts.length === 2
        ? `${ofYear}-${parts[0]}-${parts[1]}`
        : parts.join('-');
  const last = readDay(whole, Number(ofYear), 'refuse');
  if (!last.ok || last.value === '') return undefined;
  const days = daysBetween(first.value, last.value);
  if (days < 0 || days > mostDays) return undefined;
  const [from, to] = [first.value, last.value];
  return read(
    { first: from, last: to },
    {
      zh: `“${shown}”记为${dayText(from, 'zh')}，到${dayText(to, 'zh')}止。`,
      en: `"${shown}" kept under ${dayText(from, 'en')}, until ${dayText(to, 'en')}.`,
    },
  );
}
