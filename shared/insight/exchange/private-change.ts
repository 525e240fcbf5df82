import { privateDimension } from '../../catalogue/catalogue';
import type { RecordChange } from '../../changes/change-set';

/**
 * Whose rating of body and mind (B6) a change is about; undefined for every other change. It stays
 * on its owner's PC unless he says otherwise.
 */
export function bodyAndMindOf({ collection, id }: RecordChange): string | undefined {
  if (collection !== 'rating') return undefined;
  const [person, , row = ''] = id.split(':');
  return row === privateDimension || row.startsWith(`${privateDimension}.`) ? person : undefined;
}
