import { basename } from 'node:path';
import type { OpenedSheets, Reading } from '../sheets/reader';
import { writeForUser } from '../storage/files';
import { StorageError } from '../storage/storage-error';
import { fileName, type SavePlace } from './file-name';
import type { Emit, SectionHandlers } from './handlers';
import { reportTo } from './progress';

/** How sheets get in and out. */
export interface SheetServices {
  readonly savePlace: SavePlace;
  /** Asks for a sheet to read; null when the user gave up. */
  readonly openSheet: () => Promise<string | null>;
  readonly read: (path: string, reading: Reading) => Promise<OpenedSheets>;
  /** Hears of a file that was written at the user's wish. */
  readonly wrote: (path: string) => void;
  /** Lets what is given hear when the unit is closed or locked. */
  readonly onClosed: (heard: () => void) => void;
}

// In a chunk of its own: most starts write no sheet.
const writer = () => import('../sheets/write-workbook');

/** The calls on sheets. One file at a time is open. */
export function sheetHandlers(services: SheetServices, emit: Emit): SectionHandlers<'sheets'> {
  let opened: OpenedSheets | undefined;
  let running: AbortController | undefined;
  const letGo = (): void => {
    opened?.close();
    opened = undefined;
  };
  services.onClosed(() => {
    running?.abort();
    letGo();
  });
  return {
    'sheets.open': async () => {
      const path = await services.openSheet();
      if (path === null) return null;
      running?.abort();
      const job = new AbortController();
      running = job;
      letGo();
      const progress = reportTo(emit, 'sheets.open');
      try {
        const read = await services.read(path, { progress, signal: job.signal });
        // Cancelled while the last message was on its way.
        if (job.signal.aborted) {
          read.close();
          throw new StorageError('cancelled');
        }
        opened = read;
      } finally {
        if (running === job) running = undefined;
      }
      return { name: basename(path), sheets: [...opened.sheets] };
    },
    'sheets.rows': ({ sheet, from, count }) => {
      if (!opened?.sheets[sheet]) throw new StorageError('bad-input');
      return opened.rows(sheet, from, count);
    },
    'sheets.cancel': () => {
      running?.abort();
      return null;
    },
    'sheets.close': () => {
      letGo();
      return null;
    },
    'sheets.save': async ({ book, fileName: asked }) => {
      const path = await services.savePlace(fileName(asked, 'xlsx'), 'xlsx');
      if (path === null) return null;
      const { writeWorkbook } = await writer();
      await writeForUser(path, await writeWorkbook(book));
      services.wrote(path);
      return { path };
    },
  };
}
