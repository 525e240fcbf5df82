import { officeDay } from '../calendar/clock';
import type { Day } from '../calendar/day';
import { type Period, periodRange } from '../calendar/period';
import type { WorkCalendar } from '../calendar/workdays';
import { recordOrDefault } from '../changes/records';
import type { State } from '../changes/state';
import { type SheetStep, sheetId } from '../model/rating';
import { unitId } from '../model/unit';

/** Where a sheet stands, with the days that the unit has set for it. */
export interface SheetCycle {
  readonly status: 'not-open' | 'draft' | 'submitted' | 'returned' | 'resubmitted';
  /** First working day on which the period is asked for, and the last one in time. */
  readonly opens: Day;
  readonly due: Day;
  /** When it was handed in first, as a day; empty until then. */
  readonly handedIn: Day | '';
  /** Handed in after the due day, or not yet though that day is over. Shown, never blocked. */
  readonly isLate: boolean;
  readonly steps: readonly SheetStep[];
}

/** The days between which a period is to be rated, by the unit's settings and working days. */
export function ratingDays(
  state: State,
  period: Period,
  calendar: WorkCalendar,
): { readonly opens: Day; readonly due: Day } {
  const { ratingOpenDays, ratingDueDays } = recordOrDefault(state, 'unit', unitId);
  const opens = calendar.addWorkdays(calendar.lastWorkday(period), 1 - ratingOpenDays);
  return { opens, due: calendar.addWorkdays(periodRange(period).last, ratingDueDays) };
}

/** Where a leader's sheet of a period stands on `today`. */
export function sheetCycle(
  state: State,
  { person, period }: { readonly person: string; readonly period: Period },
  when: { readonly today: Day; readonly calendar: WorkCalendar },
): SheetCycle {
  const sheet = recordOrDefault(state, 'sheet', sheetId(person, period));
  const { opens, due } = ratingDays(state, period, when.calendar);
  // A sheet of an older app says only when it came to its present status.
  const steps: readonly SheetStep[] =
    sheet.steps.length > 0 || sheet.status === 'draft' || sheet.statusAt === ''
      ? sheet.steps
      : [{ step: sheet.status, at: sheet.statusAt, by: '' }];
  const first = steps.find(({ step }) => step !== 'returned');
  const handedIn = first ? officeDay(first.at) : '';
  const status =
    sheet.status === 'submitted' && steps.some(({ step }) => step === 'resubmitted')
      ? 'resubmitted'
      : sheet.status === 'draft' && when.today < opens
        ? 'not-open'
        : sheet.status;
  return {
    status,
    opens,
    due,
    handedIn,
    isLate: handedIn === '' ? when.today > due : handedIn > due,
    steps,
  };
}
