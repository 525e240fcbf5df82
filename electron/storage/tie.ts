import { createHmac, randomBytes } from 'node:crypto';
import { realpath, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { onPath, readWhole, remove, writeAside } from './files';

/** Ties a data folder to its PC and place; never backed up, packed or copied out. */
export const placeName = 'place.json';

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** Salted, so that nothing of the PC or its user can be read from it. */
const placeSchema = z.strictObject({
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  host: hash,
  path: hash,
  /** Of what the file system itself calls the folder: a copy has another. */
  folder: hash,
});

type Place = z.infer<typeof placeSchema>;

/** Where the folder is now. `host` is for tests. */
async function placeOf(folder: string, salt: string, host: string): Promise<Place> {
  const hashed = (text: string): string => createHmac('sha256', salt).update(text).digest('hex');
  const path = await onPath(folder, () => realpath(folder));
  const { ino, birthtimeNs } = await onPath(folder, () => stat(folder, { bigint: true }));
  return {
    salt,
    host: hashed(host),
    path: hashed(path),
    folder: hashed(`${ino} ${birthtimeNs}`),
  };
}

async function readPlace(folder: string): Promise<Place | undefined> {
  const bytes = await readWhole(join(folder, placeName));
  if (!bytes) return undefined;
  try {
    return placeSchema.safeParse(JSON.parse(bytes.toString('utf8'))).data;
  } catch {
    // Without a whole mark the folder is taken for what it says it is, as before there were any.
    return undefined;
  }
}

/**
 * Whether a data folder is a copy: another folder than the one that was tied, on another PC or at
 * another path. A folder that was moved, a PC that was renamed, and one put back in its place are
 * none. Throws StorageError of the disk.
 */
export async function isCopied(folder: string, host = hostname()): Promise<boolean> {
  const known = await readPlace(folder);
  if (!known) return false;
  const now = await placeOf(folder, known.salt, host);
  return now.folder !== known.folder && (now.host !== known.host || now.path !== known.path);
}

/** Ties the folder to where it is now. The caller holds the lock. Throws StorageError of the disk. */
export async function tiePlace(folder: string, host = hostname()): Promise<void> {
  const known = await readPlace(folder);
  const place = await placeOf(folder, known?.salt ?? randomBytes(16).toString('hex'), host);
  if (known && JSON.stringify(known) === JSON.stringify(place)) return;
  await writeAside(join(folder, placeName), JSON.stringify(place), 0o600);
}

/** Lets go of the tie: the next opening makes one for where the folder is then. */
export const untie = (folder: string): Promise<void> => remove(join(folder, placeName));
