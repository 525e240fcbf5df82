import { type Period, periodRange } from '../calendar/period';
import type { CheckItem } from '../catalogue/row';
import { type Duty, isAutomatic } from './duties';

/** A line of the checklist: an item and the occurrence that the month is about. */
export interface Line {
  readonly item: CheckItem;
  /** Undefined for items that are owed only after an event, or not at all this year. */
  readonly duty: Duty | undefined;
}

/**
 * Per item: what is overdue from earlier in the year, and what is due in the month or next; where
 * nothing more comes this year, how it was done last. `duties` are by due day. What is judged by other records leaves nothing behind, because nobody can make up for a month that is over.
 */
export function checklistOf(
  items: readonly CheckItem[],
  duties: readonly Duty[],
  month: Period,
): Line[] {
  const { first } = periodRange(month);
  return items.flatMap((item): Line[] => {
    const own = duties.filter((duty) => duty.item.id === item.id);
    const late = isAutomatic(item)
      ? []
      : own.filter(({ due, light }) => due < first && light === 'overdue');
    const current = own.filter(({ due }) => due >= first && due.startsWith(month));
    const next = own.find(({ due }) => due >= first) ?? (late.length > 0 ? undefined : own.at(-1));
    const shown = current.length > 0 ? current : next ? [next] : [];
    const lines = [...late, ...shown].map((duty) => ({ item, duty }));
    return lines.length > 0 ? lines : [{ item, duty: undefined }];
  });
}
