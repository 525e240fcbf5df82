import { Document, Packer } from 'docx';
import type { ReportDocument } from '../../../shared/report/blocks';
import type { SetPages } from '../../windows/print-window';
import { sectionsOf } from './sections';
import { stylesFor } from './styles';

/** The bytes of a DOCX; `pictures` are of the document's charts, in their order. */
export function writeDocx(
  document: ReportDocument,
  { fonts, pictures }: Pick<SetPages, 'fonts' | 'pictures'>,
): Promise<Buffer> {
  const file = new Document({
    title: document.title,
    creator: document.author ?? '',
    lastModifiedBy: document.author ?? '',
    description: '头雁 Touyan',
    styles: stylesFor(fonts, document.language),
    evenAndOddHeaderAndFooters: document.pageNumbers === 'outer',
    sections: sectionsOf(document, pictures),
  });
  return Packer.toBuffer(file);
}
