import * as z from 'zod';
import { collection, line } from './collection';

const count = z.number().int().min(0).default(0);

/**
 * A package that left this PC or came to it. Kept as a private record: what one PC exchanged is no
 * matter of the others, and merging must not depend on it.
 */
export const receipt = collection({
  keeping: 'private',
  fields: {
    direction: z.enum(['in', 'out']).default('out'),
    /** Wall times, ISO 8601: when it was written or taken in here, and when it was made. */
    at: line,
    madeAt: line,
    /** The PC it came from, or was made for; empty for anybody. */
    device: line,
    deviceName: line,
    /** Who made it, as people read it. */
    author: line,
    fileName: line,
    sha256: line,
    /** What it was to hold: `all`, `department`, `mine`; of whom, and of which months. */
    what: line,
    who: line,
    from: line,
    to: line,
    changeSets: count,
    changes: count,
    files: count,
    bytes: count,
    encrypted: z.boolean().default(false),
    /** Change sets that were new here, those known, and fields in conflict since. */
    added: count,
    known: count,
    conflicts: count,
    /** Stamps of what was new here: `<device>:<counter in base 36>,…`. */
    stamps: z.array(z.string().max(100_000)).max(10_000).default([]),
    /** Of a package that left: the newest set that this PC had shared by then. */
    newest: line,
    /** Stamp of the set that took the import back; empty while it stands. */
    undone: line,
  },
});

/**
 * A stretch of the log of a device, signed by it: by this a friend can pass on what the device wrote,
 * and nothing else; see electron/transfer/log-part.ts. Kept as a private record, as receipts are.
 * Id `<device>.<sets before>.<start of the head's hash>`.
 */
export const logPart = collection({
  keeping: 'private',
  id: /^[0-9a-z]{8}\.\d{1,9}\.[0-9a-f]{16}$/,
  fields: {
    device: line,
    publicKey: line,
    from: count,
    /** Hashes of the log before and after. */
    start: line,
    head: line,
    signature: line,
    entries: z.array(z.string().max(100_000)).max(10_000).default([]),
  },
});

/** Whether packages of a device are taken; the id is the device's. A private record, too. */
export const trust = collection({
  keeping: 'private',
  id: /^[0-9a-z]{8}$/,
  fields: {
    status: z.enum(['trusted', 'revoked']).default('trusted'),
    /** Ed25519 public key, SPKI DER in base64. */
    publicKey: line,
    /** What the device called itself. */
    name: line,
    since: line,
  },
});
