import { recordOrDefault } from '../../../shared/changes/records';
import type { State } from '../../../shared/changes/state';
import { unitId } from '../../../shared/model/unit';
import { r } from './texts';

/** A sentence about quarters, and by what rule their scores come from those of months. */
export const withQuarterRule = (state: State, sentence: string): string => {
  const { ratingEvery } = recordOrDefault(state, 'unit', unitId);
  const second = r(ratingEvery === 'month' ? 'quarter.rule.short' : 'quarter.rule.mixed');
  return r('sentences', { first: sentence, second });
};
