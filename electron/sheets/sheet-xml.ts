import { serialOfDay } from '../../shared/reading/day';
import type { Book, BookColumn, Cell } from '../../shared/sheet/book';
import { longestCell } from '../../shared/sheet/book';
import { type StyleName, styleNumber } from './styles-xml';

// What XML 1.0 cannot hold at all.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** A text inside XML; what would read as an escape of the workbook's own stays a text. */
export const xmlText = (text: string): string =>
  text
    .slice(0, longestCell)
    .replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x')
    .replace(impossible, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** Letters of a column counted from 0. */
export function lettersOf(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

const textCell = (place: string, text: string, style: StyleName | number): string =>
  `<c r="${place}" t="inlineStr" s="${typeof style === 'number' ? style : styleNumber(style)}"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;

/** Days before this one have another number in every office program. */
const firstSafeDay = '1900-03-01';

function cellXml(place: string, cell: Cell, style: number): string {
  if (cell === null || cell === '') return `<c r="${place}" s="${style}"/>`;
  if (typeof cell === 'number') return `<c r="${place}" s="${style}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean')
    return `<c r="${place}" t="b" s="${style}"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'string') return textCell(place, cell, style);
  if ('error' in cell) return textCell(place, cell.error, style);
  if (cell.day < firstSafeDay) return textCell(place, cell.day, style);
  return `<c r="${place}" s="${style}"><v>${serialOfDay(cell.day)}</v></c>`;
}

/** Rows above the records: title, note, headings. */
export const headRows = 3;

/** Rows to which the choices of a column reach. */
const lastChoiceRow = 5_000;

/** Heights in points: of a line, of what a row has besides, of the least and the highest row. */
const lineHeight = 15;
const rowMargin = 3;
const leastHeight = 18;
const mostHeight = 409;

/** Width of a text in characters of the sheet's font, of which a han character takes two. */
const widthOf = (text: string): number => {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1;
  return width;
};

/** Lines that a text takes in a column where it is wrapped. */
const linesOf = (text: string, width: number): number =>
  text
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(widthOf(line) / (width - 1))), 0);

/** Height of a row in which every wrapped text is seen whole, in points. */
export function rowHeight(cells: readonly Cell[], widths: readonly number[]): number {
  let lines = 1;
  for (const [column, cell] of cells.entries()) {
    const width = widths[column] ?? 0;
    if (typeof cell === 'string' && width > 2) lines = Math.max(lines, linesOf(cell, width));
  }
  return Math.min(mostHeight, Math.max(leastHeight, lines * lineHeight + rowMargin));
}

/** Characters that a page on its side takes across and that are still read with ease. */
const pageWidth = 180;

/** Pages side by side on which the columns that are seen can be read. */
export function pagesAcross({ columns }: Book): number {
  const width = columns.reduce((sum, column) => sum + (column.isHidden ? 0 : column.width), 0);
  return Math.max(1, Math.ceil(width / pageWidth));
}

/** Letters of the columns that stand on every page across, `$A:$B`: those that a record is known by. */
export function repeatedColumns({ columns }: Book): string {
  const known = columns.slice(0, 3).findLastIndex(({ isRequired }) => isRequired === true);
  return `$A:$${lettersOf(Math.max(0, known))}`;
}

/** A list of choices inside the workbook; none where the format cannot hold it. */
function choicesXml(columns: readonly BookColumn[]): string {
  const lists = columns.flatMap(({ choices }, column) => {
    const list = choices?.join(',') ?? '';
    const canBe = choices && list.length <= 250 && choices.every((one) => !/[,"]/.test(one));
    if (!canBe) return [];
    const letters = lettersOf(column);
    return [
      `<dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1" sqref="${letters}${headRows + 1}:${letters}${lastChoiceRow}"><formula1>"${xmlText(list)}"</formula1></dataValidation>`,
    ];
  });
  return lists.length > 0
    ? `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`
    : '';
}

const headings = (columns: readonly BookColumn[]): string =>
  columns
    .map(({ title, isRequired }, column) =>
      textCell(`${lettersOf(column)}${headRows}`, isRequired ? `${title}*` : title, 'heading'),
    )
    .join('');

/** The last column that is seen, in letters. */
export const lastLetters = ({ columns }: Book): string =>
  lettersOf(Math.max(0, columns.filter(({ isHidden }) => !isHidden).length - 1));

/** Rows that the sheet has in all. */
export const rowCount = ({ rows, emptyRows }: Book): number => headRows + rows.length + emptyRows;

/** The first sheet of a workbook, piece by piece. */
export function* sheetXml(book: Book): Generator<string> {
  const { title, note, columns, rows, emptyRows } = book;
  const styles = columns.map(({ format, suffix }) =>
    styleNumber(suffix === '%' ? 'percentNumber' : format),
  );
  const widths = columns.map(({ width, isHidden }) => (isHidden ? 0 : width));
  const last = lastLetters(book);
  const isWide = pagesAcross(book) > 1;
  yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">' +
    `<pane ySplit="${headRows}" topLeftCell="A${headRows + 1}" activePane="bottomLeft" state="frozen"/>` +
    '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="18"/><cols>';
  for (const [column, { width, isHidden }] of columns.entries()) {
    const at = column + 1;
    yield `<col min="${at}" max="${at}" width="${width}" customWidth="1"${isHidden ? ' hidden="1"' : ''}/>`;
  }
  yield `</cols><sheetData><row r="1" ht="30" customHeight="1">${textCell('A1', title, isWide ? 'wideTitle' : 'title')}</row>` +
    `<row r="2">${textCell('A2', note, isWide ? 'wideNote' : 'note')}</row><row r="3" ht="24" customHeight="1">${headings(columns)}</row>`;
  for (const [index, cells] of rows.entries()) {
    const row = headRows + 1 + index;
    const written = columns.map((_, column) =>
      cellXml(`${lettersOf(column)}${row}`, cells[column] ?? null, styles[column] ?? 0),
    );
    // Without `customHeight` an office program fits the row anew as it is edited.
    yield `<row r="${row}" ht="${rowHeight(cells, widths)}">${written.join('')}</row>`;
  }
  for (let row = headRows + rows.length + 1; row <= rowCount(book); row += 1) {
    const empty = columns.map((_, column) =>
      cellXml(`${lettersOf(column)}${row}`, null, styles[column] ?? 0),
    );
    yield `<row r="${row}">${empty.join('')}</row>`;
  }
  yield '</sheetData>';
  if (emptyRows === 0)
    yield `<autoFilter ref="A${headRows}:${last}${Math.max(headRows + 1, rowCount(book))}"/>`;
  if (last !== 'A' && !isWide) {
    yield `<mergeCells count="2"><mergeCell ref="A1:${last}1"/><mergeCell ref="A2:${last}2"/></mergeCells>`;
  }
  yield choicesXml(columns);
  yield '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="9" orientation="landscape" fitToWidth="${pagesAcross(book)}" fitToHeight="0"/>` +
    '<headerFooter><oddFooter>&amp;C- &amp;P -</oddFooter></headerFooter></worksheet>';
}

const guideWidths = [20, 8, 70] as const;

/** The second sheet: how the first is filled in; it prints on one page. */
export function guideXml({ guide }: Book): string {
  const rows = guide.map((cells, index) => {
    const style = index === 0 ? 'heading' : 'text';
    const written = cells.map((text, column) =>
      textCell(`${lettersOf(column)}${index + 1}`, text, style),
    );
    return `<row r="${index + 1}" ht="${rowHeight(cells, guideWidths)}">${written.join('')}</row>`;
  });
  const columns = guideWidths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetFormatPr defaultRowHeight="18"/>' +
    `<cols>${columns.join('')}</cols><sheetData>${rows.join('')}</sheetData>` +
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="1"/></worksheet>'
  );
}
