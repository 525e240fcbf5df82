import { BrowserWindow } from 'electron';
import type { ReportDocument } from '../../shared/report/blocks';
import { StorageError } from '../storage/storage-error';
import { forbidNavigation } from '../security/navigation';
import { admit } from '../security/sender';
import { secureSession } from '../security/session';
import { pageUrl, webPreferences } from '../windows/main-window';

/** A document on its way to paper, with whom to tell when its pages are set. */
interface Printed {
  readonly document: ReportDocument;
  readonly ready: (pages: number) => void;
}

/** Documents being set, by the contents of the window that sets them. */
export const printedDocuments = new Map<number, Printed>();

/** How long the setting of a document may take, in ms; 1,000 pages take far less. */
const patience = 120_000;

let serving = false;

/** The command line has no main window that would have prepared the session and the calls. */
async function prepare(): Promise<void> {
  if (serving || BrowserWindow.getAllWindows().length > 0) return;
  serving = true;
  secureSession();
  forbidNavigation();
  const { servePrintWindows } = await import('../rpc/serve');
  servePrintWindows();
}

/**
 * Sets a document in a hidden window and hands the finished pages to `use`. Throws StorageError
 * `print-failed` when the pages are not set in time or the window dies.
 */
export async function withPages<T>(
  document: ReportDocument,
  use: (window: BrowserWindow, pages: number) => Promise<T>,
): Promise<T> {
  await prepare();
  const window = new BrowserWindow({ show: false, width: 900, height: 1200, webPreferences });
  const { id } = window.webContents;
  admit(window);
  let timer: NodeJS.Timeout | undefined;
  try {
    const pages = await new Promise<number>((resolve, reject) => {
      const fail = (): void => reject(new StorageError('print-failed'));
      timer = setTimeout(fail, patience);
      printedDocuments.set(id, { document, ready: resolve });
      window.webContents.once('render-process-gone', fail);
      window.webContents.once('did-fail-load', fail);
      void window.loadURL(pageUrl('print.html')).catch(fail);
    });
    return await use(window, pages);
  } finally {
    clearTimeout(timer);
    printedDocuments.delete(id);
    window.destroy();
  }
}

/** The document as PDF: A4, tagged, with an outline of its headings. Throws as `withPages`. */
export function documentToPdf(document: ReportDocument): Promise<{ pdf: Buffer; pages: number }> {
  return withPages(document, async (window, pages) => ({
    pdf: await window.webContents.printToPDF({
      pageSize: 'A4',
      preferCSSPageSize: true,
      printBackground: true,
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    }),
    pages,
  }));
}
