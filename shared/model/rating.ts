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
    /** Records named as evidence: `<collection>:<id>` of an activity, task or target. */
    links: z.array(z.string().max(80)).max(200).default([]),
  },
});

/** A step of a sheet's way: who took it, and when (ISO 8601). */
const sheetStep = z.strictObject({
  step: z.enum(['submitted', 'returned', 'resubmitted']),
  at: z.string().max(40),
  by: z.string().max(80),
});

export type SheetStep = z.infer<typeof sheetStep>;

/** What a leader says of the whole period and where the sheet stands; id `<person>:<period>`. */
export const sheet = collection({
  id: new RegExp(`^[0-9a-f-]{36}:${period}$`),
  yearOf: secondPart,
  fields: {
    status: z.enum(['draft', 'submitted', 'returned']).default('draft'),
    /** When the status was set, ISO 8601; for people. */
    statusAt: line,
    /** The way of the sheet so far, oldest first. Sheets of older apps have none. */
    steps: z.array(sheetStep).max(200).default([]),
    strengths: prose,
    gaps: prose,
    measures: prose,
    comment: prose,
    /** The owner lets body and mind (B6) of this sheet stand in team views and prints. */
    showsPrivate: z.boolean().default(false),
  },
});

/** Id of a rating record. */
export const ratingId = (person: string, period: string, row: string): string =>
  `${person}:${period}:${row}`;

/** Id of a rating sheet. */
export const sheetId = (person: string, period: string): string => `${person}:${period}`;
