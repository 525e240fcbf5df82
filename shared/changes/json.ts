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

/** Longest key of an object inside a value, in UTF-16 units. */
const longestKey = 200;
/** Most entries of one list inside a value. */
const longestList = 10_000;
/** Most lists and objects inside each other; a hostile line may nest as deep as it is long. */
const deepest = 64;

function isJsonValue(value: unknown, depth = 0): value is JsonValue {
  if (typeof value === 'string') return value.length <= longestText;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'boolean' || value === null) return true;
  if (typeof value !== 'object' || depth === deepest) return false;
  if (Array.isArray(value)) {
    return value.length <= longestList && value.every((entry) => isJsonValue(entry, depth + 1));
  }
  // Plain objects only, also those of another window: their prototype is the last one.
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return false;
  return Object.entries(value).every(
    ([key, entry]) => key.length <= longestKey && !inherited(key) && isJsonValue(entry, depth + 1),
  );
}

/**
 * Any JSON value within the size limits of a field: texts of 100,000 UTF-16 units, lists of 10,000
 * entries, 64 levels. Checked by hand: every value of every change passes here when a history is
 * opened or merged, and a schema of six alternatives would take nearly half of that time.
 */
export const jsonValueSchema: z.ZodType<JsonValue> = z.custom<JsonValue>((value) =>
  isJsonValue(value),
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
