import type { KeyObject } from 'node:crypto';
import { randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ZipFile } from 'yazl';
import type { ChangeSet } from '../../shared/changes/change-set';
import { StorageError, storageError } from '../storage/storage-error';
import { type PackageSummary, packageVersion, sha256Of, signManifest } from './manifest';
import { type Progress, readPackage } from './read-package';
import { countsOf, segmentsOf } from './segments';

/** What a package is made from. */
export interface PackageContent {
  readonly unit: { readonly id: string; readonly name: string };
  readonly device: { readonly id: string; readonly name: string; readonly publicKey: string };
  readonly privateKey: KeyObject;
  readonly author: string;
  /** ISO 8601 with Z. */
  readonly madeAt: string;
  /** Shared change sets only; drafts never come here. */
  readonly sets: readonly ChangeSet[];
}

/** The zip's bytes as a stream: the manifest first, then the segments in order of name. */
function zipOf(content: PackageContent): NodeJS.ReadableStream {
  const { sets, privateKey, unit, device, author, madeAt } = content;
  const segments = segmentsOf(sets).map(({ name, text }) => ({ name, bytes: Buffer.from(text) }));
  const manifest = signManifest(
    {
      format: 'touyan-package',
      version: packageVersion,
      unit,
      device,
      author,
      madeAt,
      scope: { what: 'all' },
      counts: countsOf(sets),
      entries: segments.map(({ name, bytes }) => ({
        name,
        bytes: bytes.length,
        sha256: sha256Of(bytes),
      })),
    },
    privateKey,
  );
  const zip = new ZipFile();
  const options = { mtime: new Date(madeAt), mode: 0o100644, compress: true };
  zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), 'manifest.json', options);
  for (const { name, bytes } of segments) zip.addBuffer(bytes, name, options);
  zip.end();
  return zip.outputStream;
}

/** Makes the new name durable; Windows cannot and need not do this. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function writeAll(
  handle: FileHandle,
  content: PackageContent,
  signal: AbortSignal | undefined,
): Promise<void> {
  for await (const chunk of zipOf(content)) {
    signal?.throwIfAborted();
    // FileHandle.writeFile goes on where the last one ended, and until all is out or it throws.
    await handle.writeFile(chunk);
  }
  await handle.sync();
}

/**
 * Writes a package beside its final name, flushes it, reads it back, checks it like any other and
 * only then gives it its name: a package that is there is whole. Throws StorageError (`disk-full`,
 * `no-access`, `folder-gone`, `disk-failed`, `cancelled`) and leaves nothing behind.
 */
export async function writeContent(
  content: PackageContent,
  path: string,
  options: { signal?: AbortSignal; progress?: Progress } = {},
): Promise<PackageSummary> {
  const aside = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.tmp`);
  try {
    options.signal?.throwIfAborted();
    const handle = await open(aside, 'wx');
    try {
      await writeAll(handle, content, options.signal);
    } finally {
      await handle.close();
    }
    const { summary } = await readPackage(aside, options);
    options.signal?.throwIfAborted();
    await rename(aside, path);
    await syncFolder(dirname(path));
    return summary;
  } catch (error) {
    await rm(aside, { force: true }).catch(() => undefined);
    if (options.signal?.aborted) throw new StorageError('cancelled');
    // What was just written reads back differently: the stick is failing, not the package.
    if (error instanceof StorageError && error.code.startsWith('package-')) {
      throw new StorageError('disk-failed', { path, reason: 'read-back' }, { cause: error });
    }
    throw storageError(error, path);
  }
}
