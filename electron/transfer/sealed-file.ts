import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { RandomAccessReader } from 'yauzl';
import * as z from 'zod';
import { contextOf, headSize, pieceSize, sealBlob } from '../storage/blob-format';
import { type DataKey, SealBroken, sealOverhead } from '../storage/data-key';
import { StorageError } from '../storage/storage-error';
import { createLock, lockSchema, openLock, type PassphraseLock } from '../storage/vault';
import { refused } from './refusal';

// An encrypted package: one line that tells what it is and how the key is got, then the zip in
// sealed pieces, as attachments of an encrypted unit lie on the disk. All pieces but the last are
// equally long, so that the zip can be read at any place and nothing is ever written in plain.

const magic = 'touyan-sealed ';

/** Longest first line, in bytes. */
const longestHead = 4096;

const headSchema = z.strictObject({ version: z.number().int().min(1), lock: lockSchema });

const envelopeSchema = z.object({ version: z.number().int().min(1) });

/** Newest version of the sealed form that this app reads. */
const sealedVersion = 1;

/** Binds key and pieces to their use. */
const use = 'package';

const sealedPiece = headSize + pieceSize + sealOverhead;

/** The lock of an encrypted package, and where its pieces begin. */
export interface SealedHead {
  readonly lock: PassphraseLock;
  readonly from: number;
}

/**
 * The head of an encrypted package; undefined where a file is none. Throws StorageError
 * `package-newer`, `package-unreadable`.
 */
export async function readSealedHead(handle: FileHandle): Promise<SealedHead | undefined> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(longestHead), 0, longestHead, 0);
  const bytes = buffer.subarray(0, bytesRead);
  if (bytes.subarray(0, magic.length).toString('latin1') !== magic) return undefined;
  const end = bytes.indexOf('\n');
  if (end < 0) throw refused('package-unreadable', 'head');
  let content: unknown;
  try {
    content = JSON.parse(bytes.subarray(magic.length, end).toString('utf8'));
  } catch {
    throw refused('package-unreadable', 'head');
  }
  const envelope = envelopeSchema.safeParse(content);
  if (envelope.success && envelope.data.version > sealedVersion) {
    throw refused('package-newer', 'head');
  }
  const head = headSchema.safeParse(content);
  if (!head.success) throw refused('package-unreadable', 'head');
  return { lock: head.data.lock, from: end + 1 };
}

/** The key of an encrypted package. Throws StorageError `wrong-passphrase`. */
export async function unlockPackage(
  { lock }: Pick<SealedHead, 'lock'>,
  passphrase: string,
): Promise<DataKey> {
  const key = await openLock(lock, use, passphrase);
  if (!key) throw new StorageError('wrong-passphrase', { waitSeconds: 0 });
  return key;
}

/** A new lock and key for one package. Throws StorageError `weak-passphrase`. */
export const lockPackage = (passphrase: string) => createLock(use, passphrase);

/** A package's bytes as they lie in the file, sealed with the key of `lock`. */
export async function* sealPackage(
  chunks: AsyncIterable<Uint8Array>,
  lock: PassphraseLock,
  key: DataKey,
): AsyncGenerator<Buffer> {
  yield Buffer.from(`${magic}${JSON.stringify({ version: sealedVersion, lock })}\n`);
  yield* sealBlob(chunks, use, key);
}

/** Reads the zip in an encrypted package at any place. */
export class SealedReader extends RandomAccessReader {
  /** Length of the zip in bytes. */
  readonly size: number;
  readonly #pieces: number;
  #cached: { index: number; bytes: Buffer } | undefined;

  constructor(
    private readonly handle: FileHandle,
    private readonly from: number,
    fileSize: number,
    private readonly key: DataKey,
  ) {
    super();
    const body = fileSize - from;
    this.#pieces = Math.max(1, Math.ceil(body / sealedPiece));
    this.size = body - this.#pieces * (headSize + sealOverhead);
    if (this.size < 0) throw refused('package-unreadable', 'length');
  }

  async #piece(index: number): Promise<Buffer> {
    if (this.#cached?.index === index) return this.#cached.bytes;
    const { buffer, bytesRead } = await this.handle.read(
      Buffer.alloc(sealedPiece),
      0,
      sealedPiece,
      this.from + index * sealedPiece,
    );
    const isLast = index === this.#pieces - 1;
    try {
      const sealed = buffer.subarray(headSize, bytesRead);
      const bytes = this.key.open(sealed, contextOf(use, index, isLast));
      this.#cached = { index, bytes };
      return bytes;
    } catch (error) {
      if (error instanceof SealBroken) throw refused('package-altered', `piece ${index + 1}`);
      throw error;
    }
  }

  async *#chunks(start: number, end: number): AsyncGenerator<Buffer> {
    for (let at = start; at < end; ) {
      const index = Math.floor(at / pieceSize);
      const piece = await this.#piece(index);
      const within = at - index * pieceSize;
      const chunk = piece.subarray(within, Math.min(piece.length, within + end - at));
      if (chunk.length === 0) throw refused('package-unreadable', 'length');
      yield chunk;
      at += chunk.length;
    }
  }

  /** What yauzl reads through; see RandomAccessReader. */
  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#chunks(start, end), { objectMode: false });
  }
}
