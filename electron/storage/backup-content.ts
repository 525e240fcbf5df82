import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { ChangeSet } from '../../shared/changes/change-set';
import { type Difference, differencesOf } from '../../shared/changes/difference';
import { deviceOf } from '../../shared/changes/stamp';
import { applySet, emptyState, type State } from '../../shared/changes/state';
import type { BackingUp, BackupManifest, BackupStore } from './backup-store';
import type { DataKey } from './data-key';
import { listFolder, makeFolder, remove } from './files';
import { StorageError } from './storage-error';
import { openWorkspace, type Workspace } from './workspace';

/** Folders that hold the content of a backup for a while, inside the profile. */
const folderStart = 'backup-';

/** Removes what earlier looks into backups left in `parent`. */
export async function clearCopies(parent: string): Promise<void> {
  for (const name of await listFolder(parent, 'folders')) {
    if (name.startsWith(folderStart)) await remove(join(parent, name)).catch(() => undefined);
  }
}

/** A folder with the files of a backup, to be read only; the caller removes it. */
export async function copyOfBackup(
  store: BackupStore,
  manifest: BackupManifest,
  parent: string,
  job: BackingUp = {},
): Promise<string> {
  const folder = join(parent, `${folderStart}${randomBytes(6).toString('hex')}`);
  await makeFolder(folder);
  try {
    await store.copyOut(manifest, folder, job);
  } catch (error) {
    await remove(folder).catch(() => undefined);
    throw error;
  }
  return folder;
}

/** How a backup is opened: of which store, with which key, copied to where. */
export interface BackupSource {
  readonly store: BackupStore;
  readonly manifest: BackupManifest;
  /** Where the copy is made and removed again. */
  readonly parent: string;
  readonly key?: DataKey | undefined;
}

/**
 * Lets `work` read a backup. Throws StorageError `backup-damaged`, `locked` (of an encrypted unit
 * whose key is not this one) and those of openWorkspace.
 */
export async function withBackup<T>(
  { store, manifest, parent, key }: BackupSource,
  work: (workspace: Workspace) => Promise<T>,
): Promise<T> {
  const folder = await copyOfBackup(store, manifest, parent);
  try {
    const workspace = await openWorkspace(folder, { readOnly: true, ...(key && { key }) });
    try {
      return await work(workspace);
    } finally {
      await workspace.close();
    }
  } finally {
    await remove(folder).catch(() => undefined);
  }
}

/** The shared records of a workspace, and which records drafts of this PC have touched last. */
async function sharedState(workspace: Workspace): Promise<{ state: State; drafts: Set<string> }> {
  const state = emptyState();
  const lastShared = new Map<string, string>();
  for await (const set of workspace.sets('shared')) {
    applySet(state, set);
    for (const { collection, id } of set.changes) {
      const key = `${collection} ${id}`;
      if (set.stamp > (lastShared.get(key) ?? '')) lastShared.set(key, set.stamp);
    }
  }
  const drafts = new Set<string>();
  for await (const set of workspace.sets('private')) {
    for (const { collection, id } of set.changes) {
      const key = `${collection} ${id}`;
      if (set.stamp > (lastShared.get(key) ?? '')) drafts.add(key);
    }
  }
  return { state, drafts };
}

/** What a backup has beside the open folder. */
export interface Comparison {
  /** Records that stand otherwise; drafts that were never handed in are left alone. */
  readonly differences: Difference[];
  /** Shared change sets that the open folder has lost. */
  readonly lost: ChangeSet[];
}

/**
 * Holds a backup against the open folder. Only what everybody may see is compared: bringing a draft
 * back would publish it.
 */
export async function compareWithBackup(
  workspace: Workspace,
  source: BackupSource,
): Promise<Comparison> {
  if (source.manifest.unit !== workspace.unitId) throw new StorageError('package-foreign');
  const known = new Set<string>();
  for await (const { stamp } of workspace.sets('all')) known.add(stamp);
  const now = await sharedState(workspace);
  return withBackup(source, async (backup) => {
    const lost: ChangeSet[] = [];
    for await (const set of backup.sets('shared')) if (!known.has(set.stamp)) lost.push(set);
    const then = await sharedState(backup);
    const here = emptyState();
    for await (const set of workspace.sets('shared')) applySet(here, set);
    for (const set of lost) applySet(here, set);
    const differences = differencesOf(here, then.state).filter(
      ({ collection, id }) => !now.drafts.has(`${collection} ${id}`),
    );
    return { differences, lost };
  });
}

/** Sets of all backups of a unit in their streams, for what a damaged folder has lost. */
export async function* setsInBackups(
  sources: readonly BackupSource[],
): AsyncGenerator<{ stream: 'journal' | 'private'; set: ChangeSet }> {
  for (const source of sources) {
    const found: { stream: 'journal' | 'private'; set: ChangeSet }[] = [];
    try {
      await withBackup(source, async (backup) => {
        for await (const set of backup.sets('shared')) found.push({ stream: 'journal', set });
        for await (const set of backup.sets('private')) {
          // Drafts of this PC alone.
          if (deviceOf(set.stamp) === backup.device) found.push({ stream: 'private', set });
        }
      });
    } catch (error) {
      // A backup that cannot be read helps nobody; the next one may.
      if (!(error instanceof StorageError)) throw error;
    }
    yield* found;
  }
}
