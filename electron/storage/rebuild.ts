import { join } from 'node:path';
import { recordOrDefault } from '../../shared/changes/records';
import { stampOf } from '../../shared/changes/stamp';
import { clock } from '../clock';
import type { BackupSource } from './backup-content';
import type { BackingUp } from './backup-store';
import type { DataKey } from './data-key';
import { moveAway, remove, sizeOf, syncFolder } from './files';
import { makeDevice, readDevice, writeDevice } from './identity';
import { readMarker } from './marker';
import { StorageError } from './storage-error';
import { type Secret, unlockVault } from './vault';
import { openWorkspace } from './workspace';

/** Ending of a whole folder that stands ready to take the place of the lost one. */
const readyEnding = '.restored';
const makingEnding = '.restoring';

const hasMarker = async (folder: string): Promise<boolean> =>
  (await sizeOf(join(folder, 'touyan.json'))) !== undefined;

/**
 * Carries a rebuilding through that was cut short after the folder was whole: else the app would
 * believe that there never was a unit. Called before the folder is opened.
 */
export async function finishRebuild(folder: string): Promise<void> {
  const ready = `${folder}${readyEnding}`;
  if ((await hasMarker(folder)) || !(await hasMarker(ready))) return;
  if (await moveAway(ready, folder)) await syncFolder(join(folder, '..'));
}

async function keyOf(folder: string, secret: Secret | undefined): Promise<DataKey | undefined> {
  const { unit, vault } = await readMarker(folder);
  if (!vault) return undefined;
  if (!secret) throw new StorageError('locked', { path: folder });
  const key = await unlockVault(vault, unit, secret);
  if (!key) throw new StorageError('wrong-passphrase', { waitSeconds: 1 });
  return key;
}

/**
 * Makes a lost or unreadable data folder anew from a backup, under a new device id: the old one has
 * given stamps that other PCs may hold and this backup does not. What was in the folder is moved
 * beside it, never deleted. Answers where that lies, if anything was there, and the key of an
 * encrypted unit. Throws StorageError `locked` (a secret is needed), `wrong-passphrase`,
 * `backup-damaged` and those of the disk; the folder is as it was then.
 */
export async function rebuildFromBackup(
  folder: string,
  source: BackupSource,
  options: BackingUp & { readonly secret?: Secret; readonly now?: () => Date } = {},
): Promise<{ movedTo: string | null; key: DataKey | undefined }> {
  const { secret, now = clock.now, ...job } = options;
  const making = `${folder}${makingEnding}`;
  const ready = `${folder}${readyEnding}`;
  await remove(making);
  await remove(ready);
  try {
    await source.store.copyOut(source.manifest, making, job);
    const key = await keyOf(making, secret);
    const { unit } = await readMarker(making);
    const sealed = key && { unit, key };
    const before = await readDevice(making, sealed);
    await writeDevice(making, makeDevice(undefined, before.name), sealed);
    await keepOwner(making, before.id, key, now());
    if (!(await moveAway(making, ready))) throw new StorageError('folder-gone', { path: making });
    const beside = `${folder}-${now()
      .toISOString()
      .replace(/[-:]|\.\d+/g, '')}`;
    const movedTo = (await moveAway(folder, beside)) ? beside : null;
    await finishRebuild(folder);
    return { movedTo, key };
  } catch (error) {
    await remove(making).catch(() => undefined);
    throw error;
  }
}

/** The PC belongs to whom it belonged, under its new id. */
async function keepOwner(
  folder: string,
  before: string,
  key: DataKey | undefined,
  now: Date,
): Promise<void> {
  const workspace = await openWorkspace(folder, key ? { key } : {});
  try {
    const state = await workspace.foldAll();
    const { person, name } = recordOrDefault(state, 'device', before);
    if (person !== '') {
      const change = { collection: 'device', id: workspace.device, fields: { person, name } };
      await workspace.append(
        {
          stamp: stampOf(workspace.counter + 1, workspace.device),
          author: person,
          wall: now.toISOString(),
          label: 'device.owner',
          changes: [change],
        },
        'shared',
      );
    }
    await workspace.writeSnapshot();
  } finally {
    await workspace.close();
  }
}
