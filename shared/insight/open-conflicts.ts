import { type Conflict, conflicts } from '../changes/conflict';
import type { State } from '../changes/state';
import { keepingOf } from '../model/collections';

/** Open conflicts of the unit's records, without what one PC keeps to itself. */
export const openConflicts = (state: State): Conflict[] =>
  conflicts(state).filter(({ collection }) => keepingOf(collection) === 'shared');
