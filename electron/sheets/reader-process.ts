import { StorageError, storageError } from '../storage/storage-error';
import { pieceOf } from './piece';
import { readSheetFile } from './read-file';
import type { ReadSheet } from './read-workbook';
import type { ReaderMessage, ReaderOrder } from './reader-messages';

// Runs in a process of its own with a limit on its memory: whatever a file does to the one that
// reads it, the app and the unit's records stand aside. The cells stay here, too; main only hands
// pieces of them on.

const say = (message: ReaderMessage): void => process.parentPort.postMessage(message);

let sheets: readonly ReadSheet[] = [];

async function read(path: string): Promise<void> {
  let last = Number.NEGATIVE_INFINITY;
  try {
    sheets = await readSheetFile(path, (done, total) => {
      const now = performance.now();
      if (now - last < 50) return;
      last = now;
      say({ type: 'progress', done, total });
    });
    say({ type: 'read', sheets: sheets.map(({ about }) => about) });
  } catch (error) {
    const { rpcError } = error instanceof StorageError ? error : storageError(error);
    say({ type: 'failed', error: rpcError });
  }
}

process.parentPort.on('message', ({ data }: { data: ReaderOrder }) => {
  if (data.type === 'read') {
    void read(data.path);
    return;
  }
  const { id, sheet, from, count } = data;
  say({ type: 'rows', id, rows: pieceOf(sheets[sheet]?.grid ?? [], from, count) });
});
