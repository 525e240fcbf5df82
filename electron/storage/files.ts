import { randomBytes } from 'node:crypto';
import { constants, type Dirent, type Stats } from 'node:fs';
import {
  chmod,
  cp,
  type FileHandle,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
} from 'node:fs/promises';
import { dirname, join, parse, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expectMeant, expectUsable } from './place';
import { StorageError, storageError, systemCode } from './storage-error';

// The one edge to the disk: every byte of a data folder is read and written through this file and
// growing-file.ts.

const onWindows = process.platform === 'win32';

/** Unix permissions of what the app keeps: nobody else on this PC reads it. */
export const ownerOnly = 0o600;

/** The same of folders. */
const ownersFolder = 0o700;

/** Of what the user has written to a place of his choice: as other programs write files. */
export const asUsual = 0o644;

/** Bytes read at once when a file is walked through. */
const chunkSize = 1 << 20;

/** Waits between tries, in ms, while a virus scanner holds a file; about two seconds together. */
const patience = [10, 20, 50, 100, 200, 400, 500, 700];

/** `work`, its failure turned into a StorageError that names `path`. */
export async function onPath<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw (await isWithoutPlace(error, path))
      ? new StorageError('folder-gone', { path, reason: 'drive' }, { cause: error })
      : storageError(error, path);
  }
}

/** Whether the drive or share itself is gone, of which Windows tells in codes that Node cannot name. */
async function isWithoutPlace(error: unknown, path: string): Promise<boolean> {
  const code = systemCode(error);
  if (!onWindows || (code !== 'UNKNOWN' && code !== 'EIO' && code !== 'EPERM')) return false;
  return stat(parse(resolve(path)).root).then(
    () => false,
    () => true,
  );
}

function isHeldByOther(error: unknown): boolean {
  const code = systemCode(error);
  // Windows answers EPERM or EACCES while a scanner has the file open; elsewhere they are final.
  // A folder counts as full until what was deleted in it is let go of.
  const passing = ['EPERM', 'EACCES', 'ENOTEMPTY'];
  return code === 'EBUSY' || (onWindows && code !== undefined && passing.includes(code));
}

/** `work`, tried again for about two seconds while another program holds the file. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (const pause of patience) {
    try {
      return await work();
    } catch (error) {
      if (!isHeldByOther(error)) throw error;
      await wait(pause);
    }
  }
  return work();
}

/** `work`, or undefined where the file or folder does not exist. */
async function ifThere<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Makes the names in a folder durable. Windows keeps them in its journal and cannot do this. */
export async function syncFolder(path: string): Promise<void> {
  if (onWindows) return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a folder with all that it holds durable. */
export async function syncTree(path: string): Promise<void> {
  for (const name of await listFolder(path, 'files')) {
    await onPath(path, async () => {
      // Windows flushes only what is open for writing.
      const handle = await open(join(path, name), 'r+');
      try {
        await handle.sync();
      } finally {
        await handle.close();
      }
    });
  }
  for (const name of await listFolder(path, 'folders')) await syncTree(join(path, name));
  await onPath(path, () => syncFolder(path));
}

/** Copies a file, or a folder with all it holds, durably; does nothing where it does not exist. */
export async function copyTree(from: string, to: string): Promise<void> {
  const found = await onPath(from, () => ifThere(() => stat(from)));
  if (!found) return;
  await makeFolder(dirname(to));
  await onPath(to, () => cp(from, to, { recursive: true, errorOnExist: true, force: false }));
  if (found.isDirectory()) await syncTree(to);
  else await syncTree(dirname(to));
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** Closes a folder that was made before to everybody else on this PC, where that can be. Never throws. */
export async function closeToOthers(path: string): Promise<void> {
  if (!onWindows) await chmod(path, ownersFolder).catch(() => undefined);
}

/** Makes a folder and those above it, durably. Does nothing where it exists. */
export async function makeFolder(path: string): Promise<void> {
  expectMeant(path);
  // Not mkdir's own recursion: on a read-only disk it answers that the folder is missing.
  await onPath(path, async () => {
    try {
      await mkdir(path, ownersFolder);
    } catch (error) {
      const code = systemCode(error);
      if (code === 'EEXIST') return;
      // Of a drive or share itself Windows says that it may not be made.
      if (code !== 'ENOENT' && (await isFolder(path))) return;
      if (code !== 'ENOENT' || dirname(path) === path) throw error;
      await makeFolder(dirname(path));
      await mkdir(path, ownersFolder);
    }
    await syncFolder(dirname(path));
  });
}

/** Names of the files or of the folders in a folder, sorted; empty where it does not exist. */
export async function listFolder(path: string, what: 'files' | 'folders'): Promise<string[]> {
  const isWanted = (entry: Dirent) => (what === 'files' ? entry.isFile() : entry.isDirectory());
  return onPath(path, async () => {
    const entries = await ifThere(() => readdir(path, { withFileTypes: true }));
    return (entries ?? [])
      .filter(isWanted)
      .map(({ name }) => name)
      .sort();
  });
}

/** Shortcuts, and files of which a cloud keeps the content. */
const standInName = /\.(?:lnk|url|icloud)$/i;

/**
 * Names in a folder that only stand for something elsewhere: links, junctions, shortcuts, files that
 * a cloud service keeps. Sorted; empty where the folder does not exist.
 */
export async function listStandIns(path: string): Promise<string[]> {
  return onPath(path, async () => {
    const entries = await ifThere(() => readdir(path, { withFileTypes: true }));
    return (entries ?? [])
      .filter((entry) => standInName.test(entry.name) || !(entry.isFile() || entry.isDirectory()))
      .map(({ name }) => name)
      .sort();
  });
}

/** Size of a file in bytes; undefined where it does not exist. */
export async function sizeOf(path: string): Promise<number | undefined> {
  return onPath(path, async () => (await ifThere(() => stat(path)))?.size);
}

/** Sizes of many files of one folder at once, in bytes; undefined where one does not exist. */
export async function sizesOf(folder: string, names: readonly string[]) {
  const sizeOfEntry = ({ size }: Stats): number | undefined => size;
  const sizeOfNone = (error: unknown): number | undefined => {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  };
  // One wrapping for all of them: a start asks for ten years of months.
  return onPath(folder, () =>
    Promise.all(names.map((name) => stat(join(folder, name)).then(sizeOfEntry, sizeOfNone))),
  );
}

/** A whole file; undefined where it does not exist. */
export async function readWhole(path: string): Promise<Buffer | undefined> {
  return onPath(path, () => ifThere(() => patiently(() => readAtOnce(path))));
}

/** One read for the whole file: readFile goes to the disk for every half megabyte. */
async function readAtOnce(path: string): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const buffer = Buffer.allocUnsafe(size);
    const { bytesRead } = await handle.read(buffer, 0, size, 0);
    // A file that changed its length meanwhile, or a disk that answers in pieces.
    return bytesRead === size ? buffer : await readFile(path);
  } finally {
    await handle.close();
  }
}

/** The bytes `from` … `to` (exclusive) of a file in chunks; fewer where the file ends earlier. */
export async function* readChunks(path: string, from: number, to: number): AsyncGenerator<Buffer> {
  if (from >= to) return;
  const handle = await onPath(path, () => patiently(() => open(path, 'r')));
  try {
    for (let at = from; at < to; ) {
      const buffer = Buffer.allocUnsafe(Math.min(chunkSize, to - at));
      const position = at;
      const { bytesRead } = await onPath(path, () =>
        handle.read(buffer, 0, buffer.length, position),
      );
      if (bytesRead === 0) return;
      at += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await handle.close();
  }
}

/** Removes a file or a folder with all it holds; does nothing where it does not exist. */
export async function remove(path: string): Promise<void> {
  await onPath(path, () => patiently(() => rm(path, { recursive: true, force: true })));
}

/** Creates a file that must not exist yet and writes it; false where it exists already. */
export async function createNew(path: string, text: string): Promise<boolean> {
  return onPath(path, async () => {
    let handle: FileHandle;
    try {
      handle = await open(path, 'wx');
    } catch (error) {
      if (systemCode(error) === 'EEXIST') return false;
      throw error;
    }
    try {
      await handle.writeFile(text);
      await handle.sync();
    } catch (error) {
      await rm(path, { force: true }).catch(() => undefined);
      throw error;
    } finally {
      await handle.close();
    }
    return true;
  });
}

/** Overwrites the head of an existing file in place. Only for what need not survive a crash. */
export async function overwrite(path: string, text: string): Promise<void> {
  await onPath(path, async () => {
    const handle = await open(path, 'r+');
    try {
      await handle.writeFile(text);
    } finally {
      await handle.close();
    }
  });
}

/** Renames a file; false where it does not exist any more. */
export async function moveAway(from: string, to: string): Promise<boolean> {
  const done = await onPath(from, () =>
    ifThere(async () => {
      await patiently(() => rename(from, to));
      return true;
    }),
  );
  return done ?? false;
}

/**
 * Replaces a file as a whole, or leaves it as it was: temporary file in the same folder, flushed,
 * its length read back, renamed over the old one, the folder flushed. `mode` is Unix permissions.
 */
export async function writeAside(
  path: string,
  data: string | Uint8Array,
  mode = ownerOnly,
): Promise<void> {
  expectMeant(path);
  const bytes = typeof data === 'string' ? Buffer.from(data) : data;
  const aside = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  await onPath(path, async () => {
    try {
      const handle = await open(aside, 'wx', mode);
      try {
        // FileHandle.writeFile writes until all is out or throws; a bare write may stop short.
        await handle.writeFile(bytes);
        await handle.sync();
        if ((await handle.stat()).size !== bytes.length) {
          throw new StorageError('disk-full', { path, reason: 'short-write' });
        }
      } finally {
        await handle.close();
      }
      await patiently(() => rename(aside, path));
    } catch (error) {
      await rm(aside, { force: true }).catch(() => undefined);
      throw error;
    }
    await syncFolder(dirname(path));
  });
}

/** `writeAside` for a file of the user. Throws as that and as `expectUsable`. */
export async function writeForUser(path: string, data: string | Uint8Array): Promise<void> {
  expectUsable(path);
  await writeAside(path, data, asUsual);
}

/**
 * Cuts a file to `length` bytes and keeps what followed in a file of its own. The copy is durable
 * before anything is cut.
 */
export async function cutTail(path: string, length: number, keepIn: string): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of readChunks(path, length, (await sizeOf(path)) ?? 0)) {
    chunks.push(chunk);
  }
  await writeAside(keepIn, Buffer.concat(chunks));
  await onPath(path, async () => {
    const handle = await open(path, constants.O_RDWR);
    try {
      await handle.truncate(length);
      await handle.sync();
    } finally {
      await handle.close();
    }
  });
}
