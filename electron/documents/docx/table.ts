import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { isForm, type TableBlock } from '../../../shared/report/blocks';
import { charactersIn } from '../../../shared/report/column-widths';
import { headLines } from '../../../shared/report/lines';
import { twipsOfMm } from './measures';
import type { ParagraphStyle } from './styles';

/** Half a point, in eighths. */
const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' };

const borders = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
};

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

/** Widths of columns that fill `total` twips to the last one. */
function widthsOf({ columns }: TableBlock, total: number): number[] {
  const shares = columns.reduce((sum, { width }) => sum + width, 0);
  let given = 0;
  let edge = 0;
  return columns.map(({ width }) => {
    given += width;
    const next = Math.round((total * given) / shares);
    const own = next - edge;
    edge = next;
    return own;
  });
}

/** A column title with its line breaks between words. */
const headOf = (title: string, width: number): string =>
  headLines(title, charactersIn(width / twipsOfMm(1))).join('\n');

/** Cells keep the line breaks of their text. */
function cellOf(
  text: string,
  width: number,
  style: ParagraphStyle,
  set: Pick<IParagraphOptions, 'alignment' | 'keepNext'>,
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: text.split('\n').map(
      (part) =>
        // Room between figures and characters would break a date in its column.
        new Paragraph({ style, ...set, text: part, autoSpaceEastAsianText: false }),
    ),
  });
}

/**
 * A table of `total` twips whose titles are repeated on every page and whose rows are not broken.
 * Widths are absolute and said twice, for the table's grid and for the cells: WPS reads the one,
 * Word the other. With `isSigned`, the last row goes with what follows.
 */
export function tableOf(block: TableBlock, total: number, isSigned = false): Table {
  const widths = widthsOf(block, total);
  const form = isForm(block);
  const row = (cells: readonly string[], isHead: boolean, keepNext = false): TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: block.columns.map(({ align }, index) => {
        const [text, width] = [cells[index] ?? '', widths[index] ?? 0];
        const isName = isHead || (form && index === 0);
        return cellOf(
          isHead ? headOf(text, width) : text,
          width,
          isName ? 'TableHead' : 'TableText',
          { alignment: isName ? AlignmentType.CENTER : alignments[align], keepNext },
        );
      }),
    });
  const side = twipsOfMm(1.2);
  const over = twipsOfMm(0.6);
  return new Table({
    columnWidths: widths,
    width: { size: total, type: WidthType.DXA },
    indent: { size: 0, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { marginUnitType: WidthType.DXA, left: side, right: side, top: over, bottom: over },
    borders,
    rows: [
      ...(form
        ? []
        : [
            row(
              block.columns.map(({ title }) => title),
              true,
            ),
          ]),
      ...block.rows.map((cells, index) =>
        row(cells, false, isSigned && index === block.rows.length - 1),
      ),
    ],
  });
}
