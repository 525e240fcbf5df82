import type { ChangeSet } from './change-set';
import { compareStamps, type Stamp } from './stamp';

/** Two different change sets claim the same stamp: a copied data folder or a forged package. */
export class StampClash extends Error {
  constructor(readonly stamp: Stamp) {
    super(`two different change sets carry the stamp ${stamp}`);
  }
}

/**
 * Union of change sets in stamp order: commutative, associative, idempotent.
 * Throws StampClash when one stamp stands for two different contents.
 */
export function merge(...lists: readonly (readonly ChangeSet[])[]): ChangeSet[] {
  const byStamp = new Map<Stamp, ChangeSet>();
  for (const set of lists.flat()) {
    const known = byStamp.get(set.stamp);
    if (!known) byStamp.set(set.stamp, set);
    else if (known !== set && JSON.stringify(known) !== JSON.stringify(set)) {
      throw new StampClash(set.stamp);
    }
  }
  return [...byStamp.values()].sort((a, b) => compareStamps(a.stamp, b.stamp));
}
