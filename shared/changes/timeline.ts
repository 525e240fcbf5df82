import type { ChangeSet } from './change-set';
import { type JsonValue, sameValue } from './json';
import { deviceOf, type Stamp } from './stamp';
import { applyChange, entriesOf, type RecordState } from './state';

/** What one change set did to one record. */
export interface RecordSet {
  readonly stamp: Stamp;
  readonly author: string;
  /** Wall time, ISO 8601; for people. */
  readonly wall: string;
  readonly label: string;
  readonly undoes?: Stamp | undefined;
  readonly fields: Readonly<Record<string, JsonValue>>;
  readonly parents?: Readonly<Record<string, readonly Stamp[]>> | undefined;
}

/** One field changed by one set. */
export interface FieldChange {
  readonly field: string;
  /** The values it replaced, the shown one first; empty where the field was set first. */
  readonly before: readonly JsonValue[];
  readonly after: JsonValue;
  /** Other values that stand beside it since, because neither knew of the other. */
  readonly beside: readonly JsonValue[];
}

/** One change set as it reads on a record's timeline. */
export interface TimelineEntry extends Omit<RecordSet, 'fields' | 'parents'> {
  readonly device: string;
  /** Changes that are seen; values written once more for others are left out. */
  readonly changes: readonly FieldChange[];
  /** Whether the set made the record. */
  readonly isFirst: boolean;
}

/** What a set did to one record; undefined where it did nothing to it. */
export function recordSetOf(set: ChangeSet, collection: string, id: string): RecordSet | undefined {
  const own = set.changes.filter((change) => change.collection === collection && change.id === id);
  if (own.length === 0) return undefined;
  const { stamp, author, wall, label, undoes } = set;
  const fields: RecordSet['fields'] = Object.assign({}, ...own.map((change) => change.fields));
  const parents = Object.assign({}, ...own.map((change) => change.parents ?? {}));
  return { stamp, author, wall, label, ...(undoes && { undoes }), fields, parents };
}

/** Whether a value reads as nothing: not set, cleared, or an empty text or list. */
export const isNothing = (value: JsonValue | undefined): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  value === false ||
  (Array.isArray(value) && value.length === 0);

/** A value that a set wrote, and the stamps that it replaced. */
interface Written {
  readonly value: JsonValue;
  readonly parents: readonly Stamp[];
}

/**
 * The values that a set saw: those of its parents that none of its other parents had replaced, the
 * shown one first. Parents that never came here are left out.
 */
function valuesSeen(parents: readonly Stamp[], written: ReadonlyMap<Stamp, Written>): JsonValue[] {
  const replaced = new Set(parents.flatMap((stamp) => written.get(stamp)?.parents ?? []));
  return [...parents]
    .sort()
    .reverse()
    .filter((stamp) => !replaced.has(stamp))
    .flatMap((stamp) => written.get(stamp) ?? [])
    .map(({ value }) => value);
}

function changeOf(
  field: string,
  after: JsonValue,
  before: readonly JsonValue[],
  later: RecordState,
): FieldChange | undefined {
  const beside = entriesOf(later, field)
    .map(([, value]) => value)
    .filter((value) => !sameValue(value, after));
  // Written for the first time as nothing, or once more as it was: nobody sees a difference.
  const isUnseen =
    before.length === 0 ? isNothing(after) : before.every((value) => sameValue(value, after));
  return isUnseen && beside.length === 0 ? undefined : { field, before, after, beside };
}

/**
 * The history of one record from all sets that touched it, oldest first in stamp order. A set that
 * changed nothing that is seen is left out, unless it made the record.
 */
export function timelineOf(
  collection: string,
  id: string,
  sets: readonly RecordSet[],
): TimelineEntry[] {
  let record: RecordState | undefined;
  const entries: TimelineEntry[] = [];
  const written = new Map<string, Map<Stamp, Written>>();
  const sorted = [...sets].sort((a, b) => (a.stamp < b.stamp ? -1 : 1));
  for (const { fields, parents, ...about } of sorted) {
    const earlier = record;
    const known = Object.fromEntries(
      Object.entries(parents ?? {}).map(([field, stamps]) => [field, [...stamps]]),
    );
    const change = { collection, id, fields: { ...fields }, parents: known };
    const later = applyChange(earlier, change, about.stamp);
    record = later;
    const changes = Object.entries(fields).flatMap(([field, after]) => {
      const values = written.get(field) ?? new Map<Stamp, Written>();
      written.set(field, values);
      const replaced = known[field] ?? [];
      const before = valuesSeen(replaced, values);
      values.set(about.stamp, { value: after, parents: replaced });
      return changeOf(field, after, before, later) ?? [];
    });
    const isFirst = earlier === undefined;
    if (changes.length > 0 || isFirst) {
      entries.push({ ...about, device: deviceOf(about.stamp), changes, isFirst });
    }
  }
  return entries;
}
