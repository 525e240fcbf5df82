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
import { type Flag, flagsOf, isRefused, type Judging } from './flags';
import { type Module, moduleOf } from './modules';

/** What would happen to a record. */
export type Fate = 'new' | 'changed' | 'conflicting' | 'known';

/** A record of the packages; `author` changed it last. */
export interface IncomingRecord {
  readonly collection: string;
  readonly id: string;
  readonly module: Module;
  readonly author: string;
  readonly fate: Fate;
  readonly flags: readonly Flag[];
}

/** Records of one module that one person changed last. */
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

/** A record on its way in, before it is sorted into a group. */
interface Incoming {
  readonly change: RecordChange;
  /** Who changed it last in the packages. */
  author: string;
  after: RecordState | undefined;
  readonly flags: Set<Flag>;
}

function incomingRecords(
  state: State,
  sets: readonly ChangeSet[],
  judging: Judging,
): Map<string, Incoming> {
  const folded = fold(sets);
  const rows = new Map<string, Incoming>();
  for (const set of sets) {
    for (const change of set.changes) {
      const key = keyOf(change);
      const here = state.collections.get(change.collection)?.records.get(change.id);
      const row = rows.get(key) ?? { change, author: set.author, after: here, flags: new Set() };
      rows.set(key, row);
      row.after = applyChange(row.after, change, set.stamp);
      if (!isFresh(here, change, set.stamp)) continue;
      row.author = set.author;
      for (const flag of flagsOf(state, folded, change, set, judging)) row.flags.add(flag);
    }
  }
  return rows;
}

/**
 * What sets of packages (in stamp order) would change in a state; nothing is applied. A record is
 * in one group, by its module and by who changed it last, because it is taken whole or not at all:
 * a change without those it rests on would look like a conflict. `state` is the whole unit's.
 */
export function previewOf(
  state: State,
  sets: readonly ChangeSet[],
  judging: Judging = { isSealed: () => false, isSoundSeal: () => true, month: '9999-12' },
): IncomingGroup[] {
  const groups = new Map<string, { module: Module; author: string; records: IncomingRecord[] }>();
  for (const { change, author, after, flags } of incomingRecords(state, sets, judging).values()) {
    const { collection, id } = change;
    const module = moduleOf(collection);
    const here = state.collections.get(collection)?.records.get(id);
    const fate = after ? fateOf(here, after) : 'known';
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

/**
 * What the user takes: groups (all where undefined), and of flagged records those listed, save for
 * those that are refused in any case.
 */
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
  const left = new Set<string>();
  for (const { module, author, records } of preview) {
    const isWanted = !wanted || wanted.has(`${module} ${author}`);
    for (const record of records) {
      const key = keyOf(record);
      const isLeft = isRefused(record.flags) || (record.flags.length > 0 && !accepted.has(key));
      if (!isWanted || isLeft) left.add(key);
    }
  }
  if (left.size === 0) return [...sets];
  return sets.flatMap((set) => narrowed(set, (change) => !left.has(keyOf(change))) ?? []);
}
