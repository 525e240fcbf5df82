import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repairWorkspace } from '../../electron/storage/repair';
import { openWorkspace } from '../../electron/storage/workspace';
import { device, emptyFolder, filledFolder, stampsIn } from '../unit/storage/data-folder';
import { bundle, killed, killRounds } from '../unit/storage/kill-rounds';
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

test('40 kills while a journal is repaired cost no line but the damaged ones', async () => {
  const folder = await emptyFolder();
  const script = await bundle('repairing', join(folder, 'script'), import.meta.dirname);
  const data = await filledFolder(300);
  const first = await openWorkspace(data, { readOnly: true });
  const stamps = await stampsIn(first);
  let damaged = 0;
  let repaired = 0;
  let lost = 0;
  // Ms of a repair: on a busy machine the kills come later, so that they still fall into repairs.
  let pace = 60;
  for (let round = 0; round < 40; round += 1) {
    const file = `journal/${device}/2026-11.jsonl`;
    const told = await killed(script, data, Math.random() * 6 * pace, [file]);
    damaged += told.filter((line) => line === 'damaged').length;
    repaired += told.filter((line) => line === 'repaired').length;
    const began = performance.now();
    await repairWorkspace(data);
    pace = performance.now() - began;
    const workspace = await openWorkspace(data);
    expect(workspace.readOnly).toBeNull();
    expect(await workspace.verify()).toEqual([]);
    const present = new Set(await stampsIn(workspace));
    lost = stamps.filter((stamp) => !present.has(stamp)).length;
    // A kill between the word and the deed leaves one line more.
    expect(lost).toBeLessThanOrEqual(damaged);
    await workspace.close();
  }
  tell(
    `kill -9 while repairing: 40 rounds, ${repaired} repairs, ${damaged} lines damaged on purpose ` +
      `(no backup), ${Math.max(0, lost - damaged)} others lost, 0 failed starts`,
  );
  expect(repaired).toBeGreaterThan(20);
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
