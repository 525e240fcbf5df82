import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  cellsAtOnce,
  lettersAtOnce,
  mostAreas,
  mostCells,
  mostLetters,
  mostMarks,
} from '../../../electron/sheets/limits';
import { pieceOf } from '../../../electron/sheets/piece';
import { readSheetFile } from '../../../electron/sheets/read-file';
import type { ReadSheet } from '../../../electron/sheets/read-workbook';
import { StorageError } from '../../../electron/storage/storage-error';
import { errorTexts } from '../../../renderer/i18n/texts/errors';
import { readTextTable } from '../../../shared/reading/text-table';
import { type Cell, cellSchema, sheetAboutSchema } from '../../../shared/sheet/book';
import { forged, sheetOf } from './forged-workbook';
import { hostileWorkbooks } from './hostile-workbooks';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touyan-hostile-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a file was taken as, or the code it was refused with; any other end is a defect. */
async function outcome(bytes: Buffer): Promise<readonly ReadSheet[] | string> {
  const path = join(folder, 'tried.xlsx');
  await writeFile(path, bytes);
  try {
    return await readSheetFile(path);
  } catch (error) {
    if (!(error instanceof StorageError)) throw error;
    return error.code;
  }
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const longest = '长'.repeat(32_767);

describe('what a workbook comes to once it is unpacked', () => {
  it('counts a shared string in every cell that shows it', async () => {
    const cells = `<row>${'<c t="s"><v>0</v></c>'.repeat(200)}</row>`.repeat(1_000);
    const bytes = await forged(sheetOf(cells), {
      'xl/sharedStrings.xml': `<sst xmlns="${main}"><si><t>${longest}</t></si></sst>`,
    });
    expect(bytes.length).toBeLessThan(30_000);
    expect(await outcome(bytes)).toBe('sheet-large');
  });

  it('counts a merged text in every cell that is filled with it', async () => {
    const sheet = sheetOf(
      `<row r="1"><c r="A1" t="str"><v>${longest}</v></c></row><row r="9000"><c><v>1</v></c></row>`,
      '<mergeCells><mergeCell ref="A1:Z9000"/></mergeCells>',
    );
    expect(await outcome(await forged(sheet))).toBe('sheet-large');
  });

  it('counts the empty places before a cell', async () => {
    const rows = Array.from(
      { length: 30_000 },
      (_, row) => `<row><c r="KN${row + 1}"><v>1</v></c></row>`,
    );
    expect(await outcome(await forged(sheetOf(rows.join(''))))).toBe('sheet-large');
  });

  it('hands rows over in pieces that hold nothing up', () => {
    const grid = Array.from({ length: 2_000 }, (): Cell[] =>
      Array.from({ length: 100 }, () => longest),
    );
    const piece = pieceOf(grid, 0, 2_000);
    expect(piece).toHaveLength(1);
    const narrow = Array.from({ length: 5_000 }, (_, row): Cell[] => [row, '职工']);
    expect(pieceOf(narrow, 4_000, 2_000)).toHaveLength(1_000);
    expect(pieceOf(narrow, 5_000, 2_000)).toEqual([]);
  });
});

describe('separated text', () => {
  const long = `"${'长'.repeat(40_000)}",乙`;
  it.each([
    ['a cell longer than a cell may be', long, [[longest, '乙']], true],
    ['more columns than are read', `${'a,'.repeat(300)}b`, [Array(300).fill('a')], true],
    [
      'empty columns beyond those that are read',
      `a${','.repeat(400)}`,
      [['a', ...Array(299).fill('')]],
      false,
    ],
  ])('%s', (_, text, grid, isCut) => {
    expect(readTextTable(text, ',')).toEqual({ grid, isCut });
  });

  it('stops where the cells of a file become too many', () => {
    const { grid, isCut } = readTextTable(`${','.repeat(299)}\n`.repeat(21_000), ',');
    expect([grid.length, isCut]).toEqual([20_000, true]);
  });
});

describe('hostile workbooks', () => {
  it.each(hostileWorkbooks(138))('seed $seed: $attack', async ({ make }) => {
    const read = await outcome(await make());
    if (typeof read === 'string') {
      // Refused: with one sentence of the contract's.
      expect(read).toMatch(/^(sheet-|file-empty$)/);
      expect(Object.keys(errorTexts.zh)).toContain(`errors.${read}`);
      return;
    }
    let [cells, letters, marks] = [0, 0, 0];
    const wrong: unknown[] = [];
    for (const { about, grid } of read) {
      if (!sheetAboutSchema.safeParse(about).success) wrong.push(about.name);
      const { merged = [], hiddenRows = [], hiddenColumns = [] } = about.form ?? {};
      marks += merged.length + hiddenRows.length + hiddenColumns.length;
      for (const row of grid) {
        cells += row.length;
        for (const cell of row) {
          if (typeof cell === 'string') letters += cell.length;
          else if (cell !== null && !cellSchema.safeParse(cell).success) wrong.push(cell);
        }
      }
      const piece = pieceOf(grid, 0, 2_000);
      const inPiece = piece.flat();
      if (piece.length > 1) {
        expect(inPiece.length).toBeLessThanOrEqual(cellsAtOnce);
        expect(
          JSON.stringify(inPiece.filter((cell) => typeof cell === 'string')).length,
        ).toBeLessThan(8 * lettersAtOnce);
      }
    }
    expect(wrong).toEqual([]);
    expect(z.array(z.string()).safeParse(read.map(({ about }) => about.name)).success).toBe(true);
    expect(cells).toBeLessThanOrEqual(mostCells);
    expect(letters).toBeLessThanOrEqual(mostLetters);
    expect(marks).toBeLessThanOrEqual(mostMarks + mostAreas);
  });
});
