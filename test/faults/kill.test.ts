import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emptyFolder } from '../unit/storage/data-folder';
import { bundle, killRounds } from '../unit/storage/kill-rounds';
import { swapRounds } from '../unit/storage/swap-rounds';
import { backupRounds } from './backup-rounds';
import { tell } from './tell';

/** Kills on one and the same folder before a new one is begun. */
const roundsPerFolder = 25;

test('what was acknowledged survives 200 kills while sets are appended, imported and folded', async () => {
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
  tell(
    `kill -9 while appending, importing and writing snapshots: ${rounds} rounds, ` +
      `${acknowledged} acknowledged, 0 lost, 0 failed starts, ` +
      `${keptAside} unfinished lines kept aside`,
  );
  expect(rounds).toBe(200);
  expect(acknowledged).toBeGreaterThan(2_000);
});

test('100 kills while a folder is exchanged leave the old one whole or the new one', async () => {
  const folder = await emptyFolder();
  const script = await bundle('swap-process', join(folder, 'script'));
  const counts = await swapRounds(script, join(folder, 'data'), 100);
  tell(
    `kill -9 while exchanging: ${counts.rounds} rounds, ${counts.exchanges} exchanges, ` +
      `${counts.finished} carried through by the next start, ${counts.mixed} mixed`,
  );
  expect(counts).toMatchObject({ rounds: 100, mixed: 0 });
  expect(counts.exchanges).toBeGreaterThan(20);
  expect(counts.finished).toBeGreaterThan(0);
});

test('60 kills while backups and snapshots are made leave every backup whole', async () => {
  const folder = await emptyFolder();
  const script = await bundle('backing', join(folder, 'script'), import.meta.dirname);
  const counts = await backupRounds(script, folder, 60);
  tell(
    `kill -9 while backing up and writing snapshots: ${counts.rounds} rounds, ` +
      `${counts.acknowledged} acknowledged, ${counts.lost} lost, ${counts.backups} backups, ` +
      `${counts.missing} missing, ${counts.damaged} damaged`,
  );
  expect(counts).toMatchObject({ rounds: 60, lost: 0, missing: 0, damaged: 0 });
  expect(counts.backups).toBeGreaterThan(10);
});
