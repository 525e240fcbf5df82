import type { ChangeSet, RecordChange } from './change-set';
import { type JsonValue, sameValue } from './json';
import { mayHaveRivals, readRows } from './rows';
import { counterOf, type Stamp } from './stamp';

/** One value of a field together with the stamp of the change set that wrote it. */
export type Entry = readonly [stamp: Stamp, value: JsonValue];

/**
 * The folded record. A field is a multi-value register: the values written minus the values that a
 * later change has replaced. The highest stamp is shown in `values`; others that nobody replaced
 * are `rivals`, i.e. an open conflict. Kept compact because ten years of records live in memory:
 * most fields are written once, together, so one stamp `at` serves them all.
 */
export interface RecordState {
  /** Stamp of every field that is not listed in `stamps`. */
  readonly at: Stamp;
  readonly values: Readonly<Record<string, JsonValue>>;
  readonly stamps?: Readonly<Record<string, Stamp>>;
  /** Stamps that some applied change replaced, per field. */
  readonly replaced?: Readonly<Record<string, readonly Stamp[]>>;
  /** Values concurrent with the shown one, highest stamp first. */
  readonly rivals?: Readonly<Record<string, readonly Entry[]>>;
}

/**
 * The records of one collection; `revision` rises with every change, for caches. Lines of a snapshot
 * are read when somebody first asks for the collection: the years hold collections that no page of
 * today looks at, and half of a year's records are ratings.
 */
export class Collection {
  readonly #records: Map<string, RecordState>;
  #waiting: string[] = [];
  revision = 0;

  constructor(records: Iterable<readonly [string, RecordState]> = []) {
    this.#records = new Map(records);
  }

  /** All records by id, deleted ones as well. */
  get records(): Map<string, RecordState> {
    if (this.#waiting.length > 0) {
      const waiting = this.#waiting;
      this.#waiting = [];
      for (const line of waiting) this.#take(line);
    }
    return this.#records;
  }

  /** The records that may be contested: none while nobody has read the lines, and they say of none. */
  get contestable(): Iterable<readonly [string, RecordState]> {
    const isUnread = this.#records.size === 0 && this.#waiting.length > 0;
    return isUnread && !this.#waiting.some(mayHaveRivals) ? [] : this.records;
  }

  /** Adds a line of a snapshot; a record that is known already is joined with it. */
  add(line: string): void {
    this.#waiting.push(line);
    this.revision += 1;
  }

  #take(line: string): void {
    readRows(line, (id, record) => {
      const known = this.#records.get(id);
      this.#records.set(id, known ? joinRecords(record, known) : record);
    });
  }
}

/** The fold of change sets. Records are replaced, never mutated; the maps are updated in place. */
export interface State {
  readonly collections: Map<string, Collection>;
  /** Highest Lamport counter seen. */
  counter: number;
  /** Rises with every applied change set. */
  revision: number;
}

/** A state in which nothing has happened. */
export function emptyState(): State {
  return { collections: new Map(), counter: 0, revision: 0 };
}

/** The collection of that name, made empty if nothing was ever written to it. */
export function collectionOf(state: State, name: string): Collection {
  let collection = state.collections.get(name);
  if (!collection) {
    collection = new Collection();
    state.collections.set(name, collection);
  }
  return collection;
}

/** The stamp of the shown value of a field; undefined where the field was never set. */
export function stampOfField(record: RecordState, field: string): Stamp | undefined {
  if (!Object.hasOwn(record.values, field)) return undefined;
  return record.stamps?.[field] ?? record.at;
}

/** All values of a field that nobody replaced, highest stamp first. */
export function entriesOf(record: RecordState | undefined, field: string): readonly Entry[] {
  const stamp = record && stampOfField(record, field);
  if (!record || stamp === undefined) return [];
  return [[stamp, record.values[field] ?? null], ...(record.rivals?.[field] ?? [])];
}

const byStampDescending = (a: Entry, b: Entry): number => (a[0] < b[0] ? 1 : -1);

/** `record` with an optional per-field map changed, dropping the map when it becomes empty. */
function withField<V>(
  map: Readonly<Record<string, V>> | undefined,
  field: string,
  value: V | undefined,
): Record<string, V> | undefined {
  if (value === undefined && (!map || !Object.hasOwn(map, field))) return map;
  const next = { ...map };
  if (value === undefined) delete next[field];
  else next[field] = value;
  return Object.keys(next).length > 0 ? next : undefined;
}

function applyField(
  record: RecordState,
  field: string,
  stamp: Stamp,
  value: JsonValue,
  parents: readonly Stamp[] | undefined,
): RecordState {
  const before = entriesOf(record, field);
  const past = record.replaced?.[field];
  const isNew = !before.some(([known]) => known === stamp);
  const fresh = parents?.filter((parent) => !past?.includes(parent)) ?? [];
  if (!isNew && fresh.length === 0) return record;
  const replaced = fresh.length > 0 ? [...(past ?? []), ...fresh] : past;
  const entries = (isNew ? [...before, [stamp, value] as const] : [...before])
    .filter(([known]) => !replaced?.includes(known))
    .sort(byStampDescending);
  const [shown, ...rivals] = entries;
  // Parents are older than their change, so the newest value ever applied always remains.
  if (!shown) return record;
  const values =
    Object.hasOwn(record.values, field) && record.values[field] === shown[1]
      ? record.values
      : { ...record.values, [field]: shown[1] };
  return compact({
    at: record.at,
    values,
    stamps: withField(record.stamps, field, shown[0] === record.at ? undefined : shown[0]),
    replaced: withField(record.replaced, field, replaced?.length ? replaced : undefined),
    rivals: withField(record.rivals, field, rivals.length ? rivals : undefined),
  });
}

/** Drops absent parts, so that equal records are equal JSON and snapshots stay small. */
function compact(record: {
  at: Stamp;
  values: Readonly<Record<string, JsonValue>>;
  stamps?: Readonly<Record<string, Stamp>> | undefined;
  replaced?: Readonly<Record<string, readonly Stamp[]>> | undefined;
  rivals?: Readonly<Record<string, readonly Entry[]>> | undefined;
}): RecordState {
  return {
    at: record.at,
    values: record.values,
    ...(record.stamps && { stamps: record.stamps }),
    ...(record.replaced && { replaced: record.replaced }),
    ...(record.rivals && { rivals: record.rivals }),
  };
}

/** The record after one change; `record` undefined means it did not exist. */
export function applyChange(
  record: RecordState | undefined,
  change: RecordChange,
  stamp: Stamp,
): RecordState {
  // The common case by far: a new record, written whole.
  if (!record && !change.parents) return { at: stamp, values: { ...change.fields } };
  let next = record ?? { at: stamp, values: {} };
  for (const [field, value] of Object.entries(change.fields)) {
    next = applyField(next, field, stamp, value, change.parents?.[field]);
  }
  return next;
}

/**
 * Applies one change set in place. Any order, any number of times: the entries of a field are the
 * values applied minus the stamps replaced, and both are unions.
 */
export function applySet(state: State, set: ChangeSet): void {
  for (const change of set.changes) {
    const collection = collectionOf(state, change.collection);
    const before = collection.records.get(change.id);
    const after = applyChange(before, change, set.stamp);
    if (after !== before) {
      collection.records.set(change.id, after);
      collection.revision += 1;
    }
  }
  state.counter = Math.max(state.counter, counterOf(set.stamp));
  state.revision += 1;
}

/** The state that a list of change sets folds to, whatever its order. */
export function fold(sets: Iterable<ChangeSet>, state: State = emptyState()): State {
  for (const set of sets) applySet(state, set);
  return state;
}

/**
 * A comparable form of a state: same set of change sets, same text. Independent of the order of
 * application (the compact form of a record is not: `at` is whatever came first).
 */
export function canonical(state: State): string {
  const rows: string[] = [];
  for (const [name, { records }] of state.collections) {
    for (const [id, record] of records) {
      for (const field of Object.keys(record.values)) {
        const replaced = [...(record.replaced?.[field] ?? [])].sort();
        rows.push(JSON.stringify([name, id, field, entriesOf(record, field), replaced]));
      }
    }
  }
  return rows.sort().join('\n');
}

/** Whether a field has values that differ and do not know each other. */
export function isConflicting(record: RecordState, field: string): boolean {
  const rivals = record.rivals?.[field];
  return !!rivals?.some(([, value]) => !sameValue(value, record.values[field]));
}

/**
 * The record that knows everything both know: values of both minus what either saw replaced. Equal
 * to applying the change sets of both, because applied and replaced stamps are plain unions.
 */
export function joinRecords(a: RecordState, b: RecordState): RecordState {
  let joined = a;
  for (const field of Object.keys(b.values)) {
    const past = b.replaced?.[field];
    for (const [stamp, value] of entriesOf(b, field)) {
      joined = applyField(
        joined,
        field,
        stamp,
        value,
        past?.filter((parent) => parent < stamp),
      );
    }
  }
  return joined;
}
