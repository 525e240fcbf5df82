import { type ChangeSet, changeSetSchema } from '../../shared/changes/change-set';
import { counterOf, largestCounter } from '../../shared/changes/stamp';
import { kindMisfitsOf } from '../../shared/kinds/misfits';
import { keepingOf, misfitsOf } from '../../shared/model/collections';
import { StorageError } from './storage-error';

/** Foreign counters beyond this would leave the own device no room to go on. */
const largestForeign = largestCounter / 2;

/**
 * The set, if it may stand in a journal. Own sets must fit the model wholly; foreign ones may hold
 * collections and fields of a newer app. Throws StorageError `does-not-fit` with the place.
 */
export function expectFit(set: ChangeSet, origin: 'own' | 'foreign'): ChangeSet {
  const { data: parsed, error } = changeSetSchema.safeParse(set);
  if (!parsed) {
    const issue = error.issues[0];
    throw new StorageError('does-not-fit', {
      field: issue?.path.join('.') ?? '',
      reason: issue?.code ?? '',
    });
  }
  if (origin === 'foreign' && counterOf(parsed.stamp) > largestForeign) {
    throw new StorageError('does-not-fit', {
      stamp: parsed.stamp,
      reason: 'bad-counter',
    });
  }
  for (const change of parsed.changes) {
    const misfits = [...misfitsOf(change), ...(origin === 'own' ? kindMisfitsOf(change) : [])];
    for (const { collection, id, field, reason } of misfits) {
      if (origin === 'foreign' && reason.startsWith('unknown-')) continue;
      throw new StorageError('does-not-fit', { collection, id, field, reason });
    }
  }
  return parsed;
}

/**
 * Throws StorageError `does-not-fit` for a set with a record that must not stand where it would be
 * written: a private one in the shared stream, where packages are made of, or a sealed one in a
 * unit that is not encrypted.
 */
export function expectKept(
  { changes }: ChangeSet,
  where: { readonly audience: 'shared' | 'private'; readonly isEncrypted: boolean },
): void {
  for (const { collection, id } of changes) {
    const keeping = keepingOf(collection);
    if (keeping === 'shared') continue;
    const reason =
      where.audience !== 'private'
        ? 'not-private'
        : keeping === 'sealed' && !where.isEncrypted
          ? 'not-encrypted'
          : undefined;
    if (reason) throw new StorageError('does-not-fit', { collection, id, field: '', reason });
  }
}

/** Whether a set says anything that only an encrypted unit may keep. */
export const isSealed = ({ changes }: ChangeSet): boolean =>
  changes.some(({ collection }) => keepingOf(collection) === 'sealed');
