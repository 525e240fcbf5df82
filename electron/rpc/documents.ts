import type { ReportDocument } from '../../shared/report/blocks';
import { writeAside } from '../storage/files';
import { fileName, type SavePlace } from './file-name';
import type { SectionHandlers } from './handlers';

/** The document that a print window sets, told by the window that does it. */
export interface PrintWindows {
  /** Throws StorageError `bad-input` where that window has nothing to set. */
  readonly current: (id: number) => ReportDocument;
  readonly ready: (id: number, pages: number) => void;
}

/** How documents leave the app. */
export interface DocumentServices {
  readonly savePlace: SavePlace;
  readonly pdf: (document: ReportDocument) => Promise<{ pdf: Buffer; pages: number }>;
  /** Null when the user gave up. */
  readonly print: (document: ReportDocument) => Promise<{ pages: number } | null>;
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
    'documents.ready': ({ pages }, { id }) => {
      windows.ready(id, pages);
      return null;
    },
  };
}

/** The calls on documents. */
export function documentHandlers(services: DocumentServices): SectionHandlers<'documents'> {
  return {
    ...printWindowHandlers(services.windows),
    'documents.savePdf': async ({ document, fileName: asked }) => {
      const path = await services.savePlace(fileName(asked, 'pdf'), 'pdf');
      if (path === null) return null;
      const { pdf, pages } = await services.pdf(document);
      await writeAside(path, pdf);
      services.wrote(path);
      return { path, pages };
    },
    'documents.print': ({ document }) => services.print(document),
  };
}
