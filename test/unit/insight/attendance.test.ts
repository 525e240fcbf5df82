import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordOf } from '../../../shared/changes/records';
import {
  attendanceByPerson,
  attendanceFields,
  attendanceOf,
  attendanceRate,
} from '../../../shared/insight/attendance';
import { booksOf, idOf } from './books';

const day = (number: number, fields: Readonly<Record<string, string | number | string[]>>) => {
  const id = idOf(number);
  const state = booksOf({ collection: 'activity', id, fields: { kind: 'party-day', ...fields } });
  const record = recordOf(state, 'activity', id);
  if (!record) throw new Error('no record');
  return attendanceOf(record);
};

describe('attendance', () => {
  it.each([
    ['nothing said', {}, [0, 0, 0]],
    ['people alone', { people: ['a', 'b'] }, [2, 2, 0]],
    ['people and absent', { people: ['a'], absent: ['b', 'c'] }, [3, 1, 2]],
    ['numbers as entered', { people: ['a'], expected: 20, attended: 18 }, [20, 18, 0]],
    ['made up without having been absent', { people: ['a'], madeUp: ['a', 'x'] }, [1, 1, 0]],
  ])('%s', (_, fields, [expected, present, owed]) => {
    const found = day(1, fields);
    expect([found.expected, found.present, found.owed.length]).toEqual([expected, present, owed]);
    expect(found.madeUp).toEqual([]);
  });

  it('follows from who was expected and who came', () => {
    expect(attendanceFields(['a', 'b', 'c'], ['b', 'guest'])).toEqual({
      people: ['b', 'guest'],
      absent: ['a', 'c'],
      expected: 3,
      attended: 1,
    });
  });

  it('is a share of those expected; more than expected is no more than all', () => {
    expect(attendanceRate([])).toBeNull();
    const list = [day(1, { expected: 10, attended: 5 }), day(2, { expected: 10, attended: 12 })];
    expect(attendanceRate(list)).toBe(0.75);
  });

  it('counts every person once a day: present, made up or owed', () => {
    const people = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd'));
    fc.assert(
      fc.property(fc.array(fc.tuple(people, people, people), { maxLength: 6 }), (days) => {
        const list = days.map(([came, absent, madeUp], at) =>
          day(at + 1, { people: came, absent, madeUp }),
        );
        for (const [id, sums] of attendanceByPerson(list)) {
          expect(sums.expected).toBe(sums.present + sums.madeUp + sums.owed);
          const named = days.filter(([came, absent]) => came.includes(id) || absent.includes(id));
          expect(sums.expected).toBe(named.length);
        }
      }),
    );
  });
});
