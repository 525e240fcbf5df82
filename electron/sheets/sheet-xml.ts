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
  const last = lastLetters(book);
  yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">' +
    `<pane ySplit="${headRows}" topLeftCell="A${headRows + 1}" activePane="bottomLeft" state="frozen"/>` +
    '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="18"/><cols>';
  for (const [column, { width, isHidden }] of columns.entries()) {
    const at = column + 1;
    yield `<col min="${at}" max="${at}" width="${width}" customWidth="1"${isHidden ? ' hidden="1"' : ''}/>`;
  }
  yield `</cols><sheetData><row r="1" ht="30" customHeight="1">${textCell('A1', title, 'title')}</row>` +
    `<row r="2">${textCell('A2', note, 'note')}</row><row r="3" ht="24" customHeight="1">${headings(columns)}</row>`;
  for (const [index, cells] of rows.entries()) {
    const row = headRows + 1 + index;
    const written = columns.map((_, column) =>
      cellXml(`${lettersOf(column)}${row}`, cells[column] ?? null, styles[column] ?? 0),
    );
    yield `<row r="${row}">${written.join('')}</row>`;
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
  if (last !== 'A') {
    yield `<mergeCells count="2"><mergeCell ref="A1:${last}1"/><mergeCell ref="A2:${last}2"/></mergeCells>`;
  }
  yield choicesXml(columns);
  yield '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
    '<headerFooter><oddFooter>&amp;C- &amp;P -</oddFooter></headerFooter></worksheet>';
}

/** The second sheet: how the first is filled in. */
export function guideXml({ guide }: Book): string {
  const rows = guide.map((cells, index) => {
    const style = index === 0 ? 'heading' : 'text';
    const written = cells.map((text, column) =>
      textCell(`${lettersOf(column)}${index + 1}`, text, style),
    );
    return `<row r="${index + 1}">${written.join('')}</row>`;
  });
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols>' +
    '<col min="1" max="1" width="20" customWidth="1"/><col min="2" max="2" width="8" customWidth="1"/>' +
    `<col min="3" max="3" width="70" customWidth="1"/></cols><sheetData>${rows.join('')}</sheetData></worksheet>`
  );
}
