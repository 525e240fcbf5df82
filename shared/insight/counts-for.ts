import { checkItemById, dimensions } from '../catalogue/catalogue';
import type { CheckItem, Dimension } from '../catalogue/row';
import { itemsFulfilledBy, kindOf } from '../kinds/kinds';

/** Where one record counts besides its own register. */
export interface CountsFor {
  /** Check items that it fulfils. */
  readonly items: readonly CheckItem[];
  /** Dimensions of the self-rating for which it is offered as evidence. */
  readonly dimensions: readonly Dimension[];
  /** Study hours it adds: for each who took part, and for how many. Null where it adds none. */
  readonly hours: { readonly each: number; readonly people: number } | null;
  /** Month in whose summary it has a line, `YYYY-MM`; empty while it has no day. */
  readonly month: string;
}

/** What a record counts for, as it is filled in. One record, many uses: nothing asks twice. */
export function countsFor(record: {
  readonly kind: string;
  readonly items: readonly string[];
  readonly date: string;
  readonly people: readonly string[];
  readonly hours: number | null;
}): CountsFor {
  const evidences = kindOf(record.kind)?.evidences ?? [];
  const { hours, people, date } = record;
  return {
    items: itemsFulfilledBy(record).flatMap((id) => checkItemById(id) ?? []),
    dimensions: dimensions.filter(({ id }) => evidences.includes(id)),
    hours:
      hours !== null && hours > 0 && people.length > 0
        ? { each: hours, people: people.length }
        : null,
    month: date.slice(0, 7),
  };
}
