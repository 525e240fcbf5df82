import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  createWorkspace,
  openWorkspace,
  type Workspace,
} from '../../../electron/storage/workspace';
import { addPart } from '../../../shared/changes/snapshot';
import { canonical, emptyState, fold } from '../../../shared/changes/state';
import { appendTasks, device, emptyFolder, filledFolder, stampsIn, taskSet } from './data-folder';

/** The state as a window builds it: parts and tail. */
async function builtState(workspace: Workspace): Promise<string> {
  const state = emptyState();
  for (const name of workspace.partNames) addPart(state, await workspace.readPart(name));
  return canonical(fold(workspace.tail, state));
}

describe('an own data folder', () => {
  test('keeps what was appended', async () => {
    const folder = await filledFolder(3);
    const workspace = await openWorkspace(folder);
    expect(workspace.device).toBe(device);
    expect(workspace.counter).toBe(3);
    expect(workspace.readOnly).toBeNull();
    expect(workspace.tail).toHaveLength(3);
    expect(await stampsIn(workspace)).toEqual(
      ['00000001', '00000002', '00000003'].map((count) => `${count}.${device}`),
    );
    expect(await builtState(workspace)).toBe(canonical(await workspace.foldAll()));
    expect(await workspace.verify()).toEqual([]);
    await workspace.close();
  });

  test('keeps drafts apart and gives them back', async () => {
    const folder = await filledFolder(1);
    const workspace = await openWorkspace(folder);
    await workspace.append(taskSet(2, '草稿'), 'private');
    await workspace.close();
    const again = await openWorkspace(folder);
    const shared: string[] = [];
    for await (const set of again.sets('shared')) shared.push(set.stamp);
    expect(shared).toEqual([`00000001.${device}`]);
    expect(again.tail).toHaveLength(2);
    expect(again.counter).toBe(2);
    expect(await again.verify()).toEqual([]);
    await again.close();
  });

  test('appends of the same moment are all kept, in one chain', async () => {
    const folder = await filledFolder(0);
    const workspace = await openWorkspace(folder);
    const counters = Array.from({ length: 200 }, (_, index) => index + 1);
    await Promise.all(
      counters.map((count) => workspace.append(taskSet(count), count % 3 ? 'shared' : 'private')),
    );
    expect(await workspace.verify()).toEqual([]);
    await workspace.close();
    const again = await openWorkspace(folder);
    expect(await stampsIn(again)).toHaveLength(200);
    await again.close();
  });

  test('continues on its snapshot', async () => {
    const folder = await filledFolder(10);
    const first = await openWorkspace(folder);
    await first.writeSnapshot();
    expect(first.unsnapshotted).toBe(0);
    await appendTasks(first, 11, 12);
    expect(first.unsnapshotted).toBe(2);
    await first.close();
    const second = await openWorkspace(folder);
    expect(second.partNames).toEqual(['2026', 'base']);
    expect(second.tail).toHaveLength(2);
    expect(second.counter).toBe(12);
    expect(await builtState(second)).toBe(canonical(await second.foldAll()));
    expect(await second.verify()).toEqual([]);
    await second.close();
    expect(await readdir(join(folder, 'snapshot'))).toEqual(['1', 'index.json']);
  });

  test('a folder is made once', async () => {
    const folder = await filledFolder(0);
    await expect(createWorkspace(folder)).rejects.toMatchObject({
      code: 'workspace-exists',
    });
    await rm(join(folder, 'touyan.json'));
    await expect(openWorkspace(folder)).rejects.toMatchObject({
      code: 'no-workspace',
    });
  });

  test('the private key is for the owner alone', async () => {
    const folder = await emptyFolder();
    await createWorkspace(folder);
    const { stat } = await import('node:fs/promises');
    const { mode } = await stat(join(folder, 'device.json'));
    // Windows keeps what others may do in lists of its own, inherited from the user's folder.
    expect(mode & 0o077).toBe(process.platform === 'win32' ? 0o066 : 0);
  });

  test('a newer format is left untouched', async () => {
    const folder = await filledFolder(1);
    const marker = '{"format":3,"unit":"x","more":true}';
    await writeFile(join(folder, 'touyan.json'), marker);
    const before = await readdir(folder, { recursive: true });
    await expect(openWorkspace(folder)).rejects.toMatchObject({
      code: 'workspace-newer',
    });
    expect(await readdir(folder, { recursive: true })).toEqual(before);
    expect(await readFile(join(folder, 'touyan.json'), 'utf8')).toBe(marker);
  });
});
