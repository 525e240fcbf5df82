import { posix, win32 } from 'node:path';
import { StorageError } from '../storage/storage-error';

/** Names that Windows keeps for devices, whatever their ending. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])\s*(?:[.:]|$)/i;

/** Folders of Linux and macOS in which files are none: reading them may never end. */
const devices = /^\/(?:dev|proc|sys)(?:\/|$)/;

/**
 * Whether an absolute path is that of a file or folder on this machine: no share of a network, whose
 * mere mention makes Windows sign on there, no device, no second stream of a file.
 */
export function isLocalPath(path: string, platform: NodeJS.Platform = process.platform): boolean {
  if (path.includes('\0')) return false;
  if (platform !== 'win32') return posix.isAbsolute(path) && !devices.test(posix.normalize(path));
  const normal = win32.normalize(path);
  if (!/^[a-z]:\\/i.test(normal)) return false;
  return normal
    .slice(3)
    .split('\\')
    .every((part) => !part.includes(':') && !device.test(part));
}

/** The path itself. Throws StorageError `file-remote` where it leads off this machine's own disks. */
export function expectLocal(path: string): string {
  if (isLocalPath(path)) return path;
  throw new StorageError('file-remote', { name: path.slice(0, 200) });
}
