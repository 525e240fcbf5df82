import type { ChangeSet } from '../../shared/changes/change-set';
import type { Stamp } from '../../shared/changes/stamp';
import { deviceOf } from '../../shared/changes/stamp';
import { applyChange, entriesOf, type RecordState, type State } from '../../shared/changes/state';
import type { CallOutput } from '../../shared/rpc';

type RecordView = CallOutput<'transfer.record'>;

/** Who made a set and when. */
export interface SetHead {
  readonly author: string;
  readonly wall: string;
}

/** The sets of packages that touch one record, and the record after them. */
function incomingOf(
  before: RecordState | undefined,
  sets: readonly ChangeSet[],
  { collection, id }: { readonly collection: string; readonly id: string },
) {
  const touching = new Map<Stamp, ChangeSet>();
  const fields = new Set<string>();
  let after = before;
  for (const set of sets) {
    for (const change of set.changes) {
      if (change.collection !== collection || change.id !== id) continue;
      after = applyChange(after, change, set.stamp);
      touching.set(set.stamp, set);
      for (const field of Object.keys(change.fields)) fields.add(field);
    }
  }
  return { touching, fields, after };
}

/**
 * One record before and after the packages, field by field. `headsOf` tells who made sets that are
 * here already; `nameOf` the name of a person.
 */
export async function recordView(
  state: State,
  sets: readonly ChangeSet[],
  key: { readonly collection: string; readonly id: string },
  look: {
    readonly headsOf: (stamps: readonly Stamp[]) => Promise<ReadonlyMap<Stamp, SetHead>>;
    readonly nameOf: (person: string) => string;
  },
): Promise<RecordView> {
  const before = state.collections.get(key.collection)?.records.get(key.id);
  const { touching, fields, after } = incomingOf(before, sets, key);
  const stamps = [...fields].flatMap((field) => entriesOf(after, field).map(([stamp]) => stamp));
  const known = await look.headsOf(stamps.filter((stamp) => !touching.has(stamp)));
  return {
    isHere: before !== undefined && before.values.deleted !== true,
    fields: [...fields].map((field) => ({
      field,
      before: before?.values[field] ?? null,
      after: after?.values[field] ?? null,
      values: entriesOf(after, field).map(([stamp, value]) => {
        const head = touching.get(stamp) ?? known.get(stamp);
        const author = head?.author ?? '';
        return {
          value,
          stamp,
          author,
          authorName: look.nameOf(author),
          wall: head?.wall ?? '',
          device: deviceOf(stamp),
          isIncoming:
            touching.has(stamp) && !entriesOf(before, field).some(([one]) => one === stamp),
        };
      }),
    })),
  };
}
