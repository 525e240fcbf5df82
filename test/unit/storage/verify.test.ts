import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { snapshotSecret, writeGeneration } from '../../../electron/storage/snapshot';
import { openWorkspace } from '../../../electron/storage/workspace';
import { fold } from '../../../shared/changes/state';
import { journalFiles, livedIn, numbers, unfoundEdits } from './byte-edits';
import { emptyFolder, taskSet } from './data-folder';

const forgedId = '0190b5a0-0000-7000-8000-0000000000ef';

test('every one of 100 edits of a single byte is found', async () => {
  const folder = await livedIn();
  const clean = await openWorkspace(folder, { readOnly: true });
  expect(await clean.verify()).toEqual([]);
  expect(await unfoundEdits(folder, 100, 20261123)).toEqual([]);
});

test('an edit of the last line is found by the writer, too, who keeps the line', async () => {
  const original = await livedIn();
  const next = numbers(7);
  for (let round = 0; round < 20; round += 1) {
    const folder = await emptyFolder();
    await cp(original, folder, { recursive: true });
    const path = join(folder, journalFiles[1] ?? '');
    const bytes = await readFile(path);
    const lineAt = bytes.lastIndexOf(10, bytes.length - 2) + 1;
    const at = lineAt + (next() % (bytes.length - lineAt));
    bytes[at] = (bytes[at] ?? 0) ^ (1 + (next() % 255));
    await writeFile(path, bytes);
    const workspace = await openWorkspace(folder);
    expect((await workspace.verify()).length).toBeGreaterThan(0);
    await workspace.close();
  }
});

test('a snapshot that says something else than the journal is found', async () => {
  const folder = await livedIn();
  const before = await openWorkspace(folder);
  const [state, covered] = [await before.foldAll(), await before.journalReaches()];
  const secret = snapshotSecret(before.identity);
  await before.close();
  // Written by this PC, as a defect of the app would: a forged one is not even read.
  const wrong = taskSet(8, '没有这一项');
  fold([{ ...wrong, changes: wrong.changes.map((one) => ({ ...one, id: forgedId })) }], state);
  await writeGeneration(folder, state, covered, { secret });
  const workspace = await openWorkspace(folder);
  expect(await workspace.verify()).toMatchObject([{ kind: 'snapshot' }]);
  await workspace.close();
});
