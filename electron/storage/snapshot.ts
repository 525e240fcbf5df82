import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { type Adapter, Low } from 'lowdb';
import * as z from 'zod';
import { type Part, snapshotParts } from '../../shared/changes/snapshot';
import type { State } from '../../shared/changes/state';
import type { Covered } from './chain';
import { SealBroken } from './data-key';
import { listFolder, makeFolder, readWhole, remove, writeAside } from './files';
import type { Device } from './identity';
import { sha256 } from './journal-line';

/** Layout of the snapshot; another one is rebuilt from the journal. */
const snapshotFormat = 3;

/**
 * How a part's text lies on the disk: as the engine keeps it in memory. Decoding UTF-8 would take as
 * long as parsing; on the disk it costs two thirds more bytes of a cache.
 */
const encoding = 'utf16le';

const reachSchema = z.strictObject({
  bytes: z.number().int().positive(),
  lines: z.number().int().positive(),
  at: z.number().int().min(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
});

const indexSchema = z.strictObject({
  format: z.literal(snapshotFormat),
  generation: z.number().int().positive(),
  /** Highest Lamport counter among the folded sets. */
  counter: z.number().int().min(0),
  covered: z.record(z.string(), reachSchema),
  /** `crc32` is of snapshots that were not bound yet; `sha256` of those that are. */
  parts: z.record(
    z.string().regex(/^(?:base|\d{4})$/),
    z.strictObject({
      bytes: z.number().int(),
      crc32: z.number().int(),
      sha256: z.string().optional(),
    }),
  ),
  /** HMAC over all of this by a secret of this PC. */
  mac: z.string().optional(),
});

/** What seals the parts of an encrypted unit. */
export interface PartKey {
  seal(bytes: Uint8Array, context: string): Buffer;
  /** Throws SealBroken where the bytes or the context are not those that were sealed. */
  open(sealed: Uint8Array, context: string): Buffer;
}

/** Binds a part to its snapshot: nobody without the key can give it other bounds. */
function contextOf(
  { generation, counter, covered }: Pick<SnapshotIndex, 'generation' | 'counter' | 'covered'>,
  name: string,
): string {
  const reaches = Object.entries(covered)
    .map(([file, { bytes, lines, at, hash }]) => `${file} ${bytes} ${lines} ${at} ${hash}`)
    .sort();
  return `snapshot:${generation}:${name}:${sha256([counter, ...reaches].join('\n'))}`;
}

/** What a snapshot on the disk holds: parts of one generation, and how much of the journal. */
export type SnapshotIndex = z.infer<typeof indexSchema>;

/** lowdb's place to read and write, made durable and whole (its own adapter does not flush). */
class DurableJson implements Adapter<unknown> {
  constructor(private readonly path: string) {}

  async read(): Promise<unknown> {
    const bytes = await readWhole(this.path);
    if (!bytes) return null;
    try {
      return JSON.parse(bytes.toString('utf8'));
    } catch {
      // A snapshot is a cache: damaged reads as missing.
      return null;
    }
  }

  async write(data: unknown): Promise<void> {
    await writeAside(this.path, JSON.stringify(data));
  }
}

const folderOf = (folder: string): string => join(folder, 'snapshot');
const generationOf = (folder: string, n: number): string => join(folderOf(folder), String(n));
const indexOf = (folder: string) =>
  new Low<unknown>(new DurableJson(join(folderOf(folder), 'index.json')), null);

/** The index of the newest snapshot; undefined where there is none that can be used. */
export async function readIndex(folder: string): Promise<SnapshotIndex | undefined> {
  const index = indexOf(folder);
  await index.read();
  return indexSchema.safeParse(index.data).data;
}

/** What binds snapshots to this PC: derived from its private key, and as secret as that is. */
export const snapshotSecret = ({ privateKey, publicKey }: Device): string =>
  sha256(`touyan snapshot ${privateKey ?? publicKey}`);

function macOf({ mac: _, ...index }: SnapshotIndex, secret: string): string {
  return createHmac('sha256', secret).update(JSON.stringify(index)).digest('hex');
}

/**
 * Whether this PC wrote the snapshot: somebody who made another one, with an index that fits, would
 * show figures that no journal holds. Those from before snapshots were bound are not.
 */
export const isBound = (index: SnapshotIndex, secret: string): boolean =>
  index.mac !== undefined && index.mac === macOf(index, secret);

/** The lines of one part; undefined where it is missing or not what was written. */
export async function readPartLines(
  folder: string,
  index: SnapshotIndex,
  name: string,
  key?: PartKey,
): Promise<Part | undefined> {
  const known = index.parts[name];
  if (!known) return undefined;
  const bytes = await readWhole(join(generationOf(folder, index.generation), `${name}.jsonl`));
  if (bytes?.length !== known.bytes) return undefined;
  const isWhole = known.sha256 ? sha256(bytes) === known.sha256 : crc32(bytes) === known.crc32;
  if (!isWhole) return undefined;
  try {
    const text = (key?.open(bytes, contextOf(index, name)) ?? bytes).toString(encoding);
    return text === '' ? [] : text.split('\n');
  } catch (error) {
    // A snapshot is a cache: a forged part reads as a missing one.
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}

/**
 * Writes a state as a new generation beside the old ones and then switches the index to it. A
 * crash at any point leaves the old or the new snapshot, whole.
 */
export async function writeGeneration(
  folder: string,
  state: State,
  covered: Covered,
  { secret, key }: { readonly secret: string; readonly key?: PartKey | undefined },
): Promise<SnapshotIndex> {
  const generation = 1 + Math.max(0, ...(await generations(folder)));
  const into = generationOf(folder, generation);
  const parts: SnapshotIndex['parts'] = {};
  const { counter } = state;
  try {
    await makeFolder(into);
    for (const [name, part] of snapshotParts(state)) {
      const plain = Buffer.from(part.join('\n'), encoding);
      const bytes = key?.seal(plain, contextOf({ generation, counter, covered }, name)) ?? plain;
      await writeAside(join(into, `${name}.jsonl`), bytes);
      parts[name] = { bytes: bytes.length, crc32: crc32(bytes), sha256: sha256(bytes) };
    }
    const unbound = { format: snapshotFormat, generation, counter, covered, parts } as const;
    const index: SnapshotIndex = { ...unbound, mac: macOf(unbound, secret) };
    const document = indexOf(folder);
    document.data = index;
    await document.write();
    return index;
  } catch (error) {
    await remove(into).catch(() => undefined);
    throw error;
  }
}

async function generations(folder: string): Promise<number[]> {
  const names = await listFolder(folderOf(folder), 'folders');
  return names.filter((name) => /^\d{1,9}$/.test(name)).map(Number);
}

/** Removes all generations but those still wanted. */
export async function removeOtherGenerations(
  folder: string,
  wanted: readonly (number | undefined)[],
): Promise<void> {
  for (const generation of await generations(folder)) {
    if (!wanted.includes(generation)) await remove(generationOf(folder, generation));
  }
}
