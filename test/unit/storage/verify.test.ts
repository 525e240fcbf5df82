import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { openWorkspace } from '../../../electron/storage/workspace';
import { journalFiles, livedIn, numbers, unfoundEdits } from './byte-edits';
import { emptyFolder } from './data-folder';

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
  const index = JSON.parse(await readFile(join(folder, 'snapshot/index.json'), 'utf8'));
  const part = join(folder, `snapshot/${index.generation}/2026.jsonl`);
  const text = (await readFile(part, 'utf16le')).replace('任务7', '任务8');
  const bytes = Buffer.from(text, 'utf16le');
  await writeFile(part, bytes);
  index.parts['2026'].crc32 = crc32(bytes);
  await writeFile(join(folder, 'snapshot/index.json'), JSON.stringify(index));
  const workspace = await openWorkspace(folder);
  expect(await workspace.verify()).toMatchObject([{ kind: 'snapshot' }]);
  await workspace.close();
});
