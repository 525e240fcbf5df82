import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ChangeSet } from '../../../shared/changes/change-set';
import { conflicts } from '../../../shared/changes/conflict';
import type { JsonValue } from '../../../shared/changes/json';
import { edit, listOf, recordOf, recordOrDefault } from '../../../shared/changes/records';
import { canonical, isConflicting, type State } from '../../../shared/changes/state';
import { act, newPc, receive } from './histories';

const task = (fields: Record<string, JsonValue>, id = 't1') => ({ collection: 'task', id, fields });
const titleOf = (state: State) => recordOf(state, 'task', 't1')?.title;

describe('draftSet', () => {
  test('numbers on from everything seen', () => {
    const [a, b] = [newPc('pcaaaaaa'), newPc('pcbbbbbb')];
    act(a, [task({ title: '甲' })]);
    act(a, [task({ title: '乙' })]);
    receive(b, a.log);
    expect(act(b, [task({ title: '丙' })])?.stamp).toBe('00000003.pcbbbbbb');
  });

  test('leaves out what stays the same', () => {
    const pc = newPc('pcaaaaaa');
    act(pc, [task({ title: '甲', percent: 10 })]);
    expect(act(pc, [task({ title: '甲' })])).toBeUndefined();
    expect(act(pc, [task({ title: '甲', percent: 20 })])?.changes[0]).toEqual({
      collection: 'task',
      id: 't1',
      fields: { percent: 20 },
      parents: { percent: ['00000001.pcaaaaaa'] },
    });
  });

  test('clearing what was never set is no change', () => {
    expect(act(newPc('pcaaaaaa'), [task({ title: null })])).toBeUndefined();
  });

  test('of two edits of one field in one action the later counts', () => {
    const pc = newPc('pcaaaaaa');
    act(pc, [task({ title: '甲' }), task({ title: '乙', percent: 5 })]);
    expect(titleOf(pc.state)).toBe('乙');
    expect(pc.log[0]?.changes).toEqual([
      { collection: 'task', id: 't1', fields: { title: '乙', percent: 5 } },
    ]);
  });
});

describe('conflicts', () => {
  const meeting = () => {
    const [a, b] = [newPc('pcaaaaaa'), newPc('pcbbbbbb')];
    act(a, [task({ title: '原' })]);
    receive(b, a.log);
    act(a, [task({ title: '甲' })]);
    act(b, [task({ title: '乙' })]);
    receive(a, b.log);
    receive(b, a.log);
    return { a, b };
  };

  test('both values are kept, the highest stamp is shown', () => {
    const { a, b } = meeting();
    expect(titleOf(a.state)).toBe('乙');
    expect(conflicts(a.state)).toEqual([
      {
        collection: 'task',
        id: 't1',
        field: 'title',
        entries: [
          ['00000002.pcbbbbbb', '乙'],
          ['00000002.pcaaaaaa', '甲'],
        ],
      },
    ]);
    expect(canonical(a.state)).toBe(canonical(b.state));
  });

  test.each(['乙', '甲', '丙'])('choosing %s settles it on both machines', (title) => {
    const { a, b } = meeting();
    act(a, [task({ title })]);
    receive(b, a.log);
    expect(conflicts(a.state)).toEqual([]);
    expect(conflicts(b.state)).toEqual([]);
    expect(titleOf(b.state)).toBe(title);
  });

  test('the same value on both machines is none', () => {
    const [a, b] = [newPc('pcaaaaaa'), newPc('pcbbbbbb')];
    act(a, [task({ title: '同' })]);
    act(b, [task({ title: '同' })]);
    receive(a, b.log);
    expect(conflicts(a.state)).toEqual([]);
    const record = a.state.collections.get('task')?.records.get('t1');
    expect(record && isConflicting(record, 'title')).toBe(false);
  });

  test('different fields of one record are none', () => {
    const [a, b] = [newPc('pcaaaaaa'), newPc('pcbbbbbb')];
    act(a, [task({ title: '甲' })]);
    act(b, [task({ percent: 50 })]);
    receive(a, b.log);
    expect(conflicts(a.state)).toEqual([]);
    expect(recordOf(a.state, 'task', 't1')).toMatchObject({ title: '甲', percent: 50 });
  });
});

describe('publishing drafts', () => {
  test('machines that never saw the drafts see no conflict', () => {
    const [leader, office] = [newPc('pcaaaaaa'), newPc('pcbbbbbb')];
    const rating = (score: number) => ({ collection: 'rating', id: 'r', fields: { score } });
    const shared = [act(leader, [rating(50)])];
    for (const score of [55, 60, 65]) act(leader, [rating(score)]);
    shared.push(act(leader, [rating(65)], { publish: true }));
    for (const score of [70, 75]) act(leader, [rating(score)]);
    shared.push(act(leader, [rating(75)], { publish: true }));
    receive(
      office,
      shared.filter((set) => set !== undefined),
    );
    expect(conflicts(office.state)).toEqual([]);
    expect(office.state.collections.get('rating')?.records.get('r')?.values.score).toBe(75);
    expect(conflicts(leader.state)).toEqual([]);
  });

  test('however drafts, submissions and readings of them follow each other', () => {
    const move = fc.tuple(fc.constantFrom('draft', 'publish', 'carry'), fc.constantFrom(1, 2, 3));
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
        const [leader, office] = [newPc('pcaaaaaa'), newPc('pcbbbbbb')];
        const shared: ChangeSet[] = [];
        for (const [what, percent] of [...moves, ['publish', 2], ['carry', 1]] as const) {
          const edits = [task({ percent, title: `${percent}` })];
          if (what === 'draft') act(leader, edits);
          const published = what === 'publish' && act(leader, edits, { publish: true });
          if (published) shared.push(published);
          if (what !== 'carry') continue;
          // What the office writes about something else must not matter.
          act(office, [task({ percent }, 't2')]);
          receive(office, shared);
          expect(conflicts(office.state)).toEqual([]);
        }
        expect(recordOf(office.state, 'task', 't1')).toEqual(recordOf(leader.state, 'task', 't1'));
      }),
    );
  });

  test('what another machine wrote meanwhile is a conflict there, and not silently lost', () => {
    const [leader, office] = [newPc('pcaaaaaa'), newPc('pcbbbbbb')];
    const first = act(leader, [task({ title: '原' })]);
    if (first) receive(office, [first]);
    act(leader, [task({ title: '草稿' })]);
    act(office, [task({ title: '办公室' })]);
    const published = act(leader, [task({ title: '草稿' })], { publish: true });
    if (published) receive(office, [published]);
    expect(conflicts(office.state)).toHaveLength(1);
  });
});

describe('deleting', () => {
  test('hides the record, and restoring brings all of it back', () => {
    const pc = newPc('pcaaaaaa');
    act(pc, [task({ title: '甲', percent: 30 })]);
    act(pc, [task({ deleted: true })]);
    expect(titleOf(pc.state)).toBeUndefined();
    expect(listOf(pc.state, 'task')).toEqual([]);
    act(pc, [task({ deleted: false })]);
    expect(recordOf(pc.state, 'task', 't1')).toMatchObject({ title: '甲', percent: 30 });
  });

  test('writing to it again makes it anew, without what it held', () => {
    const pc = newPc('pcaaaaaa');
    act(pc, [task({ title: '甲', goal: '旧' })]);
    act(pc, [task({ deleted: true })]);
    act(pc, [task({ title: '甲' })]);
    expect(recordOf(pc.state, 'task', 't1')).toMatchObject({ title: '甲', goal: '' });
  });

  test('against an edit elsewhere keeps the edit and the tombstone', () => {
    const [a, b] = [newPc('pcaaaaaa'), newPc('pcbbbbbb')];
    act(a, [task({ title: '甲' })]);
    receive(b, a.log);
    act(a, [task({ deleted: true })]);
    act(b, [task({ title: '乙' })]);
    receive(a, b.log);
    expect(titleOf(a.state)).toBeUndefined();
    act(a, [task({ deleted: false })]);
    expect(titleOf(a.state)).toBe('乙');
  });
});

describe('views', () => {
  test('fill in defaults and treat null as never set', () => {
    const pc = newPc('pcaaaaaa');
    act(pc, [edit('task', 't1', { title: '甲', percent: 40 })]);
    act(pc, [edit('task', 't1', { percent: null })]);
    expect(recordOf(pc.state, 'task', 't1')).toMatchObject({ id: 't1', title: '甲', percent: 0 });
    expect(recordOrDefault(pc.state, 'task', 't9')).toMatchObject({ id: 't9', title: '' });
  });

  test('are the same objects until something changes', () => {
    const pc = newPc('pcaaaaaa');
    act(pc, [task({ title: '甲' }), task({ title: '乙' }, 't2')]);
    const list = listOf(pc.state, 'task');
    expect(listOf(pc.state, 'task')).toBe(list);
    act(pc, [{ collection: 'department', id: 'd', fields: { name: '办公室' } }]);
    expect(listOf(pc.state, 'task')).toBe(list);
    act(pc, [task({ title: '丙' })]);
    expect(listOf(pc.state, 'task')).not.toBe(list);
    expect(listOf(pc.state, 'task')[1]).toBe(list[1]);
  });
});
