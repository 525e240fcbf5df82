import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { StorageError } from '../../../electron/storage/storage-error';
import { readPackage } from '../../../electron/transfer/read-package';
import { nowhere, Tray } from '../../../electron/transfer/tray';
import { emptyState } from '../../../shared/changes/state';
import { goodSegments, partsOf, zipOf } from './forged-packages';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touyan-admission-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function placed(bytes: Buffer): Promise<string> {
  const path = join(folder, 'package.touyan');
  await writeFile(path, bytes);
  return path;
}

/** Rightly signed, and nothing in it is what the manifest says: to unpack it is to find that out. */
const rotten = (): Buffer => {
  const [first, ...rest] = goodSegments();
  if (!first) throw new Error('a good package has segments');
  const bytes = Buffer.alloc(first.bytes.length, 0x20);
  return zipOf(partsOf([first, ...rest]), ([manifest, entry, ...more]) =>
    manifest && entry ? [manifest, { ...entry, bytes }, ...more] : [],
  );
};

describe('before anything is unpacked', () => {
  it('whose a package is is looked at', async () => {
    const path = await placed(rotten());
    await expect(readPackage(path)).rejects.toMatchObject({ code: 'package-altered' });
    const admit = () => {
      throw new StorageError('package-foreign');
    };
    await expect(readPackage(path, { admit })).rejects.toMatchObject({ code: 'package-foreign' });
  });

  it('one of another unit is refused, and says who made it', async () => {
    const tray = new Tray();
    const unitId = '0190b5a0-0000-7000-8000-0000000000ff';
    const target = { ...nowhere, unitId, state: emptyState() };
    await tray.add([await placed(rotten())], { target });
    expect(tray.describe(target)).toMatchObject([
      { status: 'refused', error: { code: 'package-foreign' }, trust: { status: 'unknown' } },
    ]);
  });

  it('evidence that is longer than the file is refused', async () => {
    const parts = partsOf(goodSegments());
    const names = [1, 2, 3].map((n) => String(n).repeat(64));
    const entries = names.map((sha256) => ({
      name: `attachments/${sha256}`,
      bytes: 9_000_000,
      sha256,
    }));
    // Nine megabytes of nothing pack into nine kilobytes, three times over.
    const nothing = Buffer.alloc(9_000_000);
    const bytes = zipOf(
      {
        ...parts,
        manifest: {
          ...parts.manifest,
          version: 2,
          entries: [...parts.manifest.entries, ...entries],
        },
      },
      (good) => [...good, ...entries.map(({ name }) => ({ name, bytes: nothing }))],
    );
    expect(bytes.length).toBeLessThan(100_000);
    let asked = false;
    const reading = readPackage(await placed(bytes), {
      admit: () => {
        asked = true;
      },
    });
    await expect(reading).rejects.toMatchObject({
      code: 'package-altered',
      params: { place: entries[0]?.name },
    });
    expect(asked).toBe(false);
  });

  it('a reading that is not admitted goes no further when it is cancelled', async () => {
    const stop = new AbortController();
    const reading = readPackage(await placed(zipOf(partsOf(goodSegments()))), {
      signal: stop.signal,
      admit: async () => stop.abort(),
    });
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
  });
});
