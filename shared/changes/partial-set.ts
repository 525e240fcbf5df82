import type { ChangeSet, RecordChange } from './change-set';
import { sameValue } from './json';
import type { Stamp } from './stamp';

/** Two different contents claim the same stamp: a copied data folder or a forged package. */
export class StampClash extends Error {
  constructor(readonly stamp: Stamp) {
    super(`two different change sets carry the stamp ${stamp}`);
  }
}

// A machine may hold a part of a change set only: a package leaves out what is private or out of its
// scope. What has an identity is the change of one field by one stamp; a set is a bag of those.

/** The set with the changes that `keep` wants; undefined where none is left. */
export function narrowed(
  set: ChangeSet,
  keep: (change: RecordChange) => boolean,
): ChangeSet | undefined {
  const changes = set.changes.filter(keep);
  if (changes.length === set.changes.length) return set;
  return changes.length > 0 ? { ...set, changes } : undefined;
}

const sameHead = (a: ChangeSet, b: ChangeSet): boolean =>
  a.author === b.author && a.wall === b.wall && a.label === b.label && a.undoes === b.undoes;

const keyOf = ({ collection, id }: RecordChange): string => `${collection} ${id}`;

type FieldWrite = { readonly value: RecordChange['fields'][string]; readonly parents: string };

const parentsText = (change: RecordChange, field: string): string =>
  [...(change.parents?.[field] ?? [])].sort().join();

function writesOf(set: ChangeSet): Map<string, FieldWrite> {
  const writes = new Map<string, FieldWrite>();
  for (const change of set.changes) {
    for (const [field, value] of Object.entries(change.fields)) {
      writes.set(`${keyOf(change)} ${field}`, { value, parents: parentsText(change, field) });
    }
  }
  return writes;
}

/**
 * The part of `set` that `known`, of the same stamp, lacks; undefined where it lacks nothing.
 * Throws StampClash where the two contradict each other.
 */
export function restOf(set: ChangeSet, known: ChangeSet): ChangeSet | undefined {
  if (set === known || JSON.stringify(set) === JSON.stringify(known)) return undefined;
  if (!sameHead(set, known)) throw new StampClash(set.stamp);
  const writes = writesOf(known);
  const changes = set.changes.flatMap((change): RecordChange[] => {
    const missing = Object.keys(change.fields).filter((field) => {
      const there = writes.get(`${keyOf(change)} ${field}`);
      if (!there) return true;
      const isSame =
        sameValue(there.value, change.fields[field]) &&
        there.parents === parentsText(change, field);
      if (!isSame) throw new StampClash(set.stamp);
      return false;
    });
    if (missing.length === 0) return [];
    return missing.length === Object.keys(change.fields).length
      ? [change]
      : [picked(change, missing)];
  });
  return changes.length > 0 ? { ...set, changes } : undefined;
}

function picked({ collection, id, fields, parents }: RecordChange, names: string[]): RecordChange {
  const of = <V>(map: Readonly<Record<string, V>>) =>
    Object.fromEntries(
      names.flatMap((name) => {
        const value = map[name];
        return value === undefined ? [] : [[name, value] as const];
      }),
    );
  const kept = parents && of(parents);
  return {
    collection,
    id,
    fields: of(fields),
    ...(kept && Object.keys(kept).length > 0 && { parents: kept }),
  };
}

/** What two parts of one set hold together. Throws StampClash where they contradict each other. */
export function joinedParts(a: ChangeSet, b: ChangeSet): ChangeSet {
  const rest = restOf(b, a);
  if (!rest) return a;
  return { ...a, changes: [...a.changes, ...rest.changes] };
}
