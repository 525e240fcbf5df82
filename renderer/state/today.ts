import { createContext, useContext } from 'react';
import type { Day } from '../../shared/calendar/day';

/** The app's calendar day as main told it; pages never read the clock themselves. */
export const TodayContext = createContext<Day>('1970-01-01');

/** Today's calendar day, `YYYY-MM-DD`. */
export const useToday = (): Day => useContext(TodayContext);
