import type { Field } from '../kinds/field';
import { readPeriod } from '../reading/period';
import { plainText } from '../reading/plain-text';
import { type Cell, cellText, type Grid, isBlank, type SheetForm } from './book';
import { headingKey } from './headings';
import { bareText, idMeaning, type Layout, type Meaning } from './layout';
import { Merges } from './merged-cells';
import { fewTexts, groupMark, groupName, groupNumber, note, sectionEnd, total } from './row-marks';

/** Why a row below the heading is no record. */
export type Skipped = 'blank' | 'total' | 'note' | 'heading' | 'group' | 'hidden';

/** Every reason, in the order in which they are told. */
export const skippedReasons: readonly Skipped[] = [
  'blank',
  'group',
  'total',
  'note',
  'heading',
  'hidden',
];

/** A row of the sheet that is a record; cells as far as the extended meanings. */
export interface Line {
  /** Number of the row as the sheet counts, from 1. */
  readonly row: number;
  readonly cells: readonly Cell[];
  readonly isHidden: boolean;
  /** Name of the group that it stands in; empty where it stands in none. */
  readonly group: string;
}

/** What rows are taken from. */
export interface RowSource {
  readonly grid: Grid;
  readonly layout: Layout;
  /** By column of the table, as found or as the user chose. */
  readonly meanings: readonly Meaning[];
  readonly fields: readonly Field[];
  readonly form?: SheetForm | undefined;
  /** Values for all rows, of fields that no column has. */
  readonly given?: ReadonlyMap<string, string> | undefined;
  /** Names of the sections that are known. */
  readonly sections: ReadonlySet<string>;
  /** Whether a row of a group that looks like a section is one although it is not known. */
  readonly makesSections?: boolean | undefined;
  /** Cells as the user mended them, by `mendKey`. */
  readonly mended?: ReadonlyMap<string, string> | undefined;
  /** What the user wants read for every cell that says the same, by `wordKey`. */
  readonly words?: ReadonlyMap<string, string> | undefined;
  /** Rows that are hidden or filtered out stay out. */
  readonly withoutHidden?: boolean | undefined;
  /** Year of periods that state none. */
  readonly year: number;
}

/** A cell of a field in a row, for `mended`. */
export const mendKey = (row: number, field: string): string => `${row}:${field}`;

/** All cells of a field that say the same, for `words`. */
export const wordKey = (field: string, text: string): string => `${field}:${plainText(text)}`;

/**
 * The rows of a table that are records, in their order, and each that is none with the reason. A row
 * that names a group gives the rows below it their section, or their period, where they have none.
 */
export class Rows {
  /** By cell of a line: the columns of the table, then the fields that no column has. */
  readonly meanings: readonly Meaning[];
  readonly skipped: Record<Skipped, number> = {
    blank: 0,
    total: 0,
    note: 0,
    heading: 0,
    group: 0,
    hidden: 0,
  };
  /** Rows that are read although they are hidden or filtered out. */
  hiddenRead = 0;
  readonly #merges: Merges;
  readonly #hidden: ReadonlySet<number>;
  readonly #width: number;
  readonly #virtual: readonly string[];
  readonly #sectionColumn: number;
  readonly #periodColumn: number;
  readonly #titles: ReadonlySet<string>;

  constructor(private readonly source: RowSource) {
    const { layout, meanings, fields, given, form, grid } = source;
    this.#width = meanings.length;
    const has = (key: string) => fields.some((field) => field.key === key);
    const isAbsent = (key: string) => has(key) && !meanings.includes(key);
    const virtual = [...(given?.keys() ?? [])].filter(isAbsent);
    for (const key of ['department', 'period']) {
      if (isAbsent(key) && !virtual.includes(key) && this.#hasGroups(key)) virtual.push(key);
    }
    this.#virtual = virtual;
    this.meanings = [...meanings, ...virtual];
    this.#sectionColumn = this.meanings.indexOf('department');
    this.#periodColumn = virtual.includes('period') ? this.meanings.indexOf('period') : -1;
    this.#merges = new Merges(form, layout.head + 1);
    this.#hidden = new Set(form?.hiddenRows ?? []);
    this.#titles = new Set(
      grid
        .slice(0, Math.max(0, layout.head - layout.headRows + 1))
        .flatMap((row) => row.map(bareText))
        .filter((text) => text !== ''),
    );
  }

  /** What is said where a field is given by groups: whether any row is such a group. */
  #hasGroups(key: string): boolean {
    const { grid, layout } = this.source;
    return grid.slice(layout.head + 1).some((row) => {
      const texts = fewTexts(row);
      if (texts.length === 0) return false;
      const name = groupName(texts.at(-1) ?? '');
      return key === 'department' ? this.#isSection(name) : this.#periodOf(name) !== '';
    });
  }

  #isSection(name: string): boolean {
    const { sections, makesSections } = this.source;
    return sections.has(name) || (makesSections === true && sectionEnd.test(name));
  }

  #periodOf(name: string): string {
    const reading = readPeriod(name, this.source.year);
    return reading.ok && /^\d{4}-/.test(reading.value) ? reading.value : '';
  }

  /** Cells of one of the tables side by side, a value under a merge only where it is first meant. */
  #cellsOf(row: number, from: number): Cell[] {
    const { grid, meanings } = this.source;
    const cells = Array.from(
      { length: this.#width },
      (_, column): Cell => grid[row]?.[from + column] ?? null,
    );
    for (const { left, right, top } of this.#merges.at(row)) {
      if (right === left) continue;
      const own = cells.flatMap((_, column) => {
        const at = from + column;
        return at >= left && at <= right && meanings[column] !== null ? [column] : [];
      });
      for (const column of own.slice(1)) cells[column] = null;
      // Over several rows as well: what stands in the first of them is no other field's value below.
      if (own.length > 1 && top < row) cells[own[0] ?? 0] = grid[row]?.[left] ?? null;
    }
    return cells;
  }

  #isMeant(column: number): boolean {
    const meaning = this.source.meanings[column];
    return meaning !== null && meaning !== undefined && meaning !== idMeaning;
  }

  /** Why a row of the table is no record; undefined where it is one. */
  #skippedAs(row: number, from: number, cells: readonly Cell[]): Skipped | undefined {
    const { layout, grid } = this.source;
    const isId = (column: number) => this.source.meanings[column] === idMeaning;
    const own = grid[row] ?? [];
    const filled = cells.flatMap((cell, column) =>
      isBlank(cell) || isId(column) ? [] : [{ text: bareText(cell), column }],
    );
    const [first, second] = filled;
    if (!first) return 'blank';
    if (total.test(first.text) || (second && /^(?:合计|总计|小计|共计)$/.test(second.text))) {
      return 'total';
    }
    const texts = new Set(filled.map(({ text }) => text));
    if (note.test(first.text) && (texts.size <= 3 || /签字|盖章/.test(first.text))) return 'note';
    if (texts.size === 1 && this.#titles.has(first.text)) return 'heading';
    if (layout.head >= 0 && filled.length > 1) {
      for (let at = layout.head - layout.headRows + 1; at <= layout.head; at += 1) {
        const isSame = filled.every(
          ({ text, column }) =>
            headingKey(text) === headingKey(cellText(grid[at]?.[from + column])) ||
            headingKey(text) === headingKey(layout.headings[column] ?? ''),
        );
        if (isSame) return 'heading';
      }
    }
    const isKnown = this.source.meanings.some((_, column) => this.#isMeant(column));
    const said = filled.filter(
      ({ column }) => this.#isMeant(column) && !this.#merges.isFromAbove(row, from + column),
    );
    if (this.#groupIn(row, from, own) !== undefined) return 'group';
    // A number alone, or with what a merged cell says of all rows beside it, is a row left empty.
    if (isKnown && said.length === 0) return 'blank';
    return undefined;
  }

  /** The name of the group that a row stands for; undefined where it is none. */
  #groupIn(row: number, from: number, own: readonly Cell[]): string | undefined {
    const cells = own.slice(from, from + this.#width).flatMap((cell, at) => {
      const column = from + at;
      const isSaid = !isBlank(cell) && this.source.meanings[at] !== idMeaning;
      return isSaid && !this.#merges.isFromAbove(row, column) ? [{ cell, column }] : [];
    });
    const texts = [...new Set(cells.map(({ cell }) => bareText(cell)))];
    const [first = '', second] = texts;
    if (texts.length === 2 && groupNumber.test(first) && second !== undefined) {
      const at = cells.find(({ cell }) => bareText(cell) === second)?.column ?? 0;
      const isAlone = cells.length === 2 || this.#merges.isWide(row, at);
      return isAlone ? groupName(second) : undefined;
    }
    if (texts.length !== 1 || /^[\d.]+$/.test(first)) return undefined;
    const at = cells[0]?.column ?? 0;
    const isWide = this.#merges.isWide(row, at) || cells.length > 1;
    const isMarked = groupMark.test(first);
    const isOutside = this.#width > 2 && !this.#isMeant(at - from) && at - from < 2;
    return isWide || isMarked || (isOutside && first.length <= 30) ? groupName(first) : undefined;
  }

  /** The rows from above, the tables side by side one after the other. */
  *lines(): Generator<Line | undefined> {
    const { grid, layout } = this.source;
    for (const from of layout.blocks) {
      let section = '';
      let period = '';
      let group = '';
      let openGroups = 0;
      for (let row = layout.head + 1; row < grid.length; row += 1) {
        const cells = this.#cellsOf(row, from);
        const reason = this.#skippedAs(row, from, cells);
        if (reason !== undefined) {
          // Of tables side by side the shorter one ends in nothing.
          if (reason !== 'blank' || from === layout.blocks[0]) this.skipped[reason] += 1;
          if (reason === 'group') {
            openGroups += 1;
            const name = this.#groupIn(row, from, grid[row] ?? []) ?? '';
            group = name;
            if (this.#isSection(name)) section = name;
            else period = this.#periodOf(name) || period;
          }
          yield undefined;
          continue;
        }
        const isHidden = this.#hidden.has(row);
        if (isHidden && this.source.withoutHidden) {
          this.skipped.hidden += 1;
          yield undefined;
          continue;
        }
        if (isHidden) this.hiddenRead += 1;
        openGroups = 0;
        yield {
          row: row + 1,
          cells: this.#filled(row + 1, cells, section, period),
          isHidden,
          group,
        };
      }
      // Words across the row below all records are a note, not a group.
      this.skipped.group -= openGroups;
      this.skipped.note += openGroups;
    }
  }

  /** A row with what groups and the user say for it. */
  #filled(row: number, cells: readonly Cell[], section: string, period: string): Cell[] {
    const { given, mended, words } = this.source;
    const all: Cell[] = [...cells, ...this.#virtual.map((key): Cell => given?.get(key) ?? null)];
    if (section !== '' && this.#sectionColumn >= 0 && isBlank(all[this.#sectionColumn])) {
      all[this.#sectionColumn] = section;
    }
    if (period !== '' && this.#periodColumn >= 0) all[this.#periodColumn] = period;
    if (!mended?.size && !words?.size) return all;
    return all.map((cell, column) => {
      const key = this.meanings[column] ?? '';
      const own = mended?.get(mendKey(row, key));
      return own ?? words?.get(wordKey(key, cellText(cell))) ?? cell;
    });
  }
}
