import { BrowserWindow } from 'electron';
import type { ReportDocument } from '../../shared/report/blocks';
import { admit } from '../security/sender';
import { StorageError } from '../storage/storage-error';
import { pageUrl, webPreferences } from './page';

/** How long setting a document may take, in ms; a thousand pages take far less. */
const patience = 120_000;

/** How long a window is kept for the next document, in ms. */
const warmTime = 60_000;

/** A document that is being set, and whom to tell when its pages are there. */
interface Setting {
  readonly document: ReportDocument;
  readonly ready: (pages: number) => void;
}

/** Documents that are being set, by the contents of the window that sets them. */
const settings = new Map<number, Setting>();

let warm: BrowserWindow | undefined;
let cooling: NodeJS.Timeout | undefined;
let last: Promise<unknown> = Promise.resolve();

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

function warmWindow(): BrowserWindow {
  clearTimeout(cooling);
  if (warm && !warm.isDestroyed()) return warm;
  warm = new BrowserWindow({
    show: false,
    // Wide enough for a page of 210 mm.
    width: 900,
    height: 1200,
    // A hidden window draws no frames otherwise, and the page waits for two.
    webPreferences: { ...webPreferences, backgroundThrottling: false },
    paintWhenInitiallyHidden: true,
  });
  admit(warm.webContents, 'print');
  return warm;
}

/** Closes the window that is kept for the next document. */
export function closePrintWindow(): void {
  clearTimeout(cooling);
  if (warm && !warm.isDestroyed()) warm.destroy();
  warm = undefined;
}

async function setPages(window: BrowserWindow, document: ReportDocument): Promise<number> {
  const { webContents } = window;
  const { id } = webContents;
  const ended = new AbortController();
  try {
    return await new Promise<number>((resolve, reject) => {
      const fail = (reason: string): void => reject(new StorageError('print-failed', { reason }));
      const timer = setTimeout(() => fail('timeout'), patience);
      const onGone = (): void => fail('stopped');
      settings.set(id, { document, ready: resolve });
      webContents.once('render-process-gone', onGone);
      ended.signal.addEventListener('abort', () => {
        clearTimeout(timer);
        if (!window.isDestroyed()) webContents.off('render-process-gone', onGone);
      });
      window.loadURL(pageUrl('print.html')).catch(() => fail('not-loaded'));
    });
  } finally {
    ended.abort();
    settings.delete(id);
  }
}

/**
 * Sets a document in a hidden window, one after another, and hands the finished pages to `use`.
 * Throws StorageError `print-failed` when they are not there in time or the window dies.
 */
export function withPages<T>(
  document: ReportDocument,
  use: (window: BrowserWindow, pages: number) => Promise<T>,
): Promise<T> {
  const done = last.then(async () => {
    const window = warmWindow();
    try {
      return await use(window, await setPages(window, document));
    } catch (error) {
      // A window in an unknown state sets no other document.
      closePrintWindow();
      throw error;
    } finally {
      cooling = setTimeout(closePrintWindow, warmTime);
      cooling.unref();
    }
  });
  last = done.catch(() => undefined);
  return done;
}
