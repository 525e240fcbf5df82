import type { Bilingual } from '../catalogue/row';
import type { Edit } from '../changes/draft';
import { type JsonValue, sameValue } from '../changes/json';
import { bandUpsideDown, refusalOf, severalHeads } from '../insight/edit-rules';
import { emptyValue, type Field, type FieldValue, fieldValue, isEmpty } from '../kinds/field';
import { defaultsOf } from '../model/collections';
import { type ReadingContext, readField } from '../reading/field';
import { keptText } from '../reading/plain-text';
import { type Cell, cellText, isBlank } from './book';
import { idMeaning, type Meaning } from './layout';
import type { SheetList } from './list';
import { cellOf, type Writing } from './write-cell';
import type { Written } from './written';

type SheetRecord = Readonly<Record<string, unknown>> & { readonly id: string };

/** What is to be said of one cell of a row. */
export interface CellNews {
  /** An `open` cell cannot be read and is not written; the rest of its row is. */
  readonly state: 'new' | 'changed' | 'open' | 'wrong';
  /** As the cell says it. */
  readonly text: string;
  /** What the record says now; of changed cells. */
  readonly before?: string;
  /** Why it is wrong, or what was taken for granted. */
  readonly reason?: Bilingual;
}

export type RowState = 'new' | 'changed' | 'unchanged' | 'wrong';

/** What a row of a sheet would do. */
export interface RowNews {
  /** Number of the row as the sheet counts, from 1. */
  readonly row: number;
  readonly state: RowState;
  /** By field key; cells that change nothing are left out. */
  readonly cells: Readonly<Record<string, CellNews>>;
  /** Why the row as a whole cannot be kept. */
  readonly reason?: Bilingual;
  /** Whether a cell was read with a remark that is more than the day of a deadline, or not at all. */
  readonly needsLook: boolean;
  /** The record that the row is; undefined for new ones. */
  readonly id?: string;
  /** What to set; null clears. */
  readonly fields: Readonly<Record<string, JsonValue>>;
}

/** What rows are compared with. */
export interface Comparing {
  readonly list: SheetList;
  /** By column. */
  readonly meanings: readonly Meaning[];
  /** Live records of the list. */
  readonly records: readonly SheetRecord[];
  readonly reading: ReadingContext;
  readonly writing: Writing;
  /** By field: how what is no text is written; as the list has it for the state. */
  readonly written?: Readonly<Record<string, Written>> | undefined;
}

const stored = (field: Field, value: FieldValue): JsonValue => {
  if (isEmpty(value) || value === emptyValue(field)) return null;
  return typeof value === 'object' && value !== null ? [...value] : value;
};

/** A cell that reads as the record's value would be written. */
const saysTheSame = (cell: Cell, written: Cell): boolean =>
  keptText(cellText(cell)) === keptText(cellText(written));

/**
 * Compares rows of a sheet with the records. A row with the id of a record is that record, and its
 * empty cells empty the record's fields. A row without id is the one record that agrees in the key
 * fields, and its empty cells say nothing; where none agrees it is new.
 */
export class Comparison {
  readonly #byId = new Map<string, SheetRecord>();
  readonly #byKey = new Map<string, SheetRecord[]>();
  readonly #columns: readonly { readonly field: Field; readonly column: number }[];
  readonly #idColumn: number;
  readonly #keyFields: readonly Field[];
  /** Rows seen, by record id or by all that they say. */
  readonly #seen = new Map<string, number>();

  /** Whether a row before made somebody the head of the team. */
  #hasHead = false;

  constructor(private readonly comparing: Comparing) {
    const { list, meanings, records } = comparing;
    this.#columns = list.fields.flatMap((field) => {
      const column = meanings.indexOf(field.key);
      return column >= 0 ? [{ field, column }] : [];
    });
    this.#idColumn = meanings.indexOf(idMeaning);
    this.#keyFields = list.fields.filter(({ key }) => list.keys.includes(key));
    for (const record of records) {
      this.#byId.set(record.id, record);
      const key = this.#keyOf((field) => fieldValue(record, field));
      const same = this.#byKey.get(key);
      if (same) same.push(record);
      else this.#byKey.set(key, [record]);
    }
  }

  #written({ key }: Field): Written | undefined {
    const { written = {} } = this.comparing;
    return Object.hasOwn(written, key) ? written[key] : undefined;
  }

  #keyOf(said: (field: Field) => FieldValue): string {
    return JSON.stringify(
      this.#keyFields.map((field) => {
        const value = said(field);
        return typeof value === 'string' ? keptText(value) : value;
      }),
    );
  }

  /** The required fields that no column is read as; new rows cannot be kept without them. */
  get absent(): readonly Field[] {
    const mapped = new Set(this.#columns.map(({ field }) => field));
    return this.comparing.list.fields.filter((field) => field.required && !mapped.has(field));
  }

  /** What one row would do. Rows are to be given in the order of the sheet. */
  compare(cells: readonly Cell[], row: number): RowNews {
    const { reading, writing, list } = this.comparing;
    const idText = this.#idColumn >= 0 ? cellText(cells[this.#idColumn]).trim() : '';
    let record = this.#byId.get(idText);
    const isById = record !== undefined;
    const values = new Map<Field, FieldValue>();
    const news: Record<string, CellNews> = {};
    const refuse = (field: Field, text: string, reason: Bilingual) => {
      // What a record is known by has to be read; any other cell that cannot be stays open.
      const isNeeded = field.required || list.keys.includes(field.key);
      news[field.key] = { state: isNeeded ? 'wrong' : 'open', text, reason };
    };
    const rests = new Map<string, string[]>();
    const remarks = new Map<Field, Bilingual>();
    const also = new Map<string, FieldValue>();
    for (const { field, column } of this.#columns) {
      const cell = cells[column] ?? null;
      if (record && saysTheSame(cell, cellOf(field, fieldValue(record, field), writing))) {
        values.set(field, fieldValue(record, field));
        continue;
      }
      // Of a required field an empty cell is wrong; whether it is owed is known with the record.
      if (isBlank(cell)) {
        values.set(field, emptyValue(field));
        continue;
      }
      const read = readField(field, cell, reading);
      const written = this.#written(field);
      if (!read.ok) refuse(field, cellText(cell), read.reason);
      else if (written?.read(String(read.value)) === undefined && written)
        refuse(field, cellText(cell), written.form);
      else {
        values.set(field, read.value);
        if (read.remark) remarks.set(field, read.remark);
        for (const [key, value] of Object.entries(read.also ?? {})) also.set(key, value);
        if (read.rest) {
          rests.set(read.rest.key, [...(rests.get(read.rest.key) ?? []), read.rest.text]);
        }
      }
    }
    const isWrong = Object.values(news).some((one) => one.state === 'wrong');
    if (!record && !isWrong) {
      const same = this.#byKey.get(this.#keyOf((field) => values.get(field) ?? emptyValue(field)));
      if (same?.length === 1) record = same[0];
      else if (same) {
        const equal = same.find((one) => this.#isEqual(one, cells, values));
        if (!equal) return this.#whole(row, news, same.length);
        record = equal;
      }
    }
    this.#addRests(rests, also, values, record);
    const columns = this.#withSaidElsewhere(also, cells, values, rests);
    const fields: Record<string, JsonValue> = {};
    for (const { field, column } of columns) {
      if (!values.has(field)) continue;
      const value = values.get(field) ?? emptyValue(field);
      const cell =
        also.get(field.key) === value ? cellText(String(value)) : (cells[column] ?? null);
      const before = record ? fieldValue(record, field) : emptyValue(field);
      if (isBlank(cell) && !isById && record) continue;
      if (field.required && isEmpty(value)) {
        if (record && isEmpty(before)) continue;
        if (news[field.key]) continue;
        const { zh, en } = field.label;
        refuse(field, '', { zh: `“${zh}”不能空着。`, en: `"${en}" must not be empty.` });
        continue;
      }
      const remark = remarks.get(field);
      if (sameValue(stored(field, value), stored(field, before))) {
        // What was kept in words elsewhere is said where it was written.
        if (remark && !record) {
          news[field.key] = { state: 'new', text: cellText(cell), reason: remark };
        }
        continue;
      }
      if (record && saysTheSame(cell, cellOf(field, before, writing))) continue;
      const written = this.#written(field);
      const text = stored(field, value);
      fields[field.key] = written && text !== null ? (written.read(String(text)) ?? null) : text;
      news[field.key] = {
        state: record ? 'changed' : 'new',
        text: cellText(cellOf(field, value, writing)) || cellText(cell),
        ...(record && { before: cellText(cellOf(field, before, writing)) }),
        ...(remark && { reason: remark }),
      };
    }
    if (!record) {
      for (const field of this.absent) {
        const { zh, en } = field.label;
        refuse(field, '', { zh: `表中没有“${zh}”这一列。`, en: `There is no column "${en}".` });
      }
    }
    const said = (key: string) => (Object.hasOwn(fields, key) ? fields[key] : record?.[key]);
    const refusal = this.comparing.list.refuse?.(said, Object.keys(fields));
    if (refusal) {
      const { text = '' } = news[refusal.key] ?? {};
      news[refusal.key] = { state: 'wrong', text, reason: refusal.reason };
    }
    const broken = refusalOf(list.collection, {
      now: said,
      before: record && ((key) => record[key]),
      changed: Object.keys(fields),
    });
    if (broken) {
      const { text = '' } = news[broken.field] ?? {};
      // Without the upper edge the rest would be no band; any other field is left as it was.
      const state = broken.sentence === bandUpsideDown ? 'wrong' : 'open';
      news[broken.field] = { state, text, reason: broken.sentence };
      delete fields[broken.field];
    }
    if (fields.head === true && list.collection === 'person') {
      if (this.#hasHead) {
        news.head = { state: 'open', text: news.head?.text ?? '', reason: severalHeads };
        delete fields.head;
      }
      this.#hasHead = true;
    }
    return this.#settle(row, record, cells, fields, news);
  }

  /**
   * The columns, and the fields that a cell of another column speaks for (the words of a deadline);
   * a cell of its own goes before that.
   */
  #withSaidElsewhere(
    also: Map<string, FieldValue>,
    cells: readonly Cell[],
    values: Map<Field, FieldValue>,
    rests: ReadonlyMap<string, readonly string[]>,
  ): readonly { readonly field: Field; readonly column: number }[] {
    if (also.size === 0) return this.#columns;
    const columns = [...this.#columns];
    for (const [key, value] of also) {
      const field = this.comparing.list.fields.find((one) => one.key === key);
      const own = this.#columns.find((one) => one.field === field);
      if (!field || (own && !isBlank(cells[own.column]) && !rests.has(key))) also.delete(key);
      else {
        values.set(field, value);
        if (!own) columns.push({ field, column: -1 });
      }
    }
    return columns;
  }

  /** Those who take part beside the one that a field holds join what its own cell or record says. */
  #addRests(
    rests: ReadonlyMap<string, readonly string[]>,
    also: Map<string, FieldValue>,
    values: ReadonlyMap<Field, FieldValue>,
    record: SheetRecord | undefined,
  ): void {
    for (const [key, texts] of rests) {
      const field = this.comparing.list.fields.find((one) => one.key === key);
      if (!field) continue;
      const said = values.get(field) ?? '';
      const own = isEmpty(said) && record ? fieldValue(record, field) : said;
      const parts = [own, ...texts].flatMap((text) => String(text ?? '').split('、'));
      const all = [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))];
      also.set(key, all.join('、').slice(0, 500));
    }
  }

  #isEqual(
    record: SheetRecord,
    cells: readonly Cell[],
    values: ReadonlyMap<Field, FieldValue>,
  ): boolean {
    return this.#columns.every(({ field, column }) => {
      const before = fieldValue(record, field);
      const value = values.get(field) ?? emptyValue(field);
      return (
        isBlank(cells[column]) ||
        sameValue(stored(field, value), stored(field, before)) ||
        saysTheSame(cells[column] ?? null, cellOf(field, before, this.comparing.writing))
      );
    });
  }

  #whole(row: number, cells: Record<string, CellNews>, count: number): RowNews {
    const reason = {
      zh: `已有 ${count} 条同样的记录，分不清改的是哪一条；请从导出的表里改。`,
      en: `There are ${count} such records and nobody can tell which is meant; edit an exported sheet.`,
    };
    return { row, state: 'wrong', needsLook: true, cells, reason, fields: {} };
  }

  #settle(
    row: number,
    record: SheetRecord | undefined,
    cells: readonly Cell[],
    fields: Record<string, JsonValue>,
    news: Record<string, CellNews>,
  ): RowNews {
    const isWrong = Object.values(news).some(({ state }) => state === 'wrong');
    const needsLook = this.#columns.some(({ field }) => {
      const cell = news[field.key];
      const isDeadline = field.control.type === 'day' && field.control.deadline !== undefined;
      const isRead = cell?.state !== 'open' && fields[field.key] !== undefined;
      return cell?.reason !== undefined && !(isDeadline && isRead);
    });
    const known = record && { id: record.id };
    if (isWrong) return { row, state: 'wrong', needsLook, cells: news, ...known, fields: {} };
    // Only of rows that can be kept it is said that they come twice.
    const said = this.#columns.map(({ column }) => keptText(cellText(cells[column])));
    const key = record ? `=${record.id}` : JSON.stringify(said);
    const earlier = this.#seen.get(key);
    if (earlier !== undefined) {
      const reason = {
        zh: `与第 ${earlier} 行重复。`,
        en: `The same as row ${earlier}.`,
      };
      return { row, state: 'wrong', needsLook: true, cells: news, reason, fields: {} };
    }
    this.#seen.set(key, row);
    const isChanged = Object.keys(fields).length > 0;
    const state: RowState = !record ? 'new' : isChanged ? 'changed' : 'unchanged';
    return { row, state, needsLook, cells: news, ...known, fields };
  }
}

/**
 * What a confirmed import writes: one edit a new or changed row. New records of lists with an order
 * come after `last`.
 */
export function editsOf(
  list: SheetList,
  rows: readonly RowNews[],
  newId: () => string,
  last = 0,
): Edit[] {
  const { collection, given } = list;
  let order = last;
  const edits: Edit[] = [];
  for (const { state, id, fields } of rows) {
    if (state === 'new') {
      order += 1;
      const place = 'order' in defaultsOf(collection) ? { order } : {};
      edits.push({
        collection,
        id: newId(),
        fields: { ...withoutNull(fields), ...place, ...given },
      });
    } else if (state === 'changed' && id) edits.push({ collection, id, fields });
  }
  return edits;
}

const withoutNull = (fields: Readonly<Record<string, JsonValue>>): Record<string, JsonValue> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
