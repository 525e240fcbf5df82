import type { CheckItem } from '../catalogue/row';
import { listOf } from '../changes/records';
import type { State } from '../changes/state';
import { itemsFulfilledBy } from '../kinds/kinds';
import type { RecordOf } from '../model/collections';

type Activity = RecordOf<'activity'>;
type Mark = RecordOf<'mark'>;

const byDate = (a: Activity, b: Activity): number =>
  a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1;

// listOf gives the same array until a record changes, so an index lives as long as its list.
const activitiesByItem = new WeakMap<readonly Activity[], Map<string, Activity[]>>();
const marksByItem = new WeakMap<readonly Mark[], Map<string, Mark[]>>();

function into<V>(index: Map<string, V[]>, key: string, value: V): void {
  const list = index.get(key);
  if (list) list.push(value);
  else index.set(key, [value]);
}

function activityIndex(state: State): Map<string, Activity[]> {
  const list = listOf(state, 'activity');
  let index = activitiesByItem.get(list);
  if (!index) {
    index = new Map();
    for (const activity of list) {
      if (activity.date === '') continue;
      for (const item of itemsFulfilledBy(activity)) into(index, item, activity);
    }
    for (const activities of index.values()) activities.sort(byDate);
    activitiesByItem.set(list, index);
  }
  return index;
}

/** Whether nobody fills an item in: its state follows from other records alone. */
export const isAutomatic = (item: CheckItem): boolean =>
  item.cadences.every(({ type }) => type === 'automatic');

/**
 * The dated activities that fulfil a check item, oldest first: those that name it, and those of an
 * item it is linked to. An automatic item is judged by its rule, so links say nothing of it here.
 */
export function activitiesFor(state: State, item: CheckItem): readonly Activity[] {
  const index = activityIndex(state);
  const own = index.get(item.id) ?? [];
  if (isAutomatic(item)) return own;
  const linked = (item.links ?? []).flatMap((link) => index.get(link) ?? []);
  return linked.length === 0 ? own : [...new Set([...own, ...linked])].sort(byDate);
}

/** The activities of a list (oldest first) dated from `first` to `last`, both inclusive. */
export function datedWithin(
  activities: readonly Activity[],
  first: string,
  last: string,
): readonly Activity[] {
  let low = 0;
  let high = activities.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((activities[middle]?.date ?? '') < first) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < activities.length && (activities[end]?.date ?? '') <= last) end += 1;
  return activities.slice(low, end);
}

/** All marks of a check item, in order of their occurrence key. */
export function marksFor(state: State, item: string): readonly Mark[] {
  const list = listOf(state, 'mark');
  let index = marksByItem.get(list);
  if (!index) {
    index = new Map();
    for (const mark of list) into(index, mark.id.slice(0, mark.id.indexOf(':')), mark);
    for (const marks of index.values()) marks.sort((a, b) => (a.id < b.id ? -1 : 1));
    marksByItem.set(list, index);
  }
  return index.get(item) ?? [];
}
