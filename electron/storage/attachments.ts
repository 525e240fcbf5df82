import { basename, join } from 'node:path';
import { attachmentName } from '../../shared/model/attachment-name';
import type { BlobKey } from './blob-format';
import {
  blobName,
  blobPath,
  blobState,
  blobsFolder,
  contentAt,
  expectHash,
  hashOf,
  writeBlob,
} from './blobs';
import { listFolder, remove, sizeOf } from './files';
import { expectUsable } from './place';
import { expectAttachable, sourceChunks } from './source-file';
import { StorageError } from './storage-error';
import { asideEnding, streamAside } from './streamed-file';

/** A file that was copied in. */
export interface AddedFile {
  /** As it is shown; see `attachmentName`. */
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Whether its content was not there before. */
  readonly isNew: boolean;
}

/** What a long copy answers to. */
export interface CopyOptions {
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((done: number, total: number) => void) | undefined;
}

/** The evidence files of one data folder, each kept once under the hash of its content. */
export class Attachments {
  readonly #ended = new AbortController();
  #last: Promise<unknown> = Promise.resolve();
  /** Copies on their way out. */
  readonly #leaving = new Set<Promise<unknown>>();
  #isSwept = false;

  /** `key`: of an encrypted unit. */
  constructor(
    private readonly folder: string,
    private readonly key?: BlobKey,
  ) {}

  /**
   * Copies a file in; resolves when it is on the disk and was read back. The same content is kept
   * once. Throws StorageError: `file-empty`, `file-too-large`, `file-not-regular` (a folder, a
   * device), `file-unreadable`, `file-changed` (while it was copied), `cancelled`, or the disk's.
   */
  add(source: string, options: CopyOptions = {}): Promise<AddedFile> {
    return this.#alone(() => this.#add(source, this.#until(options)));
  }

  /**
   * Writes the content with that SHA-256 to a file outside the data folder, or changes nothing
   * there. Throws StorageError: `attachment-missing`, `attachment-altered`, `cancelled`, or the
   * disk's.
   */
  async copyTo(
    sha256: string,
    path: string,
    options: CopyOptions & { readonly mode?: number } = {},
  ): Promise<void> {
    const copy = this.#copyTo(sha256, path, { ...options, ...this.#until(options) });
    const settled = copy.catch(() => undefined);
    this.#leaving.add(settled);
    await copy.finally(() => this.#leaving.delete(settled));
  }

  async #copyTo(
    sha256: string,
    path: string,
    options: CopyOptions & { readonly mode?: number },
  ): Promise<void> {
    const { signal, progress } = options;
    const total = await this.#storedBytes(sha256);
    if (total === undefined) throw new StorageError('attachment-missing');
    const content = this.#content(sha256);
    const watched = async function* () {
      let done = 0;
      for await (const chunk of content) {
        if (signal?.aborted) throw new StorageError('cancelled');
        yield chunk;
        done += chunk.length;
        progress?.(Math.min(done, total), total);
      }
    };
    expectUsable(path);
    await streamAside(path, watched(), {
      ...(options.mode !== undefined && { mode: options.mode }),
    });
  }

  /** The content with that SHA-256. Throws StorageError `attachment-missing`, `attachment-altered`. */
  async *contentOf(sha256: string): AsyncGenerator<Buffer> {
    if ((await this.#storedBytes(sha256)) === undefined) {
      throw new StorageError('attachment-missing');
    }
    yield* this.#content(sha256);
  }

  /**
   * Takes content in that came from elsewhere under its SHA-256; true where it was not there. Throws
   * StorageError `disk-failed` where it is not that content, and what `chunks` throws.
   */
  takeIn(sha256: string, chunks: () => AsyncIterable<Buffer>): Promise<boolean> {
    return this.#alone(async () => {
      if ((await this.stateOf(sha256)) === 'whole') return false;
      const isNew = (await this.#storedBytes(sha256)) === undefined;
      await this.#prepare();
      const mismatch = () => new StorageError('package-altered', { place: sha256 });
      await writeBlob(this.folder, sha256, expectHash(chunks(), sha256, mismatch), {
        key: this.key,
      });
      return isNew;
    });
  }

  /** Those of the hashes whose content is not there. Does not look inside; see `blobState`. */
  async missingOf(hashes: readonly string[]): Promise<string[]> {
    const missing: string[] = [];
    for (const sha256 of new Set(hashes)) {
      if ((await this.#storedBytes(sha256)) === undefined) missing.push(sha256);
    }
    return missing;
  }

  /** Whether the content with that SHA-256 is there and unaltered. Reads it wholly. */
  stateOf(sha256: string): Promise<'whole' | 'altered' | 'missing'> {
    return blobState(this.folder, sha256, this.key);
  }

  /** Name of the file that holds the content with that SHA-256. */
  nameOf(sha256: string): string {
    return blobName(sha256, this.key);
  }

  /** Takes back a copy that no record speaks of yet. */
  async takeBack({ sha256, isNew }: Pick<AddedFile, 'sha256' | 'isNew'>): Promise<void> {
    if (isNew) await this.#alone(() => remove(join(this.folder, blobPath(this.nameOf(sha256)))));
  }

  /** Breaks off what is being copied and waits until it has ended. */
  async close(): Promise<void> {
    this.#ended.abort();
    await Promise.all([this.#last, ...this.#leaving]);
  }

  async #add(source: string, options: CopyOptions): Promise<AddedFile> {
    const name = attachmentName(basename(source));
    const bytes = await expectAttachable(source, name);
    // Read to know the name, copied, read back.
    const total = 3 * bytes;
    let done = 0;
    const step = (count: number): void => {
      done += count;
      options.progress?.(Math.min(done, total), total);
    };
    const { sha256 } = await hashOf(sourceChunks(source, name, options.signal), step);
    // An altered copy is replaced by the good one.
    if ((await this.stateOf(sha256)) === 'whole') return { name, bytes, sha256, isNew: false };
    await this.#prepare();
    const chunks = expectHash(
      sourceChunks(source, name, options.signal),
      sha256,
      () => new StorageError('file-changed', { name }),
    );
    let copied = 0;
    const counted = async function* () {
      for await (const chunk of chunks) {
        copied += chunk.length;
        step(chunk.length);
        yield chunk;
      }
    };
    const isNew = (await this.#storedBytes(sha256)) === undefined;
    await writeBlob(this.folder, sha256, counted(), { key: this.key, readBack: step });
    return { name, bytes: copied, sha256, isNew };
  }

  /** The data folder must be there, and what a crash left half written goes. */
  async #prepare(): Promise<void> {
    const marker = join(this.folder, 'touyan.json');
    if ((await sizeOf(marker)) === undefined) {
      throw new StorageError('folder-gone', { path: this.folder });
    }
    if (this.#isSwept) return;
    const root = join(this.folder, blobsFolder);
    for (const group of await listFolder(root, 'folders')) {
      for (const name of await listFolder(join(root, group), 'files')) {
        if (name.endsWith(asideEnding)) await remove(join(root, group, name));
      }
    }
    this.#isSwept = true;
  }

  #content(sha256: string): AsyncGenerator<Buffer> {
    const name = this.nameOf(sha256);
    const chunks = contentAt(join(this.folder, blobPath(name)), name, this.key);
    return expectHash(chunks, sha256, () => new StorageError('attachment-altered', { file: name }));
  }

  #storedBytes(sha256: string): Promise<number | undefined> {
    return sizeOf(join(this.folder, blobPath(this.nameOf(sha256))));
  }

  #until(options: CopyOptions): CopyOptions {
    const { signal } = options;
    const ended = this.#ended.signal;
    return { ...options, signal: signal ? AbortSignal.any([signal, ended]) : ended };
  }

  #alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }
}
