import type { ChangeSet } from './change-set';
import { joinedParts } from './partial-set';
import { compareStamps, type Stamp } from './stamp';

export { StampClash } from './partial-set';

/**
 * Union of change sets in stamp order: commutative, associative, idempotent. Parts of one set are
 * put together. Throws StampClash when one stamp stands for two different contents.
 */
export function merge(...lists: readonly (readonly ChangeSet[])[]): ChangeSet[] {
  const byStamp = new Map<Stamp, ChangeSet>();
  for (const list of lists) {
    for (const set of list) {
      const known = byStamp.get(set.stamp);
      if (known !== set) byStamp.set(set.stamp, known ? joinedParts(known, set) : set);
    }
  }
  return [...byStamp.values()].sort((a, b) => compareStamps(a.stamp, b.stamp));
}
