import { privateDimension } from '../../catalogue/catalogue';
import type { RecordChange } from '../../changes/change-set';
import type { State } from '../../changes/state';
import { keepingOf } from '../../model/collections';
import { sheetId } from '../../model/rating';

/**
 * Whether a change is a rating of body and mind (B6) that its owner keeps to himself. It stays on
 * his PC, unless he lets it stand in views of the team (`showsPrivate` of the sheet) or is one of
 * those who send it now.
 */
export function isBodyAndMind(
  state: State,
  { collection, id }: RecordChange,
  senders: ReadonlySet<string>,
): boolean {
  if (collection !== 'rating') return false;
  const [person = '', period = '', row = ''] = id.split(':');
  if (row !== privateDimension && !row.startsWith(`${privateDimension}.`)) return false;
  const sheet = state.collections.get('sheet')?.records.get(sheetId(person, period));
  return sheet?.values.showsPrivate !== true && !senders.has(person);
}

/** Whether a change never leaves this PC: an own book, or a rating of body and mind. */
export const staysHere = (
  state: State,
  change: RecordChange,
  senders: ReadonlySet<string>,
): boolean => keepingOf(change.collection) !== 'shared' || isBodyAndMind(state, change, senders);
