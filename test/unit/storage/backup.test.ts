import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BackupKeeper } from '../../../electron/rpc/backup-keeper';
import { backUpClosed, backUpOpen } from '../../../electron/storage/backup';
import { compareWithBackup, setsInBackups } from '../../../electron/storage/backup-content';
import { BackupStore } from '../../../electron/storage/backup-store';
import { finishRebuild, rebuildFromBackup } from '../../../electron/storage/rebuild';
import { openWorkspace, type Workspace } from '../../../electron/storage/workspace';
import { returnTo } from '../../../shared/changes/difference';
import { draftSet, type Edit } from '../../../shared/changes/draft';
import { recordOf } from '../../../shared/changes/records';
import { canonical } from '../../../shared/changes/state';
import { appendTasks, emptyFolder, filledFolder, stampsIn, taskSet } from './data-folder';

const now = new Date('2026-11-24T08:00:00Z');
const byHand = { reason: 'by-hand', now } as const;

async function opened(count: number): Promise<{ workspace: Workspace; store: BackupStore }> {
  const workspace = await openWorkspace(await filledFolder(count));
  return { workspace, store: new BackupStore(await emptyFolder()) };
}

const objectsIn = async (store: BackupStore): Promise<string[]> =>
  (await readdir(join(store.place, 'objects'), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** Commits edits as a window would. */
async function commit(workspace: Workspace, edits: readonly Edit[]): Promise<void> {
  const state = await workspace.foldAll();
  state.counter = Math.max(state.counter, workspace.counter);
  const signature = { device: workspace.device, author: '', wall: now.toISOString(), label: 'x.y' };
  const set = draftSet(state, edits, signature);
  if (set) await workspace.append(set, 'shared');
}

describe('a backup', () => {
  test('holds what was durable, and what has not changed only once', async () => {
    const { workspace, store } = await opened(20);
    const first = await backUpOpen(store, workspace, byHand);
    expect(await store.damaged(first)).toEqual([]);
    const before = await objectsIn(store);
    const again = await backUpOpen(store, workspace, byHand);
    expect(again.files).toEqual(first.files);
    expect(await objectsIn(store)).toEqual(before);
    await appendTasks(workspace, 21, 25);
    await backUpOpen(store, workspace, byHand);
    expect((await objectsIn(store)).length).toBe(before.length + 1);
    expect((await store.list()).map(({ counter }) => counter)).toEqual([20, 20, 25]);
    await workspace.close();
  });

  test('is made while the app writes, and opens whole', async () => {
    const { workspace, store } = await opened(5);
    const writing = appendTasks(workspace, 6, 120);
    const manifest = await backUpOpen(store, workspace, byHand);
    await writing;
    const copy = join(await emptyFolder(), 'copy');
    await store.copyOut(manifest, copy);
    const backup = await openWorkspace(copy, { readOnly: true });
    expect(backup.readOnly).toMatchObject({ code: 'read-only' });
    expect(await backup.verify()).toEqual([]);
    const stamps = await stampsIn(backup);
    expect(stamps).toEqual((await stampsIn(workspace)).slice(0, stamps.length));
    await backup.close();
    await workspace.close();
  });

  test('that has rotted is noticed, and the next one heals it', async () => {
    const { workspace, store } = await opened(5);
    const manifest = await backUpOpen(store, workspace, byHand);
    const [path = ''] = await objectsIn(store);
    const good = await readFile(path);
    const bad = Buffer.from(good);
    bad[3] = (bad[3] ?? 0) ^ 1;
    await writeFile(path, bad);
    expect(await store.damaged(manifest)).toHaveLength(1);
    await expect(store.copyOut(manifest, await emptyFolder())).rejects.toMatchObject({
      code: 'backup-damaged',
    });
    await backUpOpen(store, workspace, byHand);
    expect(await store.damaged(manifest)).toEqual([]);
    await workspace.close();
  });

  test('whose list was altered is none, and nothing that it may need is removed', async () => {
    const { workspace, store } = await opened(5);
    const manifest = await backUpOpen(store, workspace, byHand);
    const path = join(store.place, 'backups', `${manifest.id}.json`);
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('"by-hand"', '"daily"'));
    expect(await store.list()).toEqual([]);
    await expect(store.manifest(manifest.id)).rejects.toMatchObject({ code: 'backup-damaged' });
    const objects = await objectsIn(store);
    await store.prune(manifest.unit);
    expect(await objectsIn(store)).toEqual(objects);
    await workspace.close();
  });

  test('of a folder that nobody has open, torn line and all', async () => {
    const folder = await filledFolder(5);
    const [month = ''] = await readdir(join(folder, 'journal/pcaaaaaa'));
    await writeFile(join(folder, 'journal/pcaaaaaa', month), 'half a li', { flag: 'a' });
    const store = new BackupStore(await emptyFolder());
    const manifest = await backUpClosed(store, folder, byHand);
    expect(await store.damaged(manifest)).toEqual([]);
  });

  test('is cancelled without a trace', async () => {
    const { workspace, store } = await opened(5);
    const stop = new AbortController();
    const job = { ...byHand, signal: stop.signal, progress: () => stop.abort() };
    await expect(backUpOpen(store, workspace, job)).rejects.toMatchObject({ code: 'cancelled' });
    expect(await store.list()).toEqual([]);
    await workspace.close();
  });
});

describe('restoring', () => {
  test('everything brings back what was changed and deleted, takes away what is new, and can be undone', async () => {
    const { workspace, store } = await opened(4);
    const parent = await emptyFolder();
    const manifest = await backUpOpen(store, workspace, byHand);
    const before = await workspace.foldAll();
    const [a = '', b = ''] = before.collections.get('task')?.records.keys() ?? [];
    await commit(workspace, [
      { collection: 'task', id: a, fields: { title: '改过' } },
      { collection: 'task', id: b, fields: { deleted: true } },
    ]);
    await workspace.append(taskSet(workspace.counter + 1, '新的'), 'shared');
    const { differences, lost } = await compareWithBackup(workspace, { store, manifest, parent });
    expect(lost).toEqual([]);
    expect(differences.map(({ what }) => what).sort()).toEqual(['changed', 'gone', 'new']);
    await commit(workspace, differences.map(returnTo));
    const after = await workspace.foldAll();
    expect(recordOf(after, 'task', a)?.title).toBe('任务1');
    expect(recordOf(after, 'task', b)?.title).toBe('任务2');
    const again = await compareWithBackup(workspace, { store, manifest, parent });
    expect(again.differences).toEqual([]);
    expect(await readdir(parent)).toEqual([]);
    await workspace.close();
  });

  test('finds sets that the folder has lost, and gives them back', async () => {
    const { workspace, store } = await opened(8);
    const manifest = await backUpOpen(store, workspace, byHand);
    const whole = canonical(await workspace.foldAll());
    const { folder } = workspace;
    await workspace.close();
    const [month = ''] = await readdir(join(folder, 'journal/pcaaaaaa'));
    const path = join(folder, 'journal/pcaaaaaa', month);
    const lines = (await readFile(path, 'utf8')).split('\n');
    await writeFile(path, `${lines.slice(0, 5).join('\n')}\n`);
    const hurt = await openWorkspace(folder);
    const source = { store, manifest, parent: await emptyFolder() };
    const { lost } = await compareWithBackup(hurt, source);
    expect(lost).toHaveLength(3);
    await hurt.appendForeign(lost, { isRecovery: true });
    expect(canonical(await hurt.foldAll())).toBe(whole);
    const found: string[] = [];
    for await (const { set } of setsInBackups([source])) found.push(set.stamp);
    expect(found).toHaveLength(8);
    await hurt.close();
  });

  test('leaves drafts of this PC alone', async () => {
    const { workspace, store } = await opened(2);
    const manifest = await backUpOpen(store, workspace, byHand);
    const draft = taskSet(workspace.counter + 1, '草稿');
    await workspace.append(draft, 'private');
    const source = { store, manifest, parent: await emptyFolder() };
    expect((await compareWithBackup(workspace, source)).differences).toEqual([]);
    await workspace.close();
  });
});

describe('a lost folder', () => {
  test('is made anew under a new device, and what was there is kept beside it', async () => {
    const { workspace, store } = await opened(6);
    await commit(workspace, [
      { collection: 'device', id: workspace.device, fields: { person: 'p1', name: '办公室' } },
    ]);
    const manifest = await backUpOpen(store, workspace, byHand);
    const { folder, device } = workspace;
    await workspace.close();
    await writeFile(join(folder, 'device.json'), 'broken');
    const { movedTo } = await rebuildFromBackup(folder, {
      store,
      manifest,
      parent: await emptyFolder(),
    });
    expect(movedTo).not.toBeNull();
    const again = await openWorkspace(folder);
    expect(again.readOnly).toBeNull();
    expect(again.device).not.toBe(device);
    const state = await again.foldAll();
    expect(recordOf(state, 'device', again.device)).toMatchObject({ person: 'p1', name: '办公室' });
    expect(state.collections.get('task')?.records.size).toBe(6);
    await again.append(taskSet(again.counter + 1, '接着写', again.device), 'shared');
    expect(await again.verify()).toEqual([]);
    await again.close();
    await rm(movedTo ?? '', { recursive: true });
  });

  test('that was cut short between two steps is carried through', async () => {
    const folder = join(await emptyFolder(), 'data');
    const made = await filledFolder(3);
    await cp(made, `${folder}.restored`, { recursive: true });
    await finishRebuild(folder);
    const workspace = await openWorkspace(folder);
    expect(await stampsIn(workspace)).toHaveLength(3);
    await workspace.close();
    await finishRebuild(folder);
    expect(await readdir(join(folder, '..'))).toEqual(['data']);
  });
});

describe('the keeper', () => {
  const keeperIn = (profile: string, today = '2026-11-24') =>
    new BackupKeeper({ profile, today: () => today, now: () => now });

  test('makes one backup a day and place, also across restarts', async () => {
    const { workspace } = await opened(3);
    const profile = await emptyFolder();
    const keeper = keeperIn(profile);
    await keeper.daily(workspace);
    await keeper.daily(workspace);
    await keeperIn(profile).daily(workspace);
    expect(await (await keeper.store('own')).list()).toHaveLength(1);
    const stick = await emptyFolder();
    await keeper.chooseSecond(stick);
    expect(await keeper.isDue()).toBe(true);
    await keeper.daily(workspace);
    expect(await (await keeper.store('own')).list()).toHaveLength(1);
    expect(await (await keeper.store('second')).list()).toHaveLength(1);
    await keeperIn(profile, '2026-11-25').daily(workspace);
    expect(await (await keeper.store('own')).list()).toHaveLength(2);
    await workspace.close();
  });

  test('remembers what fails until it works again', async () => {
    const { workspace } = await opened(3);
    const profile = await emptyFolder();
    const keeper = keeperIn(profile);
    const stick = join(await emptyFolder(), 'stick');
    // A file where the stick should be: nothing can be made in it.
    await writeFile(stick, '');
    await keeper.chooseSecond(stick);
    await expect(keeper.backUp(workspace, 'by-hand')).resolves.toHaveLength(1);
    expect(await keeperIn(profile).failures()).toMatchObject([
      { place: 'second', since: now.toISOString(), error: { code: 'folder-gone' } },
    ]);
    await rm(stick);
    await keeper.backUp(workspace, 'by-hand');
    expect(await keeperIn(profile).failures()).toEqual([]);
    await workspace.close();
  });
});
