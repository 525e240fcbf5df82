import { describe, expect, it } from 'vitest';
import { edit, recordOrDefault } from '../../../shared/changes/records';
import { clarities, missingClarities } from '../../../shared/insight/five-clarities';
import { booksOf, idOf, leader } from './books';

const full = {
  title: '造林',
  goal: '500亩',
  due: '2026-11-30',
  leader: idOf(1),
  owner: idOf(2),
};

describe('five clarities', () => {
  it.each([
    { lacking: {}, missing: [] },
    { lacking: { title: '', goal: '  ' }, missing: ['任务', '目标'] },
    { lacking: { due: '' as const }, missing: ['时限'] },
    { lacking: { leader: '', owner: '' }, missing: ['牵头领导', '具体负责人'] },
    { lacking: { owner: idOf(9) }, missing: ['具体负责人'] },
  ])('$missing', ({ lacking, missing }) => {
    const books = booksOf(
      leader(1, '甲'),
      edit('person', idOf(2), { name: '乙' }),
      edit('task', idOf(5), { ...full, ...lacking }),
    );
    const task = recordOrDefault(books, 'task', idOf(5));
    expect(missingClarities(books, task).map(({ zh }) => zh)).toEqual(missing);
  });

  it('are five', () => {
    expect(clarities.map(({ zh }) => zh)).toEqual([
      '任务',
      '目标',
      '时限',
      '牵头领导',
      '具体负责人',
    ]);
  });
});
