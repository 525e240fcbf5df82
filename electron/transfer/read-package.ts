import { createHash } from 'node:crypto';
import { type FileHandle, open, stat } from 'node:fs/promises';
import type { Entry } from 'yauzl';
import type { ChangeSet } from '../../shared/changes/change-set';
import type { DataKey } from '../storage/data-key';
import { StorageError, storageError } from '../storage/storage-error';
import { type Archive, openArchive } from './archive';
import { logPartSchema, type OpenPart, openPart } from './log-part';
import {
  attachmentName,
  envelopeSchema,
  isSigned,
  logName,
  longestManifest,
  type Manifest,
  manifestSchema,
  type PackageSummary,
  packageVersion,
  sha256Of,
  summaryOf,
} from './manifest';
import { readingFailure, refused } from './refusal';
import { readSealedHead, SealedReader, unlockPackage } from './sealed-file';
import { countsOf, joinSegments, setsOf } from './segments';

/** How far a job is: `done` of `total`, in whatever it counts. */
export type Progress = (done: number, total: number) => void;

/** A package that was read whole and found good. */
export interface ReadPackage {
  readonly manifest: Manifest;
  readonly summary: PackageSummary;
  /** All change sets, in stamp order. */
  readonly sets: readonly ChangeSet[];
  /** Signed logs that came along, each part checked against its own signature. */
  readonly logs: readonly OpenPart[];
  /** SHA-256 of the evidence files in it. */
  readonly files: readonly string[];
}

/** How a package is read. */
export interface ReadOptions {
  readonly signal?: AbortSignal;
  readonly progress?: Progress;
  /** Key of an encrypted package, or the passphrase that gives it. */
  readonly key?: DataKey | undefined;
  readonly passphrase?: string | undefined;
  /**
   * Asked once it is known whose the package is and how much is in it, before any of that is unpacked;
   * where it throws, nothing is.
   */
  readonly admit?: (manifest: Manifest) => void | Promise<void>;
}

/** Reads a package: here, or elsewhere for this process. */
export type PackageReader = (path: string, options?: ReadOptions) => Promise<ReadPackage>;

const manifestName = 'manifest.json';

function parseManifest(bytes: Buffer): Manifest {
  let content: unknown;
  try {
    content = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw refused('package-unreadable', manifestName);
  }
  const envelope = envelopeSchema.safeParse(content);
  if (!envelope.success) throw refused('package-unreadable', manifestName);
  if (envelope.data.version > packageVersion) throw refused('package-newer', manifestName);
  const manifest = manifestSchema.safeParse(content);
  if (!manifest.success) throw refused('package-unreadable', manifestName);
  if (!isSigned(manifest.data)) throw refused('package-altered', manifestName);
  return manifest.data;
}

async function readManifest({ entries, read }: Archive): Promise<Manifest> {
  const [first] = entries.keys();
  const entry = entries.get(manifestName);
  if (!entry || first !== manifestName) throw refused('package-unreadable', manifestName);
  return parseManifest(await read(entry, longestManifest));
}

/** The entries the manifest names, each with its place in the zip; nothing missing, none more. */
function matchEntries(
  manifest: Manifest,
  archive: Archive,
): [Manifest['entries'][number], Entry][] {
  const listed = new Set([manifestName, ...manifest.entries.map(({ name }) => name)]);
  for (const name of archive.entries.keys()) {
    if (!listed.has(name)) throw refused('package-altered', name);
  }
  return manifest.entries.map((declared) => {
    const entry = archive.entries.get(declared.name);
    if (!entry || entry.uncompressedSize !== declared.bytes) {
      throw refused('package-altered', declared.name);
    }
    return [declared, entry];
  });
}

function decode(bytes: Buffer, place: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw refused('package-unreadable', place);
  }
}

/** The parts of a log. Refused where one is not what its device signed. */
function partsIn(unit: string, name: string, text: string): OpenPart[] {
  const [, device] = logName.exec(name) ?? [];
  return text
    .trimEnd()
    .split('\n')
    .map((line, index) => {
      const place = `${name}:${index + 1}`;
      let content: unknown;
      try {
        content = JSON.parse(line);
      } catch {
        throw refused('package-unreadable', place);
      }
      const { data } = logPartSchema.safeParse(content);
      const part = data?.device === device && data ? openPart(unit, data) : undefined;
      if (!part) throw refused('package-altered', place);
      return part;
    });
}

async function hashFile(
  handle: FileHandle,
  signal: AbortSignal | undefined,
): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(1 << 20);
  let bytes = 0;
  for (;;) {
    signal?.throwIfAborted();
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, bytes);
    if (bytesRead === 0) return { bytes, sha256: hash.digest('hex') };
    hash.update(buffer.subarray(0, bytesRead));
    bytes += bytesRead;
  }
}

/** The file as a zip, opened with key or passphrase where it is encrypted. */
async function openFile(
  handle: FileHandle,
  bytes: number,
  { key, passphrase }: ReadOptions,
): Promise<{ archive: Archive; isEncrypted: boolean }> {
  const sealed = await readSealedHead(handle);
  if (!sealed) return { archive: await openArchive(handle), isEncrypted: false };
  if (!key && passphrase === undefined) throw new StorageError('package-locked');
  const opened = key ?? (await unlockPackage(sealed, passphrase ?? ''));
  const reader = new SealedReader(handle, sealed.from, bytes, opened);
  return { archive: await openArchive(reader), isEncrypted: true };
}

/**
 * Evidence lies in a package as it is, so that all of it together is no longer than the file; a
 * directory that says otherwise counts the same bytes many times over.
 */
function expectRoomFor({ entries }: Manifest, fileBytes: number): void {
  const evidence = entries.filter(({ name }) => attachmentName.test(name));
  const sum = evidence.reduce((bytes, entry) => bytes + entry.bytes, 0);
  if (sum > fileBytes) throw refused('package-altered', evidence[0]?.name ?? manifestName);
}

async function readFrom(handle: FileHandle, options: ReadOptions): Promise<ReadPackage> {
  const { size } = await handle.stat();
  const { archive, isEncrypted } = await openFile(handle, size, options);
  const manifest = await readManifest(archive);
  const entries = matchEntries(manifest, archive);
  expectRoomFor(manifest, size);
  await options.admit?.(manifest);
  options.signal?.throwIfAborted();
  const file = await hashFile(handle, options.signal);
  const total = manifest.entries.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  const step = (bytes: number): void => {
    options.signal?.throwIfAborted();
    done += bytes;
    options.progress?.(done, total);
  };
  const segments: ChangeSet[][] = [];
  const logs: OpenPart[] = [];
  const files: string[] = [];
  for (const [declared, entry] of entries) {
    options.signal?.throwIfAborted();
    if (attachmentName.test(declared.name)) {
      const hash = createHash('sha256');
      for await (const chunk of archive.stream(entry, declared.bytes)) {
        hash.update(chunk);
        step(chunk.length);
      }
      if (hash.digest('hex') !== declared.sha256) throw refused('package-altered', declared.name);
      files.push(declared.sha256);
      continue;
    }
    const bytes = await archive.read(entry, declared.bytes);
    if (bytes.length !== declared.bytes || sha256Of(bytes) !== declared.sha256) {
      throw refused('package-altered', declared.name);
    }
    const text = decode(bytes, declared.name);
    if (logName.test(declared.name)) logs.push(...partsIn(manifest.unit.id, declared.name, text));
    else segments.push(setsOf({ name: declared.name, text }));
    step(bytes.length);
  }
  const sets = joinSegments(segments);
  const counts = countsOf(sets);
  const { changeSets, changes, files: fileCount = 0 } = manifest.counts;
  const isAsCounted =
    counts.changeSets === changeSets && counts.changes === changes && files.length === fileCount;
  if (!isAsCounted) throw refused('package-altered', manifestName);
  return { manifest, summary: summaryOf(manifest, { ...file, isEncrypted }), sets, logs, files };
}

/**
 * Reads a package whole and checks everything it says of itself: names, sizes, hashes, signature,
 * counts, and every change set. Throws StorageError: `package-newer`, `package-altered`,
 * `package-unreadable`, `package-locked`, `wrong-passphrase`, `cancelled`, or what the disk reports.
 * Writes nothing.
 */
export function readPackage(path: string, options: ReadOptions = {}): Promise<ReadPackage> {
  return onPackage(path, options, (handle) => readFrom(handle, options));
}

/**
 * Lets `take` have the evidence files of a package that was read before, one after the other, each
 * as a function that gives its bytes. Throws as `readPackage` does.
 */
export function withFiles<T>(
  path: string,
  options: ReadOptions,
  take: (open: (sha256: string) => AsyncGenerator<Buffer>) => Promise<T>,
): Promise<T> {
  return onPackage(path, options, async (handle) => {
    const { archive } = await openFile(handle, (await handle.stat()).size, options);
    return take((sha256) => {
      const entry = archive.entries.get(`attachments/${sha256}`);
      if (!entry) throw refused('package-altered', sha256);
      return archive.stream(entry, entry.uncompressedSize);
    });
  });
}

async function onPackage<T>(
  path: string,
  options: ReadOptions,
  work: (handle: FileHandle) => Promise<T>,
): Promise<T> {
  let handle: FileHandle;
  try {
    // Asked first: opening a pipe would wait for a writer for ever.
    if (!(await stat(path)).isFile()) throw refused('package-unreadable', path);
    handle = await open(path, 'r');
  } catch (error) {
    throw storageError(error, path);
  }
  try {
    return await work(handle);
  } catch (error) {
    if (options.signal?.aborted) throw new StorageError('cancelled');
    throw readingFailure(error, path);
  } finally {
    await handle.close();
  }
}
