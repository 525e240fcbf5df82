import { clockOf, clockShift } from '../shared/calendar/clock';

/** What TOUYAN_TODAY asked for when the clock was last read, and by how much that moves it. */
let known: { readonly start: string; readonly shift: number | undefined } = { start: '', shift: 0 };

/** Milliseconds by which TOUYAN_TODAY moves the clock, from when it was first seen on. */
function shift(): number | undefined {
  const start = process.env.TOUYAN_TODAY ?? '';
  if (start !== known.start) {
    known = { start, shift: start === '' ? 0 : clockShift(start, new Date(Date.now())) };
  }
  return known.shift;
}

/** TOUYAN_TODAY where it names no day; the app does not start then. */
export const wrongStart = (): string | undefined =>
  shift() === undefined ? known.start : undefined;

/** Milliseconds by which the app's clock is ahead of this PC's; 0 without TOUYAN_TODAY. */
export const shiftOfClock = (): number => shift() ?? 0;

/** The clock of this process. All moments and days that are kept or compared come from it. */
export const clock = clockOf(() => Date.now() + shiftOfClock());
