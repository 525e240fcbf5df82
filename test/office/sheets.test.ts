import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSheetFile } from '../../electron/sheets/read-file';
import { writeWorkbook } from '../../electron/sheets/write-workbook';
import type { Edit } from '../../shared/changes/draft';
import type { JsonValue } from '../../shared/changes/json';
import { serialOfDay } from '../../shared/reading/day';
import { type Cell, cellText } from '../../shared/sheet/book';
import { editsOf } from '../../shared/sheet/compare';
import { recordsOf, writingOf } from '../../shared/sheet/directory';
import { type SheetList, sheetLists } from '../../shared/sheet/list';
import { cellOf } from '../../shared/sheet/write-cell';
import { bookOf, newsOf } from '../unit/sheet/comparing';
import { filledUnit, valueFor } from '../unit/sheet/filled-unit';
import { type Editing, editInOffice, type Typing } from './edit-sheets';

const state = filledUnit();
const writing = writingOf(state, 'zh');

/** Rows above the records: title, note, headings. */
const firstRow = 3;

interface Plan {
  readonly list: SheetList;
  readonly editing: Editing;
  readonly untouched: Editing;
  readonly expected: readonly Edit[];
}

const typing = (row: number, column: number, cell: Cell): Typing => {
  if (typeof cell === 'number') return { row, column, number: cell };
  if (typeof cell === 'object' && cell !== null && 'day' in cell) {
    return { row, column, number: serialOfDay(cell.day) };
  }
  return { row, column, text: cellText(cell) };
};

/** Every field is edited once, each in one of the records; one optional field is emptied. */
function plan(list: SheetList, folder: string): Plan {
  const records = recordsOf(state, list);
  const rows = bookOf(state, list).rows;
  const typed: Typing[] = [];
  const edits = new Map<string, Record<string, JsonValue>>();
  // The last one: what stands before it may be needed by others, as a goal is for issuing.
  const optional = list.fields.findLastIndex(
    ({ required, control }) => !required && control.type !== 'flag',
  );
  for (const [column, field] of list.fields.entries()) {
    const at = column % 3;
    const record = records[at];
    if (!record) continue;
    const value = column === optional ? null : valueFor(field, column + 6);
    // What a field reads is what it was declared for.
    const text = list.written?.(state)[field.key]?.textOf(value);
    const cell = value === null ? null : cellOf(field, text ?? (value as never), writing);
    if (JSON.stringify(cell) === JSON.stringify(rows[at]?.[column] ?? null)) continue;
    typed.push(typing(firstRow + at, column, cell));
    const stored = value === false ? null : value;
    edits.set(record.id, { ...edits.get(record.id), [field.key]: stored });
  }
  const at = (name: string) => join(folder, `${list.id}${name}`);
  return {
    list,
    editing: { file: at('.xlsx'), xlsx: at('-edited.xlsx'), csv: at('-edited.csv'), typed },
    untouched: { file: at('.xlsx'), xlsx: at('-same.xlsx'), csv: at('-same.csv'), typed: [] },
    expected: records.flatMap(({ id }) => {
      const fields = edits.get(id);
      return fields ? [{ collection: list.collection, id, fields }] : [];
    }),
  };
}

let folder = '';
let plans: readonly Plan[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'touyan-sheets-'));
  plans = sheetLists.map((list) => plan(list, folder));
  for (const { list, editing } of plans) {
    await writeFile(editing.file, await writeWorkbook(bookOf(state, list)));
  }
  await editInOffice(plans.flatMap(({ editing, untouched }) => [editing, untouched]));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function editsIn(list: SheetList, path: string): Promise<readonly Edit[]> {
  const [sheet] = await readSheetFile(path);
  const news = newsOf(state, list, sheet?.grid ?? []);
  expect(news.filter(({ state: is }) => is === 'wrong')).toEqual([]);
  expect(news).toHaveLength(recordsOf(state, list).length);
  return editsOf(list, news, () => 'new');
}

describe.each(sheetLists.map((list, place) => [list.id, place] as const))(
  '%s, edited in an office program',
  (_, place) => {
    it.each(['xlsx', 'csv'] as const)(
      'changes exactly the edited cells, saved as .%s',
      async (ending) => {
        const { list, editing, expected } = plans[place] as Plan;
        expect(editing.typed.length).toBeGreaterThan(0);
        expect(await editsIn(list, editing[ending])).toEqual(expected);
      },
    );

    it.each(['xlsx', 'csv'] as const)(
      'changes nothing where nothing was edited, saved as .%s',
      async (ending) => {
        const { list, untouched } = plans[place] as Plan;
        expect(await editsIn(list, untouched[ending])).toEqual([]);
      },
    );
  },
);
