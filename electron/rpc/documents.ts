import type { ReportDocument } from '../../shared/report/blocks';
import { documentText } from '../../shared/report/document-text';
import type { Printing, Setting } from '../../shared/rpc/documents';
import type { Printer } from '../documents/print';
import { type DocumentWriters, saveDocuments } from '../documents/save';
import type { SetPages } from '../windows/print-window';
import { fileName, type SavePlace } from './file-name';
import type { Emit, SectionHandlers } from './handlers';
import { reportTo } from './progress';

/** The documents that a print window sets, told by the window that does it. */
export interface PrintWindows {
  /** Throws StorageError `bad-input` where that window has nothing to set. */
  readonly current: (id: number) => Setting;
  readonly ready: (id: number, set: SetPages) => void;
}

/** How documents leave the app. */
export interface DocumentServices {
  readonly savePlace: SavePlace;
  /** Asks for a folder; null when the user gave up. */
  readonly chooseFolder: () => Promise<string | null>;
  readonly writers: DocumentWriters;
  readonly printers: () => Promise<Printer[]>;
  /** By the system's dialog where there is no `printing`; null when the user gave up. */
  readonly print: (
    documents: readonly ReportDocument[],
    printing: Printing | null,
  ) => Promise<{ pages: number } | null>;
  readonly copyText: (text: string) => void | Promise<void>;
  readonly windows: PrintWindows;
  /** Hears of a file that was written at the user's wish. */
  readonly wrote: (path: string) => void;
}

/** What a print window asks; all that is needed where there is no main window. */
export function printWindowHandlers(
  windows: PrintWindows,
): Pick<SectionHandlers<'documents'>, 'documents.current' | 'documents.ready'> {
  return {
    'documents.current': (_input, { id }) => windows.current(id),
    'documents.ready': (set, { id }) => {
      windows.ready(id, set);
      return null;
    },
  };
}

/** The calls on documents. */
export function documentHandlers(
  services: DocumentServices,
  emit: Emit,
): SectionHandlers<'documents'> {
  const running = new Set<AbortController>();
  return {
    ...printWindowHandlers(services.windows),
    'documents.save': async ({ documents, format, as, fileName: asked }) => {
      const path =
        as === 'one'
          ? await services.savePlace(fileName(asked, format), format)
          : await services.chooseFolder();
      if (path === null) return null;
      const stop = new AbortController();
      running.add(stop);
      try {
        const progress = reportTo(emit, 'documents.save');
        const options = { format, as, path, signal: stop.signal, progress };
        const written = await saveDocuments(documents, options, services.writers);
        services.wrote(path);
        return written;
      } finally {
        running.delete(stop);
      }
    },
    'documents.cancel': () => {
      for (const stop of running) stop.abort();
      return null;
    },
    'documents.copyText': async ({ document }) => {
      await services.copyText(documentText(document));
      return null;
    },
    'documents.printers': () => services.printers(),
    'documents.print': ({ documents, printing }) => services.print(documents, printing),
  };
}
