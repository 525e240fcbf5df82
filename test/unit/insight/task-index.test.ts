import { describe, expect, it } from 'vitest';
import { edit } from '../../../shared/changes/records';
import { applySet } from '../../../shared/changes/state';
import { taskIndex } from '../../../shared/insight/task-index';
import { booksOf, idOf } from './books';

describe('index of tasks', () => {
  const books = booksOf(
    edit('task', idOf(1), { period: '2026', leader: 'a', owner: 'b' }),
    edit('task', idOf(2), {
      period: '2026-Q4',
      parent: idOf(1),
      order: 2,
      leader: 'c',
    }),
    edit('task', idOf(3), { period: '2026-Q4', parent: idOf(1), order: 1 }),
    edit('task', idOf(4), { period: '2025', owner: 'd' }),
  );

  it('finds tasks by period, by parent in order, and who carries them by year', () => {
    const { byPeriod, byParent, carriers } = taskIndex(books);
    expect(byPeriod.get('2026-Q4')).toHaveLength(2);
    expect(byParent.get(idOf(1))?.map(({ id }) => id)).toEqual([idOf(3), idOf(2)]);
    expect(byParent.has(idOf(4))).toBe(false);
    expect([...(carriers.get('2026') ?? [])].sort()).toEqual(['', 'a', 'b', 'c']);
  });

  it('is made anew once a task changes, and only then', () => {
    const before = taskIndex(books);
    expect(taskIndex(books)).toBe(before);
    applySet(books, {
      stamp: '0000000z.testtest',
      author: '',
      wall: '2026-11-23T08:00:00.000Z',
      label: 'test',
      changes: [{ collection: 'task', id: idOf(5), fields: { period: '2026' } }],
    });
    expect(taskIndex(books).byPeriod.get('2026')).toHaveLength(2);
  });
});
