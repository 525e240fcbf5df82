import * as z from 'zod';
import { collection, dayOrEmpty, line, order, prose, reference, yearIn } from './collection';

/** A goal that holds from a month on, in place of the one set before. */
const goalChangeSchema = z.strictObject({
  /** First month in which it holds, `YYYY-MM`. */
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  /** The new goal; of a band its lower edge, with `high`. */
  goal: z.number(),
  high: z.number().nullable(),
  /** Document or meeting that changed it. */
  grounds: line,
});

export type GoalChange = z.infer<typeof goalChangeSchema>;

/** A measurable aim of one year. */
export const target = collection({
  yearOf: (_id, values) => (typeof values.year === 'number' ? values.year : undefined),
  fields: {
    name: line,
    year: z.number().int().min(1949).max(2999).default(2026),
    /** Measured by a number, or met by its milestones (节点). */
    kind: z.enum(['numeric', 'milestone']).default('numeric'),
    /** Unit of measure as printed, e.g. 件, %. */
    measure: line,
    baseline: z.number().nullable().default(null),
    /** Value to be reached at year end, of a band its lower edge; null while not yet set. */
    goal: z.number().nullable().default(null),
    /** Upper edge of a band; without meaning for other directions. */
    high: z.number().nullable().default(null),
    /** Whether more or less is better, or staying within a band. */
    direction: z.enum(['more', 'less', 'band']).default('more'),
    /** Monthly values add up, or each states where things stand. */
    mode: z.enum(['cumulative', 'point']).default('cumulative'),
    /** Goals of later months, oldest first. */
    goalChanges: z.array(goalChangeSchema).max(50).default([]),
    /** How the year's way is spread over its months. */
    spread: z.enum(['even', 'workdays', 'hand']).default('even'),
    /** What each month from January on has of the way, in any unit; used when spread by hand. */
    shares: z.array(z.number().min(0).max(1e12)).max(12).default([]),
    /** How much it weighs among the others. */
    weight: z.number().min(0).max(1000).default(1),
    leader: reference,
    owner: reference,
    department: reference,
    /** Mechanism or grip it belongs to, e.g. `M2`, `G1`; empty where none. */
    mechanism: reference,
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
    /** Why the value replaced an earlier one, which stays in the history; empty where it did not. */
    correction: line,
  },
});

/** Id of a measurement. */
export const measurementId = (target: string, month: string): string => `${target}:${month}`;

/** A milestone (节点) of a target that has no number. */
export const milestone = collection({
  yearOf: (_id, values) => yearIn(values.due),
  fields: {
    target: reference,
    name: line,
    due: dayOrEmpty,
    /** Day it was reached; empty while it is not. */
    reached: dayOrEmpty,
    weight: z.number().min(0).max(1000).default(1),
    note: prose,
    /** Day on which it was set, as with tasks. */
    planned: dayOrEmpty,
  },
});
