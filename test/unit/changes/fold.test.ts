import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeSetSchema } from '../../../shared/changes/change-set';
import { type Conflict, conflicts } from '../../../shared/changes/conflict';
import { merge, StampClash } from '../../../shared/changes/merge';
import { addPart, snapshotParts } from '../../../shared/changes/snapshot';
import {
  Collection,
  canonical,
  emptyState,
  fold,
  joinRecords,
  type RecordState,
  type State,
} from '../../../shared/changes/state';
import { allSets, histories, shuffledHistories } from './histories';

const runs = { numRuns: 400 };

/** Conflicts in an order of their own: records come in the order in which they were met. */
const sorted = (found: readonly Conflict[]): string[] =>
  found.map((one) => JSON.stringify([one.collection, one.id, one.field, one.entries])).sort();

describe('whatever two to four machines did', () => {
  test('every set is well formed', () => {
    fc.assert(
      fc.property(histories, (pcs) => {
        for (const set of allSets(pcs)) expect(changeSetSchema.parse(set)).toEqual(set);
      }),
      runs,
    );
  });

  test('the fold depends neither on order nor on repetition', () => {
    fc.assert(
      fc.property(shuffledHistories, ({ sets, shuffled }) => {
        const inOrder = fold(merge(sets));
        const anyhow = fold(shuffled);
        expect(canonical(anyhow)).toBe(canonical(inOrder));
        expect(anyhow.counter).toBe(inOrder.counter);
        expect(
          conflicts(anyhow)
            .map(({ id, field }) => `${id} ${field}`)
            .sort(),
        ).toEqual(
          conflicts(inOrder)
            .map(({ id, field }) => `${id} ${field}`)
            .sort(),
        );
      }),
      runs,
    );
  });

  test('each machine shows exactly what its own sets fold to', () => {
    fc.assert(
      fc.property(histories, (pcs) => {
        for (const { state, log } of pcs) {
          expect(canonical(state)).toBe(canonical(fold(merge(log))));
        }
      }),
      runs,
    );
  });

  test('merge is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(histories, (pcs) => {
        const [a = [], b = [], c = []] = pcs.map(({ log }) => log);
        const all = merge(a, b, c);
        expect(merge(c, b, a)).toEqual(all);
        expect(merge(merge(a, b), c)).toEqual(all);
        expect(merge(a, merge(b, c))).toEqual(all);
        expect(merge(all, all)).toEqual(all);
      }),
      runs,
    );
  });

  test('no value is lost: it stands, or a later change knew it', () => {
    fc.assert(
      fc.property(histories, (pcs) => {
        const sets = allSets(pcs);
        const state = fold(sets);
        for (const set of sets) {
          for (const { collection, id, fields } of set.changes) {
            const record = state.collections.get(collection)?.records.get(id);
            for (const field of Object.keys(fields)) {
              const isKnown = sets.some((later) =>
                later.changes.some(
                  (change) =>
                    change.collection === collection &&
                    change.id === id &&
                    change.parents?.[field]?.includes(set.stamp),
                ),
              );
              const stamps = [
                record?.stamps?.[field] ?? record?.at,
                ...(record?.rivals?.[field] ?? []).map(([stamp]) => stamp),
              ];
              expect(stamps.includes(set.stamp)).toBe(!isKnown);
            }
          }
        }
      }),
      runs,
    );
  });

  test('joining the records of two machines is folding the sets of both', () => {
    fc.assert(
      fc.property(histories, (pcs) => {
        const [a, b] = pcs;
        if (!a || !b) return;
        const both = canonical(fold([...a.log, ...b.log]));
        expect(canonical(joined(a.state, b.state))).toBe(both);
        expect(canonical(joined(b.state, a.state))).toBe(both);
        expect(canonical(joined(a.state, a.state))).toBe(canonical(a.state));
      }),
      runs,
    );
  });

  test('a snapshot of any part of the history and the rest are the whole', () => {
    fc.assert(
      fc.property(shuffledHistories, fc.nat(), fc.boolean(), ({ sets, shuffled }, at, isLate) => {
        const cut = at % (shuffled.length + 1);
        const parts = [...snapshotParts(fold(shuffled.slice(0, cut))).values()];
        const state = emptyState();
        // Older years arrive when newer changes have long been applied.
        if (isLate) fold(shuffled.slice(cut), state);
        for (const part of isLate ? parts.reverse() : parts) addPart(state, part);
        // Asked before anything else, as Home does, while the parts are not read.
        const asked = fold(shuffled.slice(0, isLate ? undefined : cut));
        expect(sorted(conflicts(state))).toEqual(sorted(conflicts(asked)));
        fold(shuffled.slice(cut), state);
        expect(canonical(state)).toBe(canonical(fold(sets)));
      }),
      runs,
    );
  });
});

test('one stamp with two contents is refused', () => {
  fc.assert(
    fc.property(histories, (pcs) => {
      const sets = allSets(pcs);
      const [first] = sets;
      if (!first) return;
      const forged = { ...first, author: '别人' };
      expect(() => merge(sets, [forged])).toThrow(StampClash);
    }),
    runs,
  );
});

function joined(a: State, b: State): State {
  const state: State = emptyState();
  for (const [name, { records }] of a.collections) {
    state.collections.set(name, new Collection(records));
  }
  for (const [name, { records }] of b.collections) {
    const mine: Map<string, RecordState> = state.collections.get(name)?.records ?? new Map();
    for (const [id, record] of records) {
      const known = mine.get(id);
      mine.set(id, known ? joinRecords(known, record) : record);
    }
    state.collections.set(name, new Collection(mine));
  }
  return state;
}
