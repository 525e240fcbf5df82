import type { ReportDocument } from '../../shared/report/blocks';
import { StorageError } from '../storage/storage-error';
import { withPages } from '../windows/print-window';
import { embeddedFonts } from './embedded-fonts';
import { withMetadata } from './pdf-metadata';

/** A finished PDF. */
export interface Pdf {
  readonly pdf: Buffer;
  readonly pages: number;
  /** Names of the fonts that it carries. */
  readonly fonts: readonly string[];
}

/** The pages of a window as Chromium prints them. Throws StorageError `print-failed`. */
export async function printedPdf(webContents: Electron.WebContents): Promise<Buffer> {
  try {
    return await webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
  } catch (error) {
    throw new StorageError('print-failed', { reason: 'pdf' }, { cause: error });
  }
}

/**
 * Documents as one PDF: A4, tagged, with an outline of its headings, and with title, author and
 * times. Needs a ready Electron whose calls are answered. Throws StorageError `print-failed`, or
 * `cancelled` when `signal` says so.
 */
export function documentsToPdf(
  documents: readonly ReportDocument[],
  signal?: AbortSignal,
): Promise<Pdf> {
  return withPages(
    documents,
    'file',
    async ({ webContents }, { pages }) => {
      const printed = await printedPdf(webContents);
      const [first] = documents;
      const pdf = withMetadata(printed, {
        title: first?.title ?? '',
        author: first?.author ?? '',
        creator: '头雁 Touyan',
      });
      const total = pages.reduce((sum, count) => sum + count, 0);
      return { pdf, pages: total, fonts: embeddedFonts(pdf) };
    },
    { ...(signal && { signal }) },
  );
}
