import type { ChangeSet } from '../../shared/changes/change-set';
import { merge } from '../../shared/changes/merge';
import { restOf, StampClash } from '../../shared/changes/partial-set';
import { deviceOf, type Stamp } from '../../shared/changes/stamp';
import type { Journal } from './journal';
import { StorageError } from './storage-error';

/**
 * Sorts sets from elsewhere into those this folder lacks, wholly or in part, by device and in stamp
 * order, and the number of those it has. `own` is the id of this device. Reads only the journals of the devices concerned. Throws
 * StampClash where a stamp stands for two contents, StorageError `workspace-damaged` where they
 * cannot be compared.
 */
export async function sortForeign(
  journal: Journal,
  sets: readonly ChangeSet[],
  own: string,
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
        // A set may lie here in parts, of which each is a line.
        const rest = restOf(incoming, item.set);
        // What this device did lies here whole: more of it was done by a copy of this folder.
        if (rest && device === own) throw new StampClash(incoming.stamp);
        if (rest) missing.set(incoming.stamp, rest);
        else missing.delete(incoming.stamp);
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
