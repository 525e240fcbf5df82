import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareStamps,
  counterOf,
  deviceOf,
  largestCounter,
  stampOf,
  stampSchema,
} from '../../../shared/changes/stamp';

test.each([
  [1, 'pcaaaaaa', '00000001.pcaaaaaa'],
  [35, 'pcaaaaaa', '0000000z.pcaaaaaa'],
  [36, '00000000', '00000010.00000000'],
  [largestCounter, 'zzzzzzzz', 'zzzzzzzz.zzzzzzzz'],
])('counter %i on %s is %s', (counter, device, stamp) => {
  expect(stampOf(counter, device)).toBe(stamp);
  expect(stampSchema.safeParse(stamp).success).toBe(true);
  expect(counterOf(stamp)).toBe(counter);
  expect(deviceOf(stamp)).toBe(device);
});

test.each([0, -1, 1.5, Number.NaN, largestCounter + 1])('%d is no counter', (counter) => {
  expect(() => stampOf(counter, 'pcaaaaaa')).toThrow(RangeError);
});

describe('order', () => {
  test('is that of the counter, then of the device', () => {
    const counter = fc.integer({ min: 1, max: largestCounter });
    const device = fc.stringMatching(/^[0-9a-z]{8}$/);
    fc.assert(
      fc.property(counter, device, counter, device, (a, of, b, other) => {
        const order = Math.sign(compareStamps(stampOf(a, of), stampOf(b, other)));
        expect(order).toBe(a === b ? (of < other ? -1 : of > other ? 1 : 0) : Math.sign(a - b));
      }),
    );
  });
});
