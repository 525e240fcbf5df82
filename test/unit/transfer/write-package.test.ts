import { generateKeyPairSync } from 'node:crypto';
import type * as promises from 'node:fs/promises';
import { mkdir, mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readPackage } from '../../../electron/transfer/read-package';
import { type PackageContent, writeContent } from '../../../electron/transfer/write-package';
import { goodSets } from './forged-packages';

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof promises>();
  return { ...real, open: vi.fn(real.open) };
});

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const content: PackageContent = {
  unit: {
    id: '0190b5a0-0000-7000-8000-00000000000a',
    name: '青禾县林业和草原局',
  },
  device: {
    id: 'aaaaaaaa',
    name: '办公室电脑',
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  },
  privateKey,
  author: '唐镕川',
  madeAt: '2026-11-23T01:00:00.000Z',
  sets: goodSets,
};

let folder = '';
let path = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touyan-write-'));
  path = join(folder, '交换.touyan');
});
afterEach(async () => {
  vi.mocked(open).mockClear();
  await rm(folder, { recursive: true, force: true });
});

/** Lets the next file opened for writing fail with a system error after some bytes. */
async function failWith(code: string, after: number): Promise<void> {
  const real = (await vi.importActual<typeof promises>('node:fs/promises')).open;
  vi.mocked(open).mockImplementationOnce(async (...args) => {
    const handle = await real(...args);
    let written = 0;
    handle.writeFile = async (data) => {
      written += Buffer.byteLength(data as Buffer);
      if (written > after) throw Object.assign(new Error(code), { code });
    };
    return handle;
  });
}

describe('writeContent', () => {
  it('writes what readPackage reads, under the final name only', async () => {
    const steps: [number, number][] = [];
    const summary = await writeContent(content, path, {
      progress: (done, total) => steps.push([done, total]),
    });
    expect(await readdir(folder)).toEqual(['交换.touyan']);
    const read = await readPackage(path);
    expect(read.sets).toEqual(goodSets);
    expect(read.summary).toEqual(summary);
    expect(summary.bytes).toBe((await readFile(path)).length);
    expect(steps.at(-1)).toEqual([100, 100]);
  });

  it('writes the same bytes for the same content', async () => {
    const { sha256 } = await writeContent(content, path);
    const again = await writeContent(
      { ...content, sets: [...goodSets].reverse() },
      join(folder, 'again.touyan'),
    );
    expect(again.sha256).toBe(sha256);
  });

  it('replaces an older package of that name', async () => {
    await writeFile(path, 'older');
    await writeContent(content, path);
    expect((await readPackage(path)).sets).toHaveLength(3);
    expect(await readdir(folder)).toHaveLength(1);
  });

  it.each([
    ['ENOSPC', 'disk-full', 0],
    ['ENOSPC', 'disk-full', 300],
    ['EROFS', 'no-access', 0],
    ['EIO', 'disk-failed', 300],
    ['EFBIG', 'file-over-limit', 300],
    ['ENODEV', 'folder-gone', 300],
    ['EINVAL', 'name-refused', 0],
    ['ENAMETOOLONG', 'path-too-long', 0],
  ])('answers %s with %s after %i bytes and leaves no debris', async (code, expected, after) => {
    await writeFile(path, 'older');
    await failWith(code, after);
    await expect(writeContent(content, path)).rejects.toMatchObject({
      code: expected,
    });
    expect(await readdir(folder)).toEqual(['交换.touyan']);
    expect(await readFile(path, 'utf8')).toBe('older');
  });

  it('clears away what a pulled stick kept of an earlier try, and nothing else', async () => {
    await writeFile(join(folder, '.touyan-0a1b2c3d.tmp'), 'half');
    await writeFile(join(folder, '.touyan-notes.tmp'), 'mine');
    await writeContent(content, path);
    expect((await readdir(folder)).sort()).toEqual(['.touyan-notes.tmp', '交换.touyan']);
  });

  it('says before it writes that files of this length have no room', async () => {
    const files = [{ sha256: 'a'.repeat(64), bytes: 2 ** 60 }];
    await expect(writeContent({ ...content, files }, path)).rejects.toMatchObject({
      code: expect.stringMatching(/^(disk-full|file-over-limit)$/),
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it('notices a stick that swallows bytes without an error', async () => {
    await failWith('never', Number.POSITIVE_INFINITY);
    await expect(writeContent(content, path)).rejects.toMatchObject({
      code: 'disk-failed',
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it('stops when it is told to, before and during the work', async () => {
    const before = writeContent(content, path, { signal: AbortSignal.abort() });
    await expect(before).rejects.toMatchObject({ code: 'cancelled' });
    const stopping = new AbortController();
    const during = writeContent(content, path, {
      signal: stopping.signal,
      progress: () => stopping.abort(),
    });
    await expect(during).rejects.toMatchObject({ code: 'cancelled' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('says that a folder is gone, and that a folder is in the way', async () => {
    const nowhere = join(folder, 'gone', 'x.touyan');
    await expect(writeContent(content, nowhere)).rejects.toMatchObject({
      code: 'folder-gone',
    });
    await mkdir(path);
    await expect(writeContent(content, path)).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['交换.touyan']);
  });
});
