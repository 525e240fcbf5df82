import { ratingId, sheetId } from '../model/rating';
import type { Edit } from './draft';
import { edit, recordOrDefault } from './records';
import type { State } from './state';

/**
 * The edits that hand a self-rating in: everything the leader has rated for the period so far,
 * written again for everybody, and the sheet marked as submitted. To be committed with `publish`,
 * because the other PCs never saw the draft. `rows` are the ids of the ratable rows, `by` is the
 * person who hands it in; `at` is wall time, ISO 8601.
 */
export function submissionEdits(
  state: State,
  about: {
    readonly person: string;
    readonly period: string;
    readonly rows: readonly string[];
    readonly by: string;
  },
  at: string,
): Edit[] {
  const { person, period, rows, by } = about;
  const ratings = rows.flatMap((row): Edit[] => {
    const id = ratingId(person, period, row);
    const record = state.collections.get('rating')?.records.get(id);
    return record ? [{ collection: 'rating', id, fields: record.values }] : [];
  });
  const id = sheetId(person, period);
  const sheet = state.collections.get('sheet')?.records.get(id);
  const { steps } = recordOrDefault(state, 'sheet', id);
  const step = steps.some((one) => one.step === 'returned') ? 'resubmitted' : 'submitted';
  const fields = {
    ...sheet?.values,
    status: 'submitted',
    statusAt: at,
    steps: [...steps, { step, at, by }],
  };
  return [...ratings, { collection: 'sheet', id, fields }];
}

/** The edits with which the head of the team gives a sheet back, saying why. `at` as above. */
export function returnEdits(
  state: State,
  id: string,
  { by, comment, at }: { readonly by: string; readonly comment: string; readonly at: string },
): Edit[] {
  const { steps } = recordOrDefault(state, 'sheet', id);
  const taken = [...steps, { step: 'returned' as const, at, by }];
  return [edit('sheet', id, { status: 'returned', statusAt: at, comment, steps: taken })];
}
