import { describe, expect, it } from 'vitest';
import type { Edit } from '../../../shared/changes/draft';
import { edit } from '../../../shared/changes/records';
import {
  bandUpsideDown,
  closedWithoutGrounds,
  issuedDeadlineMoved,
  leftBeforeJoined,
  morePresent,
  refusalOfChanges,
  refusalOfEdits,
  severalHeads,
  withOneHead,
} from '../../../shared/insight/edit-rules';
import { booksOf, idOf } from './books';

const state = booksOf(
  edit('person', idOf(1), { name: '王镕', role: 'leader', head: true, joined: '2026-03-01' }),
  edit('person', idOf(2), { name: '李敏', role: 'leader' }),
  edit('task', idOf(3), { title: '造林', due: '2026-11-30', issued: '2026-01-05' }),
  edit('task', idOf(4), { title: '备苗', due: '2026-11-30' }),
  edit('target', idOf(5), { name: '成活率', direction: 'band', goal: 90, high: 95 }),
  edit('activity', idOf(6), { kind: 'study', date: '2026-11-03', expected: 10, attended: 9 }),
  edit('task', idOf(7), { title: '旧账', closed: '2025-12-01' }),
);
const extension = edit('followUp', idOf(20), {
  task: idOf(3),
  kind: 'extension',
  before: '2026-11-30',
  due: '2026-12-10',
});

describe('what is refused wherever it comes from', () => {
  const cases: readonly (readonly [
    string,
    readonly Edit[],
    { readonly zh: string } | undefined,
  ])[] = [
    ['a second head', [edit('person', idOf(2), { head: true })], severalHeads],
    [
      'a head who takes over',
      [edit('person', idOf(2), { head: true }), edit('person', idOf(1), { head: false })],
      undefined,
    ],
    [
      'a head after one who left',
      [edit('person', idOf(2), { head: true }), edit('person', idOf(1), { left: '2026-06-30' })],
      undefined,
    ],
    ['left before joined', [edit('person', idOf(1), { left: '2026-02-01' })], leftBeforeJoined],
    ['a band upside down', [edit('target', idOf(5), { high: 80 })], bandUpsideDown],
    ['a band without an edge', [edit('target', idOf(5), { high: null })], bandUpsideDown],
    ['the note of a target', [edit('target', idOf(5), { name: '保存率' })], undefined],
    ['an issued deadline', [edit('task', idOf(3), { due: '2026-12-10' })], issuedDeadlineMoved],
    ['its extension', [edit('task', idOf(3), { due: '2026-12-10' }), extension], undefined],
    ['the same deadline', [edit('task', idOf(3), { due: '2026-11-30' })], undefined],
    ['a planned deadline', [edit('task', idOf(4), { due: '2026-12-10' })], undefined],
    [
      'closing without grounds',
      [edit('task', idOf(4), { closed: '2026-11-20' })],
      closedWithoutGrounds,
    ],
    [
      'closing with a result',
      [edit('task', idOf(4), { closed: '2026-11-20', result: '已完成' })],
      undefined,
    ],
    [
      'closing with evidence',
      [
        edit('task', idOf(4), { closed: '2026-11-20' }),
        edit('attachment', idOf(9), { ownerCollection: 'task', ownerId: idOf(4) }),
      ],
      undefined,
    ],
    ['what was closed before', [edit('task', idOf(7), { title: '旧账一' })], undefined],
    ['more present', [edit('activity', idOf(6), { attended: 11 })], morePresent],
    ['all present', [edit('activity', idOf(6), { attended: 10 })], undefined],
    ['deleting', [edit('target', idOf(5), { deleted: true })], undefined],
  ];
  it.each(cases)('%s', (_, edits, sentence) => {
    expect(refusalOfEdits(state, edits)?.sentence).toEqual(sentence);
  });

  it('a sheet that names a new head lets the old one go; two heads are refused', () => {
    const one = [edit('person', idOf(2), { head: true })];
    expect(withOneHead(state, one)).toEqual([...one, edit('person', idOf(1), { head: false })]);
    const two = [...one, edit('person', idOf(8), { name: '赵堃', head: true })];
    expect(refusalOfEdits(state, withOneHead(state, two))?.sentence).toEqual(severalHeads);
  });

  it('a change that tells all by itself is refused without the state', () => {
    const target = { name: '成活率', direction: 'band', goal: 95, high: 90 } as const;
    expect(refusalOfChanges([edit('target', idOf(30), target)])?.sentence).toEqual(bandUpsideDown);
    expect(refusalOfChanges([edit('target', idOf(30), { high: 90 })])).toBeUndefined();
  });
});
