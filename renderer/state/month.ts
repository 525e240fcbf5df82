import { useEffect } from 'react';
import { isPeriod, type Period, parsePeriod, periodOf } from '../../shared/calendar/period';
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

/** The month that a page is about: the one in its address, else the month of today. */
export function useMonth(page: PageName): [Period, (month: Period) => void] {
  const { params } = useLocation();
  const today = useToday();
  const { missing } = useReplica();
  const asked = params.month ?? '';
  const isMonth = isPeriod(asked) && parsePeriod(asked).every === 'month';
  const month = isMonth ? asked : periodOf(today, 'month');
  // Years long past are read when somebody looks at them.
  const isMissing = missing.some((part) => month.slice(0, 4) <= part);
  useEffect(() => {
    if (isMissing) readMissingYears().catch(tellFailure);
  }, [isMissing]);
  return [month, (next) => go(page, { ...params, month: next })];
}
