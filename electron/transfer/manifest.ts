import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import * as z from 'zod';
import { deviceIdSchema } from '../../shared/changes/stamp';
import { largestAttachment } from '../../shared/model/attachment';
import type { PackageSummary as Summary } from '../../shared/rpc/transfer';

/** Newest version of the package format: 2 has scopes and attachments, 3 the signed logs as well. */
export const packageVersion = 3;

/** Largest manifest that is read, in bytes. */
export const longestManifest = 8 * 1024 * 1024;

/** Largest journal segment of a package, in bytes. */
export const longestSegment = 64 * 1024 * 1024;

/** Most that all segments of a package may hold together, in bytes. */
export const longestPackage = 256 * 1024 * 1024;

/** Where a segment stands in the package: the change sets of one device and month of wall time. */
export const segmentName = /^journal\/([0-9a-z]{8})\/(\d{4}-(?:0[1-9]|1[0-2]))\.jsonl$/;

/** Where an evidence file stands in the package: under the SHA-256 of its content. */
export const attachmentName = /^attachments\/([0-9a-f]{64})$/;

/** Where the signed log of a device stands: parts, one a line. */
export const logName = /^log\/([0-9a-z]{8})\.jsonl$/;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const segmentSchema = z.strictObject({
  name: z.string().regex(segmentName),
  bytes: z.number().int().min(1).max(longestSegment),
  sha256,
});

const fileSchema = z
  .strictObject({
    name: z.string().regex(attachmentName),
    bytes: z.number().int().min(1).max(largestAttachment),
    sha256,
  })
  .refine((file) => file.name.endsWith(file.sha256));

const logSchema = z.strictObject({
  name: z.string().regex(logName),
  bytes: z.number().int().min(1).max(longestSegment),
  sha256,
});

const entrySchema = z.union([segmentSchema, logSchema, fileSchema]);

const isText = ({ name }: { readonly name: string }): boolean => !attachmentName.test(name);

/** What a package holds, and for whom; what is absent is empty. */
const scopeSchema = z.strictObject({
  what: z.enum(['all', 'department', 'mine']),
  who: z.string().max(200).optional(),
  from: z.string().max(7).optional(),
  to: z.string().max(7).optional(),
  /** Hash of the package that it goes on from. */
  since: sha256.optional(),
  /** The device that it was made for. */
  for: deviceIdSchema.optional(),
});

/** What every version of the format says, so that a newer package can be told from a broken one. */
export const envelopeSchema = z.object({
  format: z.literal('touyan-package'),
  version: z.number().int().min(1),
});

/** The first entry of a package: what is in it, where it comes from, and the proof of both. */
export const manifestSchema = z
  .strictObject({
    format: z.literal('touyan-package'),
    version: z.literal([1, 2, packageVersion]),
    unit: z.strictObject({ id: z.uuid(), name: z.string().max(500) }),
    device: z.strictObject({
      id: deviceIdSchema,
      name: z.string().max(500),
      /** Ed25519 public key, SPKI DER in base64. */
      publicKey: z.string().max(500),
    }),
    /** Who made the package, as people read it. */
    author: z.string().max(500),
    madeAt: z.iso.datetime(),
    scope: scopeSchema,
    counts: z.strictObject({
      changeSets: z.number().int().min(0),
      changes: z.number().int().min(0),
      files: z.number().int().min(0).optional(),
      fileBytes: z.number().int().min(0).optional(),
    }),
    entries: z.array(entrySchema).max(50_000),
    /** Ed25519 over the canonical text of everything above, base64. */
    signature: z.string().max(200),
  })
  .refine(({ entries }) => new Set(entries.map(({ name }) => name)).size === entries.length)
  .refine(
    ({ entries }) =>
      entries.filter(isText).reduce((sum, { bytes }) => sum + bytes, 0) <= longestPackage,
  );

export type Manifest = z.infer<typeof manifestSchema>;

/** What a package is, for people: as the contract shows it. */
export type PackageSummary = Summary;

/** JSON with sorted keys and no spaces: the one text that is signed. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** SHA-256 of bytes, hex. */
export const sha256Of = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** The manifest with the signature of the device's private key. */
export function signManifest(
  content: Omit<Manifest, 'signature'>,
  privateKey: KeyObject,
): Manifest {
  const signature = sign(null, Buffer.from(canonicalJson(content)), privateKey).toString('base64');
  return { ...content, signature };
}

/** Whether the signature is that of the key the manifest names. */
export function isSigned({ signature, ...content }: Manifest): boolean {
  try {
    const der = Buffer.from(content.device.publicKey, 'base64');
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    if (key.asymmetricKeyType !== 'ed25519') return false;
    const text = Buffer.from(canonicalJson(content));
    return verify(null, text, key, Buffer.from(signature, 'base64'));
  } catch {
    // Bytes that are no key verify nothing.
    return false;
  }
}

/** What a manifest and its file are, for people. */
export function summaryOf(
  { unit, device, author, madeAt, scope, counts }: Manifest,
  file: { readonly bytes: number; readonly sha256: string; readonly isEncrypted: boolean },
): PackageSummary {
  const { what, who = '', from = '', to = '', since = '', for: recipient = '' } = scope;
  const { changeSets, changes, files = 0, fileBytes = 0 } = counts;
  return {
    unit: unit.name,
    device: device.name,
    deviceId: device.id,
    author,
    madeAt,
    scope: { what, who, from, to, since, for: recipient },
    changeSets,
    changes,
    files,
    fileBytes,
    ...file,
  };
}
