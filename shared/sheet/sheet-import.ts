import type { Edit } from '../changes/draft';
import { listOf } from '../changes/records';
import type { State } from '../changes/state';
import { withOneHead } from '../insight/edit-rules';
import type { OpenName, ReadingContext } from '../reading/field';
import type { Readings } from '../reading/name';
import { type PercentColumn, percentColumn } from '../reading/number';
import { PeopleIndex } from '../reading/people-index';
import { plainText } from '../reading/plain-text';
import type { Cell, Grid, SheetForm } from './book';
import { Comparison, editsOf, type RowNews } from './compare';
import { type Directory, directoryOf, recordsOf, writingOf } from './directory';
import type { Layout, Meaning } from './layout';
import type { SheetList } from './list';
import { type Line, Rows, type Skipped } from './rows';

/** What an import is made from. */
export interface ImportSource {
  readonly state: State;
  readonly list: SheetList;
  readonly grid: Grid;
  readonly form?: SheetForm | undefined;
  readonly layout: Layout;
  readonly meanings: readonly Meaning[];
  /** Year of days and periods that state none. */
  readonly year: number;
  readonly language: 'zh' | 'en';
  /** Values for all rows, of fields that no column has. */
  readonly given?: ReadonlyMap<string, string> | undefined;
  readonly mended?: ReadonlyMap<string, string> | undefined;
  readonly words?: ReadonlyMap<string, string> | undefined;
  readonly withoutHidden?: boolean | undefined;
  /** Whom names mean, as the user chose; an empty id leaves a name out. */
  readonly chosen?: ReadonlyMap<string, string> | undefined;
  readonly readingsOf?: ((name: string) => Readings) | undefined;
  /** Ids of sections that are made; where absent, none are. */
  readonly newId?: (() => string) | undefined;
}

/** A row that is a record, with what it says and what it would do. */
export interface ImportedRow extends RowNews {
  readonly line: Line;
}

/** Numbers of a column of per cents, as they are taken for the whole column. */
function percentsOf({ grid, layout, list, meanings }: ImportSource): Map<string, PercentColumn> {
  const percents = new Map<string, PercentColumn>();
  for (const { key, control } of list.fields) {
    const column = meanings.indexOf(key);
    if (control.type !== 'number' || control.unit?.zh !== '%' || column < 0) continue;
    const cells = layout.blocks.flatMap((from) =>
      grid.slice(layout.head + 1).map((row): Cell => row[from + column] ?? null),
    );
    percents.set(key, percentColumn(cells));
  }
  return percents;
}

function onlyTasks(state: State): Map<string, string> {
  const ids = new Map<string, string>();
  const again = new Set<string>();
  for (const { id, title } of listOf(state, 'task')) {
    const name = plainText(title);
    if (name === '' || ids.has(name)) again.add(name);
    ids.set(name, id);
  }
  for (const name of again) ids.delete(name);
  return ids;
}

/**
 * A sheet held against the records of a list, row by row: the same for the window, the command line
 * and tests. What cannot be told is kept for the user to settle.
 */
export class SheetImport {
  readonly rows: ImportedRow[] = [];
  readonly names = new Map<string, OpenName>();
  /** Sections that are not there yet: ids by name. */
  readonly departments = new Map<string, string>();
  readonly directory: Directory;
  readonly #comparison: Comparison;
  readonly #rows: Rows;
  readonly #given: ReadonlySet<string>;
  /** Ids of tasks by their title, where it is the only one of that title. */
  readonly #parents: ReadonlyMap<string, string>;

  constructor(source: ImportSource) {
    const { state, list, grid, form, layout, meanings, year, language, newId } = source;
    this.directory = directoryOf(state);
    this.#given = new Set(
      [...(source.given?.keys() ?? [])].filter((key) => !meanings.includes(key)),
    );
    this.#parents = list.collection === 'task' ? onlyTasks(state) : new Map();
    const makesSections = newId !== undefined;
    this.#rows = new Rows({
      grid,
      layout,
      meanings,
      fields: list.fields,
      form,
      given: source.given,
      sections: new Set(this.directory.departments.keys()),
      makesSections,
      mended: source.mended,
      words: source.words,
      withoutHidden: source.withoutHidden,
      year,
    });
    const newDepartment = (text: string): string => {
      const name = plainText(text);
      const id = this.departments.get(name) ?? newId?.() ?? '';
      this.departments.set(name, id);
      return id;
    };
    const { people, departments } = this.directory;
    const reading: ReadingContext = {
      year,
      percents: percentsOf(source),
      people: new PeopleIndex(people, source.readingsOf, source.chosen),
      departments,
      openName: (name) => void this.names.set(name.typed, name),
      ...(makesSections && { newDepartment }),
    };
    this.#comparison = new Comparison({
      list,
      meanings: this.#rows.meanings,
      records: recordsOf(state, list),
      written: list.written?.(state),
      writing: writingOf(state, language),
      reading,
    });
  }

  /** By cell of a line: the columns of the table, then the fields that no column has. */
  get meanings(): readonly Meaning[] {
    return this.#rows.meanings;
  }

  /** Rows that are no records. */
  get skipped(): Readonly<Record<Skipped, number>> {
    return this.#rows.skipped;
  }

  /** Rows read although the sheet hides them. */
  get hiddenRead(): number {
    return this.#rows.hiddenRead;
  }

  /** The required fields that neither a column nor the user says. */
  get absent(): Comparison['absent'] {
    return this.#comparison.absent;
  }

  /** A new task in a group that is called like a task belongs below it. */
  #belowParent(news: RowNews, { group }: Line): RowNews {
    const parent = news.state === 'new' ? this.#parents.get(plainText(group)) : undefined;
    const cell = news.cells.title;
    if (parent === undefined || !cell) return news;
    const reason = cell.reason ?? {
      zh: `归入上级任务“${group}”。`,
      en: `Below the task "${group}".`,
    };
    const cells = { ...news.cells, title: { ...cell, reason } };
    return { ...news, cells, fields: { ...news.fields, parent } };
  }

  /** What a row would do; what was said once for all rows is not said again in each. */
  #compared(line: Line): RowNews {
    const news = this.#belowParent(this.#comparison.compare(line.cells, line.row), line);
    if (this.#given.size === 0 || news.state === 'wrong') return news;
    const cells = Object.fromEntries(
      Object.entries(news.cells).map(([key, cell]) => {
        const { reason: _, ...quiet } = cell;
        return [key, this.#given.has(key) && cell.state !== 'open' ? quiet : cell];
      }),
    );
    return { ...news, cells };
  }

  /** Compares row by row; a step is a row of the sheet. */
  *steps(): Generator<undefined> {
    for (const line of this.#rows.lines()) {
      if (line) this.rows.push({ ...this.#compared(line), line });
      yield undefined;
    }
  }

  /** Compares all rows at once. */
  all(): readonly ImportedRow[] {
    for (const _ of this.steps());
    return this.rows;
  }
}

/** What a confirmed import writes: the sections that its rows need, then the rows, in their order. */
export function editsFor(
  state: State,
  list: SheetList,
  made: Pick<SheetImport, 'rows' | 'departments'>,
  newId: () => string,
): readonly Edit[] {
  const orders = recordsOf(state, list).map(({ order }) => (typeof order === 'number' ? order : 0));
  const last = orders.reduce((most, order) => Math.max(most, order), 0);
  const edits = editsOf(list, made.rows, newId, last);
  const used = new Set(edits.map(({ fields }) => fields.department));
  const sections = directoryOf(state).departmentNames.length;
  const needed = [...made.departments].filter(([, id]) => used.has(id));
  return [
    ...needed.map(([name, id], index) => ({
      collection: 'department' as const,
      id,
      fields: { name, order: sections + index },
    })),
    ...withOneHead(state, edits),
  ];
}
