import { useSyncExternalStore } from 'react';
import type { Day } from '../../shared/calendar/day';
import { clock } from './clock';

/** How often the clock is looked at, in ms: a timer to midnight would miss a PC that slept. */
const lookEvery = 10_000;

/** How far the clock may go back unremarked, in ms: what setting it by a time server costs. */
const patience = 60_000;

/** What the clock did that the user should know of, said once. */
export type ClockJump =
  | { readonly kind: 'back'; readonly from: Day; readonly to: Day }
  | { readonly kind: 'ahead'; readonly from: Day; readonly to: Day };

let today: Day = '1970-01-01';
let lastMoment = Number.NEGATIVE_INFINITY;
const listeners = new Set<() => void>();

/** Shows a day as today; pages that stand on it are drawn anew. */
export function showDay(day: Day): void {
  if (day === today) return;
  today = day;
  for (const listener of listeners) listener();
}

/** The next day of a day that exists, as `localDay` writes it. */
const nextDay = (day: Day): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** Looks at the clock: moves today on, and answers a jump where there was one. */
export function lookAtClock(): ClockJump | undefined {
  const moment = clock.now().getTime();
  const to = clock.today();
  const from = today;
  const wentBack = moment < lastMoment - patience;
  const isFirst = lastMoment === Number.NEGATIVE_INFINITY;
  lastMoment = moment;
  showDay(to);
  if (isFirst) return undefined;
  if (wentBack) return { kind: 'back', from, to };
  return to > nextDay(from) ? { kind: 'ahead', from, to } : undefined;
}

/**
 * Keeps today alive: it moves on at midnight, on waking up, when the window comes to the front and
 * when the clock is set. `jumped` hears of a clock that went back or by more than a day.
 */
export function followClock(jumped: (jump: ClockJump) => void): void {
  const look = (): void => {
    const jump = lookAtClock();
    if (jump) jumped(jump);
  };
  look();
  window.setInterval(look, lookEvery);
  window.addEventListener('focus', look);
  document.addEventListener('visibilitychange', look);
}

/** Today's calendar day, `YYYY-MM-DD`; the component is drawn anew when it moves on. */
export const useToday = (): Day =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => today,
  );
