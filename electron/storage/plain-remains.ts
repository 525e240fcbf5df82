import { basename, dirname, join } from 'node:path';
import { streams } from './chain';
import { listFolder, remove, sizeOf } from './files';
import { readMarker } from './marker';

/** A data folder in plain that lies beside one which was encrypted since. */
export interface PlainFolder {
  /** Name of the folder, beside the data folder. */
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
}

/** What moving aside and rebuilding name folders after: `data-20261123T080000Z`, `data.restoring`. */
const besideEnding = /^(?:-\d{8}T\d{6}Z|\.restoring|\.restored)$/;

async function bytesBelow(folder: string): Promise<number> {
  let bytes = 0;
  for (const name of await listFolder(folder, 'files')) {
    bytes += (await sizeOf(join(folder, name))) ?? 0;
  }
  for (const name of await listFolder(folder, 'folders')) {
    bytes += await bytesBelow(join(folder, name));
  }
  return bytes;
}

/** Whether there are records in a folder that are not encrypted; in doubt they are not. */
async function isPlain(folder: string): Promise<boolean> {
  const folders = await listFolder(folder, 'folders');
  if (!streams.some((stream) => folders.includes(stream))) return false;
  return readMarker(folder).then(
    ({ vault }) => vault === undefined,
    () => true,
  );
}

/** Folders in plain that were moved aside or left half-made beside a data folder. Throws of the disk. */
export async function plainFoldersBeside(folder: string): Promise<PlainFolder[]> {
  const parent = dirname(folder);
  const own = basename(folder);
  const found: PlainFolder[] = [];
  for (const name of await listFolder(parent, 'folders')) {
    if (!name.startsWith(own) || !besideEnding.test(name.slice(own.length))) continue;
    const path = join(parent, name);
    if (await isPlain(path)) found.push({ name, path, bytes: await bytesBelow(path) });
  }
  return found;
}

/** Removes one of those folders for good; does nothing where it is none of them. Throws of the disk. */
export async function removePlainFolder(folder: string, name: string): Promise<void> {
  const found = (await plainFoldersBeside(folder)).find((one) => one.name === name);
  if (found) await remove(found.path);
}
