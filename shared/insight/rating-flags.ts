import { type Period, previousPeriod } from '../calendar/period';
import { gradeOf, scales } from '../catalogue/scale';
import type { State } from '../changes/state';
import type { RecordOf } from '../model/collections';
import { fileCount } from './evidence-files';
import { ratingsOf } from './score';

/**
 * What a rating without evidence is asked about: `top` grade, or a `jump` of two grades or more
 * against the period before, up or down. Asked, never forbidden.
 */
export type RatingFlag = 'top' | 'jump';

/** How many things a rating rests on: its words, records and files, each counted once. */
export const evidenceCount = (state: State, rating: RecordOf<'rating'>): number =>
  (rating.evidence.trim() === '' ? 0 : 1) +
  rating.links.length +
  fileCount(state, { collection: 'rating', id: rating.id });

/** Whether a rating says what it rests on: in words, by records or by files. */
export const hasEvidence = (state: State, rating: RecordOf<'rating'>): boolean =>
  evidenceCount(state, rating) > 0;

/** Place of a score among the four grades, 0 (best) … 3, whatever scale the unit reads it on. */
const placeOf = (score: number): number => scales.four.indexOf(gradeOf(score, 'four'));

/** The flag that a score would raise without evidence; `before` is that of the last period. */
export function flagOf(score: number | null, before: number | null): RatingFlag | undefined {
  if (score === null) return undefined;
  if (before !== null && Math.abs(placeOf(score) - placeOf(before)) >= 2) return 'jump';
  return placeOf(score) === 0 ? 'top' : undefined;
}

/** The rows of a leader's sheet that are asked for evidence, with the reason. */
export function flagsOf(state: State, person: string, period: Period): Map<string, RatingFlag> {
  const earlier = ratingsOf(state, person, previousPeriod(period));
  const flags = new Map<string, RatingFlag>();
  for (const [row, rating] of ratingsOf(state, person, period)) {
    if (rating.notApplicable !== '') continue;
    const before = earlier.get(row);
    const flag = flagOf(rating.score, before?.notApplicable === '' ? before.score : null);
    if (flag && !hasEvidence(state, rating)) flags.set(row, flag);
  }
  return flags;
}
