import type { ReportDocument } from '../../shared/report/blocks';
import { StorageError } from '../storage/storage-error';
import { withPages } from '../windows/print-window';

/**
 * Opens the system's print dialog for a document. Null when the user gave up. Throws StorageError
 * `print-failed` where there is no printer or it refused; `reason` says which.
 */
export function printDocument(document: ReportDocument): Promise<{ pages: number } | null> {
  return withPages(document, async ({ webContents }, pages) => {
    const printers = await webContents.getPrintersAsync();
    if (printers.length === 0) throw new StorageError('print-failed', { reason: 'no-printer' });
    return new Promise((resolve, reject) => {
      webContents.print(
        { pageSize: 'A4', margins: { marginType: 'none' }, printBackground: true },
        (done, reason) => {
          if (done) resolve({ pages });
          // Chromium has no other mark of a dialog that was closed than this text.
          else if (/cancel/i.test(reason)) resolve(null);
          else reject(new StorageError('print-failed', { reason }));
        },
      );
    });
  });
}
