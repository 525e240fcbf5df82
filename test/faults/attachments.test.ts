import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { Attachments } from '../../electron/storage/attachments';
import { blobPath, contentAt, hashOf } from '../../electron/storage/blobs';
import { DataKey, dataKeySize } from '../../electron/storage/data-key';
import { createWorkspace, openWorkspace } from '../../electron/storage/workspace';
import { appendTasks, device, emptyFolder } from '../unit/storage/data-folder';
import { attach, filesIn, unitWithFiles, userFile } from '../unit/storage/evidence';
import { bundle } from '../unit/storage/kill-rounds';
import { asNobody, holdFile, remount, smallDisk } from './mounts';

/** A unit on a disk of so many KB of its own, and a folder of the user elsewhere. */
async function unitOnDisk(kilobytes: number) {
  const disk = await smallDisk(kilobytes);
  const folder = join(disk, 'data');
  await createWorkspace(folder, { deviceId: device });
  return { disk, folder, workspace: await openWorkspace(folder), own: await emptyFolder() };
}

describe('a full disk', () => {
  test('refuses the file, keeps what is there, and takes the next one that fits', async () => {
    const { folder, workspace, own } = await unitOnDisk(3_000);
    const small = await userFile(own, '小.bin', randomBytes(100_000));
    await attach(workspace, await workspace.addFile(small));
    const before = await filesIn(folder);
    for (const bytes of [4_000_000, 3_000_000, 9_000_000]) {
      const big = await userFile(own, '大.bin', randomBytes(bytes));
      await expect(workspace.addFile(big)).rejects.toMatchObject({ code: 'disk-full' });
      expect(await filesIn(folder)).toEqual(before);
    }
    // The very same file is there already and needs no room.
    expect(await workspace.addFile(small)).toMatchObject({ isNew: false });
    await attach(
      workspace,
      await workspace.addFile(await userFile(own, '又.bin', randomBytes(200_000))),
    );
    expect(await workspace.verify()).toEqual([]);
    await workspace.close();
  });

  test('leaves the place alone where a file is saved to', async () => {
    const { workspace, own } = await unitWithFiles();
    const { sha256 } = await workspace.addFile(
      await userFile(own, '大.bin', randomBytes(2_000_000)),
    );
    const stick = await smallDisk(1_000);
    const to = join(stick, '大.bin');
    await writeFile(to, '原有的文件');
    await expect(workspace.attachments.copyTo(sha256, to)).rejects.toMatchObject({
      code: 'disk-full',
    });
    expect((await hashOf(contentAt(to, '', undefined))).bytes).toBe(15);
    await workspace.close();
  });
});

test('a disk that became read-only refuses, and works on when it is not', async () => {
  const { disk, folder, workspace, own } = await unitOnDisk(3_000);
  const source = await userFile(own, '甲.bin', randomBytes(50_000));
  remount(disk, 'ro');
  await expect(workspace.addFile(source)).rejects.toMatchObject({ code: 'no-access' });
  remount(disk, 'rw');
  expect(await workspace.addFile(source)).toMatchObject({ isNew: true });
  expect(await filesIn(folder)).toHaveLength(1);
  await workspace.close();
});

test('a file that this user may not read is refused by its name', async () => {
  const { workspace, own } = await unitWithFiles();
  const source = await userFile(own, '密.docx', '内容');
  await chmod(own, 0o755);
  await chmod(source, 0);
  const adding = asNobody(() => workspace.addFile(source).catch((error: unknown) => error));
  expect(await adding).toMatchObject({ code: 'file-unreadable', params: { name: '密.docx' } });
  await workspace.close();
});

test('a virus scanner that holds a damaged copy is waited for', async () => {
  const { workspace, own } = await unitWithFiles();
  const source = await userFile(own, '甲.txt', '内容');
  const { sha256 } = await workspace.addFile(source);
  const path = join(workspace.folder, blobPath(sha256));
  await writeFile(path, '损坏');
  const release = holdFile(path);
  const healing = workspace.addFile(source);
  await wait(300);
  release();
  await healing;
  expect(await workspace.attachments.stateOf(sha256)).toBe('whole');
  const releaseLate = holdFile(path);
  // Held for ever: the sound copy needs no replacing, so nothing fails.
  expect(await workspace.addFile(source)).toMatchObject({ isNew: false });
  releaseLate();
  await workspace.close();
});

test('a folder taken away is not made anew; the next file comes in when it is back', async () => {
  const { workspace, own } = await unitWithFiles();
  const source = await userFile(own, '甲.txt', '内容');
  await rename(workspace.folder, `${workspace.folder}-away`);
  await expect(workspace.addFile(source)).rejects.toMatchObject({ code: 'folder-gone' });
  await rename(`${workspace.folder}-away`, workspace.folder);
  await attach(workspace, await workspace.addFile(source));
  await appendTasks(workspace, workspace.counter + 1, workspace.counter + 2);
  expect(await workspace.verify()).toEqual([]);
  await workspace.close();
});

/** Runs the script for `life` ms, kills it, and gives the hashes that it acknowledged. */
async function killed(script: string, args: readonly string[], life: number): Promise<string[]> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  let complaint = '';
  const opened = new Promise<void>((resolve) => {
    child.stdout.on('data', (data: Buffer) => {
      printed += data.toString();
      if (printed.includes('open\n')) resolve();
    });
  });
  child.stderr.on('data', (data: Buffer) => {
    complaint += data.toString();
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await Promise.race([opened, ended]);
  await Promise.race([wait(life), ended]);
  child.kill('SIGKILL');
  await ended;
  if (complaint !== '') throw new Error(complaint);
  return printed
    .split('\n')
    .slice(0, -1)
    .filter((line) => line !== 'open');
}

test.each(['plain', 'sealed'] as const)('kills while files are copied in, %s', async (how) => {
  const root = await emptyFolder();
  const script = await bundle('copy-in', join(root, 'script'));
  const [folder, own] = [join(root, 'data'), join(root, 'own')];
  await createWorkspace(folder, { deviceId: device });
  await mkdir(own);
  const key = how === 'sealed' ? new DataKey(Buffer.alloc(dataKeySize, 7)) : undefined;
  const acknowledged = new Set<string>();
  let half = 0;
  for (let round = 0; round < 50; round += 1) {
    const life = Math.random() * 150;
    for (const sha256 of await killed(script, [folder, own, how], life)) acknowledged.add(sha256);
    const present = await filesIn(folder);
    for (const path of present) {
      if (path.endsWith('.tmp')) {
        half += 1;
        continue;
      }
      // Whatever has a final name is whole, acknowledged or not.
      const name = basename(path);
      const { sha256 } = await hashOf(contentAt(join(folder, path), name, key));
      expect(key?.nameOf(sha256) ?? sha256).toBe(name);
    }
  }
  const attachments = new Attachments(folder, key);
  for (const sha256 of acknowledged) expect(await attachments.stateOf(sha256)).toBe('whole');
  await attachments.add(await userFile(own, '末.txt', '最后一个'));
  expect((await filesIn(folder)).filter((path) => path.endsWith('.tmp'))).toEqual([]);
  console.log(`${how}: 50 kills, ${acknowledged.size} files acknowledged, 0 lost, ${half} half`);
  expect(acknowledged.size).toBeGreaterThan(50);
});
