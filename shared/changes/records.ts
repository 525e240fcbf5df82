import {
  type CollectionName,
  defaultsOf,
  type FieldsOf,
  modelOf,
  type RecordOf,
} from '../model/collections';
import type { Edit } from './draft';
import type { JsonValue } from './json';
import type { Collection, RecordState, State } from './state';

/**
 * Views are cached by the folded record, which is replaced when it changes: the same record gives
 * the same object, so React can compare by identity.
 */
const views = new WeakMap<RecordState, unknown>();

function viewOf<N extends CollectionName>(name: N, id: string, record: RecordState): RecordOf<N> {
  let view = views.get(record);
  if (!view) {
    const filled: Record<string, unknown> = { ...defaultsOf(name), id };
    const { values } = record;
    // Thousands are made at a start; values are plain JSON, nothing is inherited.
    for (const field in values) {
      const value = values[field];
      if (value !== null) filled[field] = value;
    }
    view = Object.freeze(filled);
    views.set(record, view);
  }
  // Values were checked against the model when they were committed or imported.
  return view as RecordOf<N>;
}

/** The live record of that id; undefined where there is none or it was deleted. */
export function recordOf<N extends CollectionName>(
  state: State,
  name: N,
  id: string,
): RecordOf<N> | undefined {
  const record = state.collections.get(name)?.records.get(id);
  if (!record || record.values.deleted === true) return undefined;
  return viewOf(name, id, record);
}

/** The record of that id, or one made of defaults where there is none. */
export function recordOrDefault<N extends CollectionName>(
  state: State,
  name: N,
  id: string,
): RecordOf<N> {
  // Defaults are the parsed empty record, so they have the record's type.
  return recordOf(state, name, id) ?? ({ ...defaultsOf(name), id } as unknown as RecordOf<N>);
}

const lists = new WeakMap<Collection, { revision: number; list: readonly unknown[] }>();

/** The list of every empty collection: one array, as those that compare by identity expect. */
const none: readonly never[] = [];

/**
 * All live records of a collection, in id order of first appearance. The same array is returned
 * until a record of the collection changes.
 */
export function listOf<N extends CollectionName>(state: State, name: N): readonly RecordOf<N>[] {
  const collection = state.collections.get(name);
  if (!collection) return none;
  const known = lists.get(collection);
  // A collection has one name, and the cache is filled below with its records.
  if (known?.revision === collection.revision) return known.list as readonly RecordOf<N>[];
  const list: RecordOf<N>[] = [];
  for (const [id, record] of collection.records) {
    if (record.values.deleted !== true) list.push(viewOf(name, id, record));
  }
  lists.set(collection, { revision: collection.revision, list });
  return list;
}

/** A typed edit: fields of one record of a known collection. */
export function edit<N extends CollectionName>(name: N, id: string, fields: FieldsOf<N>): Edit {
  // FieldsOf are outputs of JSON schemas; undefined members are dropped here.
  const set = Object.entries(fields).filter(([, value]) => value !== undefined);
  return { collection: name, id, fields: Object.fromEntries(set) as Record<string, JsonValue> };
}

/** The year a folded record belongs to; undefined for records that belong to none (people, unit). */
export function yearOfRecord(name: CollectionName, id: string, record: RecordState) {
  return modelOf(name).yearOf(id, record.values);
}
