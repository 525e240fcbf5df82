import type { Day } from './day';

/** What time it is: the one source of moments and of the calendar day. */
export interface Clock {
  /** The present moment. */
  readonly now: () => Date;
  /** The calendar day of this PC. */
  readonly today: () => Day;
}

const padded = (number: number, length: number): string => String(number).padStart(length, '0');

/** The calendar day of a moment in the zone of this PC, as its taskbar shows it. */
export function localDay(moment: Date): Day {
  const month = padded(moment.getMonth() + 1, 2);
  return `${padded(moment.getFullYear(), 4)}-${month}-${padded(moment.getDate(), 2)}`;
}

/**
 * The day of a recorded moment (ISO 8601) in the offices that the program serves, which all keep
 * UTC+8: so each PC reads the same day from the same record. Empty where the text is no moment.
 */
export function officeDay(moment: string): Day | '' {
  const time = Date.parse(moment);
  return Number.isNaN(time) ? '' : new Date(time + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** A clock over what `read` gives, milliseconds since 1970-01-01 UTC. */
export function clockOf(read: () => number): Clock {
  const now = (): Date => new Date(read());
  return { now, today: () => localDay(now()) };
}

const startPattern = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?)?$/;

/**
 * By how many milliseconds a clock that shows `moment` is moved to begin at `start`: a day
 * `YYYY-MM-DD`, which keeps the time of day, or `YYYY-MM-DDTHH:MM[:SS]` in the zone of this PC.
 * Undefined where `start` is neither, or no such day exists.
 */
export function clockShift(start: string, moment: Date): number | undefined {
  const found = startPattern.exec(start);
  if (!found) return undefined;
  const [year = 0, month = 0, date = 0] = found.slice(1, 4).map(Number);
  const [hour, minute, second] =
    found[4] === undefined
      ? [moment.getHours(), moment.getMinutes(), moment.getSeconds()]
      : [Number(found[4]), Number(found[5]), Number(found[6] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const begin = new Date(moment);
  begin.setFullYear(year, month - 1, date);
  begin.setHours(hour, minute, second);
  return localDay(begin) === start.slice(0, 10) ? begin.getTime() - moment.getTime() : undefined;
}
