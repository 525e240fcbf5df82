import { createHash } from 'node:crypto';
import { type ChangeSet, changeSetSchema } from '../../shared/changes/change-set';
import { SealBroken } from './data-key';

// One line: {"hash":"<64 hex>","prev":"<64 hex>","set":{…}} — the hash is of all bytes after its own
// comma, so it covers prev and set; prev is the hash of the line before in the device's chain. In an
// encrypted unit "sealed":"<base64>" stands for the set: chains can be checked without the key.
const head = '{"hash":"';
const middle = '","prev":"';
const plainMiddle = '","set":';
const sealedMiddle = '","sealed":"';
const sealedEnd = '"}';
const hashedFrom = head.length + 64 + 2;
const prevFrom = head.length + 64 + middle.length;
const prevEnd = prevFrom + 64;
const hex = /^[0-9a-f]{64}$/;

/** SHA-256 as 64 lower-case hex digits. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** What the first line of a chain stands on: binds it to the unit's folder, stream and device. */
export function genesisOf(unit: string, stream: string, device: string): string {
  return sha256(`touyan:${unit}:${stream}:${device}`);
}

/** What seals the lines of one chain; the context binds each to its chain and place. */
export interface LineKey {
  seal(bytes: Uint8Array, context: string): Buffer;
  /** Throws SealBroken where the bytes or the context are not those that were sealed. */
  open(sealed: Uint8Array, context: string): Buffer;
}

// The genesis names unit, stream and device, prev the line before.
const contextOf = (genesis: string, prev: string): string => `line:${genesis}:${prev}`;

/** How the lines of one chain are written and read. */
export interface LineFormat<T = ChangeSet> {
  /** The bytes of a line with its newline, and its hash. */
  readonly encode: (set: T, prev: string) => { bytes: Buffer; hash: string };
  /** Reads a line without its newline. */
  readonly decode: (line: Buffer) => Decoded<T>;
}

function lineOf(hashed: string): { bytes: Buffer; hash: string } {
  const hash = sha256(hashed);
  return { bytes: Buffer.from(`${head}${hash}",${hashed}\n`), hash };
}

/** The bytes of a plain line with its newline, and its hash. */
export function encodeLine(set: ChangeSet, prev: string): { bytes: Buffer; hash: string } {
  return lineOf(`"prev":"${prev}","set":${JSON.stringify(set)}}`);
}

/** A line read back, or what is wrong with it. `line` has no newline. */
export type Decoded<T = ChangeSet> =
  | {
      readonly ok: true;
      readonly hash: string;
      readonly prev: string;
      readonly set: T;
    }
  | { readonly ok: false; readonly wrong: 'bytes' | 'content' };

const badBytes = { ok: false, wrong: 'bytes' } as const;
const badContent = { ok: false, wrong: 'content' } as const;

/** Hash and prev of a line whose bytes are whole, and where what follows prev begins. */
function frameOf(line: Buffer): { hash: string; prev: string; isSealed: boolean } | undefined {
  const fixed = line.toString('latin1', 0, prevEnd + sealedMiddle.length);
  const hash = fixed.slice(head.length, head.length + 64);
  const prev = fixed.slice(prevFrom, prevEnd);
  const isSealed = fixed.startsWith(sealedMiddle, prevEnd);
  if (!fixed.startsWith(`${head}${hash}${middle}`) || !hex.test(prev)) return undefined;
  if (!isSealed && !fixed.startsWith(plainMiddle, prevEnd)) return undefined;
  return sha256(line.subarray(hashedFrom)) === hash ? { hash, prev, isSealed } : undefined;
}

/** The sealed bytes of a line; undefined where they are not written as this app writes them. */
function sealedBytes(line: Buffer): Buffer | undefined {
  const end = line.length - sealedEnd.length;
  const text = line.toString('latin1', prevEnd + sealedMiddle.length, end);
  const sealed = Buffer.from(text, 'base64');
  const isOurs = sealed.toString('base64') === text && line.toString('latin1', end) === sealedEnd;
  return isOurs ? sealed : undefined;
}

function setOf(json: string): ChangeSet | undefined {
  try {
    return changeSetSchema.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}

/**
 * Reads one plain line: `bytes` is wrong when they are not the ones that were written (hash),
 * `content` when they are, but hold no change set this app can read. A sealed line is no content.
 */
export function decodeLine(line: Buffer): Decoded {
  const frame = frameOf(line);
  if (!frame) return badBytes;
  const { hash, prev, isSealed } = frame;
  if (isSealed) return badContent;
  const set = setOf(line.toString('utf8', prevEnd + plainMiddle.length, line.length - 1));
  return set ? { ok: true, hash, prev, set } : badContent;
}

/** The lines of a plain unit. */
export const plainLines: LineFormat = { encode: encodeLine, decode: decodeLine };

/** The lines of an encrypted unit's chain that begins with `genesis`. A plain one is no content. */
export const sealedLines = (key: LineKey, genesis: string): LineFormat => ({
  encode: (set, prev) => {
    const sealed = key.seal(Buffer.from(JSON.stringify(set)), contextOf(genesis, prev));
    return lineOf(`"prev":"${prev}","sealed":"${sealed.toString('base64')}"}`);
  },
  decode: (line) => {
    const frame = frameOf(line);
    if (!frame) return badBytes;
    const { hash, prev, isSealed } = frame;
    const sealed = isSealed ? sealedBytes(line) : undefined;
    const opened = sealed && openOrNone(key, sealed, contextOf(genesis, prev));
    const set = opened && setOf(opened.toString('utf8'));
    return set ? { ok: true, hash, prev, set } : badContent;
  },
});

function openOrNone(key: LineKey, sealed: Buffer, context: string): Buffer | undefined {
  try {
    return key.open(sealed, context);
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}

/** Checks a sealed line as far as that can be done without the key. */
export function decodeClosedLine(line: Buffer): Decoded<null> {
  const frame = frameOf(line);
  if (!frame) return badBytes;
  const { hash, prev, isSealed } = frame;
  return isSealed && sealedBytes(line) ? { ok: true, hash, prev, set: null } : badContent;
}

/** Bytes at the head of a line that tell its hash without reading the rest. */
export const hashHeadLength = hashedFrom;

/** The hash that a line claims, from its first `hashHeadLength` bytes; undefined if it is none. */
export function claimedHash(start: Buffer): string | undefined {
  const text = start.toString('latin1', 0, hashedFrom);
  const hash = text.slice(head.length, head.length + 64);
  return text === `${head}${hash}",` && hex.test(hash) ? hash : undefined;
}
