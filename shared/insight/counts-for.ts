import { checkItemById, dimensions } from '../catalogue/catalogue';
import type { CheckItem, Dimension } from '../catalogue/row';
import type { Kind } from '../kinds/kind';
import { itemsOfKind, kindOf } from '../kinds/kinds';

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

/** What of a record says where it counts; other fields may decide it as well. */
export interface Countable {
  readonly kind: string;
  readonly items: readonly string[];
  readonly date: string;
  readonly people: readonly string[];
  readonly hours: number | null;
}

/** What a record counts for, as it is filled in. One record, many uses: nothing asks twice. */
export function countsFor(
  record: Countable,
  kind: Kind | undefined = kindOf(record.kind),
): CountsFor {
  const evidences = kind?.evidences ?? [];
  // The fields of kinds are no part of the record's static type.
  const ofKind = kind ? itemsOfKind(kind, record as Countable & Record<string, unknown>) : [];
  const fulfilled = [...new Set([...ofKind, ...record.items])];
  const { hours, people, date } = record;
  return {
    items: fulfilled.flatMap((id) => checkItemById(id) ?? []),
    dimensions: dimensions.filter(({ id }) => evidences.includes(id)),
    hours:
      hours !== null && hours > 0 && people.length > 0
        ? { each: hours, people: people.length }
        : null,
    month: date.slice(0, 7),
  };
}
