import type { RecordChange } from '../../shared/changes/change-set';
import type { JsonValue } from '../../shared/changes/json';
import { addPart } from '../../shared/changes/snapshot';
import type { Stamp } from '../../shared/changes/stamp';
import { emptyState, entriesOf, type RecordState, type State } from '../../shared/changes/state';
import { type PartKey, readPartLines, type SnapshotIndex } from './snapshot';

/** What the snapshot still holds; undefined where a part of it is damaged too. */
export async function readSnapshot(
  folder: string,
  index: SnapshotIndex,
  key: PartKey | undefined,
): Promise<State | undefined> {
  const state = emptyState();
  for (const name of Object.keys(index.parts)) {
    const part = await readPartLines(folder, index, name, key);
    if (part === undefined) return undefined;
    addPart(state, part);
  }
  return state;
}

function changeOf(
  collection: string,
  id: string,
  record: RecordState,
  isLost: (stamp: Stamp) => boolean,
): RecordChange | undefined {
  const fields: Record<string, JsonValue> = {};
  const parents: Record<string, Stamp[]> = {};
  for (const field of Object.keys(record.values)) {
    const lost = entriesOf(record, field).filter(([stamp]) => isLost(stamp));
    const [first] = lost;
    if (!first) continue;
    fields[field] = first[1];
    // All that the lost set had replaced; and itself, for the day another PC brings it back.
    const stamps = [...lost.map(([stamp]) => stamp), ...(record.replaced?.[field] ?? [])];
    parents[field] = [...new Set(stamps)].sort();
  }
  return Object.keys(fields).length > 0 ? { collection, id, fields, parents } : undefined;
}

/**
 * Changes that bring back what the snapshot shows and no readable set says any more. `isLost` tells
 * of a stamp whether its set is gone.
 */
export function changesFrom(snapshot: State, isLost: (stamp: Stamp) => boolean): RecordChange[] {
  const changes: RecordChange[] = [];
  for (const [name, { records }] of snapshot.collections) {
    for (const [id, record] of records) {
      const change = changeOf(name, id, record, isLost);
      if (change) changes.push(change);
    }
  }
  return changes;
}
