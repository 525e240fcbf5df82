import { adoptUnitHolidays, standardCalendar, type WorkCalendar } from '../calendar/workdays';
import { listOf } from '../changes/records';
import type { State } from '../changes/state';
import { tablesOfHolidays } from '../model/holiday';

/** The calendar with the holidays that the unit of a state has taken over, from now on that of all. */
export function unitCalendar(state: State): WorkCalendar {
  adoptUnitHolidays(tablesOfHolidays(listOf(state, 'holiday')));
  return standardCalendar();
}
