import type { Day } from '../calendar/day';
import { type Period, periodRange } from '../calendar/period';

/** The moment of a question: as of which day something is asked, and whether its period is over. */
export interface Moment {
  /** The last day whose facts count; called so because on it, it was today. */
  readonly today: Day;
  /** Whether the period asked about is over: what was due in it and is not done is overdue then. */
  readonly isOver: boolean;
}

/**
 * The moment at which a period is judged by somebody who asks on `today`: its last day once it is
 * over, else that day itself. On its last day a period still runs. Every view and document of a
 * period asks by this moment, and of the records as `stateOn` gives them for its day.
 */
export function momentOf(period: Period, today: Day): Moment {
  const { last } = periodRange(period);
  return today > last ? { today: last, isOver: true } : { today, isOver: false };
}
