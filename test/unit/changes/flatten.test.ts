import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flattenedSet, flattening } from '../../../shared/changes/flatten';
import {
  counterOf,
  deviceOf,
  largestCounter,
  largestStep,
  stampOf,
} from '../../../shared/changes/stamp';
import { packStamps, unpackStamps } from '../../../shared/changes/stamp-list';

const devices = ['pcaaaaaa', 'pcbbbbbb', 'pccccccc'];

/** Runs of work, each of which begins after a jump of any length. */
const jumped = fc
  .array(
    fc.record({
      jump: fc.double({ min: 0, max: 0.3, noNaN: true }),
      count: fc.integer({ min: 1, max: 20 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((runs) => {
    const stamps: string[] = [];
    let at = 0;
    for (const { jump, count } of runs) {
      at += Math.floor((largestCounter / 2) * jump);
      for (let one = 0; one < count; one += 1) {
        at += 1;
        stamps.push(stampOf(at, devices[at % 3] ?? ''));
      }
    }
    return stamps;
  });

describe('counters that were made to jump', () => {
  test('come down in order, each to its own, and stay down', () => {
    fc.assert(
      fc.property(jumped, (stamps) => {
        const to = flattening(stamps);
        if (!to) {
          expect(counterOf(stamps.at(-1) ?? '')).toBeLessThanOrEqual(largestStep);
          return;
        }
        const low = stamps.map(to);
        expect(low).toEqual([...new Set(low)].sort());
        expect(low.map(deviceOf)).toEqual(stamps.map(deviceOf));
        expect(counterOf(low.at(-1) ?? '')).toBeLessThanOrEqual(largestStep);
        expect(flattening(low)).toBeUndefined();
      }),
    );
  });

  test('of two PCs that both got the jump come to the same stamps', () => {
    const forged = stampOf(2 ** 40, 'pcffffff');
    const after = [1, 2, 3].map((one) => stampOf(2 ** 40 + one, 'pcaaaaaa'));
    const later = stampOf(2 ** 40 + 9, 'pcbbbbbb');
    const here = flattening([stampOf(5_000, 'pcaaaaaa'), forged, ...after]);
    const there = flattening([stampOf(5_100, 'pcbbbbbb'), forged, ...after.slice(0, 1), later]);
    for (const stamp of [forged, ...after, later]) expect(here?.(stamp)).toBe(there?.(stamp));
    expect(here?.(stampOf(17, 'pcaaaaaa'))).toBe(stampOf(17, 'pcaaaaaa'));
  });

  test('take along what names them: parents, undone steps, receipts', () => {
    const high = stampOf(2 ** 40, 'pcffffff');
    const to = flattening([stampOf(1, 'pcaaaaaa'), high]);
    const low = to?.(high) ?? '';
    expect(low < high).toBe(true);
    const set = {
      stamp: stampOf(2 ** 40 + 1, 'pcaaaaaa'),
      author: '',
      wall: '2026-11-03T08:00:00.000Z',
      label: 'x',
      undoes: high,
      changes: [
        { collection: 'task', id: 'a', fields: { title: '造林' }, parents: { title: [high] } },
        { collection: 'receipt', id: 'b', fields: { stamps: packStamps([high]), undone: high } },
      ],
    };
    const flat = flattenedSet(set, to ?? ((stamp) => stamp));
    expect(flat.undoes).toBe(low);
    expect(flat.changes[0]?.parents).toEqual({ title: [low] });
    expect(flat.changes[1]?.fields.undone).toBe(low);
    expect(unpackStamps(packStamps([low]))).toEqual(new Set([low]));
    expect(flat.changes[1]?.fields.stamps).toEqual(packStamps([low]));
  });
});
