import { basename } from 'node:path';
import { readSheetFile } from '../../../electron/sheets/read-file';
import type { State } from '../../../shared/changes/state';
import type { Field, FieldValue } from '../../../shared/kinds/field';
import { directoryOf, writingOf } from '../../../shared/sheet/directory';
import { givenGuesses } from '../../../shared/sheet/given';
import { layoutOf } from '../../../shared/sheet/layout';
import { sheetListOf } from '../../../shared/sheet/list';
import { bestSheet } from '../../../shared/sheet/list-fit';
import { SheetImport } from '../../../shared/sheet/sheet-import';

/** A value as a clerk reads it: people, sections and choices by their words. */
function shown(state: State, { control }: Field, value: FieldValue): string | number | boolean {
  const { wording } = writingOf(state, 'zh');
  if (value === null) return '';
  if (typeof value === 'object') return value.map(wording.personName).join('、');
  if (typeof value !== 'string') return value;
  if (control.type === 'person') return wording.personName(value);
  if (control.type === 'department') return wording.departmentName(value);
  if (control.type !== 'choice') return value;
  return control.options.find((option) => option.value === value)?.text.zh ?? value;
}

/** What comes of a file without anybody touching it, as window and command line do it. */
export async function importFile(state: State, id: string, path: string) {
  const list = sheetListOf(id);
  if (!list) throw new Error(id);
  const sheets = await readSheetFile(path);
  const tops = sheets.map(({ about, grid }) => ({ grid, ...about }));
  const { grid = [], about } = sheets[bestSheet(tops, list)] ?? {};
  const form = about?.form;
  const layout = layoutOf(grid, list.fields, { form });
  const { meanings } = layout;
  const guesses = givenGuesses({
    grid,
    layout,
    meanings,
    fields: list.fields,
    fileName: basename(path),
    sheetName: about?.name ?? '',
    sections: directoryOf(state).departmentNames,
  });
  const made = new SheetImport({
    state,
    list,
    grid,
    form,
    layout,
    meanings,
    year: 2026,
    language: 'zh',
    given: new Map(guesses.flatMap(({ field, text }) => (text ? [[field.key, text]] : []))),
    ...(list.makesDepartments && { newId: () => 'made' }),
  });
  made.all();
  const fieldOf = new Map(list.fields.map((field) => [field.key, field]));
  const rows = made.rows.map(({ state: is, fields, cells, needsLook }) => ({
    is,
    needsLook,
    hasOpen: Object.values(cells).some((cell) => cell.state === 'open' || cell.state === 'wrong'),
    cells,
    said: Object.fromEntries(
      Object.entries(fields).map(([key, value]): [string, string | number | boolean] => {
        const field = fieldOf.get(key);
        // What a field reads is what it was declared for.
        return [key, field ? shown(state, field, value as FieldValue) : ''];
      }),
    ),
  }));
  return { rows, skipped: made.skipped, hiddenRead: made.hiddenRead, layout };
}
