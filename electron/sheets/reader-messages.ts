import type { RpcError } from '../../shared/rpc/error';
import type { Grid, SheetAbout } from '../../shared/sheet/book';

/** What the reading process is told, once. */
export interface ReaderOrder {
  readonly path: string;
}

/** What the reading process says. The rows after a `sheet` are that sheet's. */
export type ReaderMessage =
  | { readonly type: 'progress'; readonly done: number; readonly total: number }
  | { readonly type: 'sheet'; readonly about: SheetAbout }
  | { readonly type: 'rows'; readonly rows: Grid }
  | { readonly type: 'done' }
  | { readonly type: 'failed'; readonly error: RpcError };
