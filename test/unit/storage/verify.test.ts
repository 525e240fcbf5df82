import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { openWorkspace } from '../../../electron/storage/workspace';
import { device, emptyFolder, filledFolder, taskSet } from './data-folder';

/** Numbers 0 … 2³²-1 that are the same in every run (xorshift32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

/** A folder with two months, drafts and a snapshot over most of it. */
async function livedIn(): Promise<string> {
  const folder = await filledFolder(12);
  const december = { now: () => new Date('2026-12-05') };
  const workspace = await openWorkspace(folder, december);
  for (let count = 13; count <= 20; count += 1) {
    await workspace.append(taskSet(count), count % 4 ? 'shared' : 'private');
  }
  await workspace.writeSnapshot();
  await workspace.append(taskSet(21), 'shared');
  await workspace.append(taskSet(22), 'shared');
  await workspace.close();
  return folder;
}

const files = [
  `journal/${device}/2026-11.jsonl`,
  `journal/${device}/2026-12.jsonl`,
  `private/${device}/2026-12.jsonl`,
];

test('every one of 500 edits of a single byte is found', async () => {
  const folder = await livedIn();
  const clean = await openWorkspace(folder, { readOnly: true });
  expect(await clean.verify()).toEqual([]);
  const next = numbers(20261123);
  let found = 0;
  for (let round = 0; round < 500; round += 1) {
    const file = files[next() % files.length] ?? '';
    const bytes = await readFile(join(folder, file));
    // The last byte of every file, its newline, is among the places.
    const at = round < files.length ? bytes.length - 1 : next() % bytes.length;
    const edited = Buffer.from(bytes);
    edited[at] = (bytes[at] ?? 0) ^ (1 + (next() % 255));
    await writeFile(join(folder, file), edited);
    const workspace = await openWorkspace(folder, { readOnly: true });
    const [problem] = await workspace.verify();
    const line = 1 + bytes.subarray(0, at).reduce((sum, byte) => sum + (byte === 10 ? 1 : 0), 0);
    if (problem?.file === file && problem.line === line) found += 1;
    else expect({ round, file, at, line, problem }).toBe('found');
    await writeFile(join(folder, file), bytes);
  }
  expect(found).toBe(500);
});

test('an edit of the last line is found by the writer, too, who keeps the line', async () => {
  const original = await livedIn();
  const next = numbers(7);
  for (let round = 0; round < 20; round += 1) {
    const folder = await emptyFolder();
    await cp(original, folder, { recursive: true });
    const path = join(folder, files[1] ?? '');
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
  const part = join(folder, `snapshot/${index.generation}/2026.json`);
  const text = (await readFile(part, 'utf16le')).replace('任务7', '任务8');
  const bytes = Buffer.from(text, 'utf16le');
  await writeFile(part, bytes);
  index.parts['2026'].crc32 = crc32(bytes);
  await writeFile(join(folder, 'snapshot/index.json'), JSON.stringify(index));
  const workspace = await openWorkspace(folder);
  expect(await workspace.verify()).toMatchObject([{ kind: 'snapshot' }]);
  await workspace.close();
});
