import * as z from 'zod';
import { collection, dayOrEmpty, line, order, prose, reference, yearIn } from './collection';

/** A measurable aim of one year. */
export const target = collection({
  yearOf: (_id, values) => (typeof values.year === 'number' ? values.year : undefined),
  fields: {
    name: line,
    year: z.number().int().min(1949).max(2999).default(2026),
    /** Unit of measure as printed, e.g. 件, %. */
    measure: line,
    baseline: z.number().nullable().default(null),
    /** Value to be reached at year end; null while not yet set. */
    goal: z.number().nullable().default(null),
    /** Whether more or less is better. */
    direction: z.enum(['more', 'less']).default('more'),
    /** Monthly values add up, or each states where things stand. */
    mode: z.enum(['cumulative', 'point']).default('cumulative'),
    leader: reference,
    owner: reference,
    department: reference,
    order,
  },
});

/** The value of a target in one month; id `<target>:<month>`. */
export const measurement = collection({
  id: /^[0-9a-f-]{36}:\d{4}-\d{2}$/,
  yearOf: (id) => yearIn(id.split(':')[1]),
  fields: {
    value: z.number().nullable().default(null),
    date: dayOrEmpty,
    source: line,
    note: prose,
  },
});

/** Id of a measurement. */
export const measurementId = (target: string, month: string): string => `${target}:${month}`;
