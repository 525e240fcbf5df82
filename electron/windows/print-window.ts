import { BrowserWindow } from 'electron';
import type { ReportDocument } from '../../shared/report/blocks';
import type { CallInput } from '../../shared/rpc';
import type { Setting } from '../../shared/rpc/documents';
import { admit } from '../security/sender';
import { StorageError } from '../storage/storage-error';
import { pageUrl, webPreferences } from './page';

/** How long setting documents may take, in ms; a thousand pages take far less. */
const patience = 120_000;

/** What came of setting: pages, fonts, pictures of charts. */
export type SetPages = CallInput<'documents.ready'>;

/** Documents that are being set, and whom to tell when their pages are there. */
interface Running {
  readonly setting: Setting;
  readonly ready: (set: SetPages) => void;
}

/** What is being set, by the contents of the window that does it. */
const running = new Map<number, Running>();

/** What print windows ask and tell, by the id of their contents. */
export const printWindows = {
  /** What to set. Throws StorageError `bad-input` where that window has nothing. */
  current(id: number): Setting {
    const found = running.get(id);
    if (!found) throw new StorageError('bad-input');
    return found.setting;
  },
  /** All pages are set and drawn. */
  ready(id: number, set: SetPages): void {
    running.get(id)?.ready(set);
  },
};

async function setPages(
  window: BrowserWindow,
  setting: Setting,
  signal: AbortSignal | undefined,
): Promise<SetPages> {
  const { webContents } = window;
  let timer: NodeJS.Timeout | undefined;
  let stop = (): void => undefined;
  try {
    return await new Promise<SetPages>((resolve, reject) => {
      const fail = (reason: string): void => reject(new StorageError('print-failed', { reason }));
      stop = () => reject(new StorageError('cancelled'));
      signal?.addEventListener('abort', stop);
      timer = setTimeout(() => fail('timeout'), patience);
      running.set(webContents.id, { setting, ready: resolve });
      webContents.once('render-process-gone', () => fail('stopped'));
      window.loadURL(pageUrl('print.html')).catch(() => fail('not-loaded'));
    });
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
    running.delete(webContents.id);
  }
}

/**
 * Sets documents in a hidden window of its own and hands the finished pages to `use`. A window
 * that is used again draws one frame a second while hidden; a new one is there in a tenth of that.
 * Afterwards the window stays for as many ms as `linger` says of what came of it, for who goes on
 * with its pages. Throws StorageError `print-failed` when the pages are not there in time or the
 * window dies, `cancelled` when `signal` says so.
 */
export async function withPages<T>(
  documents: readonly ReportDocument[],
  purpose: Setting['purpose'],
  use: (window: BrowserWindow, set: SetPages) => Promise<T>,
  {
    signal,
    linger = () => 0,
  }: { readonly signal?: AbortSignal; readonly linger?: (used: T) => number } = {},
): Promise<T> {
  if (signal?.aborted) throw new StorageError('cancelled');
  const window = new BrowserWindow({
    show: false,
    // Wide enough for a turned page of 297 mm.
    width: 1200,
    height: 1200,
    webPreferences: { ...webPreferences, backgroundThrottling: false },
  });
  admit(window.webContents, 'print');
  const close = (): void => {
    if (!window.isDestroyed()) window.destroy();
  };
  let stays = 0;
  try {
    const set = await setPages(window, { documents: [...documents], purpose }, signal);
    const used = await use(window, set);
    stays = linger(used);
    return used;
  } finally {
    if (stays > 0) setTimeout(close, stays);
    else close();
  }
}
