import { describe, expect, it } from 'vitest';
import { edit } from '../../../shared/changes/records';
import { leadersOf, nameOf, peopleOf } from '../../../shared/insight/people';
import { booksOf, idOf, leader } from './books';

const books = booksOf(
  leader(2, '乙'),
  leader(1, '甲'),
  edit('person', idOf(3), {
    name: '丙',
    role: 'leader',
    order: 3,
    left: '2026-10-31',
  }),
  edit('person', idOf(4), {
    name: '丁',
    role: 'leader',
    order: 4,
    joined: '2026-11-30',
  }),
  edit('person', idOf(5), { name: '戊', role: 'staff', order: 0 }),
);
const names = (people: readonly { name: string }[]) => people.map(({ name }) => name).join('');

describe('people in office', () => {
  it.each([
    { period: '2026-10', leaders: '甲乙丙' },
    { period: '2026-11', leaders: '甲乙丁' },
    { period: '2026-Q4', leaders: '甲乙丙丁' },
    { period: '2027', leaders: '甲乙丁' },
  ])('leaders of $period in order of rank: $leaders', ({ period, leaders }) => {
    expect(names(leadersOf(books, period))).toBe(leaders);
    expect(names(peopleOf(books, period))).toBe(`${leaders}戊`);
  });

  it('has no name for who is not in the books', () => {
    expect(nameOf(books, idOf(1))).toBe('甲');
    expect(nameOf(books, '')).toBe('');
  });
});
