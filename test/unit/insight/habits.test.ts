import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, weekday } from '../../../shared/calendar/day';
import { edit } from '../../../shared/changes/records';
import { habitBook, habitEvidence, habitRows, mondaysOf } from '../../../shared/insight/habits';
import { habitId } from '../../../shared/model/habit';
import { booksOf, idOf } from './books';

const wang = idOf(1);

describe('the weeks of a period', () => {
  it.each([
    ['2026-11', ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23']],
    // 1 October 2026 is a Thursday: its week is October's.
    ['2026-10', ['2026-09-28', '2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26']],
  ])('%s', (period, mondays) => {
    expect(mondaysOf(period)).toEqual(mondays);
  });

  it('belong to exactly one month each', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2090 }), (year) => {
        const months = Array.from({ length: 12 }, (_, at) =>
          mondaysOf(`${year}-${String(at + 1).padStart(2, '0')}`),
        ).flat();
        expect(months).toEqual(mondaysOf(`${year}`));
        for (const [at, monday] of months.entries()) {
          expect(weekday(monday)).toBe(1);
          if (at > 0) expect(addDays(months[at - 1] ?? '', 7)).toBe(monday);
        }
      }),
    );
  });
});

describe('the book of habits', () => {
  it('has the five of the essay', () => {
    expect(habitRows.map(({ text }) => text.zh)).toEqual([
      '先学一步',
      '多学一点',
      '学深一些',
      '做多一点',
      '做好一点',
    ]);
  });

  it('counts weeks kept of those begun, of this person alone', () => {
    const kept = (person: string, monday: string, row: string) =>
      edit('habit', habitId(person, monday, row), { kept: true, note: '读完' });
    const state = booksOf(
      kept(wang, '2026-11-02', 'W1'),
      kept(wang, '2026-11-16', 'W1'),
      // A week to come cannot be kept yet.
      kept(wang, '2026-11-23', 'W1'),
      kept(idOf(2), '2026-11-09', 'W1'),
      kept(wang, '2026-11-09', 'W5'),
    );
    const book = habitBook(state, wang, '2026-11', '2026-11-20');
    expect(book.map(({ habit, kept: weeks, begun }) => [habit.id, weeks, begun])).toEqual([
      ['W1', 2, 3],
      ['W2', 0, 3],
      ['W3', 0, 3],
      ['W4', 0, 3],
      ['W5', 1, 3],
    ]);
    const [first] = book;
    expect(first && habitEvidence(first, (day) => day)).toEqual([
      '2026-11-02：读完',
      '2026-11-16：读完',
    ]);
    expect(book[0]?.weeks.map(({ isAhead }) => isAhead)).toEqual([false, false, false, true]);
  });
});
