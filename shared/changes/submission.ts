import { ratingId, sheetId } from '../model/rating';
import type { Edit } from './draft';
import type { State } from './state';

/**
 * The edits that hand a self-rating in: everything the leader has rated for the period so far,
 * written again for everybody, and the sheet marked as submitted. To be committed with `publish`,
 * because the other PCs never saw the draft. `rows` are the ids of the ratable rows; `at` is wall
 * time, ISO 8601.
 */
export function submissionEdits(
  state: State,
  about: { readonly person: string; readonly period: string; readonly rows: readonly string[] },
  at: string,
): Edit[] {
  const { person, period, rows } = about;
  const ratings = rows.flatMap((row): Edit[] => {
    const id = ratingId(person, period, row);
    const record = state.collections.get('rating')?.records.get(id);
    return record ? [{ collection: 'rating', id, fields: record.values }] : [];
  });
  const id = sheetId(person, period);
  const sheet = state.collections.get('sheet')?.records.get(id);
  const fields = { ...sheet?.values, status: 'submitted', statusAt: at };
  return [...ratings, { collection: 'sheet', id, fields }];
}
