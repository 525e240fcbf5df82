import * as z from 'zod';
import { collection, line } from './collection';

/**
 * What the unit says of a row of the self-rating from a month on; id `<row>:<YYYY-MM>`. An earlier
 * month keeps the rows and weights it was rated under. Rows of the unit's own have a number from
 * 101 on (`A1.101`, `W101`), so that the catalogue can grow below it.
 */
export const indicator = collection({
  id: /^[A-Z][0-9.]+:\d{4}-\d{2}$/,
  fields: {
    /** Its wording; empty keeps that of the catalogue. */
    text: line,
    /** How much it counts within its dimension, 0.1 … 10. */
    weight: z.number().min(0.1).max(10).default(1),
    /** What its grades look like, best first; empty keeps the words of the catalogue. */
    best: line,
    good: line,
    fair: line,
    poor: line,
    /** No longer rated; what was rated stays. */
    retired: z.boolean().default(false),
  },
});

/** Id of what is said of a row from a month on. */
export const indicatorId = (row: string, month: string): string => `${row}:${month}`;

/** The fields that say what the grades of a row look like, best first. */
export const behaviourFields = ['best', 'good', 'fair', 'poor'] as const;
