import { join } from 'node:path';
import { utilityProcess } from 'electron';
import type { Cell } from '../../shared/sheet/book';
import { StorageError } from '../storage/storage-error';
import { readerMemory } from './limits';
import type { ReadSheet } from './read-workbook';
import type { ReaderMessage, ReaderOrder } from './reader-messages';

/** How a file is read. */
export interface Reading {
  readonly progress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Reads the tables of a file in a process of its own. Throws StorageError of the disk or `sheet-…`;
 * `sheet-large` where it takes more memory than it may, `cancelled` where the signal says so.
 */
export function readInProcess(path: string, { progress, signal }: Reading): Promise<ReadSheet[]> {
  return new Promise((resolve, reject) => {
    const child = utilityProcess.fork(join(__dirname, 'sheet-reader.cjs'), [], {
      execArgv: [`--max-old-space-size=${readerMemory}`],
      stdio: 'ignore',
      serviceName: 'Touyan sheet reader',
    });
    const sheets: { about: ReadSheet['about']; grid: (readonly Cell[])[] }[] = [];
    let isOver = false;
    const end = (finish: () => void) => {
      if (isOver) return;
      isOver = true;
      signal.removeEventListener('abort', stop);
      child.kill();
      finish();
    };
    const stop = () => end(() => reject(new StorageError('cancelled')));
    signal.addEventListener('abort', stop);
    child.on('message', (message: ReaderMessage) => {
      switch (message.type) {
        case 'progress':
          progress(message.done, message.total);
          break;
        case 'sheet':
          sheets.push({ about: message.about, grid: [] });
          break;
        case 'rows':
          sheets.at(-1)?.grid.push(...message.rows);
          break;
        case 'done':
          end(() => resolve(sheets));
          break;
        case 'failed':
          end(() => reject(new StorageError(message.error.code, message.error.params)));
      }
    });
    // A process that ends by itself ran out of its memory.
    child.on('exit', () => end(() => reject(new StorageError('sheet-large'))));
    const order: ReaderOrder = { path };
    child.postMessage(order);
  });
}
