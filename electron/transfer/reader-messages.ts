import type { ChangeSet } from '../../shared/changes/change-set';
import type { RpcError } from '../../shared/rpc/error';
import type { Manifest } from './manifest';
import type { ReadPackage } from './read-package';

/** What the process that reads a package is told: which one, then whether to go on. */
export type PackageOrder =
  | { readonly type: 'read'; readonly path: string; readonly passphrase?: string | undefined }
  | { readonly type: 'go-on' };

/** What it says: whose the package is, and after a `go-on` what is in it, in pieces. */
export type PackageMessage =
  | { readonly type: 'manifest'; readonly manifest: Manifest }
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'sets'; readonly sets: readonly ChangeSet[] }
  | { readonly type: 'read'; readonly read: Omit<ReadPackage, 'sets'> }
  | { readonly type: 'failed'; readonly error: RpcError };
