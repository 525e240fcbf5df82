import { join } from 'node:path';
import { utilityProcess } from 'electron';
import type { ChangeSet } from '../../shared/changes/change-set';
import { StorageError, storageError } from '../storage/storage-error';
import type { PackageReader, ReadOptions, ReadPackage } from './read-package';
import type { PackageMessage, PackageOrder } from './reader-messages';
import { refused } from './refusal';

/** Memory of the process that reads a package, in MB; what wants more is refused. */
const readerMemory = 1_536;

/**
 * Reads a package as `readPackage` does, in a process of its own, which ends at once where the signal
 * says so. `admit` is asked here, before anything but the manifest is unpacked. Throws as `readPackage`
 * does, and `package-unreadable` where the package takes more memory than it may.
 */
export const readPackageInProcess: PackageReader = (path, options: ReadOptions = {}) =>
  new Promise<ReadPackage>((resolve, reject) => {
    const { signal, progress, passphrase, admit } = options;
    const child = utilityProcess.fork(join(__dirname, 'package-reader.cjs'), [], {
      execArgv: [`--max-old-space-size=${readerMemory}`],
      stdio: 'ignore',
      serviceName: 'Touyan package reader',
    });
    const tell = (order: PackageOrder): void => child.postMessage(order);
    const sets: ChangeSet[] = [];
    let isOver = false;
    const end = (finish: () => void): void => {
      if (isOver) return;
      isOver = true;
      signal?.removeEventListener('abort', stop);
      child.kill();
      finish();
    };
    const fail = (error: unknown): void => end(() => reject(storageError(error, path)));
    const stop = (): void => fail(new StorageError('cancelled'));
    signal?.addEventListener('abort', stop);
    const heard = async (message: PackageMessage): Promise<void> => {
      switch (message.type) {
        case 'manifest':
          await admit?.(message.manifest);
          if (!isOver) tell({ type: 'go-on' });
          break;
        case 'progress':
          progress?.(message.done, message.total);
          break;
        case 'sets':
          for (const set of message.sets) sets.push(set);
          break;
        case 'read':
          end(() => resolve({ ...message.read, sets }));
          break;
        case 'failed':
          fail(new StorageError(message.error.code, message.error.params));
      }
    };
    child.on('message', (message: PackageMessage) => void heard(message).catch(fail));
    // A process that ends by itself ran out of its memory.
    child.on('exit', () => fail(refused('package-unreadable', 'memory', path)));
    if (signal?.aborted) stop();
    else tell({ type: 'read', path, passphrase });
  });
