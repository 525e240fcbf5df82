import { BrowserWindow, type WebContents, type WebContentsPrintOptions } from 'electron';
import type { ReportDocument } from '../../shared/report/blocks';
import type { CallOutput } from '../../shared/rpc';
import type { Printing } from '../../shared/rpc/documents';
import { StorageError } from '../storage/storage-error';
import { type SetPages, withPages } from '../windows/print-window';
import { cupsCommand, handToCups } from './cups';
import { printedPdf } from './pdf';

/** A printer of this PC. */
export type Printer = CallOutput<'documents.printers'>[number];

/** The default printer as CUPS tells it; Windows tells it nowhere. */
function isDefault(options: unknown): boolean {
  if (typeof options !== 'object' || options === null) return false;
  return ['true', true].includes(Reflect.get(options, 'printer-is-default'));
}

/** Printers that are known to this PC, the default one first. */
export async function printersOf(contents: WebContents): Promise<Printer[]> {
  const found = await contents.getPrintersAsync();
  return found
    .map(({ name, displayName, options }) => ({
      name,
      title: displayName || name,
      isDefault: isDefault(options),
    }))
    .sort((a, b) => Number(b.isDefault) - Number(a.isDefault));
}

/** Printers that are known to this PC where there is no window to ask through. */
export async function printersHere(): Promise<Printer[]> {
  const window = new BrowserWindow({ show: false });
  try {
    return await printersOf(window.webContents);
  } finally {
    window.destroy();
  }
}

/** Settings of the system's print call; a dialog where nothing was chosen before. */
function optionsOf(printing: Printing | null): WebContentsPrintOptions {
  const always = {
    pageSize: 'A4',
    margins: { marginType: 'none' },
    printBackground: true,
  } as const;
  if (!printing) return always;
  return {
    ...always,
    silent: true,
    deviceName: printing.printer,
    copies: printing.copies,
    duplexMode: printing.duplex,
    color: !printing.isGrayscale,
  };
}

/**
 * How long a window stays whose pages the system still fetches, in ms. Electron tells of nothing that
 * comes after the callback of `print`, so that it is waited for long enough and without notice.
 */
const fetching = 20_000;

/** Throws StorageError `print-failed` where there is no printer, or not this one. */
async function expectPrinter(contents: WebContents, printing: Printing | null): Promise<void> {
  const printers = await printersOf(contents);
  if (printers.length === 0) throw new StorageError('print-failed', { reason: 'no-printer' });
  if (printing && printers.every(({ name }) => name !== printing.printer)) {
    throw new StorageError('print-failed', { reason: 'unknown-printer' });
  }
}

/**
 * Prints documents as `printing` says, or opens the system's dialog where it is null. Null when the
 * user gave up there. Throws StorageError `print-failed` where there is no printer, no such printer,
 * or it refused; `reason` says which.
 *
 * Chromium tells of success before the system has its pages, and they are lost without a word where
 * the window or the program ends too early. Where there is CUPS, it takes the pages itself; elsewhere
 * the window lingers, unless nothing was printed.
 */
export async function printDocuments(
  documents: readonly ReportDocument[],
  printing: Printing | null,
): Promise<{ pages: number } | null> {
  const cups = printing ? await cupsCommand() : undefined;
  const use = async (
    { webContents }: BrowserWindow,
    set: SetPages,
  ): Promise<{ pages: number } | null> => {
    await expectPrinter(webContents, printing);
    const pages = set.pages.reduce((sum, count) => sum + count, 0);
    if (cups && printing) {
      const title = documents[0]?.title ?? '';
      await handToCups(cups, await printedPdf(webContents), { title, printing });
      return { pages };
    }
    return new Promise((resolve, reject) => {
      webContents.print(optionsOf(printing), (done, reason) => {
        if (done) resolve({ pages });
        // Chromium has no other mark of a dialog that was closed than this text.
        else if (/cancel/i.test(reason)) resolve(null);
        else reject(new StorageError('print-failed', { reason }));
      });
    });
  };
  const isDuplex = printing !== null && printing.duplex !== 'simplex';
  return withPages(documents, isDuplex ? 'both-sides' : 'printer', use, {
    linger: (printed) => (printed && !cups ? fetching : 0),
  });
}

/**
 * The same for a program that ends right after: resolves when the pages are with the system.
 */
export async function printAndEnd(
  documents: readonly ReportDocument[],
  printing: Printing,
): Promise<{ pages: number } | null> {
  const printed = await printDocuments(documents, printing);
  if (!(await cupsCommand())) await new Promise((resolve) => setTimeout(resolve, fetching));
  return printed;
}
