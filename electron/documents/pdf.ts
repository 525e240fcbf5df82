import type { ReportDocument } from '../../shared/report/blocks';
import { StorageError } from '../storage/storage-error';
import { withPages } from '../windows/print-window';

/**
 * A document as PDF: A4, tagged, with an outline of its headings. Needs a ready Electron whose
 * calls are answered. Throws StorageError `print-failed`.
 */
export function documentToPdf(document: ReportDocument): Promise<{ pdf: Buffer; pages: number }> {
  return withPages(document, async ({ webContents }, pages) => {
    try {
      const pdf = await webContents.printToPDF({
        preferCSSPageSize: true,
        printBackground: true,
        margins: { top: 0, bottom: 0, left: 0, right: 0 },
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      });
      return { pdf, pages };
    } catch (error) {
      throw new StorageError('print-failed', { reason: 'pdf' }, { cause: error });
    }
  });
}
