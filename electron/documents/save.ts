import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReportDocument } from '../../shared/report/blocks';
import { documentText } from '../../shared/report/document-text';
import type { CallInput, CallOutput } from '../../shared/rpc';
import type { DocumentFormat } from '../../shared/rpc/documents';
import { fileName } from '../rpc/file-name';
import { writeForUser } from '../storage/files';
import { StorageError } from '../storage/storage-error';
import type { Pdf } from './pdf';

/** What makes files of documents; each needs a print window. */
export interface DocumentWriters {
  readonly pdf: (documents: readonly ReportDocument[], signal?: AbortSignal) => Promise<Pdf>;
  readonly docx: (document: ReportDocument, signal?: AbortSignal) => Promise<Buffer>;
}

export type WrittenDocuments = NonNullable<CallOutput<'documents.save'>>;
export type NamedDocument = CallInput<'documents.save'>['documents'][number];

/** Where and how documents are written. */
export interface SaveOptions {
  readonly format: DocumentFormat;
  /** A file, or a folder for a file each. */
  readonly path: string;
  readonly as: 'one' | 'each';
  readonly signal?: AbortSignal;
  /** Hears how many documents are done. */
  readonly progress?: (done: number, total: number) => void;
}

/** A file's content with what is told about it. */
async function contentOf(
  documents: readonly ReportDocument[],
  format: DocumentFormat,
  writers: DocumentWriters,
  signal?: AbortSignal,
): Promise<{ data: Buffer | string; pages: number; fonts: readonly string[] }> {
  const [first] = documents;
  if (!first) throw new StorageError('bad-input');
  switch (format) {
    case 'pdf': {
      const { pdf, pages, fonts } = await writers.pdf(documents, signal);
      return { data: pdf, pages, fonts };
    }
    case 'docx':
      return { data: await writers.docx(first, signal), pages: 0, fonts: [] };
    case 'txt':
      // Editors of Windows know UTF-8 by its mark.
      return { data: `\ufeff${documents.map(documentText).join('\n')}`, pages: 0, fonts: [] };
  }
}

/** A path in the folder that no file has yet: nothing is overwritten where nobody was asked. */
async function freePath(folder: string, wish: string, format: DocumentFormat): Promise<string> {
  const stem = fileName(wish, format).slice(0, -format.length - 1);
  for (let n = 1; ; n += 1) {
    const path = join(folder, `${n === 1 ? stem : `${stem} (${n})`}.${format}`);
    const isTaken = await stat(path).then(
      () => true,
      () => false,
    );
    if (!isTaken) return path;
  }
}

/**
 * Writes documents to one file, or to a file each in a folder, whole files only. Throws StorageError
 * `cancelled` between two of them when `signal` says so; those already written stay.
 */
export async function saveDocuments(
  files: readonly NamedDocument[],
  { format, path, as, signal, progress }: SaveOptions,
  writers: DocumentWriters,
): Promise<WrittenDocuments> {
  const total = files.length;
  progress?.(0, total);
  if (as === 'one') {
    const documents = files.map(({ document }) => document);
    const { data, pages, fonts } = await contentOf(documents, format, writers, signal);
    if (signal?.aborted) throw new StorageError('cancelled');
    await writeForUser(path, data);
    progress?.(total, total);
    return { path, files: 1, pages, fonts: [...fonts] };
  }
  let pages = 0;
  const fonts = new Set<string>();
  for (const [index, { document, fileName: wish }] of files.entries()) {
    if (signal?.aborted) throw new StorageError('cancelled');
    const content = await contentOf([document], format, writers, signal);
    await writeForUser(await freePath(path, wish, format), content.data);
    pages += content.pages;
    for (const font of content.fonts) fonts.add(font);
    progress?.(index + 1, total);
  }
  return { path, files: total, pages, fonts: [...fonts].sort() };
}
