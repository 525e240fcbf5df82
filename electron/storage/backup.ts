import { join } from 'node:path';
import type {
  BackingUp,
  BackupFile,
  BackupManifest,
  BackupReason,
  BackupSource,
  BackupStore,
} from './backup-store';
import { blobFiles } from './blobs';
import { type Covered, isChainFile, streams } from './chain';
import { listFolder, sizeOf } from './files';
import { copiedDevice, readDevice, type UnitKey } from './identity';
import { markerCopyName, markerName, readMarker } from './marker';
import { StorageError } from './storage-error';
import type { Workspace } from './workspace';

/** What says whose data folder it is. */
const marks = [markerName, markerCopyName];

async function sourceOf(folder: string, path: string): Promise<BackupSource[]> {
  const bytes = await sizeOf(join(folder, path));
  return bytes === undefined ? [] : [{ path, bytes }];
}

async function commonSources(folder: string): Promise<BackupSource[]> {
  const sources: BackupSource[] = [];
  for (const mark of marks) sources.push(...(await sourceOf(folder, mark)));
  for await (const { path, bytes } of blobFiles(folder)) sources.push({ path, bytes });
  return sources;
}

/**
 * Which PC's folder it is. The private key stays where it is: whoever finds a backup could write in
 * this PC's name with it. Of an encrypted folder that is not open it stays sealed as it lies.
 */
async function deviceSource(folder: string, sealed?: UnitKey | 'closed'): Promise<BackupSource[]> {
  const path = 'device.json';
  if (sealed === 'closed') return sourceOf(folder, path);
  const device = await readDevice(folder, sealed).catch(() => undefined);
  // What cannot be read holds no key that could be used.
  if (!device) return sourceOf(folder, path);
  const content = copiedDevice(device, sealed);
  return [{ path, bytes: content.length, content }];
}

/** Everything of an open data folder as far as it is durable: no torn line is copied. */
async function openSources(
  folder: string,
  covered: Covered,
  sealed: UnitKey | undefined,
): Promise<BackupSource[]> {
  const journals = Object.entries(covered).map(([path, { bytes, hash }]) => ({
    path,
    bytes,
    tip: hash,
  }));
  const device = await deviceSource(folder, sealed);
  return [...journals, ...device, ...(await commonSources(folder))];
}

/** Everything of a data folder that nobody has open, or that could not be opened. */
async function closedSources(folder: string, isSealed: boolean): Promise<BackupSource[]> {
  const sources: BackupSource[] = [];
  for (const stream of streams) {
    for (const device of await listFolder(join(folder, stream), 'folders')) {
      for (const name of await listFolder(join(folder, stream, device), 'files')) {
        if (!isChainFile(name)) continue;
        sources.push(...(await sourceOf(folder, `${stream}/${device}/${name}`)));
      }
    }
  }
  const device = await deviceSource(folder, isSealed ? 'closed' : undefined);
  return [...sources, ...device, ...(await commonSources(folder))];
}

/**
 * Files that cannot have changed since the newest backup of the same unit: evidence files, which
 * are never written twice, and months of a journal that are over. The last month of each chain is
 * read anew.
 */
function unchangedSince(newest: BackupManifest | undefined, key: string | undefined) {
  const known = new Map<string, BackupFile>();
  // Encrypting writes every file anew, of whatever length.
  if (!newest || newest.key !== key) return known;
  const lastMonth = new Map<string, string>();
  const chainOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));
  for (const { path } of newest.files) {
    const chain = chainOf(path);
    if (path > (lastMonth.get(chain) ?? '')) lastMonth.set(chain, path);
  }
  for (const file of newest.files) {
    const isBlob = file.path.startsWith('attachments/');
    const isOver = file.path.endsWith('.jsonl') && lastMonth.get(chainOf(file.path)) !== file.path;
    if (isBlob || isOver) known.set(file.path, file);
  }
  return known;
}

interface BackupAbout {
  readonly unit: string;
  readonly device: string;
  readonly counter: number;
  readonly key?: string | undefined;
}

async function backUp(
  store: BackupStore,
  folder: string,
  sources: readonly BackupSource[],
  about: BackupAbout,
  { reason, now, ...job }: BackupJob,
): Promise<BackupManifest> {
  const { key, ...rest } = about;
  const older = (await store.list()).filter(({ unit }) => unit === about.unit);
  const made = await store.make(
    folder,
    { ...rest, ...(key !== undefined && { key }), madeAt: now.toISOString(), reason },
    sources,
    { ...job, known: unchangedSince(older.at(-1), key) },
  );
  await store.prune(about.unit);
  return made;
}

/** What a backup is made for, and when. */
export interface BackupJob extends BackingUp {
  readonly reason: BackupReason;
  readonly now: Date;
}

/** Backs up an open data folder while it is being written to. Throws as `BackupStore.make`. */
export async function backUpOpen(
  store: BackupStore,
  workspace: Workspace,
  job: BackupJob,
): Promise<BackupManifest> {
  const { folder, unitId, device, counter, key } = workspace;
  const sealed = key && { unit: unitId, key };
  const sources = await openSources(folder, await workspace.journalReaches(), sealed);
  return backUp(store, folder, sources, { unit: unitId, device, counter, key: key?.id }, job);
}

/**
 * Backs up a data folder that is not open, as it lies there. Throws as `BackupStore.make`, and as
 * `readMarker` where it is not even known whose folder it is.
 */
export async function backUpClosed(
  store: BackupStore,
  folder: string,
  job: BackupJob,
): Promise<BackupManifest> {
  const { unit, vault } = await readMarker(folder);
  const sources = await closedSources(folder, vault !== undefined);
  const newest = (await store.list()).filter((manifest) => manifest.unit === unit).at(-1);
  const device = sources.find(({ path }) => path.startsWith('journal/'))?.path.split('/')[1];
  if (device === undefined) throw new StorageError('no-workspace', { path: folder });
  // Not opened, so not counted: it stands behind all that was backed up before.
  const counter = newest?.counter ?? 0;
  return backUp(store, folder, sources, { unit, device, counter, key: vault?.key }, job);
}
