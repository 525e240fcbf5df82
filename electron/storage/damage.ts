import type { ChangeSet } from '../../shared/changes/change-set';
import { counterOf, largestStep, type Stamp } from '../../shared/changes/stamp';
import { isMomentInRange } from '../../shared/model/range';
import { type Stream, streams } from './chain';
import { Journal } from './journal';
import type { LineKey } from './journal-line';
import type { Damage } from './journal-scan';
import type { SnapshotIndex } from './snapshot';

/** A readable set, where it lies. */
export interface KeptSet {
  readonly stream: Stream;
  readonly device: string;
  /** `YYYY-MM` of its file. */
  readonly month: string;
  readonly set: ChangeSet;
}

/** All that can be read of a journal, and every place that cannot. */
export interface Reading {
  /** In the order of the files; a stamp that occurs again is left out. */
  readonly kept: KeptSet[];
  readonly damages: Damage[];
  /** Readable sets with a counter or moment beyond reason. */
  readonly strange: Damage[];
}

/** What about a set no PC reaches by working; undefined where it is as it should be. */
export function strangeness({ stamp, wall }: ChangeSet): 'counter' | 'moment' | undefined {
  if (counterOf(stamp) > largestStep) return 'counter';
  return isMomentInRange(wall) ? undefined : 'moment';
}

/**
 * Reads every line of a data folder whose journal may be damaged; changes nothing. `index` tells
 * what was durable once. Throws StorageError of the disk.
 */
export async function readDamaged(
  folder: string,
  unit: string,
  key: LineKey | undefined,
  index: SnapshotIndex | undefined,
): Promise<Reading> {
  const journal = new Journal(folder, unit, key);
  const { damages } = await journal.open({
    repair: false,
    known: index?.covered,
    each: () => undefined,
  });
  const kept: KeptSet[] = [];
  const strange: Damage[] = [];
  const seen = new Set<Stamp>();
  for await (const found of journal.scan(streams)) {
    for (const item of found) {
      if (item.kind !== 'set' || seen.has(item.set.stamp)) continue;
      seen.add(item.set.stamp);
      const kind = strangeness(item.set);
      if (kind) strange.push({ kind, file: item.file, line: item.line, at: item.at });
      const [stream, device = '', name = ''] = item.file.split('/');
      kept.push({
        stream: stream === 'private' ? 'private' : 'journal',
        device,
        month: name.slice(0, 7),
        set: item.set,
      });
    }
  }
  await journal.close();
  return { kept, damages, strange };
}
