import { createHash } from 'node:crypto';
import type { ChangeSet, RecordChange } from '../../shared/changes/change-set';
import { recordOf } from '../../shared/changes/records';
import { collectionNameIn } from '../../shared/changes/rows';
import { addPart, type Part } from '../../shared/changes/snapshot';
import { applySet, emptyState, type State } from '../../shared/changes/state';
import { StorageError } from './storage-error';

const isOfSeal = ({ collection }: RecordChange): boolean => collection === 'seal';

/** Whether a set says anything of a sealed document. */
export const touchesSeals = ({ changes }: ChangeSet): boolean => changes.some(isOfSeal);

/** Whether fields make a whole seal: a text, and the SHA-256 of just this text. */
export function isSoundSeal({ text, sha256, deleted }: RecordChange['fields']): boolean {
  if (!Array.isArray(text) || text.length === 0 || deleted === true) return false;
  return createHash('sha256').update(text.join('')).digest('hex') === sha256;
}

/** The seals of a unit, folded from the parts of its snapshot and the sets after it. */
export async function sealsOf(
  parts: AsyncIterable<Part>,
  tail: readonly ChangeSet[],
): Promise<State> {
  const state = emptyState();
  // To keep ten years of everything for a few records would be a waste.
  for await (const part of parts) {
    addPart(
      state,
      part.filter((line) => collectionNameIn(line) === 'seal'),
    );
  }
  for (const set of tail) {
    if (touchesSeals(set)) applySet(state, { ...set, changes: set.changes.filter(isOfSeal) });
  }
  return state;
}

/**
 * Throws StorageError `sealed` for a set that says anything of a seal that stands among `seals`: it
 * is written once, and what turns out otherwise is a correction beside it. Throws `does-not-fit` for
 * one that makes a seal whose text is not that of its fingerprint. Those of `takenBack` came with an
 * import that is taken back, and go with it.
 */
export function expectSealsStand(
  { changes }: ChangeSet,
  seals: State,
  takenBack: ReadonlySet<string> = new Set(),
): void {
  for (const { collection, id, fields } of changes.filter(isOfSeal)) {
    const isRemoved = Object.keys(fields).length === 1 && fields.deleted === true;
    if (isRemoved && takenBack.has(id)) continue;
    if (recordOf(seals, 'seal', id)) throw new StorageError('sealed', { id });
    if (!isSoundSeal(fields)) {
      throw new StorageError('does-not-fit', {
        collection,
        id,
        field: 'sha256',
        reason: 'no-seal',
      });
    }
  }
}
