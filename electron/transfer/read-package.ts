import { createHash } from 'node:crypto';
import { type FileHandle, open, stat } from 'node:fs/promises';
import type { Entry } from 'yauzl';
import type { ChangeSet } from '../../shared/changes/change-set';
import { StorageError, storageError } from '../storage/storage-error';
import { type Archive, openArchive } from './archive';
import {
  envelopeSchema,
  isSigned,
  longestManifest,
  type Manifest,
  manifestSchema,
  type PackageSummary,
  packageVersion,
  sha256Of,
} from './manifest';
import { readingFailure, refused } from './refusal';
import { countsOf, joinSegments, setsOf } from './segments';

/** How far a job is: `done` of `total`, in whatever it counts. */
export type Progress = (done: number, total: number) => void;

/** A package that was read whole and found good. */
export interface ReadPackage {
  readonly manifest: Manifest;
  readonly summary: PackageSummary;
  /** All change sets, in stamp order. */
  readonly sets: readonly ChangeSet[];
}

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

async function hashFile(handle: FileHandle): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(1 << 20);
  let bytes = 0;
  for (;;) {
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, bytes);
    if (bytesRead === 0) return { bytes, sha256: hash.digest('hex') };
    hash.update(buffer.subarray(0, bytesRead));
    bytes += bytesRead;
  }
}

async function readFrom(
  handle: FileHandle,
  options: { signal?: AbortSignal; progress?: Progress },
): Promise<ReadPackage> {
  const file = await hashFile(handle);
  const archive = await openArchive(handle);
  const manifest = await readManifest(archive);
  const entries = matchEntries(manifest, archive);
  const segments: ChangeSet[][] = [];
  for (const [declared, entry] of entries) {
    options.signal?.throwIfAborted();
    const bytes = await archive.read(entry, declared.bytes);
    if (bytes.length !== declared.bytes || sha256Of(bytes) !== declared.sha256) {
      throw refused('package-altered', declared.name);
    }
    segments.push(setsOf({ name: declared.name, text: decode(bytes, declared.name) }));
    options.progress?.(segments.length, entries.length);
  }
  const sets = joinSegments(segments);
  const counts = countsOf(sets);
  const { changeSets, changes } = manifest.counts;
  if (counts.changeSets !== changeSets || counts.changes !== changes) {
    throw refused('package-altered', manifestName);
  }
  const { unit, device, author, madeAt } = manifest;
  const summary = { unit: unit.name, device: device.name, author, madeAt, ...counts, ...file };
  return { manifest, summary, sets };
}

/**
 * Reads a package whole and checks everything it says of itself: names, sizes, hashes, signature,
 * counts, and every change set. Throws StorageError: `package-newer`, `package-altered`,
 * `package-unreadable`, `cancelled`, or what the disk reports. Writes nothing.
 */
export async function readPackage(
  path: string,
  options: { signal?: AbortSignal; progress?: Progress } = {},
): Promise<ReadPackage> {
  let handle: FileHandle;
  try {
    // Asked first: opening a pipe would wait for a writer for ever.
    if (!(await stat(path)).isFile()) throw refused('package-unreadable', path);
    handle = await open(path, 'r');
  } catch (error) {
    throw storageError(error, path);
  }
  try {
    return await readFrom(handle, options);
  } catch (error) {
    if (options.signal?.aborted) throw new StorageError('cancelled');
    throw readingFailure(error, path);
  } finally {
    await handle.close();
  }
}
