import { useEffect } from 'react';
import { isPeriod, type Period, parsePeriod, periodOf } from '../../shared/calendar/period';
import { standardCalendar } from '../../shared/calendar/workdays';
import { meantPeriod } from '../../shared/insight/closing';
import { tellFailure } from './act';
import { go, type PageName, useLocation } from './location';
import { useToday } from './today';
import { readMissingYears, useReplica } from './workspace';

/** Reads the years from a month on that were left out at the start, for what looks back that far. */
export function useYearsSince(month: Period): void {
  const { missing } = useReplica();
  const year = month.slice(0, 4);
  const isMissing = missing.some((part) => year <= part);
  useEffect(() => {
    if (isMissing) readMissingYears(year).catch(tellFailure);
  }, [isMissing, year]);
}

/** The pages on which the month being closed is meant before that of today. */
const closing: readonly PageName[] = ['rating', 'summary'];

/**
 * The month that a page is about: the one in its address, else the one being closed where the page
 * closes months, else that of today.
 */
export function useMonth(page: PageName): [Period, (month: Period) => void] {
  const { params } = useLocation();
  const today = useToday();
  const { state, missing } = useReplica();
  const asked = params.month ?? '';
  const isMonth = isPeriod(asked) && parsePeriod(asked).every === 'month';
  const meant = closing.includes(page)
    ? meantPeriod(state, 'month', { today, calendar: standardCalendar() })
    : periodOf(today, 'month');
  const month = isMonth ? asked : meant;
  // Years long past are read when somebody looks at them.
  const isMissing = missing.some((part) => month.slice(0, 4) <= part);
  useEffect(() => {
    if (isMissing) readMissingYears().catch(tellFailure);
  }, [isMissing]);
  return [month, (next) => go(page, { ...params, month: next })];
}
