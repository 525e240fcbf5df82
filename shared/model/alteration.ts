import * as z from 'zod';
import { collection, dayOrEmpty, reference, yearIn } from './collection';

/** A value that a tracked field held: a reference, a day, a number, a yes or no. */
const held = z
  .union([z.string().max(500), z.number().min(-1e12).max(1e12), z.boolean()])
  .default('');

/**
 * Since when a field of a record holds another value (变更): a task got another leader, a person
 * another section, a target another weight. The record itself holds what holds now; what held on a
 * day before follows from what stands here as `before`. Records without any were never changed, or
 * are older than this.
 */
export const alteration = collection({
  yearOf: (_id, values) => yearIn(values.date),
  fields: {
    /** Collection, id and field of what changed. */
    of: reference,
    record: reference,
    field: reference,
    /** First day on which the new value holds. */
    date: dayOrEmpty,
    before: held,
    after: held,
  },
});
