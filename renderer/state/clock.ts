import { clockOf } from '../../shared/calendar/clock';

let shift = 0;

/** The clock of the window: this PC's, moved where the start asked for another day. */
export const clock = clockOf(() => Date.now() + shift);

/** Moves the clock by milliseconds, as main told it at the start. */
export function shiftClock(milliseconds: number): void {
  shift = milliseconds;
}
