import type { JsonValue } from '../../changes/json';

/** First and last month that a record is about, `YYYY-MM`. */
export interface Months {
  readonly from: string;
  readonly to: string;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** The months in `2026`, `2026-Q3`, `2026-09`, `2026-09-03`, `2026#2`. */
function monthsIn(text: unknown): Months | undefined {
  const match = typeof text === 'string' && /^(\d{4})(?:-(\d{2})|-Q([1-4])|[#-]|$)/.exec(text);
  if (!match) return undefined;
  const [, year, month, quarter] = match;
  if (month !== undefined) return { from: `${year}-${month}`, to: `${year}-${month}` };
  if (quarter === undefined) return { from: `${year}-01`, to: `${year}-12` };
  const last = 3 * Number(quarter);
  return { from: `${year}-${two(last - 2)}`, to: `${year}-${two(last)}` };
}

/** Fields that date a record, the first that is filled counts. */
const datingFields = ['date', 'period', 'addedDay', 'year'] as const;

/**
 * The months a record is about, from its id (`<person>:2026-11:A1.1`) or its values; undefined for
 * records that belong to no time, as people do.
 */
export function monthsOfRecord(
  id: string,
  values: Readonly<Record<string, JsonValue>> | undefined,
): Months | undefined {
  for (const part of id.split(':').slice(1)) {
    const found = monthsIn(part);
    if (found) return found;
  }
  for (const field of datingFields) {
    const value = values?.[field];
    const found = monthsIn(typeof value === 'number' ? String(value) : value);
    if (found) return found;
  }
  return undefined;
}
