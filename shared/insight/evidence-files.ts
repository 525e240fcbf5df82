import { listOf } from '../changes/records';
import type { State } from '../changes/state';
import type { RecordOf } from '../model/collections';

/** The record that files are evidence of. */
export interface FileOwner {
  readonly collection: string;
  readonly id: string;
}

type Attachment = RecordOf<'attachment'>;

const none: readonly Attachment[] = [];

const keyOf = ({ collection, id }: FileOwner): string => `${collection} ${id}`;

// listOf gives the same array until an attachment changes, so an index lives as long as its list.
const indexes = new WeakMap<readonly Attachment[], ReadonlyMap<string, readonly Attachment[]>>();

function indexOf(state: State): ReadonlyMap<string, readonly Attachment[]> {
  const list = listOf(state, 'attachment');
  const known = indexes.get(list);
  if (known) return known;
  const index = new Map<string, Attachment[]>();
  for (const file of list) {
    const key = keyOf({ collection: file.ownerCollection, id: file.ownerId });
    const files = index.get(key);
    if (files) files.push(file);
    else index.set(key, [file]);
  }
  // Ids of attachments begin with the time of their making.
  for (const files of index.values()) files.sort((a, b) => (a.id < b.id ? -1 : 1));
  indexes.set(list, index);
  return index;
}

/** The evidence files of a record, in the order in which they were added; the same array each time. */
export const filesOf = (state: State, owner: FileOwner): readonly Attachment[] =>
  indexOf(state).get(keyOf(owner)) ?? none;

/** How many evidence files a record has; one and the same file attached twice counts once. */
export const fileCount = (state: State, owner: FileOwner): number =>
  new Set(filesOf(state, owner).map(({ sha256 }) => sha256)).size;
