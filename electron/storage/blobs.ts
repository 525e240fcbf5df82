import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type BlobKey, openBlob, sealBlob } from './blob-format';
import { listFolder, makeFolder, readChunks, sizeOf } from './files';
import { StorageError } from './storage-error';
import { asideEnding, streamAside } from './streamed-file';

/** Folder of the attachments inside a data folder. */
export const blobsFolder = 'attachments';

/** Name of the file that holds the content with that SHA-256. */
export const blobName = (sha256: string, key?: BlobKey): string => key?.nameOf(sha256) ?? sha256;

/** Path of a blob inside the data folder, with `/`: `attachments/<2 hex>/<name>`. */
export const blobPath = (name: string): string => `${blobsFolder}/${name.slice(0, 2)}/${name}`;

/** A file of the attachments: `path` inside the data folder, with `/`. */
export interface BlobFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
}

/** All files of the attachments, whole or not; without those that are still being written. */
export async function* blobFiles(folder: string): AsyncGenerator<BlobFile> {
  for (const group of await listFolder(join(folder, blobsFolder), 'folders')) {
    for (const name of await listFolder(join(folder, blobsFolder, group), 'files')) {
      if (name.endsWith(asideEnding)) continue;
      const path = `${blobsFolder}/${group}/${name}`;
      const bytes = await sizeOf(join(folder, path));
      if (bytes !== undefined) yield { path, name, bytes };
    }
  }
}

/** A file as it lies there, up to its end. */
const rawChunks = (path: string) => readChunks(path, 0, Number.MAX_SAFE_INTEGER);

/** The content in the file at `path`, opened with `key` where the unit is encrypted. */
export const contentAt = (
  path: string,
  name: string,
  key: BlobKey | undefined,
): AsyncGenerator<Buffer> => (key ? openBlob(rawChunks(path), name, key) : rawChunks(path));

/** SHA-256 of chunks, and how many bytes they were. `seen` hears of every chunk's length. */
export async function hashOf(
  chunks: AsyncIterable<Uint8Array>,
  seen?: (bytes: number) => void,
): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of chunks) {
    hash.update(chunk);
    bytes += chunk.length;
    seen?.(chunk.length);
  }
  return { sha256: hash.digest('hex'), bytes };
}

/** `chunks`, failing at the end with `mismatch` where they were not those with that SHA-256. */
export async function* expectHash(
  chunks: AsyncIterable<Buffer>,
  sha256: string,
  mismatch: () => Error,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest('hex') !== sha256) throw mismatch();
}

/**
 * Writes content with that SHA-256 as a blob, sealed where there is a key, and reads it back before
 * it gets its name. `readBack` hears of the bytes read. Throws StorageError.
 */
export async function writeBlob(
  folder: string,
  sha256: string,
  chunks: AsyncIterable<Buffer>,
  options: { readonly key?: BlobKey | undefined; readonly readBack?: (bytes: number) => void } = {},
): Promise<void> {
  const { key } = options;
  const name = blobName(sha256, key);
  const path = join(folder, blobPath(name));
  await makeFolder(join(path, '..'));
  await streamAside(path, key ? sealBlob(chunks, name, key) : chunks, {
    check: async (aside) => {
      const found = await hashOf(contentAt(aside, name, key), options.readBack);
      if (found.sha256 !== sha256) throw new StorageError('disk-failed', { path });
    },
  });
}

/** Whether the content with that SHA-256 is there: `whole`, `altered` or `missing`. */
export async function blobState(
  folder: string,
  sha256: string,
  key: BlobKey | undefined,
): Promise<'whole' | 'altered' | 'missing'> {
  const name = blobName(sha256, key);
  const path = join(folder, blobPath(name));
  if ((await sizeOf(path)) === undefined) return 'missing';
  try {
    return (await hashOf(contentAt(path, name, key))).sha256 === sha256 ? 'whole' : 'altered';
  } catch (error) {
    if (error instanceof StorageError && error.code === 'attachment-altered') return 'altered';
    throw error;
  }
}
