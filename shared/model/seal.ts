import * as z from 'zod';
import { sha256Schema } from './attachment';
import { collection, dayOrEmpty, line, prose, reference, yearIn } from './collection';

/**
 * A document as it was sealed (封存); id `<document>:<period>` as of its passages. It is written once
 * and never changed or taken away: main refuses that, imports leave it out, and what turns out
 * otherwise is a correction, a record of its own. See docs/adr/0011-seals.md.
 */
export const seal = collection({
  id: /^[a-z-]+(?:\.[0-9a-f-]{36})?:\d{4}[A-Za-z0-9-]*$/,
  yearOf: (id) => yearIn(id.split(':')[1]),
  fields: {
    /** The whole document as JSON, in pieces no longer than a text may be. */
    text: z.array(z.string().max(100_000)).max(200).default([]),
    /** SHA-256 of the joined text in UTF-8. */
    sha256: z.union([z.literal(''), sha256Schema]).default(''),
    /** Version of the catalogue that it was made by. */
    catalogue: line,
    sealedOn: dayOrEmpty,
    /** Whose PC sealed it. */
    person: reference,
  },
});

/** What was found to be otherwise after a document was sealed, and why (更正). */
export const correction = collection({
  yearOf: (_id, values) => yearIn(values.date),
  fields: {
    /** Id of the seal. */
    seal: reference,
    date: dayOrEmpty,
    /** Where it stands in the document, in words. */
    place: line,
    before: prose,
    after: prose,
    reason: prose,
    person: reference,
  },
});

/** Id of a seal. */
export const sealId = (document: string, period: string): string => `${document}:${period}`;
