import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readPackage } from '../../../electron/transfer/read-package';
import { forgeries, goodSegments, goodSets, partsOf, zipOf } from './forged-packages';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touyan-read-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function placed(bytes: Buffer): Promise<string> {
  const path = join(folder, 'package.touyan');
  await writeFile(path, bytes);
  return path;
}

describe('readPackage', () => {
  it('reads the good package from which the bad ones are made', async () => {
    const { summary, sets } = await readPackage(await placed(zipOf(partsOf(goodSegments()))));
    expect(sets).toEqual(goodSets);
    expect(summary).toMatchObject({
      unit: '青禾县林业和草原局',
      device: '办公室电脑',
      author: '唐镕川',
      changeSets: 3,
      changes: 5,
    });
    expect(summary.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each(forgeries)('refuses %s as %s', async (_name, code, make) => {
    await expect(readPackage(await placed(make()))).rejects.toMatchObject({ code });
  });

  it.each([
    ['a missing file', 'folder-gone', () => join(folder, 'nowhere.touyan')],
    ['a folder', 'package-unreadable', () => folder],
    ['a device', 'package-unreadable', () => '/dev/null'],
  ])('refuses %s as %s', async (_name, code, path) => {
    await expect(readPackage(path())).rejects.toMatchObject({ code });
  });

  it('stops when it is told to', async () => {
    const path = await placed(zipOf(partsOf(goodSegments())));
    const reading = readPackage(path, { signal: AbortSignal.abort() });
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
  });
});
