import { describe, expect, it } from 'vitest';
import { edit } from '../../../shared/changes/records';
import { tasksMovedOn } from '../../../shared/insight/task-copy';
import { booksOf, idOf } from './books';

const books = booksOf(
  edit('task', idOf(1), { period: '2025', title: '2025年绿化', due: '2025-12-31' }),
  edit('task', idOf(2), {
    period: '2025-Q4',
    parent: idOf(1),
    title: '秋季造林',
    due: '2025-11-30',
  }),
  edit('task', idOf(3), {
    period: '2025-11',
    parent: idOf(2),
    title: '下达地块',
    due: '2025-11-30',
  }),
  edit('task', idOf(4), { period: '2024-02', title: '备苗', due: '2024-02-29' }),
);
const moved = (from: string) =>
  tasksMovedOn(books, from).map(({ copy: { title, period, due, parent } }) => [
    title,
    period,
    due,
    parent,
  ]);

describe('tasks moved on', () => {
  it('a year on: names of the year follow, months and parents stay', () => {
    expect(moved('2025')).toEqual([
      ['2026年绿化', '2026', '2026-12-31', ''],
      ['秋季造林', '2026-Q4', '2026-11-30', idOf(1)],
      ['下达地块', '2026-11', '2026-11-30', idOf(2)],
    ]);
  });

  it('a quarter on: over the turn of the year, the last of a month stays the last', () => {
    expect(moved('2025-Q4')).toEqual([
      ['秋季造林', '2026-Q1', '2026-02-28', ''],
      ['下达地块', '2026-02', '2026-02-28', idOf(2)],
    ]);
  });

  it('the 29th of February becomes the last of February', () => {
    expect(moved('2024')).toEqual([['备苗', '2025-02', '2025-02-28', '']]);
  });
});
