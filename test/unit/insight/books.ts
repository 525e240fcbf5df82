import type { Edit } from '../../../shared/changes/draft';
import { edit } from '../../../shared/changes/records';
import { stampOf } from '../../../shared/changes/stamp';
import { applySet, emptyState, type State } from '../../../shared/changes/state';
import { ratingId, sheetId } from '../../../shared/model/rating';

/** A record id made of a number, so that tables of tests stay readable. */
export const idOf = (number: number): string =>
  `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** Makes an edit in a state, in a change set of its own. */
export function put(state: State, { collection, id, fields }: Edit): void {
  const stamp = stampOf(state.counter + 1, 'testtest');
  const wall = '2026-11-23T08:00:00.000Z';
  const changes = [{ collection, id, fields: { ...fields } }];
  applySet(state, { stamp, author: '', wall, label: 'test', changes });
}

/** The state that some edits make. */
export function booksOf(...edits: readonly Edit[]): State {
  const state = emptyState();
  for (const one of edits) put(state, one);
  return state;
}

/** A leader with an order of rank; his id is that of the number. */
export const leader = (number: number, name: string) =>
  edit('person', idOf(number), { name, role: 'leader', order: number });

/** Ratings of one person by row, and whether the sheet is submitted. */
export function ratings(
  person: string,
  period: string,
  scores: Readonly<Record<string, number | null>>,
  status: 'draft' | 'submitted' = 'submitted',
): Edit[] {
  return [
    ...Object.entries(scores).map(([row, score]) =>
      edit('rating', ratingId(person, period, row), { score }),
    ),
    edit('sheet', sheetId(person, period), { status }),
  ];
}
