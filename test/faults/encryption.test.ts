import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createWorkspace, openWorkspace } from '../../electron/storage/workspace';
import { device, emptyFolder, taskSet } from '../unit/storage/data-folder';
import { encryptRounds } from '../unit/storage/encrypt-rounds';
import { bundle } from '../unit/storage/kill-rounds';

const unitTests = join(import.meta.dirname, '../unit/storage');

test('a kill while the unit is encrypted or opened leaves the old or the new folder whole', async () => {
  const folder = await emptyFolder();
  const script = await bundle('encrypt-process', join(folder, 'script'), unitTests);
  const data = join(folder, 'data');
  await createWorkspace(data, { deviceId: device });
  const workspace = await openWorkspace(data);
  await Promise.all(
    Array.from({ length: 800 }, (_, at) =>
      workspace.append(taskSet(at + 1, '防汛值班表'), 'shared'),
    ),
  );
  await workspace.close();
  const counts = await encryptRounds(script, data, {
    rounds: 60,
    longest: 500,
    words: ['防汛值班表'],
  });
  console.log(
    `${counts.rounds} kills while encrypting: ${counts.old} old, ${counts.made} new, ` +
      `${counts.failed} failed, ${counts.plain} plain files`,
  );
  expect(counts).toMatchObject({ failed: 0, plain: 0 });
  expect(counts.old).toBeGreaterThan(0);
  expect(counts.made).toBeGreaterThan(0);
});
