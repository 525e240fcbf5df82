import type { ChangeSet } from '../../shared/changes/change-set';
import { merge } from '../../shared/changes/merge';
import { restOf, StampClash } from '../../shared/changes/partial-set';
import { deviceOf, type Stamp } from '../../shared/changes/stamp';
import type { Journal } from './journal';
import { StorageError } from './storage-error';

/**
 * Sorts sets from elsewhere into those this folder lacks, wholly or in part, by device and in stamp
 * order, and the number of those it has. Reads only the journals of the devices concerned. What this
 * device (`own`) did lies here: a set under its id that does not is a forger's or a copied folder's,
 * unless this is a declared recovery of what this PC lost. Throws StampClash then, and where a stamp
 * stands for two contents; StorageError `workspace-damaged` where they cannot be compared.
 */
export async function sortForeign(
  journal: Journal,
  sets: readonly ChangeSet[],
  { own, isRecovery }: { readonly own: string; readonly isRecovery: boolean },
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
    if (device === own && !isRecovery) throw new StampClash(set.stamp);
    const known = fresh.get(device);
    if (known) known.push(set);
    else fresh.set(device, [set]);
  }
  return { fresh, known: merged.length - missing.size };
}

/** Sets under the id `own` that this folder does not hold, or holds otherwise, or less of. */
export async function strangeSets(
  journal: Journal,
  sets: readonly ChangeSet[],
  own: string,
): Promise<ReadonlyMap<Stamp, 'missing' | 'clash'>> {
  const claimed = sets.filter(({ stamp }) => deviceOf(stamp) === own);
  const missing = new Map<Stamp, ChangeSet>(claimed.map((set) => [set.stamp, set]));
  const clashes = new Set<Stamp>();
  if (missing.size === 0) return new Map();
  for await (const found of journal.scan(['journal', 'private'], { device: own })) {
    for (const item of found) {
      const incoming = item.kind === 'set' ? missing.get(item.set.stamp) : undefined;
      if (item.kind !== 'set' || !incoming) continue;
      const rest = restOrClash(incoming, item.set);
      if (rest) clashes.add(incoming.stamp);
      else missing.delete(incoming.stamp);
    }
  }
  return new Map(
    [...missing.keys()].map((stamp) => [stamp, clashes.has(stamp) ? 'clash' : 'missing']),
  );
}

function restOrClash(set: ChangeSet, known: ChangeSet): ChangeSet | undefined | 'clash' {
  try {
    return restOf(set, known);
  } catch (error) {
    if (error instanceof StampClash) return 'clash';
    throw error;
  }
}
