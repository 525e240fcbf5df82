import type { Edit } from './draft';
import { type JsonValue, sameValue } from './json';
import type { RecordState, State } from './state';

/**
 * How a record of one state stands beside another: `changed` in some fields, `gone` (there but not
 * here any more), `new` (here but not there yet).
 */
export interface Difference {
  readonly collection: string;
  readonly id: string;
  readonly what: 'changed' | 'gone' | 'new';
  /** By field: what it holds now and what it held then; null is empty. */
  readonly fields: Readonly<Record<string, readonly [now: JsonValue, then: JsonValue]>>;
}

const isLive = (record: RecordState | undefined): record is RecordState =>
  record !== undefined && record.values.deleted !== true;

function fieldsOf(now: RecordState | undefined, then: RecordState): Difference['fields'] {
  const names = new Set([...Object.keys(now?.values ?? {}), ...Object.keys(then.values)]);
  names.delete('deleted');
  const fields: Record<string, readonly [JsonValue, JsonValue]> = {};
  for (const name of names) {
    const pair = [now?.values[name] ?? null, then.values[name] ?? null] as const;
    if (!sameValue(...pair)) fields[name] = pair;
  }
  return fields;
}

/** Where `now` differs from `then`, in the order of `then`; what is new comes last. */
export function differencesOf(now: State, then: State): Difference[] {
  const found: Difference[] = [];
  for (const [collection, { records }] of then.collections) {
    const here = now.collections.get(collection)?.records;
    for (const [id, record] of records) {
      if (!isLive(record)) continue;
      const present = here?.get(id);
      const fields = fieldsOf(present, record);
      if (!isLive(present)) found.push({ collection, id, what: 'gone', fields });
      else if (Object.keys(fields).length > 0) {
        found.push({ collection, id, what: 'changed', fields });
      }
    }
  }
  for (const [collection, { records }] of now.collections) {
    const there = then.collections.get(collection)?.records;
    for (const [id, record] of records) {
      if (!isLive(record) || isLive(there?.get(id))) continue;
      found.push({ collection, id, what: 'new', fields: {} });
    }
  }
  return found;
}

/** The edit that brings a record back to how it stood then. */
export function returnTo({ collection, id, what, fields }: Difference): Edit {
  if (what === 'new') return { collection, id, fields: { deleted: true } };
  const then = Object.entries(fields).map(([name, [, value]]) => [name, value] as const);
  const back = Object.fromEntries(then);
  return { collection, id, fields: what === 'gone' ? { ...back, deleted: false } : back };
}
