import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChangeSet } from '../../../shared/changes/change-set';
import { draftSet, type Edit } from '../../../shared/changes/draft';
import { sameValue } from '../../../shared/changes/json';
import { entriesOf, fold, isConflicting } from '../../../shared/changes/state';
import { isNothing, recordSetOf, timelineOf } from '../../../shared/changes/timeline';
import { act, allSets, histories, newPc, receive } from './histories';

const task = (fields: Edit['fields'], id = 't1'): Edit => ({ collection: 'task', id, fields });

const timeline = (sets: readonly ChangeSet[], id = 't1', collection = 'task') =>
  timelineOf(
    collection,
    id,
    sets.flatMap((set) => recordSetOf(set, collection, id) ?? []),
  );

/** The timeline in short: what each entry says of each field. */
const told = (sets: readonly ChangeSet[]) =>
  timeline(sets).map(({ changes }) =>
    changes.map(({ field, before, after, beside }) => [field, before, after, beside]),
  );

describe('the timeline of a record', () => {
  test('tells old and new of every field, and nothing of other records', () => {
    const pc = newPc('pcaaaaaa');
    act(pc, [task({ title: '甲', percent: 0, goal: '' }), task({ title: '旁' }, 't2')]);
    act(pc, [task({ title: '旁边' }, 't2')]);
    act(pc, [task({ title: '乙', percent: 50 })]);
    act(pc, [task({ deleted: true })]);
    expect(told(pc.log)).toEqual([
      [
        ['title', [], '甲', []],
        ['percent', [], 0, []],
      ],
      [
        ['title', ['甲'], '乙', []],
        ['percent', [0], 50, []],
      ],
      [['deleted', [], true, []]],
    ]);
    expect(timeline(pc.log).map(({ isFirst }) => isFirst)).toEqual([true, false, false]);
  });

  test('tells a conflict where it arose, and how it was settled', () => {
    const [a, b] = [newPc('pcaaaaaa'), newPc('pcbbbbbb')];
    act(a, [task({ title: '原' })]);
    receive(b, a.log);
    act(a, [task({ title: '甲' })]);
    act(b, [task({ title: '乙' })]);
    receive(a, b.log);
    act(a, [task({ title: '甲' })]);
    expect(told(a.log)).toEqual([
      [['title', [], '原', []]],
      [['title', ['原'], '甲', []]],
      [['title', ['原'], '乙', ['甲']]],
      [['title', ['乙', '甲'], '甲', []]],
    ]);
    expect(timeline(a.log).map(({ device }) => device)).toEqual([
      'pcaaaaaa',
      'pcaaaaaa',
      'pcbbbbbb',
      'pcaaaaaa',
    ]);
  });

  test('leaves out values that are only written again', () => {
    const pc = newPc('pcaaaaaa');
    act(pc, [task({ title: '草稿' })]);
    act(pc, [task({ title: '草稿' })], { publish: true });
    expect(timeline(pc.log)).toHaveLength(1);
    const signature = { device: 'pcaaaaaa', author: '', wall: '2026-11-03T08:00:00Z', label: 'x' };
    const again = draftSet(pc.state, [task({ title: '定稿' })], signature, { publish: true });
    expect(told([...pc.log, ...(again ? [again] : [])]).at(-1)).toEqual([
      ['title', ['草稿'], '定稿', []],
    ]);
  });

  test('ends, for every history, where the fold ends', () => {
    fc.assert(
      fc.property(histories, (pcs) => {
        const sets = allSets(pcs);
        const record = fold(sets).collections.get('task')?.records.get('t1');
        const entries = timeline(sets);
        const stamps = entries.map(({ stamp }) => stamp);
        expect(stamps).toEqual([...stamps].sort());
        if (!record) expect(entries).toEqual([]);
        for (const field of Object.keys(record?.values ?? {})) {
          if (!record) continue;
          const changes = entries.flatMap((entry) =>
            entry.changes.filter((change) => change.field === field),
          );
          const [shown] = entriesOf(record, field);
          const value = shown?.[1] ?? null;
          const last = changes.at(-1);
          if (!last) expect(isNothing(value)).toBe(true);
          // An open conflict was told where its later side was written.
          if (isConflicting(record, field)) {
            expect(changes.some(({ beside }) => beside.length > 0)).toBe(true);
          } else if (last && last.beside.length === 0) {
            expect(sameValue(last.after, value) || isNothing(value)).toBe(true);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
