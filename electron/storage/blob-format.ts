import { StorageError } from './storage-error';

/** The part of a unit's data key that attachments need. */
export interface BlobKey {
  /** Name of the file that holds the content with that SHA-256; tells nothing about it. */
  nameOf(sha256: string): string;
  seal(bytes: Uint8Array, context: string): Buffer;
  /** Throws where the bytes or the context are not those that were sealed. */
  open(bytes: Uint8Array, context: string): Buffer;
}

/** Bytes of content that are sealed together. */
export const pieceSize = 1 << 20;

/** Length of a sealed piece (4 bytes, big endian) and whether it is the last (1 byte). */
export const headSize = 5;

/** No sealed piece is longer, whatever a damaged file says. */
const longestPiece = pieceSize + 4096;

/** Binds each piece to its file and place, so that none can be moved or left out. */
export const contextOf = (name: string, index: number, isLast: boolean): string =>
  `attachment:${name}:${index}:${isLast ? 'last' : 'more'}`;

/** Bytes in pieces of `pieceSize`, the last shorter and at least one. */
async function* piecesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  for await (const chunk of chunks) {
    rest = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk]);
    // Kept back until more is known to follow, because the last piece is marked.
    while (rest.length > pieceSize) {
      yield rest.subarray(0, pieceSize);
      rest = rest.subarray(pieceSize);
    }
  }
  yield rest;
}

/** Content as it lies in the file `name` of an encrypted unit. */
export async function* sealBlob(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  key: BlobKey,
): AsyncGenerator<Buffer> {
  let index = 0;
  const sealed = (piece: Buffer, isLast: boolean): Buffer => {
    const body = key.seal(piece, contextOf(name, index++, isLast));
    const head = Buffer.alloc(headSize);
    head.writeUInt32BE(body.length);
    head.writeUInt8(isLast ? 1 : 0, 4);
    return Buffer.concat([head, body]);
  };
  let held: Buffer | undefined;
  for await (const piece of piecesOf(chunks)) {
    if (held) yield sealed(held, false);
    held = piece;
  }
  if (held) yield sealed(held, true);
}

/**
 * The content of the file `name` of an encrypted unit. Throws StorageError `attachment-altered`
 * where a piece was changed, moved, left out or put behind the last.
 */
export async function* openBlob(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  key: BlobKey,
): AsyncGenerator<Buffer> {
  const altered = () => new StorageError('attachment-altered', { file: name });
  let rest = Buffer.alloc(0);
  let index = 0;
  let isDone = false;
  for await (const chunk of chunks) {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= headSize) {
      const length = rest.readUInt32BE();
      const isLast = rest.readUInt8(4) === 1;
      if (isDone || length > longestPiece) throw altered();
      if (rest.length < headSize + length) break;
      const body = rest.subarray(headSize, headSize + length);
      let piece: Buffer;
      try {
        piece = key.open(body, contextOf(name, index++, isLast));
      } catch (error) {
        // A key that was forgotten meanwhile says so itself.
        if (error instanceof StorageError) throw error;
        throw altered();
      }
      yield piece;
      isDone = isLast;
      rest = rest.subarray(headSize + length);
    }
  }
  if (!isDone || rest.length > 0) throw altered();
}
