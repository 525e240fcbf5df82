import { basename } from 'node:path';
import { attachmentName, type Opening, openingOf } from '../../shared/model/attachment-name';
import type { CallOutput, ErrorCode, RpcError } from '../../shared/rpc';
import type { AddedFile, CopyOptions } from '../storage/attachments';
import { asUsual } from '../storage/files';
import { StorageError, storageError } from '../storage/storage-error';
import { type Dropped, droppedFiles, placeOf } from './dropped';
import { markAsForeign } from './foreign-mark';
import type { Emit, SectionHandlers } from './handlers';
import { hasMacros } from './macros';
import type { OpenedCopies } from './opened-copies';
import { reportTo } from './progress';
import type { WorkspaceSession } from './session';

/** How evidence files get in and out. */
export interface AttachmentServices {
  /** Asks for any files; none when the user gave up. */
  readonly chooseFiles: () => Promise<readonly string[]>;
  /** Asks where to save a file; null when the user gave up. */
  readonly copyPlace: (name: string) => Promise<string | null>;
  /** Opens a file with the system's program; answers what went wrong, or nothing. */
  readonly openPath: (path: string) => Promise<string>;
  readonly copies: OpenedCopies;
  /** Hears of a file that was written at the user's wish. */
  readonly wrote: (path: string) => void;
}

/** Why a file is not opened from the app. */
const refusals = {
  macros: 'file-macros',
  program: 'file-runnable',
  other: 'file-not-document',
} as const satisfies Record<Exclude<Opening, 'document'>, ErrorCode>;

/** Copies that other programs show are not to be changed: they are no originals. */
const readOnly = 0o400;

type Added = NonNullable<CallOutput<'attachments.add'>>;

/** Whether a failure is that of one file, so that the others can still be added. */
const isOfOneFile = (error: RpcError): boolean => error.code.startsWith('file-');

/** What a file that cannot be added is called in the sentence about it. */
const nameOf = (file: Dropped): string =>
  'path' in file ? basename(file.path) : attachmentName(file.name);

/** A failed copy names the file, for the sentence about it. */
async function naming<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code, params } = storageError(error);
    throw new StorageError(code, { ...params, name }, { cause: error });
  }
}

/** The calls on evidence files. */
export function attachmentHandlers(
  session: WorkspaceSession,
  services: AttachmentServices,
  emit: Emit,
): SectionHandlers<'attachments'> {
  const running = new Set<AbortController>();

  /** Runs a long job that `attachments.cancel` stops and that tells how far it is. */
  async function job<T>(name: string, work: (options: Required<CopyOptions>) => Promise<T>) {
    const stop = new AbortController();
    running.add(stop);
    try {
      return await work({ signal: stop.signal, progress: reportTo(emit, name) });
    } finally {
      running.delete(stop);
    }
  }

  /** Adds file by file: all that can be, or none where it is cancelled. */
  async function addAll(files: readonly Dropped[], options: Required<CopyOptions>): Promise<Added> {
    const { workspace } = session;
    const added: AddedFile[] = [];
    const refused: RpcError[] = [];
    for (const [index, file] of files.entries()) {
      const progress = (done: number, total: number) =>
        options.progress?.(index + done / total, files.length);
      try {
        if (options.signal?.aborted) throw new StorageError('cancelled');
        added.push(await workspace.addFile(placeOf(file), { signal: options.signal, progress }));
      } catch (error) {
        const known = storageError(error);
        if (known.code === 'cancelled' || known.code === 'internal') {
          // Backwards: the first copy of the same content is the one that was new.
          for (const file of added.reverse()) await workspace.attachments.takeBack(file);
          throw known;
        }
        refused.push({ code: known.code, params: { name: nameOf(file), ...known.params } });
        // What the disk refuses once, it refuses for the next file, too.
        if (!isOfOneFile(known)) break;
      }
      options.progress?.(index + 1, files.length);
    }
    return { added: added.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })), refused };
  }

  return {
    'attachments.add': async (_input, { dropped }) => {
      const { readOnly } = session.workspace;
      if (readOnly) throw new StorageError('read-only', { reason: readOnly.code });
      const files =
        dropped === undefined
          ? (await services.chooseFiles()).map((path) => ({ path }))
          : droppedFiles(dropped);
      if (files.length === 0) return null;
      return job('attachments.add', (options) => addAll(files, options));
    },
    'attachments.cancel': () => {
      for (const stop of running) stop.abort();
      return null;
    },
    'attachments.open': async ({ sha256, name: asked }) => {
      const { attachments } = session.workspace;
      const name = attachmentName(asked);
      const opening = openingOf(name);
      if (opening !== 'document') throw new StorageError(refusals[opening], { name });
      await job('attachments.open', (options) =>
        naming(name, () =>
          services.copies.make(name, async (path) => {
            await attachments.copyTo(sha256, path, { ...options, mode: readOnly });
            if (await hasMacros(path)) throw new StorageError('file-macros');
            await markAsForeign(path, { mode: readOnly });
            const complaint = await services.openPath(path);
            if (complaint !== '') throw new StorageError('file-no-program');
          }),
        ),
      );
      return null;
    },
    'attachments.saveAs': async ({ sha256, name: asked }) => {
      const { attachments } = session.workspace;
      const name = attachmentName(asked);
      const path = await services.copyPlace(name);
      if (path === null) return null;
      await job('attachments.saveAs', (options) =>
        naming(name, () => attachments.copyTo(sha256, path, { ...options, mode: asUsual })),
      );
      await markAsForeign(path);
      services.wrote(path);
      return { path };
    },
    'attachments.missing': (hashes) => session.workspace.attachments.missingOf(hashes),
  };
}
