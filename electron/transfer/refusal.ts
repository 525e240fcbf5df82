import type { ErrorCode } from '../../shared/rpc';
import { StorageError, storageError, systemCode } from '../storage/storage-error';

/** Why a package is not taken; `place` is the entry (and line) in the package that shows it. */
export function refused(
  code: Extract<ErrorCode, `package-${string}`>,
  place: string,
): StorageError {
  return new StorageError(code, { place: place.slice(0, 200) });
}

/** What yauzl says of names that lead out of the folder or are not portable. */
const unsafeName = /^(?:absolute path|invalid relative path|invalid characters in fileName)/;

/** The failure of reading a package: a refusal, a failing disk, or a file that is no package. */
export function readingFailure(error: unknown): Error {
  if (error instanceof StorageError) return error;
  if (!(error instanceof Error)) return refused('package-unreadable', '');
  if (error.name === 'AbortError') return new StorageError('cancelled');
  const system = systemCode(error);
  // Node's zlib reports broken deflate data with codes of its own (Z_DATA_ERROR …).
  if (system !== undefined && !/^(?:ERR_|Z_)/.test(system)) return storageError(error);
  if (unsafeName.test(error.message)) return refused('package-altered', error.message);
  // yauzl and zlib describe a broken file in plain errors; defects of our own are other classes.
  if (error.constructor === Error || system !== undefined) {
    return refused('package-unreadable', error.message);
  }
  return error;
}
