import { finishExchange, isExchanging, isMixed } from './exchange';
import { type Marker, mendMarker, readMarker, workspaceFormat, writeMarker } from './marker';
import { StorageError } from './storage-error';

/** Hears of a data folder that is about to be migrated, e.g. to back it up. May throw. */
export type BeforeMigration = (folder: string) => Promise<void>;

/**
 * Makes sure that the folder holds a unit this app can read, before anything is written into it.
 * Throws StorageError as `readMarker`.
 */
export async function expectReadable(folder: string): Promise<void> {
  try {
    await readMarker(folder);
  } catch (error) {
    // In the middle of a replacement the marker may just not be in its place.
    const isAway = error instanceof StorageError && error.code === 'no-workspace';
    if (!isAway || !(await isExchanging(folder))) throw error;
  }
}

/**
 * The marker of a folder that cannot be written to. Throws StorageError `workspace-unfinished` where
 * old and new parts lie mixed, else as `readMarker`.
 */
export async function readSettledMarker(folder: string): Promise<Marker> {
  if (await isMixed(folder)) throw new StorageError('workspace-unfinished', { path: folder });
  return readMarker(folder);
}

/**
 * Brings a folder into the state in which this app works: an interrupted replacement is carried
 * through, the layout is that of the newest format. The caller holds the lock. `refused` tells why
 * an older format was left as it is. Throws StorageError of the disk and as `readMarker`.
 */
export async function settleFolder(
  folder: string,
  before: BeforeMigration | undefined,
): Promise<{ marker: Marker; refused?: unknown }> {
  await finishExchange(folder);
  await mendMarker(folder);
  const marker = await readMarker(folder);
  if (marker.format === workspaceFormat) return { marker };
  try {
    await before?.(folder);
    // Format 2 differs from 1 in the marker alone, which may name a vault.
    await writeMarker(folder, marker);
  } catch (refused) {
    return { marker, refused };
  }
  return { marker: await readMarker(folder) };
}
