import { describe, expect, it } from 'vitest';
import { checkItemById } from '../../../shared/catalogue/catalogue';
import { edit, listOf } from '../../../shared/changes/records';
import {
  activitiesFor,
  datedWithin,
  isAutomatic,
  marksFor,
} from '../../../shared/insight/activity-index';
import { booksOf, idOf } from './books';

const item = (id: string) => {
  const found = checkItemById(id);
  if (!found) throw new Error(`no such item: ${id}`);
  return found;
};

const books = booksOf(
  edit('activity', idOf(1), { kind: 'study-session', date: '2026-11-20' }),
  edit('activity', idOf(2), { kind: 'study-session', date: '2026-10-31' }),
  edit('activity', idOf(3), {
    kind: 'party-day',
    date: '2026-11-06',
    items: ['G1.1', 'G3.1'],
  }),
  edit('activity', idOf(4), { kind: 'study-session' }),
  edit('mark', 'G1.1:2026-11', { state: 'done' }),
  edit('mark', 'G1.1:2026-10', { state: 'done' }),
  edit('mark', 'G1.10:2026-11', { state: 'done' }),
);
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => Number(id.slice(-2)));

describe('index of activities and marks', () => {
  it('finds the dated activities of an item, oldest first, each once', () => {
    expect(ids(activitiesFor(books, item('G1.1')))).toEqual([2, 3, 1]);
    expect(ids(activitiesFor(books, item('G3.1')))).toEqual([3]);
    expect(activitiesFor(books, item('M1.5.2'))).toEqual([]);
  });

  it.each([
    { first: '2026-01-01', last: '2026-12-31', found: [2, 3, 1] },
    { first: '2026-10-31', last: '2026-11-06', found: [2, 3] },
    { first: '2026-11-07', last: '2026-11-19', found: [] },
    { first: '2026-11-20', last: '2026-11-20', found: [1] },
  ])('dated from $first to $last: $found', ({ first, last, found }) => {
    const activities = activitiesFor(books, item('G1.1'));
    expect(ids(datedWithin(activities, first, last))).toEqual(found);
  });

  it('finds the marks of an item and of no longer id', () => {
    expect(marksFor(books, 'G1.1').map(({ id }) => id)).toEqual(['G1.1:2026-10', 'G1.1:2026-11']);
    expect(marksFor(books, 'M4.4.1')).toEqual([]);
    expect(listOf(books, 'mark')).toHaveLength(3);
  });

  it('knows which items nobody fills in', () => {
    expect(isAutomatic(item('M2.1.4'))).toBe(true);
    expect(isAutomatic(item('M2.1.8'))).toBe(false);
  });
});
