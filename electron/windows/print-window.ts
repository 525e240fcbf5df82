import { BrowserWindow } from 'electron';
import type { ReportDocument } from '../../shared/report/blocks';
import { admit } from '../security/sender';
import { StorageError } from '../storage/storage-error';
import { pageUrl, webPreferences } from './page';

/** How long setting a document may take, in ms; a thousand pages take far less. */
const patience = 120_000;

/** A document that is being set, and whom to tell when its pages are there. */
interface Setting {
  readonly document: ReportDocument;
  readonly ready: (pages: number) => void;
}

/** Documents that are being set, by the contents of the window that sets them. */
const settings = new Map<number, Setting>();

/** What print windows ask and tell, by the id of their contents. */
export const printWindows = {
  /** The document to set. Throws StorageError `bad-input` where that window has none. */
  current(id: number): ReportDocument {
    const setting = settings.get(id);
    if (!setting) throw new StorageError('bad-input');
    return setting.document;
  },
  /** All pages are set and drawn. */
  ready(id: number, pages: number): void {
    settings.get(id)?.ready(pages);
  },
};

async function setPages(window: BrowserWindow, document: ReportDocument): Promise<number> {
  const { webContents } = window;
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<number>((resolve, reject) => {
      const fail = (reason: string): void => reject(new StorageError('print-failed', { reason }));
      timer = setTimeout(() => fail('timeout'), patience);
      settings.set(webContents.id, { document, ready: resolve });
      webContents.once('render-process-gone', () => fail('stopped'));
      window.loadURL(pageUrl('print.html')).catch(() => fail('not-loaded'));
    });
  } finally {
    clearTimeout(timer);
    settings.delete(webContents.id);
  }
}

/**
 * Sets a document in a hidden window of its own and hands the finished pages to `use`. A window
 * that is used again draws one frame a second while hidden; a new one is there in a tenth of that.
 * Throws StorageError `print-failed` when the pages are not there in time or the window dies.
 */
export async function withPages<T>(
  document: ReportDocument,
  use: (window: BrowserWindow, pages: number) => Promise<T>,
): Promise<T> {
  const window = new BrowserWindow({
    show: false,
    // Wide enough for a page of 210 mm.
    width: 900,
    height: 1200,
    webPreferences: { ...webPreferences, backgroundThrottling: false },
  });
  admit(window.webContents, 'print');
  try {
    return await use(window, await setPages(window, document));
  } finally {
    if (!window.isDestroyed()) window.destroy();
  }
}
