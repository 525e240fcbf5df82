import type { Day } from '../calendar/day';
import { type Period, periodRange } from '../calendar/period';
import type { State } from '../changes/state';
import { stateOn } from './state-on';

/** The moment of a question: as of which day something is asked, and whether its period is over. */
export interface Moment {
  /** The last day whose facts count; called so because on it, it was today. */
  readonly today: Day;
  /** Whether the period asked about is over: what was due in it and is not done is overdue then. */
  readonly isOver: boolean;
}

/**
 * The moment at which a period is judged by somebody who asks on `today`: its last day once it is
 * over, else that day itself. On its last day a period still runs.
 */
export function momentOf(period: Period, today: Day): Moment {
  const { last } = periodRange(period);
  return today > last ? { today: last, isOver: true } : { today, isOver: false };
}

/** A moment together with the records as they held at it: what every question about a period asks. */
export interface View extends Moment {
  readonly state: State;
}

/**
 * The view of a period on `today`: of a running one the records as they are, of one that is over as
 * they held on its last day. Pages, documents, lists and charts ask by it, so that a figure has one
 * value wherever it stands. See docs/adr/0015.
 */
export function viewOf(state: State, period: Period, today: Day): View {
  const moment = momentOf(period, today);
  return { ...moment, state: moment.isOver ? stateOn(state, moment.today) : state };
}
