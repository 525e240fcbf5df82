import { expect, test } from 'vitest';
import { draftSet } from '../../../shared/changes/draft';
import { edit } from '../../../shared/changes/records';
import { applySet, emptyState } from '../../../shared/changes/state';
import { fileCount, filesOf } from '../../../shared/insight/evidence-files';

const ids = [1, 2, 3, 4].map((n) => `0193a3f0-111${n}-7abc-8def-0123456789ab`);
const [first = '', second = '', third = '', other = ''] = ids;
const task = { collection: 'task', id: 't1' };

function stateWith(edits: readonly ReturnType<typeof edit>[]) {
  const state = emptyState();
  const sign = { device: 'pcaaaaaa', author: '', wall: '2026-11-23T08:00:00.000Z', label: 'x' };
  const put = (more: readonly ReturnType<typeof edit>[]) => {
    const set = draftSet(state, more, sign);
    if (set) applySet(state, set);
  };
  put(edits);
  return { state, put };
}

const file = (id: string, owner: { collection: string; id: string }, content: string) =>
  edit('attachment', id, {
    ownerCollection: owner.collection,
    ownerId: owner.id,
    name: `${id}.txt`,
    sha256: content.repeat(64),
  });

test('a record has its own files, in the order of their adding', () => {
  const { state } = stateWith([
    file(second, task, 'b'),
    file(first, task, 'a'),
    file(other, { collection: 'target', id: 't1' }, 'c'),
  ]);
  expect(filesOf(state, task).map(({ id }) => id)).toEqual([first, second]);
  expect(fileCount(state, task)).toBe(2);
  expect(fileCount(state, { collection: 'target', id: 't1' })).toBe(1);
  expect(fileCount(state, { collection: 'task', id: 't2' })).toBe(0);
});

test('the same content counts once; a removed file not at all, until it is put back', () => {
  const { state, put } = stateWith([
    file(first, task, 'a'),
    file(second, task, 'a'),
    file(third, task, 'b'),
  ]);
  expect(filesOf(state, task)).toHaveLength(3);
  expect(fileCount(state, task)).toBe(2);
  put([edit('attachment', third, { deleted: true })]);
  expect(fileCount(state, task)).toBe(1);
  put([edit('attachment', third, { deleted: false })]);
  expect(fileCount(state, task)).toBe(2);
});

test('the same array is given until a file changes', () => {
  const { state, put } = stateWith([file(first, task, 'a')]);
  const before = filesOf(state, task);
  put([edit('task', other, { title: '别的' })]);
  expect(filesOf(state, task)).toBe(before);
  put([file(second, task, 'b')]);
  expect(filesOf(state, task)).toHaveLength(2);
});
