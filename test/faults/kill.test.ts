import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder } from '../unit/storage/data-folder';
import { bundle, killRounds } from '../unit/storage/kill-rounds';

/** Kills on one and the same folder before a new one is begun. */
const roundsPerFolder = 25;

test('what was acknowledged survives 200 kills', async () => {
  const folder = await emptyFolder();
  const script = await bundle('burst', join(folder, 'script'));
  let rounds = 0;
  let acknowledged = 0;
  let keptAside = 0;
  for (let unit = 0; unit < 200 / roundsPerFolder; unit += 1) {
    const counts = await killRounds(script, join(folder, `data${unit}`), roundsPerFolder);
    expect(counts).toMatchObject({ lost: 0, failedStarts: 0, problems: 0 });
    rounds += counts.rounds;
    acknowledged += counts.acknowledged;
    keptAside += counts.keptAside;
  }
  console.log(
    `${rounds} kills, ${acknowledged} acknowledged, 0 lost, 0 failed starts, ` +
      `${keptAside} unfinished lines kept aside`,
  );
  expect(rounds).toBe(200);
  expect(acknowledged).toBeGreaterThan(2_000);
});
