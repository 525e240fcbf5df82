import { officeDay } from '../calendar/clock';
import type { Day } from '../calendar/day';
import type { RecordSet } from '../changes/timeline';

/** Since when who answers for a check item. */
export interface Handover {
  /** Day in China on which it was entered. */
  readonly from: Day;
  readonly leader: string;
  readonly deputy: string;
}

/**
 * Who answered for a check item from when, the newest first, from the change sets of its
 * assignment in any order. Sets that change nobody are left out.
 */
export function handovers(sets: readonly RecordSet[]): Handover[] {
  const found: Handover[] = [];
  let now = { leader: '', deputy: '' };
  const sorted = [...sets].sort((a, b) => (a.stamp < b.stamp ? -1 : 1));
  for (const { wall, fields } of sorted) {
    const person = (field: 'leader' | 'deputy'): string => {
      const value = fields[field];
      return typeof value === 'string' ? value : value === null ? '' : now[field];
    };
    const next = { leader: person('leader'), deputy: person('deputy') };
    if (next.leader === now.leader && next.deputy === now.deputy) continue;
    now = next;
    const from = officeDay(wall);
    found.push({ from, ...next });
  }
  return found.reverse();
}
