import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { known, mean, median, spread } from '../../../shared/insight/statistics';

const scores = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), {
  minLength: 1,
});

describe('mean and median', () => {
  it.each([
    { values: [], mean: null, median: null },
    { values: [7], mean: 7, median: 7 },
    { values: [1, 2], mean: 1.5, median: 1.5 },
    { values: [10, 1, 4], mean: 5, median: 4 },
    { values: [4, 1, 3, 2], mean: 2.5, median: 2.5 },
    { values: [100, 0, 0, 0], mean: 25, median: 0 },
  ])('of $values', ({ values, ...expected }) => {
    expect({ mean: mean(values), median: median(values) }).toEqual(expected);
  });

  it('lie between the least and the greatest value', () => {
    fc.assert(
      fc.property(scores, (values) => {
        const [low, high] = [Math.min(...values), Math.max(...values)];
        for (const middle of [mean(values), median(values)]) {
          expect(middle).toBeGreaterThanOrEqual(low);
          expect(middle).toBeLessThanOrEqual(high);
        }
      }),
    );
  });

  it('do not depend on the order of the values', () => {
    fc.assert(
      fc.property(scores, (values) => {
        const turned = [...values].reverse();
        expect(mean(turned)).toBe(mean(values));
        expect(median(turned)).toBe(median(values));
      }),
    );
  });

  it('never fall when one value rises', () => {
    fc.assert(
      fc.property(
        scores,
        fc.nat(),
        fc.double({ min: 0, max: 50, noNaN: true }),
        (values, at, by) => {
          const raised = values.map((value, index) =>
            index === at % values.length ? value + by : value,
          );
          expect(median(raised)).toBeGreaterThanOrEqual(median(values) ?? 0);
          // The sum is rounded, so a rise below its last digit may vanish.
          expect((mean(raised) ?? 0) + 1e-9).toBeGreaterThanOrEqual(mean(values) ?? 0);
        },
      ),
    );
  });
});

describe('spread and known', () => {
  it('gives least and greatest, null of nothing', () => {
    expect(spread([3, 1, 2])).toEqual({ low: 1, high: 3 });
    expect(spread([])).toBeNull();
  });

  it('keeps zero and drops only what is missing', () => {
    expect(known([0, null, 5])).toEqual([0, 5]);
  });
});
