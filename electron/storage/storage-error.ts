import { constants } from 'node:os';
import type { ErrorCode, RpcError } from '../../shared/rpc';

/** A failure that the user is told about: a code of the contract and details for its sentence. */
export class StorageError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly params: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    super(`${code} ${JSON.stringify(params)}`, options);
    this.name = 'StorageError';
  }

  /** The failure as the contract has it: no stack, no cause. */
  get rpcError(): RpcError {
    return { code: this.code, params: { ...this.params } };
  }
}

/** What each system error means for the user; everything unknown is a failing disk. */
const meanings: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'file-over-limit',
  ENAMETOOLONG: 'path-too-long',
  EACCES: 'no-access',
  EPERM: 'no-access',
  EROFS: 'no-access',
  EBUSY: 'no-access',
  ENOENT: 'folder-gone',
  ENOTDIR: 'folder-gone',
  // A pulled stick or a share that went away.
  ENODEV: 'folder-gone',
  ENXIO: 'folder-gone',
  ESTALE: 'folder-gone',
  EHOSTDOWN: 'folder-gone',
  ENOTCONN: 'folder-gone',
  ENETDOWN: 'folder-gone',
  ENETUNREACH: 'folder-gone',
  EHOSTUNREACH: 'folder-gone',
  ETIMEDOUT: 'folder-gone',
  // What libuv makes of ERROR_NETNAME_DELETED, a share of Windows that went away.
  ECONNRESET: 'folder-gone',
};

/** The code of a system error such as `ENOSPC`; undefined for anything else. */
export function systemCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code !== 'string' || code.startsWith('ERR_')) return undefined;
  // Of some errors, as of a share that went away, Node tells the number alone.
  const number = error instanceof Error && 'errno' in error ? error.errno : undefined;
  const named = Object.entries(constants.errno).find(([, known]) => known === -Number(number));
  return code.startsWith('Unknown system error') ? (named?.[0] ?? code) : code;
}

/**
 * Any error as a StorageError, with the `path` it happened on where that is known. What is no error
 * of the system is a defect of this program and becomes `internal`.
 */
export function storageError(error: unknown, path?: string): StorageError {
  if (error instanceof StorageError) return error;
  const reason = systemCode(error);
  const code = reason === undefined ? 'internal' : (meanings[reason] ?? 'disk-failed');
  const params = {
    ...(path !== undefined && { path }),
    ...(reason !== undefined && { reason }),
  };
  return new StorageError(code, params, { cause: error });
}
