import * as z from 'zod';
import { fieldNameSchema, jsonValueSchema } from './json';
import { stampSchema } from './stamp';

/** Name of a collection, e.g. `task`. Unknown names are kept: they come from a newer app. */
export const collectionNameSchema = z.string().regex(/^[a-z][A-Za-z]{0,39}$/);

/** Id of a record: a UUIDv7 or a natural key such as `<person>:2026-11:A1.1`. */
export const recordIdSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9:._#-]{0,199}$/);

/**
 * What one user action does to one record. Every entry of `fields` is one change: the field is set
 * to the value, replacing the values whose stamps stand under the same name in `parents`.
 */
export const recordChangeSchema = z.strictObject({
  collection: collectionNameSchema,
  id: recordIdSchema,
  fields: z.record(fieldNameSchema, jsonValueSchema),
  parents: z.record(fieldNameSchema, z.array(stampSchema).max(10_000)).optional(),
});

/**
 * One user action: label, author, device (inside the stamp), wall time for people and a Lamport
 * stamp for order. Parents are always older than the stamp, so no value can replace itself.
 */
export const changeSetSchema = z
  .strictObject({
    stamp: stampSchema,
    author: z.string().max(200),
    wall: z.iso.datetime(),
    label: z.string().regex(/^[a-z][A-Za-z0-9.-]{0,63}$/),
    undoes: stampSchema.optional(),
    changes: z.array(recordChangeSchema).min(1).max(100_000),
  })
  .refine(
    (set) =>
      set.changes.every((change) =>
        Object.values(change.parents ?? {}).every((stamps) =>
          stamps.every((stamp) => stamp < set.stamp),
        ),
      ),
    { error: 'a parent is not older than its change' },
  );

export type RecordChange = z.infer<typeof recordChangeSchema>;
export type ChangeSet = z.infer<typeof changeSetSchema>;

/** Number of single-field changes in a set. */
export function countChanges(set: {
  readonly changes: readonly { readonly fields: Readonly<Record<string, unknown>> }[];
}): number {
  return set.changes.reduce((sum, change) => sum + Object.keys(change.fields).length, 0);
}
