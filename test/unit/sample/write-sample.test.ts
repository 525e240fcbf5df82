import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeSample } from '../../../electron/storage/sample';
import { openWorkspace } from '../../../electron/storage/workspace';
import { recordOf } from '../../../shared/changes/records';

const options = { leaders: 3, staff: 6, years: 1, seed: 5, today: '2026-11-23' };
let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'touyan-sample-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** All journal bytes of a data folder, by file. */
async function journalOf(folder: string): Promise<Record<string, string>> {
  const files = await readdir(join(folder, 'journal'), { recursive: true, withFileTypes: true });
  const texts: Record<string, string> = {};
  for (const file of files.filter((entry) => entry.isFile())) {
    const path = join(file.parentPath, file.name);
    texts[path.slice(folder.length)] = await readFile(path, 'utf8');
  }
  return texts;
}

describe('writeSample', () => {
  it('writes a whole data folder with a file a month and a snapshot', async () => {
    const folder = join(root, 'one');
    const counts = await writeSample(folder, options);
    const workspace = await openWorkspace(folder);
    try {
      expect(await workspace.verify()).toEqual([]);
      expect(workspace.tail).toEqual([]);
      const state = await workspace.foldAll();
      expect(recordOf(state, 'unit', 'unit')?.sample).toBe(true);
      expect(recordOf(state, 'device', workspace.device)).toBeDefined();
      let sets = 0;
      for await (const _set of workspace.sets('all')) sets += 1;
      expect(counts.changeSets).toBe(sets);
    } finally {
      await workspace.close();
    }
    expect(Object.keys(await journalOf(folder))).toHaveLength(11);
  });

  it('writes the same journal bytes for the same options', async () => {
    const folder = join(root, 'two');
    await writeSample(folder, options);
    expect(await journalOf(folder)).toEqual(await journalOf(join(root, 'one')));
  });

  it('refuses a folder with data and leaves it alone', async () => {
    const folder = join(root, 'one');
    const before = await journalOf(folder);
    await expect(writeSample(folder, { ...options, seed: 6 })).rejects.toMatchObject({
      code: 'workspace-not-empty',
    });
    expect(await journalOf(folder)).toEqual(before);
  });

  it('leaves nothing where a file stands in the way', async () => {
    const folder = join(root, 'file');
    await writeFile(folder, '');
    await expect(writeSample(folder, options)).rejects.toThrow();
    expect(await readFile(folder, 'utf8')).toBe('');
  });

  it('leaves nothing when it is cancelled', async () => {
    const folder = join(root, 'cancelled');
    await mkdir(folder);
    const stopping = new AbortController();
    const writing = writeSample(folder, options, {
      signal: stopping.signal,
      progress: () => stopping.abort(),
    });
    await expect(writing).rejects.toMatchObject({ code: 'cancelled' });
    expect(await readdir(folder)).toEqual([]);
  });
});
