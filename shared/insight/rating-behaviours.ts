import { behaviourOf } from '../catalogue/behaviours';
import type { Bilingual } from '../catalogue/row';
import { behaviourFields } from '../model/indicator';
import type { RatingRow } from './rating-rows';

/**
 * What a row of a period looks like at a grade of four, `1` (best) … `4`: in the unit's words where
 * it has its own, else in those of the catalogue.
 */
export function rowBehaviour(row: Pick<RatingRow, 'id' | 'said'>, grade: string): Bilingual {
  const field = behaviourFields[Number(grade) - 1];
  const own = field ? row.said[field] : '';
  return own === '' ? behaviourOf(row, grade) : { zh: own, en: own };
}
