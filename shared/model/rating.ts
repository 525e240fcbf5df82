import * as z from 'zod';
import { collection, line, prose, yearIn } from './collection';

const period = String.raw`\d{4}(?:-\d{2}|-Q[1-4])`;
const secondPart = (id: string) => yearIn(id.split(':')[1]);

/**
 * One indicator rated by one leader for one period; id `<person>:<period>:<row>`. A record without
 * score is unrated, which is not zero.
 */
export const rating = collection({
  id: new RegExp(`^[0-9a-f-]{36}:${period}:[A-Z][0-9.]+$`),
  yearOf: secondPart,
  fields: {
    /** 0 … 100, or null while unrated. */
    score: z.number().min(0).max(100).nullable().default(null),
    /** Why there was nothing to rate (本期无相关工作); empty means it applies. */
    notApplicable: line,
    evidence: prose,
  },
});

/** What a leader says of the whole period and where the sheet stands; id `<person>:<period>`. */
export const sheet = collection({
  id: new RegExp(`^[0-9a-f-]{36}:${period}$`),
  yearOf: secondPart,
  fields: {
    status: z.enum(['draft', 'submitted', 'returned']).default('draft'),
    /** When the status was set, ISO 8601; for people. */
    statusAt: line,
    strengths: prose,
    gaps: prose,
    measures: prose,
    comment: prose,
  },
});

/** Id of a rating record. */
export const ratingId = (person: string, period: string, row: string): string =>
  `${person}:${period}:${row}`;

/** Id of a rating sheet. */
export const sheetId = (person: string, period: string): string => `${person}:${period}`;
