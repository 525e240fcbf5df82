import { type ChangeSet, changeSetSchema } from '../../shared/changes/change-set';
import { counterOf, largestStep } from '../../shared/changes/stamp';
import { refusalOfChanges } from '../../shared/insight/edit-rules';
import { kindMisfitsOf } from '../../shared/kinds/misfits';
import { rangeMisfitsOf } from '../../shared/kinds/range-misfits';
import { keepingOf, misfitsOf } from '../../shared/model/collections';
import { isMomentInRange } from '../../shared/model/range';
import { StorageError } from './storage-error';

/**
 * The set, if it may stand in a journal. Own sets must fit the model wholly; foreign ones may hold
 * collections and fields of a newer app. Throws StorageError `does-not-fit` with the place, or
 * `breaks-rule` with the sentence.
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
  // No device counts from zero: receipts could not list it.
  if (counterOf(parsed.stamp) < 1) {
    throw new StorageError('does-not-fit', { stamp: parsed.stamp, reason: 'bad-counter' });
  }
  if (!isMomentInRange(parsed.wall)) {
    throw new StorageError('does-not-fit', { stamp: parsed.stamp, reason: 'bad-moment' });
  }
  for (const change of parsed.changes) {
    const misfits = [
      ...misfitsOf(change),
      ...rangeMisfitsOf(change),
      ...(origin === 'own' ? kindMisfitsOf(change) : []),
    ];
    for (const { collection, id, field, reason } of misfits) {
      // Records from before the ranges travel with their unit; an import leaves them out.
      const isLeft = reason === 'out-of-range' || reason.startsWith('unknown-');
      if (origin === 'foreign' && isLeft) continue;
      throw new StorageError('does-not-fit', { collection, id, field, reason });
    }
  }
  // What is taken back or done again stood before.
  const refusal =
    origin === 'own' && parsed.undoes === undefined ? refusalOfChanges(parsed.changes) : undefined;
  if (refusal) throw new StorageError('breaks-rule', { ...refusal.sentence });
  return parsed;
}

/**
 * Throws StorageError `counter-jump` where a counter lies so far beyond the `present` one that only
 * somebody who wants to use the counters up can have written it.
 */
export function expectNoJump(sets: readonly ChangeSet[], present: number): void {
  const far = sets.find(({ stamp }) => counterOf(stamp) > present + largestStep);
  if (far) throw new StorageError('counter-jump', { stamp: far.stamp });
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
