import type { ErrorCode } from '../../shared/rpc';
import { StorageError, storageError, systemCode } from '../storage/storage-error';

/**
 * Why a package is not taken; `place` is the entry (and line) in the package that shows it, `path`
 * the package.
 */
export function refused(
  code: Extract<ErrorCode, `package-${string}`>,
  place: string,
  path?: string,
): StorageError {
  return new StorageError(code, {
    place: place.slice(0, 200),
    ...(path !== undefined && { path }),
  });
}

/** What yauzl says of names that lead out of the folder or are not portable. */
const unsafeName = /^(?:absolute path|invalid relative path|invalid characters in fileName)/;

/** The failure of reading a package: a refusal, a failing disk, or a file that is no package. */
export function readingFailure(error: unknown, path: string): Error {
  if (error instanceof StorageError) {
    if (!error.code.startsWith('package-')) return error;
    return new StorageError(error.code, { ...error.params, path }, { cause: error });
  }
  if (!(error instanceof Error)) return refused('package-unreadable', '', path);
  if (error.name === 'AbortError') return new StorageError('cancelled');
  const system = systemCode(error);
  // Node's zlib reports broken deflate data with codes of its own (Z_DATA_ERROR …).
  if (system !== undefined && !/^(?:ERR_|Z_)/.test(system)) return storageError(error, path);
  if (unsafeName.test(error.message)) return refused('package-altered', error.message, path);
  // yauzl and zlib describe a broken file in plain errors; defects of our own are other classes.
  if (error.constructor === Error || system !== undefined) {
    return refused('package-unreadable', error.message, path);
  }
  return error;
}
