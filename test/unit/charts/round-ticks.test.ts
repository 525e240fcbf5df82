import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ticksAround, ticksWithin } from '../../../renderer/charts/round-ticks';

it('ticks between two ends are round and stay between them', () => {
  expect(ticksWithin(84.5, 94, 5)).toEqual([86, 88, 90, 92, 94]);
  expect(ticksWithin(-0.3, 0.7, 5)).toEqual([-0.2, 0, 0.2, 0.4, 0.6]);
});

it('ticks around values hold them all, from zero on where that costs little room', () => {
  expect(ticksAround([3, 41], 5)).toEqual([0, 10, 20, 30, 40, 50]);
  expect(ticksAround([96, 99.2], 5)).toEqual([96, 97, 98, 99, 100]);
  expect(ticksAround([], 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
});

it('are few, rise evenly and leave no value out, whatever the values', () => {
  const value = fc
    .double({ min: -1e9, max: 1e9, noNaN: true })
    .filter((one) => one === 0 || Math.abs(one) > 1e-6);
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 12 }), (values) => {
      const ticks = ticksAround(values, 5);
      const slack = 1e-6 * Math.max(1, ...values.map(Math.abs));
      expect(ticks.length).toBeGreaterThan(1);
      expect(ticks.length).toBeLessThan(9);
      expect(ticks.at(0)).toBeLessThanOrEqual(Math.min(...values) + slack);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(Math.max(...values) - slack);
    }),
  );
});
