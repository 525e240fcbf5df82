import type { KeyObject } from 'node:crypto';
import { randomBytes } from 'node:crypto';
import { type FileHandle, open, readdir, rename, rm, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { ChangeSet } from '../../shared/changes/change-set';
import type { DataKey } from '../storage/data-key';
import { patiently, syncFolder } from '../storage/files';
import { expectUsable } from '../storage/place';
import { StorageError, storageError, systemCode } from '../storage/storage-error';
import type { PassphraseLock } from '../storage/vault';
import type { LogPart } from './log-part';
import {
  type Manifest,
  type PackageSummary,
  packageVersion,
  sha256Of,
  signManifest,
} from './manifest';
import { type Progress, readPackage } from './read-package';
import { lockPackage, sealPackage } from './sealed-file';
import { countsOf, segmentsOf } from './segments';

/** An evidence file that goes along. */
export interface PackageFile {
  readonly sha256: string;
  readonly bytes: number;
}

/** What a package is made from. */
export interface PackageContent {
  readonly unit: { readonly id: string; readonly name: string };
  readonly device: { readonly id: string; readonly name: string; readonly publicKey: string };
  readonly privateKey: KeyObject;
  readonly author: string;
  /** ISO 8601 with Z. */
  readonly madeAt: string;
  /** Everything shared where it is not said otherwise. */
  readonly scope?: Manifest['scope'];
  /** Shared change sets only; drafts never come here. */
  readonly sets: readonly ChangeSet[];
  /** Signed logs that show who wrote the sets. */
  readonly logs?: readonly LogPart[];
  readonly files?: readonly PackageFile[];
  /** The bytes of one of the files. */
  readonly contentOf?: (sha256: string) => AsyncIterable<Buffer>;
}

/** How a package is written. */
export interface WriteOptions {
  readonly signal?: AbortSignal;
  readonly progress?: Progress;
  /** Encrypts the package. */
  readonly passphrase?: string | undefined;
}

/** Files up to this length can lie on a FAT32 stick, in bytes. */
const longestOnFat = 2 ** 32 - 1;

/** What Linux calls the FAT file systems. */
const fatType = 0x4d44;

/** The logs as files of a package, one for each device. */
function logFiles(parts: readonly LogPart[]): { name: string; bytes: Buffer }[] {
  const byDevice = new Map<string, string[]>();
  for (const { device, publicKey, from, start, head, signature, entries } of parts) {
    const lines = byDevice.get(device) ?? [];
    byDevice.set(device, lines);
    const part = { device, publicKey, from, start, head, signature, entries } satisfies LogPart;
    lines.push(JSON.stringify(part));
  }
  return [...byDevice]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([device, lines]) => ({
      name: `log/${device}.jsonl`,
      bytes: Buffer.from(`${lines.join('\n')}\n`),
    }));
}

/** The zip's bytes as a stream: the manifest first, then the segments and files in order of name. */
function zipOf(content: PackageContent): Readable {
  const { sets, privateKey, unit, device, author, madeAt, contentOf } = content;
  const scope = content.scope ?? { what: 'all' as const };
  const files = [...(content.files ?? [])].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
  const segments = segmentsOf(sets).map(({ name, text }) => ({ name, bytes: Buffer.from(text) }));
  const fileBytes = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const logs = logFiles(content.logs ?? []);
  const isPlain = files.length === 0 && Object.keys(scope).length === 1 && scope.what === 'all';
  const manifest = signManifest(
    {
      format: 'touyan-package',
      // What an older app can read whole it may read.
      version: logs.length > 0 ? packageVersion : isPlain ? 1 : 2,
      unit,
      device,
      author,
      madeAt,
      scope,
      counts: { ...countsOf(sets), ...(files.length > 0 && { files: files.length, fileBytes }) },
      entries: [
        ...[...segments, ...logs].map(({ name, bytes }) => ({
          name,
          bytes: bytes.length,
          sha256: sha256Of(bytes),
        })),
        ...files.map(({ sha256, bytes }) => ({ name: `attachments/${sha256}`, bytes, sha256 })),
      ],
    },
    privateKey,
  );
  const zip = new ZipFile();
  const options = { mtime: new Date(madeAt), mode: 0o100644, compress: true };
  // yazl's stream is one of Node's, which its types do not say.
  const output = zip.outputStream as Readable;
  zip.on('error', (error: Error) => output.destroy(error));
  zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), 'manifest.json', options);
  for (const { name, bytes } of [...segments, ...logs]) zip.addBuffer(bytes, name, options);
  for (const { sha256, bytes } of files) {
    const stored = { ...options, compress: false, size: bytes };
    zip.addReadStreamLazy(`attachments/${sha256}`, stored, (opened) => {
      const stream = Readable.from(contentOf?.(sha256) ?? [], { objectMode: false });
      stream.on('error', (error) => output.destroy(error));
      opened(null, stream);
    });
  }
  zip.end();
  return output;
}

async function writeAll(
  handle: FileHandle,
  chunks: AsyncIterable<Buffer>,
  signal: AbortSignal | undefined,
  wrote: (bytes: number) => void,
): Promise<void> {
  for await (const chunk of chunks) {
    signal?.throwIfAborted();
    // FileHandle.writeFile goes on where the last one ended, and until all is out or it throws.
    await handle.writeFile(chunk);
    wrote(chunk.length);
  }
  await handle.sync();
}

const asideName = /^\.touyan-[0-9a-f]{8}\.tmp$/;

/** What a pulled stick kept of an earlier try goes before the next. */
async function clearDebris(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    if (asideName.test(name)) await rm(join(folder, name), { force: true }).catch(() => undefined);
  }
}

/** Says at once what a stick cannot take, where the system tells. Files count; the rest is small. */
async function expectRoom(folder: string, bytes: number): Promise<void> {
  if (bytes === 0) return;
  const found = await statfs(folder).catch(() => undefined);
  if (!found) return;
  if (found.type === fatType && bytes > longestOnFat) {
    throw new StorageError('file-over-limit', { path: folder, bytes });
  }
  const free = found.bavail * found.bsize;
  // A system that knows nothing of its size says zero.
  if (found.blocks > 0 && free < bytes) {
    throw new StorageError('disk-full', { path: folder, bytes, free });
  }
}

/** The failure of writing a package, as far as the disk tells. */
function writingFailure(error: unknown, path: string, written: number): StorageError {
  const code = systemCode(error);
  // FAT32 on Windows says that the disk is full at 4 GB.
  if (code === 'ENOSPC' && written >= longestOnFat - 2 ** 20) {
    return new StorageError('file-over-limit', { path, reason: code }, { cause: error });
  }
  if (code === 'EINVAL') {
    return new StorageError('name-refused', { path, reason: code }, { cause: error });
  }
  return storageError(error, path);
}

/** The package's bytes as they go to the disk, and the key to read them back with. */
async function bytesOf(
  content: PackageContent,
  passphrase: string | undefined,
): Promise<{ chunks: AsyncIterable<Buffer>; key?: DataKey }> {
  if (passphrase === undefined) return { chunks: zipOf(content) };
  const locked: { lock: PassphraseLock; key: DataKey } = await lockPackage(passphrase);
  return { chunks: sealPackage(zipOf(content), locked.lock, locked.key), key: locked.key };
}

/**
 * Writes a package beside its final name, flushes it, reads it back, checks it like any other and
 * only then gives it its name: a package that is there is whole. Throws StorageError (`disk-full`,
 * `file-over-limit`, `path-too-long`, `name-refused`, `no-access`, `folder-gone`, `disk-failed`,
 * `weak-passphrase`, `cancelled`) and leaves nothing behind. Progress counts to 100.
 */
export async function writeContent(
  content: PackageContent,
  path: string,
  options: WriteOptions = {},
): Promise<PackageSummary> {
  const { signal, progress, passphrase } = options;
  const folder = dirname(path);
  const aside = join(folder, `.touyan-${randomBytes(4).toString('hex')}.tmp`);
  const fileBytes = (content.files ?? []).reduce((sum, { bytes }) => sum + bytes, 0);
  let written = 0;
  let key: DataKey | undefined;
  try {
    expectUsable(path);
    signal?.throwIfAborted();
    await clearDebris(folder);
    await expectRoom(folder, fileBytes);
    const bytes = await bytesOf(content, passphrase);
    key = bytes.key;
    const handle = await open(aside, 'wx');
    try {
      await writeAll(handle, bytes.chunks, signal, (count) => {
        written += count;
        if (fileBytes > 0) progress?.(Math.min(49, Math.floor((50 * written) / fileBytes)), 100);
      });
    } finally {
      await handle.close();
    }
    const { summary } = await readPackage(aside, {
      ...(signal && { signal }),
      key,
      progress: (done, total) => progress?.(50 + Math.floor((50 * done) / total), 100),
    });
    signal?.throwIfAborted();
    // A virus scanner looks at what was just written.
    await patiently(() => rename(aside, path));
    await syncFolder(folder);
    return summary;
  } catch (error) {
    await rm(aside, { force: true }).catch(() => undefined);
    if (signal?.aborted) throw new StorageError('cancelled');
    // What was just written reads back differently: the stick is failing, not the package.
    if (error instanceof StorageError && error.code.startsWith('package-')) {
      throw new StorageError('disk-failed', { path, reason: 'read-back' }, { cause: error });
    }
    throw writingFailure(error, path, written);
  } finally {
    key?.forget();
  }
}
