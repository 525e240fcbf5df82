import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder } from './data-folder';
import { bundle, killRounds } from './kill-rounds';

test('what was acknowledged survives ten kills', async () => {
  const folder = await emptyFolder();
  const script = await bundle('burst', join(folder, 'script'));
  const counts = await killRounds(script, join(folder, 'data'), 10);
  expect(counts).toMatchObject({ rounds: 10, lost: 0, failedStarts: 0, problems: 0 });
  expect(counts.acknowledged).toBeGreaterThan(50);
});
