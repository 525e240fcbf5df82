import type { ReportDocument } from '../../shared/report/blocks';
import { withPages } from '../windows/print-window';

/**
 * A document as DOCX for Word, WPS and LibreOffice: real styles, headings, tables and page numbers,
 * charts as pictures. Throws StorageError `print-failed` where its charts could not be drawn,
 * `cancelled` when `signal` says so.
 */
export async function documentToDocx(
  document: ReportDocument,
  signal?: AbortSignal,
): Promise<Buffer> {
  // The window knows which fonts are here, and draws the charts.
  const set = await withPages([document], 'pictures', async (_window, told) => told, {
    ...(signal && { signal }),
  });
  // Only this output needs the library.
  const { writeDocx } = await import('./docx/write-docx');
  return writeDocx(document, set);
}
