import { type HolidayTable, holidayTableSchema } from '../calendar/holidays';
import { adoptUnitHolidays, standardCalendar, type WorkCalendar } from '../calendar/workdays';
import { listOf } from '../changes/records';
import type { State } from '../changes/state';

/** The tables of holiday records; one that makes no sense is left out. */
function tablesOfHolidays(
  records: readonly {
    readonly id: string;
    readonly off: readonly string[];
    readonly work: readonly string[];
  }[],
): HolidayTable[] {
  return records.flatMap(
    ({ id, off: days, work: worked }) =>
      holidayTableSchema.safeParse({ year: Number(id), off: days, work: worked }).data ?? [],
  );
}

/** The calendar with the holidays that the unit of a state has taken over, from now on that of all. */
export function unitCalendar(state: State): WorkCalendar {
  adoptUnitHolidays(tablesOfHolidays(listOf(state, 'holiday')));
  return standardCalendar();
}
