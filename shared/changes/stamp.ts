import * as z from 'zod';

/**
 * Lamport stamp of a change set: `<counter in base 36, 8 places>.<device id>`.
 * Fixed width, so that plain string comparison is the total order (counter first, then device).
 * Order never depends on wall clocks. Source: Lamport, Time, Clocks and the Ordering of Events, 1978.
 */
export type Stamp = string;

/** Id of a device: eight lower-case letters or digits, drawn at random when a data folder is made. */
export const deviceIdSchema = z.string().regex(/^[0-9a-z]{8}$/);

/** A well-formed stamp. */
export const stampSchema = z.string().regex(/^[0-9a-z]{8}\.[0-9a-z]{8}$/);

/** Largest counter that still fits eight base-36 places. */
export const largestCounter = 36 ** 8 - 1;

/**
 * By how much a counter may go beyond the highest one known. PCs that work reach some hundred
 * thousand in ten years, and a repair leaves out a hundred thousand; whoever sends more than this
 * wants to use the counters up.
 */
export const largestStep = 2 ** 28;

/** The stamp of `counter` (1 … largestCounter) on `device`. Throws RangeError outside that range. */
export function stampOf(counter: number, device: string): Stamp {
  if (!Number.isSafeInteger(counter) || counter < 1 || counter > largestCounter) {
    throw new RangeError(`Lamport counter out of range: ${counter}`);
  }
  return `${counter.toString(36).padStart(8, '0')}.${device}`;
}

/** The Lamport counter of a stamp. */
export function counterOf(stamp: Stamp): number {
  return Number.parseInt(stamp.slice(0, 8), 36);
}

/** The device that made a stamp. */
export function deviceOf(stamp: Stamp): string {
  return stamp.slice(9);
}

/** Total order of stamps: negative, zero or positive like a comparator. */
export function compareStamps(a: Stamp, b: Stamp): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
