import { recordOrDefault } from '../../../shared/changes/records';
import type { Audience } from '../../../shared/changes/undo-steps';
import { isCollectionName, keepingOf } from '../../../shared/model/collections';
import { sheetId } from '../../../shared/model/rating';
import { ownerOf, type Replica } from '../../state/workspace';
import { valuesOf } from './record-title';

/** Set by handing in and by the app itself, never by hand. */
const keptFields: Readonly<Record<string, readonly string[]>> = {
  sheet: ['status', 'statusAt'],
  attachment: ['sha256', 'bytes', 'ownerCollection', 'ownerId'],
  device: ['publicKey'],
  unit: ['sample'],
};

/**
 * Who may see a restoring of that record; null where it must not be changed from here. A
 * self-rating is its leader's alone, and what was handed in is reopened first.
 */
export function restoreAudience(replica: Replica, collection: string, id: string): Audience | null {
  if (replica.readOnly || !isCollectionName(collection)) return null;
  if (collection !== 'rating' && collection !== 'sheet') {
    return keepingOf(collection) === 'shared' ? 'shared' : 'private';
  }
  const [person = '', period = ''] = id.split(':');
  if (person !== ownerOf(replica)) return null;
  const { status } = recordOrDefault(replica.state, 'sheet', sheetId(person, period));
  return status === 'submitted' ? null : 'private';
}

/** Whether a value of that field can be brought back by itself; not while the record is deleted. */
export function canRestoreValue(
  replica: Replica,
  collection: string,
  id: string,
  field: string,
): boolean {
  if (keptFields[collection]?.includes(field)) return false;
  const isDeleted = valuesOf(replica.state, collection, id).deleted === true;
  // Only a deletion is undone here, never made again.
  if (field === 'deleted' || isDeleted) return false;
  return restoreAudience(replica, collection, id) !== null;
}
