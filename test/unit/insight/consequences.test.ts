import { describe, expect, it } from 'vitest';
import { edit } from '../../../shared/changes/records';
import {
  basisName,
  consequenceCounts,
  consequencesOf,
  leaderLedger,
  mendingOf,
} from '../../../shared/insight/consequences';
import { targetLines } from '../../../shared/insight/target-year';
import type { FieldsOf } from '../../../shared/model/collections';
import { measurementId } from '../../../shared/model/target';
import { booksOf, idOf, leader } from './books';

const one = (number: number, fields: FieldsOf<'consequence'>) =>
  edit('consequence', idOf(number), fields);
const books = booksOf(
  leader(1, '王'),
  leader(2, '李'),
  edit('target', idOf(7), { name: '造林', year: 2026, goal: 120, leader: idOf(2) }),
  edit('task', idOf(8), { title: '迎检', period: '2026' }),
  ...['01', '02'].map((month) =>
    edit('measurement', measurementId(idOf(7), `2026-${month}`), { value: 9 }),
  ),
  one(21, { kind: 'reminder', person: idOf(2), basisId: idOf(7), date: '2026-03-02' }),
  one(22, {
    kind: 'praise',
    person: idOf(1),
    basisCollection: 'task',
    basisId: idOf(8),
    date: '2026-07-01',
  }),
  one(23, { kind: 'reminder', person: idOf(2), basisId: idOf(9), date: '2025-12-30' }),
);

describe('rewards and penalties', () => {
  it('stand in the ledger of their leader, in order of rank, beside his targets and score', () => {
    const lines = targetLines(books, '2026-02', '2026-03-05');
    const [wang, li] = leaderLedger(books, lines, '2026-02');
    expect(wang).toMatchObject({ name: '王', score: null, penalties: [] });
    expect(wang?.rewards.map(({ kind }) => kind)).toEqual(['praise']);
    expect(li).toMatchObject({ name: '李', score: 90, targets: { total: 1, behind: 1 } });
    expect(li?.penalties).toHaveLength(1);
  });

  it('are listed newest first, each with what it rests on', () => {
    const found = consequencesOf(books, '2026');
    expect(found.map((record) => basisName(books, record))).toEqual(['迎检', '造林']);
  });

  it('are counted within days, what did not occur is left out', () => {
    const counts = (first: string, last: string) => consequenceCounts(books, { first, last });
    expect(counts('2026-01-01', '2026-12-31')).toEqual([
      { kind: 'reminder', count: 1 },
      { kind: 'praise', count: 1 },
    ]);
    expect(counts('2026-04-01', '2026-06-30')).toEqual([]);
  });

  it.each([
    ['', '', 'none'],
    ['2026-05-01', '', 'overdue'],
    ['2026-05-02', '', 'open'],
    ['2026-05-01', '2026-05-20', 'done'],
  ] as const)('to be mended by "%s", mended on "%s": %s', (mendBy, mended, expected) => {
    const [record] = consequencesOf(
      booksOf(one(30, { date: '2026-04-01', mendBy, mended })),
      '2026',
    );
    expect(record && mendingOf(record, '2026-05-02')).toBe(expected);
  });
});
