import { basename } from 'node:path';
import type { Cell } from '../../shared/sheet/book';
import type { ReadSheet } from '../sheets/read-workbook';
import type { Reading } from '../sheets/reader';
import { writeAside } from '../storage/files';
import { StorageError } from '../storage/storage-error';
import { fileName, type SavePlace } from './file-name';
import type { Emit, SectionHandlers } from './handlers';
import { reportTo } from './progress';

/** How sheets get in and out. */
export interface SheetServices {
  readonly savePlace: SavePlace;
  /** Asks for a sheet to read; null when the user gave up. */
  readonly openSheet: () => Promise<string | null>;
  readonly read: (path: string, reading: Reading) => Promise<ReadSheet[]>;
  /** Hears of a file that was written at the user's wish. */
  readonly wrote: (path: string) => void;
}

// In a chunk of its own: most starts write no sheet.
const writer = () => import('../sheets/write-workbook');

/** The calls on sheets. One file at a time is open. */
export function sheetHandlers(services: SheetServices, emit: Emit): SectionHandlers<'sheets'> {
  let opened: readonly ReadSheet[] = [];
  let running: AbortController | undefined;
  return {
    'sheets.open': async () => {
      const path = await services.openSheet();
      if (path === null) return null;
      running?.abort();
      const job = new AbortController();
      running = job;
      opened = [];
      const progress = reportTo(emit, 'sheets.open');
      try {
        opened = await services.read(path, { progress, signal: job.signal });
      } finally {
        if (running === job) running = undefined;
      }
      return { name: basename(path), sheets: opened.map(({ about }) => about) };
    },
    'sheets.rows': ({ sheet, from, count }) => {
      const rows = opened[sheet]?.grid;
      if (!rows) throw new StorageError('bad-input');
      return rows.slice(from, from + count).map((row): Cell[] => [...row]);
    },
    'sheets.cancel': () => {
      running?.abort();
      return null;
    },
    'sheets.close': () => {
      opened = [];
      return null;
    },
    'sheets.save': async ({ book, fileName: asked }) => {
      const path = await services.savePlace(fileName(asked, 'xlsx'), 'xlsx');
      if (path === null) return null;
      const { writeWorkbook } = await writer();
      await writeAside(path, await writeWorkbook(book));
      services.wrote(path);
      return { path };
    },
  };
}
