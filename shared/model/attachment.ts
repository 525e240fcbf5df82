import * as z from 'zod';
import { collection, dayOrEmpty, line, prose, reference, yearIn } from './collection';

/** The longest file that can be attached, in bytes: 200 MB. */
export const largestAttachment = 200 * 1024 * 1024;

/** SHA-256 of a file's content, as 64 lower-case hexadecimal digits. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * An evidence file of a record. The content lies in the data folder under its own hash, so that the
 * same file attached twice is kept once; deleting this record leaves the content, because the
 * history may ask for it again.
 */
export const attachment = collection({
  yearOf: (_id, values) => yearIn(values.addedDay),
  fields: {
    /** Collection and id of the record that the file is evidence of. */
    ownerCollection: reference,
    ownerId: reference,
    /** The file's name as shown; see `attachmentName`. */
    name: line,
    /** Length of the content in bytes. */
    bytes: z.number().int().min(0).max(largestAttachment).default(0),
    sha256: z.union([z.literal(''), sha256Schema]).default(''),
    addedDay: dayOrEmpty,
    note: prose,
  },
});
