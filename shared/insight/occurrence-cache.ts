import { type Cadence, type Occurrence, occurrences, type Span } from '../calendar/cadence';
import type { Move, WorkCalendar } from '../calendar/workdays';

const byCalendar = new WeakMap<WorkCalendar, Map<string, WeakMap<Cadence, Occurrence[]>>>();

/** Occurrences of a cadence due in one calendar year, worked out once. */
function ofYear(
  cadence: Cadence,
  year: number,
  calendar: WorkCalendar,
  move: Move,
): readonly Occurrence[] {
  const years = byCalendar.get(calendar) ?? new Map<string, WeakMap<Cadence, Occurrence[]>>();
  byCalendar.set(calendar, years);
  const key = `${year}${move}`;
  const cadences = years.get(key) ?? new WeakMap<Cadence, Occurrence[]>();
  years.set(key, cadences);
  let found = cadences.get(cadence);
  if (!found) {
    found = occurrences(cadence, {
      from: `${year}-01-01`,
      to: `${year}-12-31`,
      calendar,
      move,
    });
    cadences.set(cadence, found);
  }
  return found;
}

/**
 * The same as `occurrences`, remembered by year: a calendar does not change, and views ask about
 * the same years again and again.
 */
export function occurrencesDue(cadence: Cadence, span: Span): Occurrence[] {
  const { from, to, since = '', calendar, move } = span;
  const first = since > from ? since : from;
  const found: Occurrence[] = [];
  for (let year = Number(first.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    for (const occurrence of ofYear(cadence, year, calendar, move)) {
      if (occurrence.due >= first && occurrence.due <= to) found.push(occurrence);
    }
  }
  return found;
}
