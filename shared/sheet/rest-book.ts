import { type Book, type Cell, cellText } from './book';
import type { Layout } from './layout';
import type { ImportedRow } from './sheet-import';

/** What goes back to whoever made the sheet. */
export interface RestBook {
  readonly title: string;
  readonly note: string;
  readonly layout: Layout;
  readonly rows: readonly ImportedRow[];
  readonly language: 'zh' | 'en';
}

/** Why a row or one of its cells is not written, in one text. */
export const reasonsOf = ({ reason, cells }: ImportedRow, language: 'zh' | 'en'): string =>
  [reason, ...Object.values(cells).map((cell) => (isLeft(cell.state) ? cell.reason : undefined))]
    .flatMap((one) => (one ? [one[language]] : []))
    .join(language === 'zh' ? '' : ' ');

const isLeft = (state: string): boolean => state === 'wrong' || state === 'open';

/** Whether a row, or one of its cells, is not written. */
export const isNotWritten = ({ state, cells }: ImportedRow): boolean =>
  state === 'wrong' || Object.values(cells).some((cell) => isLeft(cell.state));

/**
 * The rows that were not written, or not wholly, as a workbook of their own: the columns of the sheet
 * as they were, with the number of the row and the reason before them. Mended, it is read again.
 */
export function restBook({ title, note, layout, rows, language }: RestBook): Book {
  const zh = language === 'zh';
  const left = rows.filter(isNotWritten);
  const width = layout.headings.length;
  const numbered = (column: number) => (zh ? `第 ${column + 1} 列` : `Column ${column + 1}`);
  const text = (title: string, wide: number) => ({ title, width: wide, format: 'text' as const });
  return {
    title,
    note,
    columns: [
      text(zh ? '原表行号' : 'Row', 8),
      text(zh ? '没有写入的原因' : 'Why it was not written', 36),
      ...layout.headings.map((heading, column) =>
        text(heading.slice(0, 500) || numbered(column), 14),
      ),
    ].slice(0, 300),
    rows: left.map((row): Cell[] =>
      [
        String(row.row),
        reasonsOf(row, language),
        ...row.line.cells.slice(0, width).map((cell) => cellText(cell) || null),
      ].slice(0, 300),
    ),
    guide: [],
    emptyRows: 0,
    language,
  };
}
