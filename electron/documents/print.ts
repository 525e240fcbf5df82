import type { ReportDocument } from '../../shared/report/blocks';
import { StorageError } from '../storage/storage-error';
import { withPages } from './pdf';

/**
 * Opens the system's print dialog for a document. Null when the user gave up; throws StorageError
 * `print-failed` where there is no printer or it refused.
 */
export function printDocument(document: ReportDocument): Promise<{ pages: number } | null> {
  return withPages(
    document,
    (window, pages) =>
      new Promise((resolve, reject) => {
        window.webContents.print(
          { pageSize: 'A4', margins: { marginType: 'none' }, printBackground: true },
          (done, reason) => {
            if (done) resolve({ pages });
            else if (/cancel/i.test(reason)) resolve(null);
            else reject(new StorageError('print-failed', { reason }));
          },
        );
      }),
  );
}
