import { constants } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder, onPath, ownerOnly, patiently, syncFolder } from './files';
import { StorageError } from './storage-error';

/**
 * A file that only grows, by whole durable pieces. Knows how long the file has to be: after a
 * failed append the file is cut back to that length, at once or before the next append, so that
 * no torn line is left between good ones.
 */
export class GrowingFile {
  #handle: FileHandle | undefined;
  #length: number;
  #isUncertain = false;

  /** `length`: the bytes known to be good; 0 for a file that may not exist yet. */
  constructor(
    readonly path: string,
    length: number,
  ) {
    this.#length = length;
  }

  /** Bytes that are durably in the file. */
  get length(): number {
    return this.#length;
  }

  /**
   * Appends and resolves when the bytes are on the disk (datasync) and under their name. Throws
   * StorageError and leaves the length as it was otherwise.
   */
  async append(bytes: Uint8Array): Promise<void> {
    await onPath(this.path, async () => {
      const handle = this.#handle ?? (await this.#open());
      const expected = this.#length + bytes.length;
      try {
        // FileHandle.appendFile writes until all is out or throws; a bare write may stop short.
        await handle.appendFile(bytes);
        // Asked by name: a handle would go on writing into a folder that was removed.
        const [{ size }] = await Promise.all([stat(this.path), handle.datasync()]);
        if (size !== expected) {
          throw new StorageError('disk-full', {
            path: this.path,
            reason: 'short-write',
          });
        }
        this.#length = expected;
      } catch (error) {
        await this.#cutBack(handle);
        throw error;
      }
    });
  }

  /** Takes back durable appends, down to `length` bytes: now, or else before the next append. */
  async shrink(length: number): Promise<void> {
    await this.close();
    this.#length = length;
    this.#isUncertain = true;
    await onPath(this.path, () => this.#open());
  }

  /** Lets go of the file. */
  async close(): Promise<void> {
    const handle = this.#handle;
    this.#handle = undefined;
    await handle?.close().catch(() => undefined);
  }

  async #open(): Promise<FileHandle> {
    const isNew = this.#length === 0;
    if (isNew) await makeFolder(dirname(this.path));
    // A file with acknowledged content is never created again: then it is gone, which must show.
    const flags = constants.O_RDWR | constants.O_APPEND | (isNew ? constants.O_CREAT : 0);
    const handle = await patiently(() => open(this.path, flags, ownerOnly));
    try {
      const { size } = await handle.stat();
      const isOurRest = size > this.#length && this.#isUncertain;
      if (size !== this.#length && !isOurRest) {
        throw new StorageError('workspace-damaged', {
          file: this.path,
          line: 0,
        });
      }
      if (isOurRest) {
        await handle.truncate(this.#length);
        await handle.sync();
      }
      if (isNew) await syncFolder(dirname(this.path));
      this.#isUncertain = false;
    } catch (error) {
      await handle.close();
      throw error;
    }
    this.#handle = handle;
    return handle;
  }

  /** Best effort now; what is left over is cut before the next append. */
  async #cutBack(handle: FileHandle): Promise<void> {
    this.#isUncertain = true;
    try {
      await handle.truncate(this.#length);
      await handle.datasync();
    } catch {
      // The disk is away or refuses everything; the next append opens and cuts.
    }
    await this.close();
  }
}
