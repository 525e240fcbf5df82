import { BrowserWindow, type WebContents, type WebContentsPrintOptions } from 'electron';
import type { ReportDocument } from '../../shared/report/blocks';
import type { CallOutput } from '../../shared/rpc';
import type { Printing } from '../../shared/rpc/documents';
import { StorageError } from '../storage/storage-error';
import { withPages } from '../windows/print-window';

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
 * Prints documents as `printing` says, or opens the system's dialog where it is null. Null when the
 * user gave up there. Throws StorageError `print-failed` where there is no printer, no such printer,
 * or it refused; `reason` says which.
 */
export function printDocuments(
  documents: readonly ReportDocument[],
  printing: Printing | null,
): Promise<{ pages: number } | null> {
  return withPages(documents, 'printer', async ({ webContents }, { pages }) => {
    const printers = await printersOf(webContents);
    if (printers.length === 0) throw new StorageError('print-failed', { reason: 'no-printer' });
    if (printing && printers.every(({ name }) => name !== printing.printer)) {
      throw new StorageError('print-failed', { reason: 'unknown-printer' });
    }
    const total = pages.reduce((sum, count) => sum + count, 0);
    return new Promise((resolve, reject) => {
      webContents.print(optionsOf(printing), (done, reason) => {
        if (done) resolve({ pages: total });
        // Chromium has no other mark of a dialog that was closed than this text.
        else if (/cancel/i.test(reason)) resolve(null);
        else reject(new StorageError('print-failed', { reason }));
      });
    });
  });
}
