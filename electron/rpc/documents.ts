import { type BrowserWindow, dialog } from 'electron';
import { documentToPdf, printedDocuments } from '../documents/pdf';
import { printDocument } from '../documents/print';
import { writeAside } from '../storage/files';
import { StorageError } from '../storage/storage-error';
import type { WrittenFiles } from './app';
import type { Section } from './dispatch';
import { fileNameOf } from './file-name';

/** Handlers of the calls that put documents on paper. */
export function documentsHandlers(window: BrowserWindow, written: WrittenFiles): Section<'documents'> {
  return {
    'documents.savePdf': async ({ document, fileName }) => {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        defaultPath: fileNameOf(fileName, 'pdf'),
        filters: [{ name: 'PDF', extensions: ['pdf'] }],
      });
      if (canceled || !filePath) return null;
      const { pdf, pages } = await documentToPdf(document);
      await writeAside(filePath, pdf);
      written.add(filePath);
      return { path: filePath, pages };
    },
    'documents.print': ({ document }) => printDocument(document),
    'documents.current': (_input, { contents }) => {
      const document = printedDocuments.get(contents)?.document;
      if (!document) throw new StorageError('bad-input');
      return document;
    },
    'documents.ready': ({ pages }, { contents }) => {
      printedDocuments.get(contents)?.ready(pages);
      return null;
    },
  };
}
