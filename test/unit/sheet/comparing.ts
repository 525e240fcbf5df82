import type { State } from '../../../shared/changes/state';
import { PeopleIndex } from '../../../shared/reading/people-index';
import type { Grid } from '../../../shared/sheet/book';
import { Comparison, type RowNews } from '../../../shared/sheet/compare';
import { directoryOf, recordsOf, writingOf } from '../../../shared/sheet/directory';
import { layoutOf, skippedAs } from '../../../shared/sheet/layout';
import type { SheetList } from '../../../shared/sheet/list';
import { listBook } from '../../../shared/sheet/list-book';

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
export function newsOf(state: State, list: SheetList, grid: Grid): RowNews[] {
  const layout = layoutOf(grid, list.fields);
  const { people, departments } = directoryOf(state);
  const comparison = new Comparison({
    list,
    meanings: layout.meanings,
    records: recordsOf(state, list),
    written: list.written?.(state),
    reading: { year: 2026, people: new PeopleIndex(people), departments },
    writing: writingOf(state, 'zh'),
  });
  return grid.flatMap((row, index) =>
    index <= layout.head || skippedAs(row, layout) ? [] : [comparison.compare(row, index + 1)],
  );
}
