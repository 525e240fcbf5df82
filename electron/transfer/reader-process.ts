import { setImmediate as pause } from 'node:timers/promises';
import type { ChangeSet } from '../../shared/changes/change-set';
import { StorageError, storageError } from '../storage/storage-error';
import { readPackage } from './read-package';
import type { PackageMessage, PackageOrder } from './reader-messages';

// Runs in a process of its own with a limit on its memory: whatever a package does to the one that
// unpacks it, the app and the unit's records stand aside.

/** Most single changes that are sent at once. */
const changesAtOnce = 2_000;

const say = (message: PackageMessage): void => process.parentPort.postMessage(message);

let goOn: () => void = () => undefined;
const allowed = new Promise<void>((resolve) => {
  goOn = resolve;
});

/** Sets in pieces that hold up nobody who hears of them. */
function* piecesOf(sets: readonly ChangeSet[]): Generator<ChangeSet[]> {
  let piece: ChangeSet[] = [];
  let changes = 0;
  for (const set of sets) {
    piece.push(set);
    changes += set.changes.length;
    if (changes < changesAtOnce) continue;
    yield piece;
    piece = [];
    changes = 0;
  }
  if (piece.length > 0) yield piece;
}

async function read(path: string, passphrase: string | undefined): Promise<void> {
  let last = Number.NEGATIVE_INFINITY;
  try {
    const { sets, ...rest } = await readPackage(path, {
      passphrase,
      admit: (manifest) => {
        say({ type: 'manifest', manifest });
        return allowed;
      },
      progress: (done, total) => {
        const now = performance.now();
        if (now - last < 50 && done < total) return;
        last = now;
        say({ type: 'progress', done, total });
      },
    });
    for (const piece of piecesOf(sets)) {
      say({ type: 'sets', sets: piece });
      await pause();
    }
    say({ type: 'read', read: rest });
  } catch (error) {
    const { rpcError } = error instanceof StorageError ? error : storageError(error);
    say({ type: 'failed', error: rpcError });
  }
}

process.parentPort.on('message', ({ data }: { data: PackageOrder }) => {
  if (data.type === 'read') void read(data.path, data.passphrase);
  else goOn();
});
