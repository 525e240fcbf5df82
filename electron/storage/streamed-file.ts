import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { onPath, ownerOnly, patiently, syncFolder } from './files';
import { expectMeant } from './place';
import { StorageError } from './storage-error';

/** Ending of files that are still being written. */
export const asideEnding = '.tmp';

/**
 * `writeAside` for content that need not fit into memory: written chunk by chunk beside its place,
 * flushed, its length read back, looked at by `check`, then renamed and the folder flushed. Where
 * `chunks` or `check` throw, nothing has changed. Answers how many bytes were written.
 */
export async function streamAside(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  options: { readonly mode?: number; readonly check?: (aside: string) => Promise<void> } = {},
): Promise<number> {
  expectMeant(path);
  const aside = `${path}.${randomBytes(6).toString('hex')}${asideEnding}`;
  let length = 0;
  await onPath(path, async () => {
    try {
      const handle = await open(aside, 'wx', options.mode ?? ownerOnly);
      try {
        for await (const chunk of chunks) {
          // FileHandle.appendFile writes until all is out or throws; a bare write may stop short.
          await handle.appendFile(chunk);
          length += chunk.length;
        }
        await handle.sync();
        if ((await handle.stat()).size !== length) {
          throw new StorageError('disk-full', { path, reason: 'short-write' });
        }
      } finally {
        await handle.close();
      }
      await options.check?.(aside);
      await patiently(() => rename(aside, path));
    } catch (error) {
      await rm(aside, { force: true }).catch(() => undefined);
      throw error;
    }
    await syncFolder(dirname(path));
  });
  return length;
}
