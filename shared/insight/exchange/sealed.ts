import { listOf } from '../../changes/records';
import type { State } from '../../changes/state';
import type { IsSealed } from './flags';
import { type Months, monthsOfRecord } from './record-month';

interface Sealed extends Months {
  /** Whose document it is; empty for one of the whole unit. */
  readonly person: string;
}

/** What says how a document reads or what was mended in it moves no figure. */
const besides: ReadonlySet<string> = new Set(['seal', 'correction', 'template', 'attachment']);

/**
 * Tells whether a change is about a month of which a document is sealed here: its printed figures
 * would not be those of the records any more. A person's own document seals his ratings alone.
 */
export function sealedIn(state: State): IsSealed {
  const sealed = listOf(state, 'seal').flatMap(({ id }): Sealed[] => {
    const months = monthsOfRecord(id, undefined);
    const [document = ''] = id.split(':');
    return months ? [{ ...months, person: document.split('.')[1] ?? '' }] : [];
  });
  if (sealed.length === 0) return () => false;
  return ({ collection, id, fields }) => {
    if (besides.has(collection)) return false;
    const here = state.collections.get(collection)?.records.get(id)?.values;
    const months = monthsOfRecord(id, here ?? fields);
    if (!months) return false;
    const isRating = collection === 'rating' || collection === 'sheet';
    return sealed.some(
      ({ from, to, person }) =>
        months.from <= to &&
        months.to >= from &&
        (person === '' || (isRating && id.startsWith(`${person}:`))),
    );
  };
}
