import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backUpClosed, backUpOpen } from '../../../electron/storage/backup';
import { copyOfBackup } from '../../../electron/storage/backup-content';
import { BackupStore } from '../../../electron/storage/backup-store';
import type { DataKey } from '../../../electron/storage/data-key';
import { encryptFolder } from '../../../electron/storage/encryption';
import { readDevice } from '../../../electron/storage/identity';
import { createWorkspace, openWorkspace } from '../../../electron/storage/workspace';
import { stampOf } from '../../../shared/changes/stamp';
import { device, emptyFolder } from './data-folder';

// What the app keeps is for this user of this PC: no key in a copy, nothing for others to read.

const now = new Date('2026-11-23T02:00:00.000Z');

async function unitWithATask(): Promise<string> {
  const folder = join(await emptyFolder(), 'data');
  await createWorkspace(folder, { deviceId: device });
  const workspace = await openWorkspace(folder);
  const id = '0190b5a0-0000-7000-8000-000000000001';
  await workspace.append(
    {
      stamp: stampOf(1, device),
      author: '',
      wall: now.toISOString(),
      label: 'task.create',
      changes: [{ collection: 'task', id, fields: { title: '造林' } }],
    },
    'shared',
  );
  await workspace.writeSnapshot();
  await workspace.close();
  return folder;
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
}

async function backedUp(folder: string, key?: DataKey) {
  const store = new BackupStore(join(await emptyFolder(), 'backups'));
  const workspace = await openWorkspace(folder, { key });
  try {
    const manifest = await backUpOpen(store, workspace, { reason: 'by-hand', now });
    return { store, manifest };
  } finally {
    await workspace.close();
  }
}

test('a backup of a plain unit holds no private key, and can be looked into', async () => {
  const folder = await unitWithATask();
  expect(await readFile(join(folder, 'device.json'), 'utf8')).toContain('PRIVATE KEY');
  const { store, manifest } = await backedUp(folder);
  await backUpClosed(store, folder, { reason: 'repair', now });
  for (const path of await filesBelow(store.place)) {
    expect(await readFile(path, 'utf8')).not.toContain('PRIVATE KEY');
  }
  const copy = await copyOfBackup(store, manifest, await emptyFolder());
  const { publicKey } = await readDevice(folder);
  expect(await readDevice(copy)).toMatchObject({ id: device, publicKey });
  const shown = await openWorkspace(copy, { readOnly: true });
  expect((await shown.foldAll()).collections.get('task')?.records.size).toBe(1);
  await shown.close();
});

test('nor does one of an encrypted unit, not even for who has its key', async () => {
  const folder = await unitWithATask();
  const { key } = await encryptFolder(folder, '一群大雁往南飞排成一字');
  const { store, manifest } = await backedUp(folder, key);
  const copy = await copyOfBackup(store, manifest, await emptyFolder());
  const read = await readDevice(copy, { unit: manifest.unit, key });
  expect(read.id).toBe(device);
  expect(read.privateKey).toBeUndefined();
});

test('nobody else on this PC reads what the app keeps', async () => {
  const folder = await unitWithATask();
  const { store } = await backedUp(folder);
  for (const path of [...(await filesBelow(folder)), ...(await filesBelow(store.place))]) {
    if (path.endsWith('lock')) continue;
    expect((await stat(path)).mode & 0o077, path).toBe(0);
  }
  expect((await stat(folder)).mode & 0o077).toBe(0);
});
