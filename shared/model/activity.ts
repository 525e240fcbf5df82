import * as z from 'zod';
import { collection, dayOrEmpty, line, prose, reference, yearIn } from './collection';

/**
 * Something that happened or is kept in a register, recorded once; which checklists it fulfils
 * follows from its kind. Fields that only some kinds have are declared with those kinds.
 */
export const activity = collection({
  more: z.union([
    z.string().max(100_000),
    z.number(),
    z.boolean(),
    z.array(z.string().max(200)).max(2000),
  ]),
  yearOf: (_id, values) => yearIn(values.date),
  fields: {
    kind: line,
    date: dayOrEmpty,
    title: line,
    place: line,
    /** Who presided. */
    host: reference,
    /** Who took part, as person ids. */
    people: z.array(z.string().max(200)).max(2000).default([]),
    /** 应到 and 实到. */
    expected: z.number().int().min(0).max(100_000).nullable().default(null),
    attended: z.number().int().min(0).max(100_000).nullable().default(null),
    /** Study hours for each who took part. */
    hours: z.number().min(0).max(1000).nullable().default(null),
    /** Check items this record fulfils besides those of its kind. */
    items: z.array(z.string().max(40)).max(200).default([]),
    content: prose,
  },
});

/**
 * An occurrence of a check item settled without an activity; id `<item>:<occurrence key>`.
 * `done` needs a date; `not-applicable` needs a note that says why.
 */
export const mark = collection({
  id: /^[A-Z][A-Za-z0-9.]{0,20}:\d{4}[A-Za-z0-9-]*(?:#\d+)?$/,
  yearOf: (id) => yearIn(id.slice(id.indexOf(':') + 1)),
  fields: {
    state: z.enum(['open', 'done', 'not-applicable']).default('open'),
    date: dayOrEmpty,
    note: prose,
    person: reference,
  },
});

/** Who answers for a check item; the id is the item's. */
export const assignment = collection({
  id: /^[A-Z][A-Za-z0-9.]{0,20}$/,
  fields: { leader: reference, deputy: reference },
});

/** Id of a mark. */
export const markId = (item: string, occurrence: string): string => `${item}:${occurrence}`;
