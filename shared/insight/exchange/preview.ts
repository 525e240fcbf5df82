import type { ChangeSet, RecordChange } from '../../changes/change-set';
import { sameValue } from '../../changes/json';
import { narrowed } from '../../changes/partial-set';
import type { Stamp } from '../../changes/stamp';
import {
  applyChange,
  entriesOf,
  fold,
  isConflicting,
  type RecordState,
  type State,
} from '../../changes/state';
import { type Flag, flagsOf, type IsSealed } from './flags';
import { type Module, moduleOf } from './modules';

/** What would happen to a record. */
export type Fate = 'new' | 'changed' | 'conflicting' | 'known';

/** A record of the packages, as one person entered it. */
export interface IncomingRecord {
  readonly collection: string;
  readonly id: string;
  readonly module: Module;
  readonly author: string;
  readonly fate: Fate;
  readonly flags: readonly Flag[];
}

/** Records of one module that one person entered. */
export interface IncomingGroup {
  readonly module: Module;
  readonly author: string;
  readonly records: readonly IncomingRecord[];
}

const keyOf = ({ collection, id }: { collection: string; id: string }): string =>
  `${collection} ${id}`;

/** What of a set is not known here: the fields that no entry and no past of the record shows. */
function isFresh(record: RecordState | undefined, change: RecordChange, stamp: Stamp): boolean {
  if (!record) return true;
  return Object.keys(change.fields).some(
    (field) =>
      !entriesOf(record, field).some(([known]) => known === stamp) &&
      !record.replaced?.[field]?.includes(stamp),
  );
}

function fateOf(before: RecordState | undefined, after: RecordState): Fate {
  if (!before) return 'new';
  const fields = Object.keys(after.values);
  if (fields.some((field) => isConflicting(after, field) && !isConflicting(before, field))) {
    return 'conflicting';
  }
  const isChanged = fields.some(
    (field) => !sameValue(before.values[field] ?? null, after.values[field] ?? null),
  );
  return isChanged ? 'changed' : 'known';
}

/**
 * What sets of packages would change in a state, by module and author; nothing is applied. `state`
 * is the whole unit's. What is known already comes last in each group.
 */
export function previewOf(
  state: State,
  sets: readonly ChangeSet[],
  isSealed: IsSealed = () => false,
): IncomingGroup[] {
  const after = new Map<string, RecordState | undefined>();
  const incoming = fold(sets);
  const rows = new Map<
    string,
    { key: string; change: RecordChange; author: string; flags: Set<Flag> }
  >();
  for (const set of sets) {
    for (const change of set.changes) {
      const key = keyOf(change);
      const here = state.collections.get(change.collection)?.records.get(change.id);
      after.set(key, applyChange(after.get(key) ?? here, change, set.stamp));
      const rowKey = `${key} ${set.author}`;
      const row = rows.get(rowKey) ?? { key, change, author: set.author, flags: new Set<Flag>() };
      rows.set(rowKey, row);
      if (!isFresh(here, change, set.stamp)) continue;
      for (const flag of flagsOf(state, incoming, change, set, isSealed)) row.flags.add(flag);
    }
  }
  const groups = new Map<string, { module: Module; author: string; records: IncomingRecord[] }>();
  for (const { key, change, author, flags } of rows.values()) {
    const { collection, id } = change;
    const module = moduleOf(collection);
    const found = after.get(key);
    const here = state.collections.get(collection)?.records.get(id);
    const fate = found ? fateOf(here, found) : 'known';
    const groupKey = `${module} ${author}`;
    const group = groups.get(groupKey) ?? { module, author, records: [] };
    groups.set(groupKey, group);
    // A flag is about something that would move.
    const shown = fate === 'known' ? [] : [...flags];
    group.records.push({ collection, id, module, author, fate, flags: shown });
  }
  const order: readonly Fate[] = ['conflicting', 'changed', 'new', 'known'];
  for (const { records } of groups.values()) {
    records.sort((a, b) => order.indexOf(a.fate) - order.indexOf(b.fate));
  }
  return [...groups.values()];
}

/** What the user takes: groups (all where undefined), and of flagged records those listed. */
export interface Taking {
  readonly groups?: readonly { readonly module: Module; readonly author: string }[] | undefined;
  readonly flagged: readonly { readonly collection: string; readonly id: string }[];
}

/** The parts of the sets that the user takes, by the preview he saw. */
export function takenOf(
  sets: readonly ChangeSet[],
  preview: readonly IncomingGroup[],
  { groups, flagged }: Taking,
): ChangeSet[] {
  const wanted = groups && new Set(groups.map(({ module, author }) => `${module} ${author}`));
  const accepted = new Set(flagged.map(keyOf));
  const held = new Set(
    preview
      .flatMap(({ records }) => records)
      .filter((record) => record.flags.length > 0 && !accepted.has(keyOf(record)))
      .map(keyOf),
  );
  return sets.flatMap(
    (set) =>
      narrowed(
        set,
        (change) =>
          !held.has(keyOf(change)) &&
          (!wanted || wanted.has(`${moduleOf(change.collection)} ${set.author}`)),
      ) ?? [],
  );
}
