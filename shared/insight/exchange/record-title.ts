import type { State } from '../../changes/state';

/** Fields that name a record, the first that is filled counts. */
const naming = ['title', 'name', 'text', 'note', 'content', 'evidence', 'comment'] as const;

/** Longest title, in characters. */
const longest = 60;

/**
 * What a record is called, taken from what comes (`incoming`) or from what is here; empty where it
 * has no name of its own, as a score.
 */
export function recordTitle(
  incoming: State,
  here: State,
  { collection, id }: { readonly collection: string; readonly id: string },
): string {
  for (const state of [incoming, here]) {
    const values = state.collections.get(collection)?.records.get(id)?.values;
    for (const field of naming) {
      const value = values?.[field];
      if (typeof value === 'string' && value.trim() !== '') {
        const [line = ''] = value.trim().split('\n');
        return [...line].slice(0, longest).join('');
      }
    }
  }
  return '';
}
