import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { Book } from '../../shared/sheet/book';
import {
  guideXml,
  headRows,
  lastLetters,
  pagesAcross,
  repeatedColumns,
  rowCount,
  sheetXml,
  xmlText,
} from './sheet-xml';
import { stylesXml } from './styles-xml';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaging = 'http://schemas.openxmlformats.org/package/2006';
const content = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What a sheet may be called: 31 characters at most, none of those that formulas use. */
export const sheetName = (wish: string): string =>
  [...wish.replace(/[\\/?*[\]:']/g, '_')].slice(0, 31).join('').trim() || 'Sheet1';

const names = ({ title, language }: Book): readonly [string, string] => [
  sheetName(title),
  language === 'zh' ? '填写说明' : 'How to fill in',
];

function partsOf(book: Book): Record<string, string> {
  const [first, second] = names(book);
  const hasGuide = book.guide.length > 0;
  const sheets = hasGuide ? [first, second === first ? `${second} 2` : second] : [first];
  const quoted = `'${xmlText(first)}'`;
  const last = lastLetters(book);
  const repeated = pagesAcross(book) > 1 ? `${quoted}!${repeatedColumns(book)},` : '';
  return {
    '[Content_Types].xml': `${head}<Types xmlns="${packaging}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${content}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${content}.styles+xml"/>${sheets
      .map(
        (_, index) =>
          `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${content}.worksheet+xml"/>`,
      )
      .join('')}</Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packaging}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><bookViews><workbookView/></bookViews><sheets>${sheets
      .map(
        (name, index) =>
          `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
      )
      .join(
        '',
      )}</sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">${quoted}!$A$1:$${last}$${rowCount(book)}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">${repeated}${quoted}!$1:$${headRows}</definedName></definedNames></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packaging}/relationships">${sheets
      .map(
        (_, index) =>
          `<Relationship Id="rId${index + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="rId9" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': stylesXml,
    ...(hasGuide && { 'xl/worksheets/sheet2.xml': guideXml(book) }),
  };
}

/** Joins small pieces, so that the packer is not called for every cell. */
function* pieces(parts: Iterable<string>): Generator<Buffer> {
  let joined = '';
  for (const part of parts) {
    joined += part;
    if (joined.length < 65_536) continue;
    yield Buffer.from(joined);
    joined = '';
  }
  yield Buffer.from(joined);
}

/**
 * A workbook made anew: no macro, no formula, no link, texts as texts. The same book gives the same
 * bytes.
 */
export async function writeWorkbook(book: Book): Promise<Buffer> {
  const zip = new ZipFile();
  const mtime = new Date(Date.UTC(2000, 0, 1));
  for (const [name, text] of Object.entries(partsOf(book))) {
    zip.addBuffer(Buffer.from(text), name, { mtime });
  }
  const sheet = Readable.from(pieces(sheetXml(book)));
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml', { mtime });
  zip.end();
  return buffer(zip.outputStream);
}
