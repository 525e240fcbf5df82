import { createHash, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import {
  createWorkspace,
  openWorkspace,
  type Workspace,
} from '../../../electron/storage/workspace';
import type { LogPart } from '../../../electron/transfer/log-part';
import { type MergeOptions, mergePackages } from '../../../electron/transfer/merge-packages';
import { writePackage } from '../../../electron/transfer/package';
import { readPackage } from '../../../electron/transfer/read-package';
import { wholeState } from '../../../electron/transfer/workspace-state';
import { writeContent } from '../../../electron/transfer/write-package';
import type { ChangeSet } from '../../../shared/changes/change-set';
import { draftSet, type Edit } from '../../../shared/changes/draft';
import { emptyFolder } from '../storage/data-folder';

// PCs of one unit on real folders, and packages by whoever has a key.

export const unitId = '0190b5a0-0000-7000-8000-00000000000a';
export const wall = '2026-11-03T08:00:00.000Z';

/** Id of the n-th record of the tests. */
export const uuidOf = (n: number): string =>
  `0190b5a0-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** SHA-256 of a text, hex. */
export const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');

/** An open folder of the unit on a PC of its own. */
export async function pcOf(deviceId: string): Promise<Workspace> {
  const folder = join(await emptyFolder(), deviceId);
  await createWorkspace(folder, { unitId, deviceId });
  const workspace = await openWorkspace(folder);
  onTestFinished(() => workspace.close());
  return workspace;
}

/** Commits edits as the window does. */
export async function act(workspace: Workspace, ...edits: readonly Edit[]): Promise<ChangeSet> {
  const about = { device: workspace.device, author: '', wall, label: 'task.set' };
  const set = draftSet(await wholeState(workspace), edits, about);
  if (!set) throw new Error('nothing would change');
  await workspace.append(set, 'shared');
  return set;
}

/** A set that sets the title of a task. */
export const taskSet = (stamp: string, title: string, task = 0xaa): ChangeSet => ({
  stamp,
  author: '',
  wall,
  label: 'task.set',
  changes: [{ collection: 'task', id: uuidOf(task), fields: { title } }],
});

/** A signer that no PC of the unit knows. */
export function strangerOf(id: string, name = '办公室电脑') {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    device: {
      id,
      name,
      publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    },
    privateKey,
  };
}

/** A whole, signed package of these sets by that device. */
export async function packageBy(
  signer: {
    readonly device: { readonly id: string; readonly name: string; readonly publicKey: string };
    readonly privateKey: KeyObject;
  },
  sets: readonly ChangeSet[],
  logs: readonly LogPart[] = [],
): Promise<string> {
  const path = join(await emptyFolder(), 'unit.touyan');
  const unit = { id: unitId, name: '青禾县林业和草原局' };
  await writeContent({ unit, ...signer, author: '', madeAt: wall, sets, logs }, path);
  return path;
}

/** A package of everything that a PC shares. */
export async function packageOf(workspace: Workspace): Promise<string> {
  const path = join(await emptyFolder(), 'unit.touyan');
  await writePackage(workspace, path, { author: '' });
  return path;
}

/** Takes packages in; fingerprints are compared where `options` say so. */
export async function take(
  workspace: Workspace,
  paths: readonly string[],
  options: MergeOptions = {},
) {
  const packages = [];
  for (const path of paths) packages.push({ path, read: await readPackage(path), options: {} });
  return mergePackages(workspace, await wholeState(workspace), packages, options);
}

/** All shared sets of a folder, in the order of its files. */
export async function setsIn(workspace: Workspace): Promise<ChangeSet[]> {
  const sets: ChangeSet[] = [];
  for await (const set of workspace.sets('shared')) sets.push(set);
  return sets;
}
