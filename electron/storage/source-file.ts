import { stat } from 'node:fs/promises';
import { largestAttachment } from '../../shared/model/attachment';
import { readChunks } from './files';
import { StorageError, storageError } from './storage-error';

/**
 * Length of a file that may be attached. Throws StorageError `file-unreadable`, `file-not-regular`,
 * `file-empty` or `file-too-large` with the `name` of one that may not.
 */
export async function expectAttachable(source: string, name: string): Promise<number> {
  const found = await stat(source).catch((cause: unknown) => {
    throw new StorageError('file-unreadable', { name }, { cause });
  });
  // Asked before it is opened: opening a pipe would wait for ever.
  if (!found.isFile()) throw new StorageError('file-not-regular', { name });
  if (found.size === 0) throw new StorageError('file-empty', { name });
  if (found.size > largestAttachment) throw new StorageError('file-too-large', { name });
  return found.size;
}

/**
 * The chunks of a file outside the data folder. Throws StorageError `file-unreadable` or
 * `file-too-large` with its `name`, or `cancelled`.
 */
export async function* sourceChunks(
  source: string,
  name: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<Buffer> {
  // One byte more than allowed, so that a file that grew meanwhile shows.
  const chunks = readChunks(source, 0, largestAttachment + 1);
  let bytes = 0;
  try {
    for await (const chunk of chunks) {
      if (signal?.aborted) throw new StorageError('cancelled');
      bytes += chunk.length;
      if (bytes > largestAttachment) throw new StorageError('file-too-large', { name });
      yield chunk;
    }
  } catch (error) {
    const known = storageError(error);
    if (known.code === 'cancelled' || known.code === 'file-too-large') throw known;
    throw new StorageError('file-unreadable', { name }, { cause: error });
  }
}
