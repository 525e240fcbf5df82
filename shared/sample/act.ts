import type { Day } from '../calendar/day';
import type { Edit } from '../changes/draft';
import { towns, villages } from './names';
import type { Random } from './random';

/** One user action of the simulated unit, before it becomes a change set. */
export interface Act {
  /** When, in milliseconds since 1970. */
  readonly at: number;
  /** Who, as a person id. */
  readonly author: string;
  readonly label: string;
  readonly edits: readonly Edit[];
}

const hour = 3_600_000;

/** The moment of a clock time in China (UTC+8) on a day. */
export function momentOf(day: Day, hours: number): number {
  return Date.parse(`${day}T00:00:00Z`) + Math.round((hours - 8) * hour);
}

/** Some moment of a day within office hours, 8:30–12:00 or 14:30–18:00. */
export function officeMoment(day: Day, random: Random): number {
  const hours = random.next() * 7;
  return momentOf(day, hours < 3.5 ? 8.5 + hours : 11 + hours);
}

/** Fills the slots of a text; `{town}`, `{village}` and `{n}` (2 … 9) are drawn where not given. */
export function fill(
  text: string,
  random: Random,
  slots: Readonly<Record<string, string>> = {},
): string {
  return text.replace(/\{(\w+)\}/g, (_slot, name: string) => {
    const given = slots[name];
    if (given !== undefined) return given;
    if (name === 'town') return random.pick(towns);
    if (name === 'village') return random.pick(villages);
    return String(random.int(2, 9));
  });
}
