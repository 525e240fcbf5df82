import { type Cadence, type Occurrence, occurrences, type Span } from '../calendar/cadence';
import type { Move, WorkCalendar } from '../calendar/workdays';

const byCalendar = new WeakMap<WorkCalendar, Map<string, readonly Occurrence[]>>();
const texts = new WeakMap<Cadence, string>();

/** Many items share a rhythm: the key is what a cadence says, not which object says it. */
function textOf(cadence: Cadence): string {
  let text = texts.get(cadence);
  if (text === undefined) {
    text = JSON.stringify(cadence);
    texts.set(cadence, text);
  }
  return text;
}

/** Occurrences of a cadence due in one calendar year, worked out once. */
function ofYear(
  cadence: Cadence,
  year: number,
  calendar: WorkCalendar,
  move: Move,
): readonly Occurrence[] {
  const known = byCalendar.get(calendar) ?? new Map<string, readonly Occurrence[]>();
  byCalendar.set(calendar, known);
  const key = `${year}${move}${textOf(cadence)}`;
  let found = known.get(key);
  if (!found) {
    found = occurrences(cadence, {
      from: `${year}-01-01`,
      to: `${year}-12-31`,
      calendar,
      move,
    });
    known.set(key, found);
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
