import { type Day, isDay } from '../calendar/day';
import { listOf } from '../changes/records';
import type { State } from '../changes/state';
import type { RecordOf } from '../model/collections';

type Activity = RecordOf<'activity'>;

// listOf gives the same array until a record changes, so an index lives as long as its list.
const byKind = new WeakMap<readonly Activity[], Map<string, Activity[]>>();

const byDate = (a: Activity, b: Activity): number =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1;

/** All records of a kind, oldest first; records without a day come first. */
export function recordsOfKind(state: State, kind: string): readonly Activity[] {
  const list = listOf(state, 'activity');
  let index = byKind.get(list);
  if (!index) {
    index = new Map();
    for (const record of list) {
      const known = index.get(record.kind);
      if (known) known.push(record);
      else index.set(record.kind, [record]);
    }
    for (const records of index.values()) records.sort(byDate);
    byKind.set(list, index);
  }
  return index.get(kind) ?? [];
}

/** The text that a record holds in a field of its kind; empty where it holds none. */
export function textIn(record: Activity, field: string): string {
  const value: unknown = Reflect.get(record, field);
  return typeof value === 'string' ? value.trim() : '';
}

/** The day that a record holds in a field of its kind; empty where it holds none. */
export function dayIn(record: Activity, field: string): Day | '' {
  const text = textIn(record, field);
  return isDay(text) ? text : '';
}

/** The number that a record holds in a field of its kind; 0 where it holds none. */
export function numberIn(record: Activity, field: string): number {
  const value: unknown = Reflect.get(record, field);
  return typeof value === 'number' ? value : 0;
}

/** The people that a record names in a field of its kind, as ids. */
export function peopleIn(record: Activity, field: string): readonly string[] {
  const value: unknown = Reflect.get(record, field);
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** The records dated in a year. */
export const inYear = (records: readonly Activity[], year: number): readonly Activity[] =>
  records.filter(({ date }) => date.startsWith(`${year}-`));
