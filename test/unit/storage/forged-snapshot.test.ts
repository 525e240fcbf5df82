import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { repairWorkspace } from '../../../electron/storage/repair';
import { openWorkspace, type Workspace } from '../../../electron/storage/workspace';
import { wholeState } from '../../../electron/transfer/workspace-state';
import { listOf } from '../../../shared/changes/records';
import { filledFolder } from './data-folder';

/** Somebody writes other figures into the snapshot, with sums and lengths that fit. */
async function forge(folder: string, drop: readonly string[] = []): Promise<void> {
  const path = join(folder, 'snapshot/index.json');
  const index: { generation: number; mac?: string; parts: Record<string, object> } = JSON.parse(
    await readFile(path, 'utf8'),
  );
  const parts = join(folder, 'snapshot', String(index.generation));
  for (const file of await readdir(parts)) {
    const text = (await readFile(join(parts, file), 'utf16le')).replaceAll('任务', '假的');
    const bytes = Buffer.from(text, 'utf16le');
    await writeFile(join(parts, file), bytes);
    index.parts[file.replace('.jsonl', '')] = {
      bytes: bytes.length,
      crc32: crc32(bytes),
      sha256: createHash('sha256').update(bytes).digest('hex'),
    };
  }
  for (const name of drop) Reflect.deleteProperty(index, name);
  await writeFile(path, JSON.stringify(index));
}

const titlesIn = async (workspace: Workspace): Promise<string> =>
  listOf(await wholeState(workspace), 'task')
    .map(({ title }) => title)
    .join();

async function covered(): Promise<string> {
  const folder = await filledFolder(12);
  const workspace = await openWorkspace(folder);
  await workspace.writeSnapshot();
  await workspace.close();
  return folder;
}

test.each([
  ['with the sums made to fit', []],
  ['with its binding taken away', ['mac']],
])('a forged snapshot %s shows nothing that the journal does not hold', async (_name, drop) => {
  const folder = await covered();
  const before = await openWorkspace(folder);
  const titles = await titlesIn(before);
  expect(titles).toContain('任务');
  await before.close();
  await forge(folder, drop);
  const workspace = await openWorkspace(folder);
  expect(workspace.notices).toContainEqual({ kind: 'snapshot-rebuilt', reason: 'stale' });
  expect(await titlesIn(workspace)).toBe(titles);
  expect(await workspace.verify()).toEqual([]);
  await workspace.close();
});

test('nor does a repair bring anything of it back', async () => {
  const folder = await covered();
  await forge(folder);
  const [name = ''] = await readdir(join(folder, 'journal/pcaaaaaa'));
  const path = join(folder, 'journal/pcaaaaaa', name);
  const lines = (await readFile(path, 'utf8')).split('\n');
  await writeFile(path, lines.map((line, at) => (at === 4 ? `x${line}` : line)).join('\n'));
  expect(await repairWorkspace(folder)).toMatchObject({ salvaged: 0 });
  const workspace = await openWorkspace(folder);
  expect(await titlesIn(workspace)).not.toContain('假的');
  await workspace.close();
});
