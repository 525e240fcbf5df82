import { chmod, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { createWorkspace, openWorkspace, type Workspace } from '../../electron/storage/workspace';
import {
  appendTasks,
  device,
  emptyFolder,
  filledFolder,
  stampsIn,
  taskSet,
} from '../unit/storage/data-folder';
import { asNobody, bindReadOnly, holdFile, remount, smallDisk } from './mounts';
import { tell } from './tell';

const long = (counter: number) => taskSet(counter, '长'.repeat(400));

afterEach(({ task }) => {
  const name = [task.suite?.name, task.name].filter(Boolean).join(' ');
  tell(`${name}: ${task.result?.state === 'pass' ? 'passed' : 'FAILED'}`);
});

/** Appends until the disk refuses; returns the last counter that was acknowledged. */
async function fill(workspace: Workspace): Promise<number> {
  for (;;) {
    const counter = workspace.counter + 1;
    try {
      await workspace.append(long(counter), 'shared');
    } catch (error) {
      expect(error).toMatchObject({ code: 'disk-full' });
      return counter - 1;
    }
  }
}

describe('a full disk', () => {
  test('refuses an append whole, and the next one works when there is room', async () => {
    const disk = await smallDisk(600);
    const folder = join(disk, 'data');
    await createWorkspace(folder, { deviceId: device });
    await writeFile(join(disk, 'filler'), Buffer.alloc(200_000));
    const workspace = await openWorkspace(folder);
    const last = await fill(workspace);
    expect(last).toBeGreaterThan(10);
    const [month] = await readdir(join(folder, 'journal', device));
    const bytes = await readFile(join(folder, 'journal', device, month ?? ''));
    expect(bytes.at(-1)).toBe(10);
    expect(await workspace.verify()).toEqual([]);
    // The same stamp again and again, as a window that took its change back does.
    for (let round = 0; round < 20; round += 1) {
      await expect(workspace.append(long(last + 1), 'shared')).rejects.toMatchObject({
        code: 'disk-full',
      });
    }
    await rm(join(disk, 'filler'));
    await workspace.append(long(last + 1), 'shared');
    await workspace.append(taskSet(last + 2), 'private');
    expect(await workspace.verify()).toEqual([]);
    await workspace.close();
    const again = await openWorkspace(folder);
    expect(await stampsIn(again)).toHaveLength(last + 2);
    await again.close();
  });

  test('refuses several appends of one moment and keeps the right ones', async () => {
    const disk = await smallDisk(600);
    const folder = join(disk, 'data');
    await createWorkspace(folder, { deviceId: device });
    const workspace = await openWorkspace(folder);
    const settled = await Promise.allSettled(
      Array.from({ length: 800 }, (_, at) => workspace.append(long(at + 1), 'shared')),
    );
    expect(settled.some(({ status }) => status === 'rejected')).toBe(true);
    const kept = settled.filter(({ status }) => status === 'fulfilled').length;
    expect(await stampsIn(workspace)).toHaveLength(kept);
    await workspace.append(taskSet(workspace.counter + 1), 'shared');
    expect(await workspace.verify()).toEqual([]);
    await workspace.close();
  });

  test('refuses an import whole', async () => {
    const disk = await smallDisk(600);
    const folder = join(disk, 'data');
    await createWorkspace(folder, { deviceId: device });
    const workspace = await openWorkspace(folder);
    await workspace.append(taskSet(1), 'shared');
    const many = ['pcbbbbbb', 'pccccccc'].flatMap((of) =>
      Array.from({ length: 5000 }, (_, at) => taskSet(at + 1, '进', of)),
    );
    await expect(workspace.appendForeign(many)).rejects.toMatchObject({ code: 'disk-full' });
    expect(await stampsIn(workspace)).toHaveLength(1);
    expect(workspace.counter).toBe(1);
    expect((await workspace.appendForeign(many.slice(0, 50))).added).toHaveLength(50);
    expect(await workspace.verify()).toEqual([]);
    await workspace.close();
    const again = await openWorkspace(folder);
    expect(await stampsIn(again)).toHaveLength(51);
    await again.close();
  });

  test('refuses a snapshot and leaves the old one, and nothing half-made', async () => {
    const disk = await smallDisk(600);
    const folder = join(disk, 'data');
    await createWorkspace(folder, { deviceId: device });
    const workspace = await openWorkspace(folder);
    await appendTasks(workspace, 1, 10);
    await workspace.writeSnapshot();
    await fill(workspace);
    await expect(workspace.writeSnapshot()).rejects.toMatchObject({ code: 'disk-full' });
    expect(await readdir(join(folder, 'snapshot'))).toEqual(['1', 'index.json']);
    await workspace.close();
    const again = await openWorkspace(folder, { readOnly: true });
    expect(again.partNames).toEqual(['2026', 'base']);
    expect(await again.verify()).toEqual([]);
  });

  test('that has no room for the lock opens to be read', async () => {
    const disk = await smallDisk(600);
    const folder = join(disk, 'data');
    await createWorkspace(folder, { deviceId: device });
    const first = await openWorkspace(folder);
    const last = await fill(first);
    await first.close();
    await writeFile(join(disk, 'filler'), Buffer.alloc(600_000)).catch(() => undefined);
    const workspace = await openWorkspace(folder);
    expect(workspace.readOnly).toMatchObject({ code: 'disk-full' });
    expect(await stampsIn(workspace)).toHaveLength(last);
    await workspace.close();
    await rm(join(disk, 'filler'));
    const again = await openWorkspace(folder);
    expect(again.readOnly).toBeNull();
    await again.close();
  });
});

describe('a place that cannot be written to', () => {
  test('a read-only disk opens to be read and is left as it is', async () => {
    const disk = await smallDisk(2000);
    const folder = join(disk, 'data');
    await createWorkspace(folder, { deviceId: device });
    const first = await openWorkspace(folder);
    await appendTasks(first, 1, 5);
    await first.close();
    remount(disk, 'ro');
    const workspace = await openWorkspace(folder);
    expect(workspace.readOnly).toMatchObject({ code: 'no-access', params: { reason: 'EROFS' } });
    expect(await stampsIn(workspace)).toHaveLength(5);
    await expect(workspace.append(taskSet(6), 'shared')).rejects.toMatchObject({
      code: 'read-only',
      params: { reason: 'no-access' },
    });
    await workspace.close();
    await expect(createWorkspace(join(disk, 'other'))).rejects.toMatchObject({ code: 'no-access' });
    remount(disk, 'rw');
    const again = await openWorkspace(folder);
    await appendTasks(again, 6, 6);
    await again.close();
  });

  test('a folder that became read-only while it was open goes on when it is writable', async () => {
    const folder = await filledFolder(3);
    const workspace = await openWorkspace(folder, { now: () => new Date('2026-11-03') });
    const release = bindReadOnly(folder);
    await expect(workspace.append(taskSet(4), 'shared')).rejects.toMatchObject({
      code: 'no-access',
      params: { reason: 'EROFS' },
    });
    await expect(workspace.append(taskSet(4), 'private')).rejects.toMatchObject({
      code: 'no-access',
    });
    await expect(openWorkspace(folder, { readOnly: true })).resolves.toMatchObject({ counter: 3 });
    release();
    await appendTasks(workspace, 4, 6);
    await workspace.close();
    const again = await openWorkspace(folder);
    expect(await stampsIn(again)).toHaveLength(6);
    expect(await again.verify()).toEqual([]);
    await again.close();
  });

  test('a folder of another user opens to be read', async () => {
    const folder = await filledFolder(3);
    await chmod(folder, 0o755);
    await chmod(join(folder, 'device.json'), 0o644);
    await asNobody(async () => {
      const workspace = await openWorkspace(folder);
      expect(workspace.readOnly).toMatchObject({ code: 'no-access', params: { reason: 'EACCES' } });
      expect(await stampsIn(workspace)).toHaveLength(3);
      await workspace.close();
    });
  });

  test('a journal that became unwritable fails that append, not the next', async () => {
    const folder = await filledFolder(3);
    const path = join(folder, 'journal', device, '2026-11.jsonl');
    await chmod(folder, 0o777);
    await chmod(join(folder, 'device.json'), 0o644);
    await chmod(path, 0o444);
    await asNobody(async () => {
      const workspace = await openWorkspace(folder, { now: () => new Date('2026-11-03') });
      const append = () => workspace.append(taskSet(4), 'shared');
      await expect(append()).rejects.toMatchObject({ code: 'no-access' });
      process.seteuid?.(0);
      await chmod(path, 0o666);
      process.seteuid?.(65_534);
      await append();
      expect(await stampsIn(workspace)).toHaveLength(4);
      await workspace.close();
    });
  });
});

describe('a file that another program holds', () => {
  test('is replaced as soon as it is let go', async () => {
    const folder = await filledFolder(3);
    const workspace = await openWorkspace(folder);
    await workspace.writeSnapshot();
    await appendTasks(workspace, 4, 5);
    const release = holdFile(join(folder, 'snapshot/index.json'));
    const writing = workspace.writeSnapshot();
    await wait(300);
    release();
    await writing;
    expect(workspace.unsnapshotted).toBe(0);
    await workspace.close();
  });

  test('is left as it was when it is never let go', async () => {
    const folder = await filledFolder(3);
    const workspace = await openWorkspace(folder);
    await workspace.writeSnapshot();
    await appendTasks(workspace, 4, 5);
    const release = holdFile(join(folder, 'snapshot/index.json'));
    await expect(workspace.writeSnapshot()).rejects.toMatchObject({
      code: 'no-access',
      params: { reason: 'EBUSY' },
    });
    release();
    expect(await readdir(join(folder, 'snapshot'))).toEqual(['1', 'index.json']);
    await appendTasks(workspace, 6, 6);
    expect(await workspace.verify()).toEqual([]);
    await workspace.close();
  });
});

describe('a folder taken away while the app runs', () => {
  test('fails the append, and the next one works when it is back', async () => {
    const folder = await filledFolder(3);
    const workspace = await openWorkspace(folder);
    await appendTasks(workspace, 4, 4);
    await rename(folder, `${folder}-away`);
    await expect(workspace.append(taskSet(5), 'shared')).rejects.toMatchObject({
      code: 'folder-gone',
    });
    await expect(workspace.append(taskSet(5), 'private')).rejects.toMatchObject({
      code: 'folder-gone',
    });
    await rename(`${folder}-away`, folder);
    await appendTasks(workspace, 5, 6);
    expect(await workspace.verify()).toEqual([]);
    expect(await stampsIn(workspace)).toHaveLength(6);
    await workspace.close();
  });

  test('is not made again in its place', async () => {
    const parent = await emptyFolder();
    const folder = join(parent, 'data');
    await createWorkspace(folder, { deviceId: device });
    const workspace = await openWorkspace(folder);
    await rm(folder, { recursive: true });
    await expect(workspace.append(taskSet(1), 'shared')).rejects.toMatchObject({
      code: 'folder-gone',
    });
    await workspace.close();
    expect(await readdir(parent)).toEqual([]);
  });
});

test('a clock at 2009 and at 2099 changes neither order nor content', async () => {
  const folder = await filledFolder(2);
  const days = ['2009-01-01', '2099-12-31', '2009-01-01', '2026-11-24'];
  for (const [index, day] of days.entries()) {
    const workspace = await openWorkspace(folder, { now: () => new Date(day) });
    expect(workspace.readOnly).toBeNull();
    await appendTasks(workspace, 3 + index, 3 + index);
    await workspace.writeSnapshot();
    await workspace.close();
  }
  const workspace = await openWorkspace(folder);
  expect(await workspace.verify()).toEqual([]);
  const stamps: string[] = [];
  for await (const { stamp } of workspace.sets('shared')) stamps.push(stamp);
  expect(stamps).toEqual([...stamps].sort());
  expect(stamps).toHaveLength(6);
  await workspace.close();
});
