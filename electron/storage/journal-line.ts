import { createHash } from 'node:crypto';
import { type ChangeSet, changeSetSchema } from '../../shared/changes/change-set';

// One line: {"hash":"<64 hex>","prev":"<64 hex>","set":{…}} — the hash is of all bytes after its own
// comma, so it covers prev and set; prev is the hash of the line before in the device's chain.
const head = '{"hash":"';
const middle = '","prev":"';
const hashedFrom = head.length + 64 + 2;
const prevFrom = head.length + 64 + middle.length;
const setFrom = prevFrom + 64 + '","set":'.length;
const hex = /^[0-9a-f]{64}$/;

/** SHA-256 as 64 lower-case hex digits. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** What the first line of a chain stands on: binds it to the unit's folder, stream and device. */
export function genesisOf(unit: string, stream: string, device: string): string {
  return sha256(`touyan:${unit}:${stream}:${device}`);
}

/** The bytes of a line with its newline, and its hash. */
export function encodeLine(set: ChangeSet, prev: string): { bytes: Buffer; hash: string } {
  const hashed = `"prev":"${prev}","set":${JSON.stringify(set)}}`;
  const hash = sha256(hashed);
  return { bytes: Buffer.from(`${head}${hash}",${hashed}\n`), hash };
}

/** A line read back, or what is wrong with it. `line` has no newline. */
export type Decoded =
  | {
      readonly ok: true;
      readonly hash: string;
      readonly prev: string;
      readonly set: ChangeSet;
    }
  | { readonly ok: false; readonly wrong: 'bytes' | 'content' };

/**
 * Reads one line: `bytes` is wrong when they are not the ones that were written (hash), `content`
 * when they are, but hold no change set this app can read.
 */
export function decodeLine(line: Buffer): Decoded {
  const bad = { ok: false, wrong: 'bytes' } as const;
  if (line.length <= setFrom) return bad;
  const fixed = line.toString('latin1', 0, setFrom);
  const hash = fixed.slice(head.length, head.length + 64);
  const prev = fixed.slice(prevFrom, prevFrom + 64);
  if (fixed !== `${head}${hash}${middle}${prev}","set":` || !hex.test(prev)) return bad;
  if (sha256(line.subarray(hashedFrom)) !== hash) return bad;
  let content: unknown;
  try {
    content = JSON.parse(line.toString('utf8', setFrom, line.length - 1));
  } catch {
    return { ok: false, wrong: 'content' };
  }
  const parsed = changeSetSchema.safeParse(content);
  return parsed.success
    ? { ok: true, hash, prev, set: parsed.data }
    : { ok: false, wrong: 'content' };
}

/** Bytes at the head of a line that tell its hash without reading the rest. */
export const hashHeadLength = hashedFrom;

/** The hash that a line claims, from its first `hashHeadLength` bytes; undefined if it is none. */
export function claimedHash(start: Buffer): string | undefined {
  const text = start.toString('latin1', 0, hashedFrom);
  const hash = text.slice(head.length, head.length + 64);
  return text === `${head}${hash}",` && hex.test(hash) ? hash : undefined;
}
