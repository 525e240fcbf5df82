import * as z from 'zod';
import type { Day } from '../calendar/day';
import { isYearInRange } from './range';

// The renderer's content security policy forbids eval, which zod would otherwise probe for.
z.config({ jitless: true });

/** A calendar day `YYYY-MM-DD`, or empty where no day is known yet. */
export const dayOrEmpty = z.union([z.literal(''), z.iso.date()]).default('') as z.ZodDefault<
  // Day is the calendar room's name for the same string; zod only knows `string`.
  z.ZodType<Day | ''>
>;

/** One line of text. */
export const line = z.string().max(500).default('');

/** Running text. */
export const prose = z.string().max(100_000).default('');

/** Reference to a record of another collection; empty where none. */
export const reference = z.string().max(200).default('');

/** Position among its siblings; lower comes first. */
export const order = z.number().min(-1e9).max(1e9).default(0);

/** Where a record belongs in time, so that snapshots can be read a year at a time. */
type YearOf = (id: string, values: Readonly<Record<string, unknown>>) => number | undefined;

/** A declared collection: its fields (each with a default) and how its ids are made. */
export interface CollectionModel<F extends z.ZodRawShape = z.ZodRawShape> {
  readonly fields: z.ZodObject<F>;
  /** What fields may hold that are declared elsewhere, by the kind of the record. */
  readonly more?: z.ZodType;
  /** Whether `id` is possible in this collection. */
  readonly id: RegExp;
  readonly yearOf: YearOf;
  /**
   * `private` records never leave the PC they were written on; `sealed` ones moreover are only kept
   * in a unit that is encrypted. Everything else is the unit's.
   */
  readonly keeping: Keeping;
}

/** Who may have a record. */
export type Keeping = 'shared' | 'private' | 'sealed';

/** UUIDv7, the id of every record without a natural key. */
export const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * The year at the head of a period, day or occurrence: `2026`, `2026-11-03`, `2026#2` give 2026.
 * Undefined outside the years that records are of: what is wrong belongs to no year.
 */
export function yearIn(text: unknown): number | undefined {
  const match = typeof text === 'string' ? /^(\d{4})(?:[-#]|$)/.exec(text) : null;
  const year = Number(match?.[1]);
  return isYearInRange(year) ? year : undefined;
}

/** Declares a collection; `deleted` (the tombstone) is a field of every record. */
export function collection<F extends z.ZodRawShape>(declared: {
  fields: F;
  more?: z.ZodType;
  id?: RegExp;
  yearOf?: YearOf;
  keeping?: Keeping;
}) {
  return {
    ...(declared.more && { more: declared.more }),
    fields: z.object({ ...declared.fields, deleted: z.boolean().default(false) }),
    id: declared.id ?? uuid,
    yearOf: declared.yearOf ?? (() => undefined),
    keeping: declared.keeping ?? ('shared' as const),
  };
}
