import type { State } from '../../../shared/changes/state';
import type { Grid, SheetForm } from '../../../shared/sheet/book';
import type { RowNews } from '../../../shared/sheet/compare';
import { directoryOf, recordsOf, writingOf } from '../../../shared/sheet/directory';
import { layoutOf } from '../../../shared/sheet/layout';
import type { SheetList } from '../../../shared/sheet/list';
import { listBook } from '../../../shared/sheet/list-book';
import { SheetImport } from '../../../shared/sheet/sheet-import';

/** A list of a state as the workbook that is exported. */
export function bookOf(state: State, list: SheetList) {
  return listBook({
    list,
    records: recordsOf(state, list),
    unitName: '某某县某某局',
    dayText: '2026年11月23日',
    departments: directoryOf(state).departmentNames,
    writing: writingOf(state, 'zh'),
  });
}

/** What a sheet would do to a state. */
export function newsOf(state: State, list: SheetList, grid: Grid, form?: SheetForm): RowNews[] {
  const layout = layoutOf(grid, list.fields, { form });
  const { meanings } = layout;
  const source = { state, list, grid, form, layout, meanings, year: 2026, language: 'zh' } as const;
  return new SheetImport(source).all().map(({ line: _, ...news }) => news);
}
