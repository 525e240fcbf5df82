import { join } from 'node:path';
import type { RecordChange } from '../../shared/changes/change-set';
import { listOf } from '../../shared/changes/records';
import { deviceOf, type Stamp } from '../../shared/changes/stamp';
import { packStamps, unpackStamps } from '../../shared/changes/stamp-list';
import type { State } from '../../shared/changes/state';
import type { RecordOf } from '../../shared/model/collections';
import type { BackupManifest } from './backup-store';
import { hashOf } from './blobs';
import { isChainFile } from './chain';
import { listFolder, readChunks, sizeOf } from './files';
import type { Problem } from './verify';

// A chain tells of every line in it, save of those that were cut off its end. What it reached is
// witnessed elsewhere: receipts name what came in, and what this PC had shared when a package left;
// manifests of backups hold the length and the hash of every month.

const named = ({ direction, stamps, newest }: RecordOf<'receipt'>): Stamp[] => [
  ...(direction === 'in' ? unpackStamps(stamps) : []),
  ...(newest === '' ? [] : [newest]),
];

/** Sets of one device that receipts tell of and that are not here. */
export interface Missing {
  readonly device: string;
  readonly count: number;
  /** Name of a PC that sent them or got them, and may have them still. */
  readonly where: string;
}

/** What receipts of a unit tell of and its journal does not hold; `isHere` knows all its stamps. */
export function missingSets(state: State, isHere: (stamp: Stamp) => boolean): Missing[] {
  const missing = new Map<string, { stamps: Set<Stamp>; where: string }>();
  for (const receipt of listOf(state, 'receipt')) {
    for (const stamp of named(receipt)) {
      if (isHere(stamp)) continue;
      const device = deviceOf(stamp);
      const known = missing.get(device) ?? { stamps: new Set(), where: '' };
      missing.set(device, known);
      known.stamps.add(stamp);
      known.where ||= receipt.deviceName || receipt.fileName;
    }
  }
  return [...missing].map(([device, { stamps, where }]) => ({ device, count: stamps.size, where }));
}

/** Changes that let receipts no longer tell of what a repair could not find anywhere. */
export function withoutMissing(state: State, isHere: (stamp: Stamp) => boolean): RecordChange[] {
  return listOf(state, 'receipt').flatMap((receipt): RecordChange[] => {
    const stamps = named(receipt);
    if (stamps.every(isHere)) return [];
    const record = state.collections.get('receipt')?.records.get(receipt.id);
    const seen = record ? [record.at, ...Object.values(record.stamps ?? {})] : [];
    const isKept = receipt.newest === '' || isHere(receipt.newest);
    const came = receipt.direction === 'in' ? [...unpackStamps(receipt.stamps)].filter(isHere) : [];
    return [
      {
        collection: 'receipt',
        id: receipt.id,
        fields: { stamps: packStamps(came), newest: isKept ? receipt.newest : '' },
        parents: { stamps: seen, newest: seen },
      },
    ];
  });
}

/** When the journal was last made anew by a repair; empty for never. */
async function lastRepair(folder: string): Promise<string> {
  const names = await listFolder(join(folder, 'damaged'), 'folders');
  return names.at(-1)?.replace(/^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d).*$/, '$1:$2:$3') ?? '';
}

/**
 * What a backup holds of the journal and the folder does not, file by file: cut short, gone or
 * written over. A backup from before the last repair or under another data key (`key`) tells
 * nothing. Throws StorageError of the disk.
 */
export async function lostSince(
  folder: string,
  manifest: BackupManifest,
  key: string | undefined,
): Promise<Problem[]> {
  const isOf = manifest.key === key && manifest.madeAt.slice(0, 19) > (await lastRepair(folder));
  if (!isOf) return [];
  const lost: Problem[] = [];
  for (const { path, bytes, sha256 } of manifest.files) {
    if (!isChainFile(path.slice(path.lastIndexOf('/') + 1))) continue;
    const size = await sizeOf(join(folder, path));
    const isThere = size !== undefined && size >= bytes;
    const isSame =
      isThere && (await hashOf(readChunks(join(folder, path), 0, bytes))).sha256 === sha256;
    if (!isSame) lost.push({ kind: 'lost', file: path, line: 0, detail: manifest.id });
  }
  return lost;
}
