import { dayOrEmpty } from '../model/collection';
import { isCollectionName, type Misfit, modelOf } from '../model/collections';
import { isYearInRange, largestAmount } from '../model/range';
import { fieldOf } from './kinds';

/** Years at the head of a part of an id: `<person>:2026-11:A1.1`, `monthly:2026`, `D1:2026#2`. */
const yearInId = /:(\d{4})(?=[-#:]|$)/g;

const isDayField = (collection: string, field: string): boolean => {
  if (!isCollectionName(collection)) return false;
  const { shape } = modelOf(collection).fields;
  if (Object.hasOwn(shape, field)) return shape[field] === dayOrEmpty;
  return collection === 'activity' && fieldOf(field)?.control.type === 'day';
};

/** The numbers of a value, inside lists and objects as well. */
function* numbersIn(value: unknown): Generator<number> {
  if (typeof value === 'number') yield value;
  else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) yield* numbersIn(part);
  }
}

function isOutside(collection: string, field: string, value: unknown): boolean {
  for (const number of numbersIn(value)) if (Math.abs(number) > largestAmount) return true;
  if (typeof value !== 'string' || value === '' || !isDayField(collection, field)) return false;
  return !isYearInRange(Number(value.slice(0, 4)));
}

/**
 * What of a change fits the model and yet lies outside the years and amounts that records are of
 * (`shared/model/range.ts`): pages work out lists of months and sums from them. Records from before
 * this rule may hold such values, so that reading them must not fail; no new ones are taken.
 */
export function rangeMisfitsOf(change: {
  readonly collection: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
}): Misfit[] {
  const { collection, id, fields } = change;
  const reason = 'out-of-range' as const;
  for (const [, year] of id.matchAll(yearInId)) {
    if (!isYearInRange(Number(year))) return [{ collection, id, field: '', reason }];
  }
  return Object.entries(fields)
    .filter(([field, value]) => isOutside(collection, field, value))
    .map(([field]) => ({ collection, id, field, reason }));
}
