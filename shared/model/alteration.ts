import * as z from 'zod';
import type { Day } from '../calendar/day';
import { collection, dayOrEmpty, yearIn } from './collection';

/** A value that a tracked field held: a reference, a day, a text, a number, a yes or no, shares. */
const held = z
  .union([
    z.string().max(100_000),
    z.number().min(-1e12).max(1e12),
    z.boolean(),
    z.array(z.number().min(0).max(1e12)).max(12),
  ])
  .default('');

/**
 * Since when a tracked field of a record no longer holds a value (变更): a task got another leader, a
 * person another section, a target another weight; id
 * `<collection>:<record>:<field>:<day it was entered>`. The record itself holds what holds now; what
 * held on a day before follows from what stands here. See model/tracked.ts and insight/state-on.ts.
 */
export const alteration = collection({
  id: /^[a-z][A-Za-z]{0,39}:.{1,120}:[a-z][A-Za-z]{0,39}:\d{4}-\d{2}-\d{2}$/,
  yearOf: (_id, values) => yearIn(values.date),
  fields: {
    /** First day on which `before` holds no more. */
    date: dayOrEmpty,
    before: held,
  },
});

/** What an alteration is of. */
export interface Altered {
  readonly collection: string;
  readonly record: string;
  readonly field: string;
}

/** Id of the alteration of a field entered on a day: of several on one day the first counts. */
export const alterationId = ({ collection, record, field }: Altered, day: Day): string =>
  `${collection}:${record}:${field}:${day}`;

/** What the alteration of that id is of. */
export function alteredBy(id: string): Altered {
  const [collection = '', ...rest] = id.split(':');
  // Behind the field stands the day, without a colon; ids of records may have some.
  return { collection, record: rest.slice(0, -2).join(':'), field: rest.at(-2) ?? '' };
}
