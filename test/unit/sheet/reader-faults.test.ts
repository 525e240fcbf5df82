import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readSheetFile } from '../../../electron/sheets/read-file';
import type { Grid } from '../../../shared/sheet/book';

const folder = join(import.meta.dirname, '../../fixtures/sheets-office/reader');

/** Books of other makers, each with what it has of its own, and what its cells say. */
const books: readonly (readonly [file: string, what: string, grid: Grid])[] = [
  ['bom.xlsx', 'parts that begin with a mark', [[{ day: '2014-05-04' }]]],
  ['m1904.xlsx', 'days from 1904', [[{ day: '2018-05-05' }]]],
  ['m1904-x15.xlsx', "an extension's workbookPr", [[{ day: '2018-05-05' }]]],
  ['empty-v.xlsx', 'an empty v of a shared string', [['姓名', '备注'], ['测甲']]],
  ['str-v-empty.xlsx', 'empty v of every type', []],
  ['inline-and-v.xlsx', 'a text told twice', [['1.0']]],
  ['ms.xlsx', 'parts of a second', [['2026-05-06 12:00', '14:30', '2026-05-06 14:30']]],
  ['rid-prefix.xlsx', 'another prefix of relations', [[{ day: '2014-05-04' }]]],
  ['sst-out-of-range.xlsx', 'a shared string that is lost', [[{ error: '#REF!' }, '姓名']]],
  ['utf16.xlsx', 'UTF-16 with a mark', [[{ day: '2014-05-04' }]]],
  ['utf16be.xlsx', 'UTF-16, the high byte first', [[{ day: '2014-05-04' }]]],
  ['utf16le-nobom.xlsx', 'UTF-16 without a mark', [[{ day: '2014-05-04' }]]],
];

it.each(books)('%s: %s', async (file, _, grid) => {
  const sheets = await readSheetFile(join(folder, file));
  expect(sheets.map((sheet) => sheet.grid)).toEqual([grid]);
});
