import { posix, win32 } from 'node:path';
import { windowsRefusal } from '../../shared/model/place-name';
import { StorageError } from './storage-error';

// Windows takes a path for another one, or writes something else than was asked, without a word: a:b
// becomes a hidden stream of the file a, `name.` becomes `name`, CON a device. Here that is known.

/** Longest path that Explorer and office programs open; Node itself knows no such end. */
const longestForPrograms = 259;

/** A folder as one text for all ways of writing its path; on Windows case does not tell. */
export function folderKey(path: string, platform: NodeJS.Platform = process.platform): string {
  return platform === 'win32' ? win32.resolve(path).toLowerCase() : posix.resolve(path);
}

/**
 * Makes sure that the system writes what a path says, and not something else. Throws StorageError
 * `name-refused` with the `reason`. Does nothing but on Windows: elsewhere a path means itself.
 */
export function expectMeant(path: string, platform: NodeJS.Platform = process.platform): void {
  if (platform !== 'win32') return;
  // The long form \\?\ and \\.\ of a path is no name in it.
  const plain = path.replace(/^[\\/]{2}[?.][\\/](?:UNC(?=[\\/]))?/i, '');
  const full = win32.resolve(plain);
  const parts = full.slice(win32.parse(full).root.length).split('\\');
  // The ending is looked at in the path as given: resolving takes dots away.
  const given = plain.split(/[\\/]/).filter((part) => part !== '' && !/^\.+$/.test(part));
  const drive = /^[a-z]:/i;
  for (const part of [...parts, ...given.map((name) => name.replace(drive, ''))]) {
    if (part === '') continue;
    const reason = windowsRefusal(part);
    if (reason) throw new StorageError('name-refused', { path, reason });
  }
}

/**
 * `expectMeant` for a file that the user, or another program, is to open afterwards: on Windows it
 * must not lie too deep for them. Throws StorageError `name-refused`, `path-too-long`.
 */
export function expectUsable(path: string, platform: NodeJS.Platform = process.platform): void {
  expectMeant(path, platform);
  if (platform === 'win32' && win32.resolve(path).length > longestForPrograms) {
    throw new StorageError('path-too-long', { path });
  }
}
