import * as z from 'zod';
import { collection, prose } from './collection';

/** How the unit wants one section of a document. */
const sectionSchema = z.strictObject({
  id: z.string().max(60),
  /** Heading in place of the usual one; empty for the usual one. */
  heading: z.string().max(200),
  isShown: z.boolean(),
});

/**
 * How the unit wants a kind of document drafted; the id is that of the kind, with `-en` behind it
 * for English. What it does not say stays as the program drafts it.
 */
export const template = collection({
  id: /^[a-z-]+$/,
  fields: {
    /** First paragraph; `【单位】` and `【期间】` stand for the unit and the period. */
    opening: prose,
    /** Last paragraph before the signature, with the same places. */
    closing: prose,
    /** `full` names cases, `brief` gives the counts alone. */
    tone: z.enum(['full', 'brief']).default('full'),
    /** In the wanted order; sections that are not named follow in the usual one. */
    sections: z.array(sectionSchema).max(60).default([]),
  },
});
