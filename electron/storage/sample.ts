import { createHash } from 'node:crypto';
import { type ChangeSet, countChanges } from '../../shared/changes/change-set';
import { keepingOf } from '../../shared/model/collections';
import { type SampleOptions, sampleSets } from '../../shared/sample/history';
import { randomOf, sampleUuid } from '../../shared/sample/random';
import { buildWorkspace } from './build-workspace';
import { Journal } from './journal';
import { StorageError } from './storage-error';

/** What was written. */
export interface SampleCounts {
  readonly changeSets: number;
  readonly changes: number;
}

/** The device id of a sample: always the same for a seed, so that stamps are. */
function deviceIdOf(seed: number): string {
  const digest = createHash('sha256').update(`touyan-sample:${seed}`).digest();
  return Array.from(digest.subarray(0, 8), (byte) => (byte % 36).toString(36)).join('');
}

/** Whether a set is somebody's own book, which stays apart from what others get. */
const isPrivate = ({ changes }: ChangeSet): boolean =>
  changes.some(({ collection }) => keepingOf(collection) !== 'shared');

/** The moment in the sample's unit id; any will do, as long as it stays. */
const idMoment = Date.UTC(2026, 0, 1);

/**
 * Makes a data folder with a sample unit. The same options give the same journal, line by line; only
 * the folder's keys are new. Throws StorageError as buildWorkspace does, and `cancelled`.
 */
export async function writeSample(
  folder: string,
  options: Omit<SampleOptions, 'device'>,
  job: {
    readonly signal?: AbortSignal;
    readonly progress?: (done: number, total: number) => void;
  } = {},
): Promise<SampleCounts> {
  const deviceId = deviceIdOf(options.seed);
  const unitId = sampleUuid(idMoment, randomOf('unit', options.seed));
  const sets: ChangeSet[] = [];
  const months = new Map<string, ChangeSet[]>();
  for (const set of sampleSets({ ...options, device: deviceId })) {
    if (job.signal?.aborted) throw new StorageError('cancelled');
    const month = set.wall.slice(0, 7);
    const ofMonth = months.get(month);
    if (ofMonth) ofMonth.push(set);
    else months.set(month, [set]);
    sets.push(set);
  }
  await buildWorkspace(folder, {
    unitId,
    deviceId,
    deviceName: '办公室电脑',
    fill: async (site) => {
      // A file a month, as if it had been written at the time; one write and one flush each.
      const journal = new Journal(site, unitId);
      let done = 0;
      try {
        for (const [month, ofMonth] of months) {
          if (job.signal?.aborted) throw new StorageError('cancelled');
          const own = ofMonth.filter(isPrivate);
          const shared = ofMonth.filter((set) => !isPrivate(set));
          await journal.append('journal', deviceId, shared, month);
          if (own.length > 0) await journal.append('private', deviceId, own, month);
          done += 1;
          job.progress?.(done, months.size);
        }
      } finally {
        await journal.close();
      }
    },
  });
  return {
    changeSets: sets.length,
    changes: sets.reduce((sum, set) => sum + countChanges(set), 0),
  };
}
