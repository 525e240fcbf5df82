import { createHash, type Hash } from 'node:crypto';
import { join } from 'node:path';
import { addPart } from '../../shared/changes/snapshot';
import { applySet, canonical, emptyState, type State } from '../../shared/changes/state';
import { blobFiles, blobsFolder } from './blobs';
import { isChainFile, streams } from './chain';
import { type DataKey, SealBroken } from './data-key';
import { exchange } from './exchange';
import { listFolder, makeFolder, readWhole, remove, sizeOf, writeAside } from './files';
import { readDevice, type UnitKey, writeDevice } from './identity';
import { Journal } from './journal';
import type { JournalLine } from './journal-scan';
import { acquireLock } from './lock';
import { markerCopyName, markerName, readMarker, writeMarker } from './marker';
import { rewriteBlobs } from './rewrite-blobs';
import { isSealed } from './set-check';
import { StorageError } from './storage-error';
import { createVault, type Vault } from './vault';
import { openWorkspace } from './workspace';

/** How a rewriting is followed and stopped. `done` and `total` are bytes, about. */
export interface Rewriting {
  readonly signal?: AbortSignal;
  readonly progress?: (done: number, total: number) => void;
}

/** Everything of a data folder that tells what is in the unit. */
const contents = [
  'journal',
  'private',
  blobsFolder,
  'snapshot',
  'damaged',
  'device.json',
  markerName,
  markerCopyName,
];

/** Sets that are made durable together. */
const batchSize = 2_000;

interface Task extends Rewriting {
  readonly folder: string;
  readonly site: string;
  readonly unit: string;
  /** Undefined where the unit is, or is to become, plain. */
  readonly from: DataKey | undefined;
  readonly to: { readonly key: DataKey; readonly vault: Vault } | undefined;
}

const unitKey = (unit: string, key: DataKey | undefined): UnitKey | undefined =>
  key && { unit, key };

function expectGoingOn(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new StorageError('cancelled');
}

/** What two folders must have in common: every set in its order, and what they fold to. */
class Content {
  readonly #sets: Hash = createHash('sha256');
  readonly #state: State = emptyState();

  add(line: JournalLine['set']): void {
    this.#sets.update(`${JSON.stringify(line)}\n`);
    applySet(this.#state, line);
  }

  digest(): string {
    return `${this.#sets.digest('hex')} ${digestOf(this.#state)}`;
  }
}

const digestOf = (state: State): string =>
  createHash('sha256').update(canonical(state)).digest('hex');

/** Journal files and what was kept aside beside them, by stream and device. */
async function* streamFiles(folder: string): AsyncGenerator<{ path: string; isChain: boolean }> {
  for (const stream of streams) {
    for (const device of await listFolder(join(folder, stream), 'folders')) {
      for (const name of await listFolder(join(folder, stream, device), 'files')) {
        yield { path: `${stream}/${device}/${name}`, isChain: isChainFile(name) };
      }
    }
  }
}

/** Writes all lines anew, file by file; `tell` hears of the bytes read. Returns their digest. */
async function rewriteJournal(task: Task, tell: (bytes: number) => void): Promise<string> {
  const { folder, site, unit, from, to, signal } = task;
  const old = new Journal(folder, unit, from);
  const content = new Content();
  const { damages } = await old.open({ repair: false, each: () => expectGoingOn(signal) });
  const [damage] = damages;
  // What cannot be read cannot be sealed; the repair comes first.
  if (damage) throw new StorageError('workspace-damaged', { file: damage.file, line: damage.line });
  const made = new Journal(site, unit, to?.key);
  let batch: JournalLine[] = [];
  const flush = async (): Promise<void> => {
    const [first] = batch;
    if (!first) return;
    const [stream = '', device = '', name = ''] = first.file.split('/');
    const sets = batch.map(({ set }) => set);
    batch = [];
    await made.append(stream === 'private' ? 'private' : 'journal', device, sets, name.slice(0, 7));
  };
  try {
    for await (const found of old.scan(streams)) {
      expectGoingOn(signal);
      for (const item of found) {
        if (item.kind !== 'set') throw new StorageError('workspace-damaged', { ...item });
        if (!to && isSealed(item.set)) continue;
        if (item.file !== batch[0]?.file || batch.length >= batchSize) await flush();
        batch.push(item);
        content.add(item.set);
      }
      tell(found.reduce((sum, item) => sum + (item.kind === 'set' ? item.end - item.at : 0), 0));
    }
    await flush();
  } finally {
    await made.close();
  }
  return content.digest();
}

/** All files below a folder inside the data folder, as paths with `/`. */
async function* filesBelow(folder: string, within: string): AsyncGenerator<string> {
  for (const name of await listFolder(join(folder, within), 'files')) yield `${within}/${name}`;
  for (const name of await listFolder(join(folder, within), 'folders')) {
    yield* filesBelow(folder, `${within}/${name}`);
  }
}

/** Unfinished lines beside the journal, and the old files that a repair left. */
async function* keptFiles(folder: string): AsyncGenerator<string> {
  for await (const { path, isChain } of streamFiles(folder)) if (!isChain) yield path;
  yield* filesBelow(folder, 'damaged');
}

/** What was kept aside while the unit was encrypted is sealed line by line and goes along as it is. */
function openKept(bytes: Buffer, from: DataKey | undefined, context: string): Buffer {
  try {
    return from?.open(bytes, context) ?? bytes;
  } catch (error) {
    if (error instanceof SealBroken) return bytes;
    throw error;
  }
}

/** Carries over what was kept aside, sealed or opened as a whole. */
async function rewriteKept({ folder, site, from, to, signal }: Task): Promise<void> {
  for await (const path of keptFiles(folder)) {
    expectGoingOn(signal);
    const bytes = await readWhole(join(folder, path));
    if (!bytes) continue;
    const context = `kept:${path}`;
    const opened = openKept(bytes, from, context);
    await makeFolder(join(site, path, '..'));
    await writeAside(join(site, path), to ? to.key.seal(opened, context) : opened);
  }
}

/** Evidence that cannot be opened any more goes along as it is. */
async function rewriteAttachments(task: Task, tell: (bytes: number) => void): Promise<void> {
  const { folder, site, from, to, signal } = task;
  let before = 0;
  const { damaged } = await rewriteBlobs(folder, site, from, to?.key, {
    ...(signal && { signal }),
    progress: (done) => {
      tell(done - before);
      before = done;
    },
  });
  for (const path of damaged) {
    const bytes = await readWhole(join(folder, path));
    if (!bytes) continue;
    await makeFolder(join(site, path, '..'));
    await writeAside(join(site, path), bytes);
  }
}

/** Reads the made folder back as an app would, which also makes its snapshot. */
async function digestOfMade(task: Task, tell: (bytes: number) => void): Promise<string> {
  const { site, to, signal } = task;
  const workspace = await openWorkspace(site, { key: to?.key });
  try {
    const content = new Content();
    for await (const set of workspace.sets('all')) {
      expectGoingOn(signal);
      content.add(set);
      tell(JSON.stringify(set).length);
    }
    await workspace.writeSnapshot();
    workspace.renewReplica();
    const digest = content.digest();
    const shown = emptyState();
    for (const name of workspace.partNames) addPart(shown, await workspace.readPart(name));
    for (const set of workspace.tail) applySet(shown, set);
    if (!digest.endsWith(digestOf(shown))) throw new StorageError('disk-failed', { path: site });
    return digest;
  } finally {
    await workspace.close();
  }
}

async function rewrite(task: Task): Promise<void> {
  const { folder, site, unit, from, to, progress } = task;
  let journalBytes = 0;
  for await (const { path } of streamFiles(folder)) {
    journalBytes += (await sizeOf(join(folder, path))) ?? 0;
  }
  let total = 2 * journalBytes;
  for await (const { bytes } of blobFiles(folder)) total += bytes;
  let done = 0;
  const tell = (bytes: number): void => {
    // Sealed lines are longer than what is in them, so the sum is not exact.
    done = Math.min(total, done + bytes);
    progress?.(done, total);
  };
  await writeDevice(site, await readDevice(folder, unitKey(unit, from)), unitKey(unit, to?.key));
  await writeMarker(site, { unit, vault: to?.vault });
  const digest = await rewriteJournal(task, tell);
  await rewriteKept(task);
  await rewriteAttachments(task, tell);
  if ((await digestOfMade(task, tell)) !== digest) {
    throw new StorageError('disk-failed', { path: site });
  }
  progress?.(total, total);
}

async function rewriteFolder(
  folder: string,
  task: Omit<Task, 'site' | 'folder' | keyof Rewriting>,
  { signal, progress }: Rewriting,
): Promise<void> {
  const lock = await acquireLock(folder);
  try {
    await exchange(folder, contents, async (site) => {
      await rewrite({
        ...task,
        folder,
        site,
        ...(signal && { signal }),
        ...(progress && { progress }),
      });
      await lock.confirm();
      expectGoingOn(signal);
    });
    await removeLeftovers(folder);
  } finally {
    await lock.release();
  }
}

/** What a write or a building that was cut short left behind may hold what is now sealed. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await listFolder(folder, 'files')) {
    if (/^(device|touyan|touyan\.copy)\.json\..*\.tmp$/.test(name))
      await remove(join(folder, name));
  }
  for (const name of await listFolder(folder, 'folders')) {
    if (name.startsWith('.building-')) await remove(join(folder, name));
  }
}

/**
 * Encrypts a data folder that nobody has open: everything is written sealed beside the old content,
 * read back and held against it, then exchanged; a crash leaves the old or the new one whole. Gives
 * the recovery code, which is kept nowhere, and the key. Throws StorageError: `weak-passphrase`,
 * `bad-input` (it is encrypted), `workspace-damaged`, `workspace-locked`, `cancelled`, the disk's.
 */
export async function encryptFolder(
  folder: string,
  passphrase: string,
  options: Rewriting = {},
): Promise<{ recoveryCode: string; key: DataKey }> {
  const { unit, vault: known } = await readMarker(folder);
  if (known) throw new StorageError('bad-input');
  const { vault, key, recoveryCode } = await createVault(unit, passphrase);
  await rewriteFolder(folder, { unit, from: undefined, to: { key, vault } }, options);
  return { recoveryCode, key };
}

/**
 * Encrypts an encrypted folder anew, under another key, passphrase and recovery code, in the same way.
 * Copies made before stay under the old ones. Throws StorageError `locked` and as above.
 */
export async function renewKey(
  folder: string,
  old: DataKey,
  passphrase: string,
  options: Rewriting = {},
): Promise<{ recoveryCode: string; key: DataKey }> {
  const { unit, vault: known } = await readMarker(folder);
  if (known?.key !== old.id) throw new StorageError('locked', { path: folder });
  const { vault, key, recoveryCode } = await createVault(unit, passphrase);
  await rewriteFolder(folder, { unit, from: old, to: { key, vault } }, options);
  return { recoveryCode, key };
}

/**
 * Makes a data folder plain again, in the same way; what only an encrypted unit may keep is left
 * out for good. Throws StorageError `locked` and
 * as above.
 */
export async function decryptFolder(
  folder: string,
  key: DataKey,
  options: Rewriting = {},
): Promise<void> {
  const { unit, vault } = await readMarker(folder);
  if (vault?.key !== key.id) throw new StorageError('locked', { path: folder });
  await rewriteFolder(folder, { unit, from: key, to: undefined }, options);
}
