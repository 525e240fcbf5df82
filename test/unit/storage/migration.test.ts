import { createHash } from 'node:crypto';
import { chmod, cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openWorkspace } from '../../../electron/storage/workspace';
import { canonical } from '../../../shared/changes/state';
import { appendTasks, emptyFolder, stampsIn } from './data-folder';

const fixtures = join(import.meta.dirname, '../../fixtures');

/** A copy of a released data folder; git keeps no permissions. */
async function copyOf(name: string): Promise<string> {
  const folder = join(await emptyFolder(), 'data');
  await cp(join(fixtures, name), folder, { recursive: true });
  await chmod(join(folder, 'device.json'), 0o600);
  return folder;
}

/** Every file and folder with its content, to see whether anything at all was touched. */
async function treeOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const lines = entries.map(async (entry) => {
    const path = join(entry.parentPath, entry.name);
    const hash = entry.isFile()
      ? createHash('sha256')
          .update(await readFile(path))
          .digest('hex')
      : 'folder';
    return `${path} ${hash}`;
  });
  return (await Promise.all(lines)).sort();
}

const markerOf = async (folder: string): Promise<unknown> =>
  JSON.parse(await readFile(join(folder, 'touyan.json'), 'utf8'));

const unit = '0190c1b2-7e60-7a10-8c00-000000000001';

describe.each(['format-1', 'format-2-plain'])('a data folder of %s', (name) => {
  test('opens, holds what it held, and is written on', async () => {
    const folder = await copyOf(name);
    const readOnly = await openWorkspace(folder, { readOnly: true });
    const before = canonical(await readOnly.foldAll());
    expect(before).toContain('青山县水务局');
    await readOnly.close();
    const workspace = await openWorkspace(folder);
    expect(workspace.readOnly).toBeNull();
    expect(workspace.notices).toEqual([]);
    expect(await stampsIn(workspace)).toHaveLength(14);
    expect(canonical(await workspace.foldAll())).toBe(before);
    await appendTasks(workspace, 15, 16);
    expect(await workspace.verify()).toEqual([]);
    await workspace.close();
    expect(await markerOf(folder)).toEqual({ format: 2, unit });
  });
});

describe('migrating', () => {
  test('is told of before anything is touched', async () => {
    const folder = await copyOf('format-1');
    const seen: unknown[] = [];
    const beforeMigration = async (of: string) => void seen.push(await markerOf(of));
    for (let start = 0; start < 2; start += 1) {
      await (await openWorkspace(folder, { beforeMigration })).close();
    }
    expect(seen).toEqual([{ format: 1, unit }]);
  });

  test('is left undone where the backup before it fails', async () => {
    const folder = await copyOf('format-1');
    const before = await treeOf(folder);
    const beforeMigration = () =>
      Promise.reject(Object.assign(new Error('no room'), { code: 'ENOSPC' }));
    const workspace = await openWorkspace(folder, { beforeMigration });
    expect(workspace.readOnly).toMatchObject({ code: 'disk-full' });
    expect(await stampsIn(workspace)).toHaveLength(14);
    await workspace.close();
    expect(await treeOf(folder)).toEqual(before);
  });

  test('is not done by who only reads', async () => {
    const folder = await copyOf('format-1');
    const before = await treeOf(folder);
    await (await openWorkspace(folder, { readOnly: true })).close();
    expect(await treeOf(folder)).toEqual(before);
  });
});

test.each([
  ['whole', false],
  ['in the middle of a replacement', true],
])('a newer format, %s, is refused without touching a byte', async (_, isExchanging) => {
  const folder = await copyOf('format-2-plain');
  await writeFile(join(folder, 'touyan.json'), JSON.stringify({ format: 3, unit, more: true }));
  await writeFile(join(folder, 'touyan.json.abc.tmp'), 'cut short');
  if (isExchanging) await mkdir(join(folder, '.exchange/new'), { recursive: true });
  const before = await treeOf(folder);
  for (const readOnly of [false, true]) {
    await expect(openWorkspace(folder, { readOnly })).rejects.toMatchObject({
      code: 'workspace-newer',
    });
  }
  expect(await treeOf(folder)).toEqual(before);
});
