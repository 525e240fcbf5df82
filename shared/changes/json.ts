import * as z from 'zod';

/** A value that survives JSON unchanged; `null` in a change clears the field. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | JsonValue[]
  | { [key: string]: JsonValue };

/** Longest text one field may hold, in UTF-16 units. */
export const longestText = 100_000;

/** Names that every object already answers to; as keys they would be found where nothing was set. */
const inherited = (name: string): boolean => name in Object.prototype;

/** A key of an object inside a value: anything but the names objects inherit. */
const keySchema = z
  .string()
  .max(200)
  .refine((key) => !inherited(key));

/** Any JSON value within the size limits of a field. Depth is bounded by the size of a line. */
export const jsonValueSchema: z.ZodType<JsonValue> = z.lazy(() =>
  z.union([
    z.string().max(longestText),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(jsonValueSchema).max(10_000),
    z.record(keySchema, jsonValueSchema),
  ]),
);

/** Name of a field: lower camel case, never one of the names objects inherit. */
export const fieldNameSchema = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{0,63}$/)
  .refine((name) => !inherited(name));

/** Whether two JSON values are equal by content; key order of objects does not count. */
export function sameValue(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((value, index) => sameValue(value, b[index]));
  }
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && sameValue(a[key], b[key]));
}
