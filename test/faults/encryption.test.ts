import { join } from 'node:path';
import { expect, test } from 'vitest';
import { decryptFolder, encryptFolder } from '../../electron/storage/encryption';
import { createWorkspace, openWorkspace } from '../../electron/storage/workspace';
import { device, emptyFolder, taskSet } from '../unit/storage/data-folder';
import { encryptRounds } from '../unit/storage/encrypt-rounds';
import { bundle } from '../unit/storage/kill-rounds';
import { bytesUnder } from '../unit/storage/plain-text';
import { bindReadOnly, smallDisk } from './mounts';
import { tell } from './tell';

const unitTests = join(import.meta.dirname, '../unit/storage');

/** A closed unit of so many sets. */
async function fill(data: string, sets: number): Promise<void> {
  await createWorkspace(data, { deviceId: device });
  const workspace = await openWorkspace(data);
  await Promise.all(
    Array.from({ length: sets }, (_, at) =>
      workspace.append(taskSet(at + 1, '防汛值班表'), 'shared'),
    ),
  );
  await workspace.close();
}

test('a kill while the unit is encrypted or opened leaves the old or the new folder whole', async () => {
  const folder = await emptyFolder();
  const script = await bundle('encrypt-process', join(folder, 'script'), unitTests);
  const data = join(folder, 'data');
  await fill(data, 800);
  const counts = await encryptRounds(script, data, {
    rounds: 60,
    longest: 500,
    words: ['防汛值班表'],
  });
  tell(
    `${counts.rounds} kills while encrypting: ${counts.old} old, ${counts.made} new, ` +
      `${counts.failed} failed, ${counts.plain} plain files`,
  );
  expect(counts).toMatchObject({ failed: 0, plain: 0 });
  expect(counts.old).toBeGreaterThan(0);
  expect(counts.made).toBeGreaterThan(0);
});

test('a disk too small for both leaves the unit as it was, plain or encrypted', async () => {
  const passphrase = '秋天的雁群向南飞';
  let refused = 0;
  let done = 0;
  for (const kilobytes of [420, 560, 700, 900, 2_000]) {
    const data = join(await smallDisk(kilobytes), 'data');
    await fill(data, 600);
    const plain = await bytesUnder(data);
    try {
      const { key } = await encryptFolder(data, passphrase);
      done += 1;
      const workspace = await openWorkspace(data, { key });
      expect(workspace.counter).toBe(600);
      expect(await workspace.verify()).toEqual([]);
      await workspace.close();
      await decryptFolder(data, key).catch((error: unknown) => {
        expect(error).toMatchObject({ code: 'disk-full' });
      });
    } catch (error) {
      refused += 1;
      expect(error).toMatchObject({ code: 'disk-full' });
      expect(await bytesUnder(data)).toEqual(plain);
      const workspace = await openWorkspace(data);
      expect(workspace.counter).toBe(600);
      await workspace.close();
    }
  }
  tell(`full disk while encrypting: ${refused} refused and unchanged, ${done} done`);
  expect(refused).toBeGreaterThan(0);
  expect(done).toBeGreaterThan(0);
});

test('a folder that cannot be written to is not encrypted, and says so', async () => {
  const folder = await emptyFolder();
  const data = join(folder, 'data');
  await fill(data, 3);
  const plain = await bytesUnder(data);
  const release = bindReadOnly(folder);
  await expect(encryptFolder(data, '秋天的雁群向南飞')).rejects.toMatchObject({
    code: 'no-access',
  });
  release();
  expect(await bytesUnder(data)).toEqual(plain);
  tell('read-only folder while encrypting: refused, unchanged');
});
