import type { Day } from '../calendar/day';
import type { State } from '../changes/state';
import type { RecordOf } from '../model/collections';
import { type Light, lightOf } from './lights';
import { dayIn, recordsOfKind, textIn } from './register-values';

/** A risk point and when it is to be looked through again. */
export interface RiskReview {
  readonly record: RecordOf<'activity'>;
  readonly level: string;
  /** Empty where no review is set. */
  readonly reviewOn: Day | '';
  /** `overdue` once the day has passed without a new one; never `done`. */
  readonly light: Light;
}

const levels = ['high', 'middle', 'low'];

/** The risk points with their reviews: overdue first, then the higher grade, then the sooner day. */
export function riskReviews(
  state: State,
  { today, soonDays }: { readonly today: Day; readonly soonDays: number },
): RiskReview[] {
  const all = recordsOfKind(state, 'risk-point').map((record): RiskReview => {
    const reviewOn = dayIn(record, 'reviewOn');
    const light = reviewOn === '' ? 'overdue' : lightOf({ due: reviewOn, today, soonDays });
    return { record, level: textIn(record, 'level'), reviewOn, light };
  });
  const urgency = ({ light }: RiskReview) => ['overdue', 'due-soon', 'not-yet'].indexOf(light);
  const grade = ({ level }: RiskReview) => {
    const place = levels.indexOf(level);
    return place < 0 ? levels.length : place;
  };
  return all.sort(
    (a, b) => urgency(a) - urgency(b) || grade(a) - grade(b) || (a.reviewOn < b.reviewOn ? -1 : 1),
  );
}
