import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edit } from '../../../shared/changes/records';
import { emptyState } from '../../../shared/changes/state';
import {
  groupRates,
  groupTargets,
  rateChange,
  targetLines,
} from '../../../shared/insight/target-year';
import { measurementId } from '../../../shared/model/target';
import { booksOf, idOf, leader, put } from './books';

const when = ['2026-11', '2026-11-23'] as const;

const target = (number: number, fields = {}) =>
  edit('target', idOf(number), {
    name: `目标${number}`,
    year: 2026,
    goal: 100,
    mode: 'point',
    order: number,
    ...fields,
  });
const value = (number: number, month: string, amount: number) =>
  edit('measurement', measurementId(idOf(number), month), { value: amount });

describe('what changed since last month', () => {
  const lines = targetLines(
    booksOf(
      target(1, { weight: 3 }),
      target(2),
      target(3),
      value(1, '2026-10', 50),
      value(1, '2026-11', 60),
      value(2, '2026-10', 80),
      value(2, '2026-11', 60),
      value(3, '2026-11', 90),
    ),
    ...when,
  );

  it('adds up: 57.5 % by +7.5 and −5 to 60 %; what is new is not compared', () => {
    expect(rateChange(lines, 100)).toEqual({
      from: '2026-10',
      to: '2026-11',
      before: 57.5,
      after: 60,
      steps: [
        { id: idOf(1), name: '目标1', change: 7.5 },
        { id: idOf(2), name: '目标2', change: -5 },
      ],
      left: 1,
    });
  });

  it('is not asked in January', () => {
    const january = targetLines(
      booksOf(target(1), value(1, '2026-01', 5)),
      '2026-01',
      '2026-02-01',
    );
    expect(rateChange(january, 100)).toBeUndefined();
  });

  it('its steps are the whole change, whatever was measured', () => {
    const amount = fc.double({ min: 0, max: 300, noNaN: true });
    const row = fc.record({
      before: fc.option(amount, { nil: null }),
      after: fc.option(amount, { nil: null }),
      weight: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
        const books = booksOf(
          ...rows.flatMap(({ before, after, weight }, index) => [
            target(index + 1, { weight }),
            ...(before === null ? [] : [value(index + 1, '2026-10', before)]),
            ...(after === null ? [] : [value(index + 1, '2026-11', after)]),
          ]),
        );
        const change = rateChange(targetLines(books, ...when), 120);
        if (!change) return;
        const sum = change.steps.reduce((total, step) => total + step.change, change.before);
        expect(sum).toBeCloseTo(change.after, 6);
      }),
      { numRuns: 60 },
    );
  });
});

describe('targets put together', () => {
  const books = booksOf(
    leader(51, '王'),
    leader(52, '李'),
    edit('charge', idOf(51), { line: '生态修复' }),
    edit('department', idOf(61), { name: '造林科', order: 1 }),
    target(1, { leader: idOf(52), department: idOf(61), mechanism: 'G1' }),
    target(2, { leader: idOf(51), mechanism: 'M2', weight: 3 }),
    target(3, { leader: idOf(99) }),
    value(1, '2026-02', 40),
    value(2, '2026-02', 80),
    value(2, '2026-03', 200),
  );
  const lines = targetLines(books, ...when);
  const names = (by: Parameters<typeof groupTargets>[2]) =>
    groupTargets(books, lines, by, '2026-11').map(({ name, lines: own }) => [name.zh, own.length]);

  it('by leader in order of rank, those of none last', () => {
    expect(names('leader')).toEqual([
      ['王', 1],
      ['李', 1],
      ['', 1],
    ]);
  });

  it('by department, line of work and mechanism', () => {
    expect(names('department')).toEqual([
      ['造林科', 1],
      ['', 2],
    ]);
    expect(names('line')).toEqual([
      ['生态修复', 1],
      ['', 2],
    ]);
    expect(names('mechanism').map(([, count]) => count)).toEqual([1, 1, 1]);
  });

  it('have one rate a month: by weight, capped, nothing before the first value', () => {
    expect(groupRates(lines, 100).slice(0, 4)).toEqual([null, 70, 85, 85]);
  });
});

it('what is kept of targets is what would be worked out anew, whatever changes', () => {
  const number = fc.integer({ min: 1, max: 3 });
  const step = fc.oneof(
    fc
      .record({
        number,
        goal: fc.integer({ min: 1, max: 300 }),
        kind: fc.constantFrom('numeric' as const, 'numeric' as const, 'milestone' as const),
        year: fc.constantFrom(2026, 2026, 2025),
        deleted: fc.constantFrom(false, false, true),
      })
      .map(({ number: id, ...fields }) => target(id, fields)),
    fc
      .tuple(number, fc.constantFrom('2026-03', '2026-11', '2025-03'), fc.nat(300))
      .map(([id, month, amount]) => value(id, month, amount)),
    fc
      .tuple(number, number, fc.constantFrom('', '2026-05-01', '2026-12-01'))
      .map(([id, of, reached]) =>
        edit('milestone', idOf(30 + id), { target: idOf(of), due: '2026-06-01', reached }),
      ),
  );
  fc.assert(
    fc.property(fc.array(step, { minLength: 4, maxLength: 14 }), (steps) => {
      const kept = emptyState();
      steps.forEach((one, at) => {
        put(kept, one);
        const anew = booksOf(...steps.slice(0, at + 1));
        expect(targetLines(kept, ...when)).toEqual(targetLines(anew, ...when));
        expect(targetLines(kept, ...when)).toBe(targetLines(kept, ...when));
      });
    }),
  );
});
