import { join } from 'node:path';
import * as z from 'zod';
import { readWhole, remove, sizeOf, writeAside } from './files';
import { sha256 } from './journal-line';
import { StorageError } from './storage-error';
import { type Vault, vaultSchema } from './vault';

/** The newest layout of a data folder this app can read; it writes this one. */
export const workspaceFormat = 2;

/** Without this file a folder counts as not made. */
export const markerName = 'touyan.json';

/** Second copy of the marker of an encrypted unit: one bad spot must not cost the only key. */
export const markerCopyName = 'touyan.copy.json';

// Strict: what a bad spot makes of an encrypted unit's marker must not pass for a plain one.
const plainSchema = z.strictObject({
  format: z.union([z.literal(1), z.literal(workspaceFormat)]),
  unit: z.uuid(),
});

/** Never sealed: whose folder this is, and how its key is got. */
const encryptedSchema = z.strictObject({
  format: z.literal(workspaceFormat),
  unit: z.uuid(),
  vault: vaultSchema,
  /** Of unit and vault, against bad spots: an altered wrap would look like a wrong passphrase. */
  check: z.string(),
});

const anySchema = z.object({ format: z.number().int().min(1) });

/** What the marker of a data folder tells. */
export interface Marker {
  readonly format: 1 | typeof workspaceFormat;
  readonly unit: string;
  /** There in an encrypted unit. */
  readonly vault?: Vault | undefined;
}

const checkOf = (unit: string, vault: Vault): string =>
  sha256(JSON.stringify([unit, vaultSchema.parse(vault)]));

function textOf(unit: string, vault: Vault | undefined): string {
  const sealing = vault && { vault, check: checkOf(unit, vault) };
  return JSON.stringify({ format: workspaceFormat, unit, ...sealing });
}

function markerOf(content: unknown): Marker | 'damaged' {
  if (typeof content === 'object' && content !== null && 'vault' in content) {
    const { data } = encryptedSchema.safeParse(content);
    if (!data || data.check !== checkOf(data.unit, data.vault)) return 'damaged';
    return { format: data.format, unit: data.unit, vault: data.vault };
  }
  return plainSchema.safeParse(content).data ?? 'damaged';
}

async function readFile(folder: string, name: string): Promise<Marker | 'damaged' | 'none'> {
  const bytes = await readWhole(join(folder, name));
  if (!bytes) return 'none';
  let content: unknown;
  try {
    content = JSON.parse(bytes.toString('utf8'));
  } catch {
    return 'damaged';
  }
  const { data: found } = anySchema.safeParse(content);
  if (found && found.format > workspaceFormat) {
    throw new StorageError('workspace-newer', { format: found.format, known: workspaceFormat });
  }
  return markerOf(content);
}

/**
 * Whose data folder this is; of an encrypted unit with a damaged marker, by its copy. Throws
 * StorageError: `no-workspace`, `workspace-newer` (made by a newer app; nothing was touched) or
 * `workspace-damaged`.
 */
export async function readMarker(folder: string): Promise<Marker> {
  const marker = await readFile(folder, markerName);
  if (typeof marker === 'object') return marker;
  const copy = await readFile(folder, markerCopyName);
  if (typeof copy === 'object') return copy;
  if (marker === 'none') throw new StorageError('no-workspace', { path: folder });
  throw new StorageError('workspace-damaged', { file: markerName, line: 1 });
}

/** Replaces the marker as a whole, in the newest format. Throws StorageError of the disk. */
export async function writeMarker(
  folder: string,
  { unit, vault }: { readonly unit: string; readonly vault?: Vault | undefined },
): Promise<void> {
  await writeAside(join(folder, markerName), textOf(unit, vault));
  await copyMarker(folder);
}

/** Makes the copy what the marker is: there for an encrypted unit only, never with an old wrap. */
async function copyMarker(folder: string): Promise<void> {
  const path = join(folder, markerCopyName);
  const marker = await readWhole(join(folder, markerName));
  const { vault } = await readMarker(folder);
  if (vault && marker) await writeAside(path, marker);
  else await remove(path);
}

/**
 * Mends a damaged marker from its copy, or the copy from the marker. The caller holds the lock. What
 * the disk refuses is left for the next time. Throws as `readMarker`.
 */
export async function mendMarker(folder: string): Promise<void> {
  const marker = await readMarker(folder);
  const path = join(folder, markerName);
  try {
    if (typeof (await readFile(folder, markerName)) !== 'object') {
      await writeAside(path, textOf(marker.unit, marker.vault));
    }
    if (!marker.vault) {
      if ((await sizeOf(join(folder, markerCopyName))) !== undefined) await copyMarker(folder);
      return;
    }
    const bytes = await Promise.all([path, join(folder, markerCopyName)].map(readWhole));
    const [first, second] = bytes;
    if (!first || !second || !first.equals(second)) await copyMarker(folder);
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
  }
}
