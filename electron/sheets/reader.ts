import { join } from 'node:path';
import { utilityProcess } from 'electron';
import type { Cell, SheetAbout } from '../../shared/sheet/book';
import { StorageError } from '../storage/storage-error';
import { readerMemory } from './limits';
import type { ReaderMessage, ReaderOrder } from './reader-messages';

/** How a file is read. */
export interface Reading {
  readonly progress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/** A file that was read; its cells are where it was. */
export interface OpenedSheets {
  readonly sheets: readonly SheetAbout[];
  /**
   * At most `count` rows of a sheet from row `from` on, none behind its end, fewer where they hold
   * much. Throws StorageError `sheet-large` where the process that has them is gone.
   */
  rows(sheet: number, from: number, count: number): Promise<Cell[][]>;
  /** Lets go of the cells. */
  close(): void;
}

/**
 * Reads the tables of a file in a process of its own, which keeps them until they are closed. Throws
 * StorageError of the disk or `sheet-…`; `sheet-large` where it takes more memory than it may,
 * `cancelled` where the signal says so.
 */
export function readInProcess(path: string, { progress, signal }: Reading): Promise<OpenedSheets> {
  return new Promise((resolve, reject) => {
    const child = utilityProcess.fork(join(__dirname, 'sheet-reader.cjs'), [], {
      execArgv: [`--max-old-space-size=${readerMemory}`],
      stdio: 'ignore',
      serviceName: 'Touyan sheet reader',
    });
    const tell = (order: ReaderOrder): void => child.postMessage(order);
    interface Asked {
      readonly resolve: (rows: Cell[][]) => void;
      readonly reject: (error: StorageError) => void;
    }
    const asked = new Map<number, Asked>();
    let next = 1;
    let isGone = false;
    const end = (error: StorageError) => {
      if (isGone) return;
      isGone = true;
      signal.removeEventListener('abort', stop);
      child.kill();
      reject(error);
      for (const one of asked.values()) one.reject(error);
      asked.clear();
    };
    const stop = () => end(new StorageError('cancelled'));
    signal.addEventListener('abort', stop);
    child.on('message', (message: ReaderMessage) => {
      switch (message.type) {
        case 'progress':
          progress(message.done, message.total);
          break;
        case 'read':
          signal.removeEventListener('abort', stop);
          resolve({
            sheets: message.sheets,
            rows: (sheet, from, count) =>
              new Promise((gave, failed) => {
                if (isGone) return failed(new StorageError('sheet-large'));
                const id = next++;
                asked.set(id, { resolve: gave, reject: failed });
                tell({ type: 'rows', id, sheet, from, count });
              }),
            close: stop,
          });
          break;
        case 'rows':
          asked.get(message.id)?.resolve(message.rows);
          asked.delete(message.id);
          break;
        case 'failed':
          end(new StorageError(message.error.code, message.error.params));
      }
    });
    // A process that ends by itself ran out of its memory.
    child.on('exit', () => end(new StorageError('sheet-large')));
    if (signal.aborted) stop();
    else tell({ type: 'read', path });
  });
}
