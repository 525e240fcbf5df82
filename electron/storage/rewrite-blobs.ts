import { join } from 'node:path';
import type { BlobKey } from './blob-format';
import { blobFiles, contentAt, hashOf, writeBlob } from './blobs';
import { StorageError } from './storage-error';

/** What became of the files of the attachments. */
export interface Rewritten {
  /** How many files there were; fewer may have been written where some had the same content. */
  readonly files: number;
  /** Content that was sealed with another key or was altered, as paths inside the data folder. */
  readonly damaged: readonly string[];
}

/**
 * Writes all attachments of the data folder `folder` to `into`, opened with `from` and sealed with
 * `to`; undefined stands for a folder that is not encrypted. Content is named by what it is now, so
 * that an altered file is kept, too, as one that no record speaks of. What cannot be opened is not
 * written but listed. Throws StorageError `cancelled` or the disk's; then `into` is to be removed.
 */
export async function rewriteBlobs(
  folder: string,
  into: string,
  from: BlobKey | undefined,
  to: BlobKey | undefined,
  options: {
    readonly signal?: AbortSignal;
    readonly progress?: (done: number, total: number) => void;
  } = {},
): Promise<Rewritten> {
  const files = [];
  for await (const file of blobFiles(folder)) files.push(file);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const damaged: string[] = [];
  let done = 0;
  for (const { path, name, bytes } of files) {
    if (options.signal?.aborted) throw new StorageError('cancelled');
    const content = () => contentAt(join(folder, path), name, from);
    try {
      const { sha256 } = await hashOf(content());
      await writeBlob(into, sha256, content(), { key: to });
    } catch (error) {
      if (!(error instanceof StorageError) || error.code !== 'attachment-altered') throw error;
      damaged.push(path);
    }
    done += bytes;
    options.progress?.(done, total);
  }
  return { files: files.length, damaged };
}
