import { useEffect, useRef, useState } from 'react';
import { readTextTable } from '../../../shared/reading/text-table';
import { rowsAtOnce } from '../../../shared/rpc/sheets';
import type { Cell, Grid, SheetAbout } from '../../../shared/sheet/book';
import type { SheetList } from '../../../shared/sheet/list';
import { bestSheet } from '../../../shared/sheet/list-fit';
import { errorText } from '../../i18n/error-text';
import { CallFailed, call, listen } from '../../state/bridge';
import { s } from './texts';

/** What was opened or pasted. */
export interface Source {
  readonly name: string;
  readonly sheets: readonly SheetAbout[];
  readonly sheet: number;
  readonly grid: Grid;
}

/** Opening and pasting, as the page sees it. */
export interface SourceUse {
  readonly source: Source | null;
  /** Share that is read, 0 … 1; undefined where nothing is being read. */
  readonly share: number | undefined;
  readonly complaint: string;
  readonly open: () => Promise<void>;
  readonly chooseSheet: (sheet: number) => Promise<void>;
  readonly paste: (text: string) => void;
  readonly stop: () => void;
  readonly forget: () => void;
}

/** The rows of a sheet, in portions that do not hold the window up. */
async function rowsOf(sheet: number, { rows }: SheetAbout): Promise<Grid> {
  const grid: Cell[][] = [];
  while (grid.length < rows) {
    const from = grid.length;
    const piece = await call('sheets.rows', { sheet, from, count: rowsAtOnce });
    if (piece.length === 0) break;
    grid.push(...piece);
  }
  return grid;
}

/** Rows by which the sheet is chosen that goes with the list, and sheets that are looked at. */
const topRows = 60;
const mostSheets = 40;

/** The sheet that goes best with a list. */
async function chooseAmong(sheets: readonly SheetAbout[], list: SheetList): Promise<number> {
  if (sheets.length < 2) return 0;
  const tops = await Promise.all(
    sheets.slice(0, mostSheets).map(async ({ isHidden, rows, form }, sheet) => ({
      isHidden,
      form,
      grid: rows > 0 ? await call('sheets.rows', { sheet, from: 0, count: topRows }) : [],
    })),
  );
  return bestSheet(tops, list);
}

/** What is imported to a list: a sheet of a file, or a pasted block. */
export function useSource(list: SheetList): SourceUse {
  const [source, setSource] = useState<Source | null>(null);
  const [share, setShare] = useState<number>();
  const [complaint, setComplaint] = useState('');
  const isReading = useRef(false);
  useEffect(() => {
    const end = listen('job.progress', ({ job, done, total }) => {
      if (job === 'sheets.open' && isReading.current && total > 0) setShare(done / total);
    });
    return () => {
      end();
      void call('sheets.close', null).catch(() => undefined);
    };
  }, []);

  const reading = async (work: () => Promise<Source | null>) => {
    if (isReading.current) return;
    isReading.current = true;
    setComplaint('');
    try {
      const read = await work();
      if (read) setSource(read);
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error;
      if (error.error.code !== 'cancelled') setComplaint(errorText(error.error));
    } finally {
      isReading.current = false;
      setShare(undefined);
    }
  };

  return {
    source,
    share,
    complaint,
    open: () =>
      reading(async () => {
        setShare(0);
        const opened = await call('sheets.open', null);
        if (!opened) return null;
        const { name, sheets } = opened;
        const sheet = await chooseAmong(sheets, list);
        const about = sheets[sheet];
        return { name, sheets, sheet, grid: about ? await rowsOf(sheet, about) : [] };
      }),
    chooseSheet: (sheet) =>
      reading(async () => {
        const about = source?.sheets[sheet];
        return source && about ? { ...source, sheet, grid: await rowsOf(sheet, about) } : null;
      }),
    paste: (text) => {
      const { grid, isCut } = readTextTable(text, '\t');
      setComplaint('');
      const about = { name: '', rows: grid.length, isHidden: false, isCut };
      setSource({ name: s('sheets.paste.name'), sheets: [about], sheet: 0, grid });
    },
    stop: () => void call('sheets.cancel', null).catch(() => undefined),
    forget: () => {
      setSource(null);
      setComplaint('');
    },
  };
}
