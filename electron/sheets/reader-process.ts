import { StorageError, storageError } from '../storage/storage-error';
import { readSheetFile } from './read-file';
import type { ReaderMessage, ReaderOrder } from './reader-messages';

// Runs in a process of its own with a limit on its memory: whatever a file does to the one that
// reads it, the app and the unit's records stand aside.

/** Rows that are sent at once. */
const rowsAtOnce = 2_000;

const say = (message: ReaderMessage): void => process.parentPort.postMessage(message);

async function read(path: string): Promise<void> {
  let last = 0;
  try {
    const sheets = await readSheetFile(path, (done, total) => {
      const now = performance.now();
      if (now - last < 50) return;
      last = now;
      say({ type: 'progress', done, total });
    });
    for (const { about, grid } of sheets) {
      say({ type: 'sheet', about });
      for (let from = 0; from < grid.length; from += rowsAtOnce) {
        say({ type: 'rows', rows: grid.slice(from, from + rowsAtOnce) });
      }
    }
    say({ type: 'done' });
  } catch (error) {
    const { rpcError } = error instanceof StorageError ? error : storageError(error);
    say({ type: 'failed', error: rpcError });
  }
}

process.parentPort.once('message', ({ data }: { data: ReaderOrder }) => void read(data.path));
