import type { Day } from '../calendar/day';
import { type Period, parsePeriod } from '../calendar/period';
import type { WorkCalendar } from '../calendar/workdays';
import type { State } from '../changes/state';
import type { ReportDocument } from './blocks';
import type { Language } from './drafter';
import { monthlyKind } from './summary';

export interface MonthlySummaryOptions {
  readonly month: Period;
  readonly today: Day;
  readonly calendar: WorkCalendar;
  /** Language of the document; Chinese unless said otherwise. */
  readonly language?: Language;
  /** Leaves out the passages the clerk rewrote, to see the drafted text below them. */
  readonly ignorePassages?: boolean;
}

/** The summary of a month of the whole unit. Throws RangeError unless `month` is `YYYY-MM`. */
export function monthlySummary(
  state: State,
  { month, language = 'zh', ...rest }: MonthlySummaryOptions,
): ReportDocument {
  if (parsePeriod(month).every !== 'month') throw new RangeError(`not a month: ${month}`);
  return monthlyKind.build(state, { ...rest, period: month, language, subject: '' });
}
