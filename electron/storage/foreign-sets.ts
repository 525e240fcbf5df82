import type { ChangeSet } from '../../shared/changes/change-set';
import { sameValue } from '../../shared/changes/json';
import { merge, StampClash } from '../../shared/changes/merge';
import { deviceOf, type Stamp } from '../../shared/changes/stamp';
import type { Journal } from './journal';
import { StorageError } from './storage-error';

/**
 * Sorts sets from elsewhere into those this folder lacks, by device and in stamp order, and the
 * number of those it has. Reads only the journals of the devices concerned. Throws StampClash where
 * a stamp stands for two contents, StorageError `workspace-damaged` where they cannot be compared.
 */
export async function sortForeign(
  journal: Journal,
  sets: readonly ChangeSet[],
): Promise<{ fresh: Map<string, ChangeSet[]>; known: number }> {
  const merged = merge(sets);
  const missing = new Map<Stamp, ChangeSet>(merged.map((set) => [set.stamp, set]));
  const devices = new Set(merged.map(({ stamp }) => deviceOf(stamp)));
  for (const device of devices) {
    for await (const found of journal.scan(['journal', 'private'], {
      device,
    })) {
      for (const item of found) {
        if (item.kind !== 'set') {
          throw new StorageError('workspace-damaged', {
            file: item.file,
            line: item.line,
          });
        }
        const incoming = missing.get(item.set.stamp);
        if (!incoming) continue;
        if (!isSame(incoming, item.set)) throw new StampClash(item.set.stamp);
        missing.delete(item.set.stamp);
      }
    }
  }
  const fresh = new Map<string, ChangeSet[]>();
  for (const set of missing.values()) {
    const device = deviceOf(set.stamp);
    const known = fresh.get(device);
    if (known) known.push(set);
    else fresh.set(device, [set]);
  }
  return { fresh, known: merged.length - missing.size };
}

/** Equal content, whatever the order of keys. */
function isSame(a: ChangeSet, b: ChangeSet): boolean {
  // Through JSON, because a set is JSON but its type has optional members, which JsonValue has not.
  return JSON.stringify(a) === JSON.stringify(b) || sameValue(plain(a), plain(b));
}

const plain = (set: ChangeSet) => JSON.parse(JSON.stringify(set));
