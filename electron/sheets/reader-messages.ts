import type { RpcError } from '../../shared/rpc/error';
import type { Cell, SheetAbout } from '../../shared/sheet/book';

/** What the reading process is told: first which file, then which rows of it. */
export type ReaderOrder =
  | { readonly type: 'read'; readonly path: string }
  | {
      readonly type: 'rows';
      /** Comes back with the answer. */
      readonly id: number;
      readonly sheet: number;
      readonly from: number;
      readonly count: number;
    };

/** What the reading process says. */
export type ReaderMessage =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'read'; readonly sheets: readonly SheetAbout[] }
  | { readonly type: 'rows'; readonly id: number; readonly rows: Cell[][] }
  | { readonly type: 'failed'; readonly error: RpcError };
