import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptBounds, leastOn, leastSize, placeWindow } from '../../../electron/windows/bounds';

const laptop = { x: 0, y: 0, width: 1366, height: 728 };
const second = { x: 1366, y: 0, width: 1920, height: 1040 };
const kept = { x: 100, y: 50, width: 1100, height: 700, maximized: false };

describe('where the main window opens', () => {
  it('fits the usual screen of an office the first time', () => {
    expect(placeWindow(undefined, [laptop])).toEqual({ width: 1280, height: 728 });
    expect(placeWindow(undefined, [second])).toEqual({ width: 1280, height: 800 });
    expect(placeWindow(undefined, [])).toEqual({ width: 1280, height: 800 });
  });

  it.each([
    [
      'where it stood',
      { ...kept, x: 1_400 },
      [second],
      { x: 1400, y: 50, width: 1100, height: 700 },
    ],
    [
      'moved up until all of it is seen',
      kept,
      [laptop],
      { x: 100, y: 28, width: 1100, height: 700 },
    ],
    [
      'moved in from the edge over which most of it hung',
      { ...kept, x: 1_200, width: 1_300 },
      [laptop],
      { x: 66, y: 28, width: 1300, height: 700 },
    ],
    [
      'cut to a screen that shows everything half as large again',
      { ...kept, x: 0, y: 0, width: 1_280, height: 728 },
      [{ x: 0, y: 0, width: 910, height: 485 }],
      { x: 0, y: 0, width: 910, height: 485 },
    ],
    [
      'on the second screen',
      { ...kept, x: 1500 },
      [laptop, second],
      { x: 1500, y: 50, width: 1100, height: 700 },
    ],
    [
      'on the main screen when the second is gone',
      { ...kept, x: 1500 },
      [laptop],
      { width: 1280, height: 728 },
    ],
    ['not below the screen', { ...kept, y: 900 }, [laptop], { width: 1280, height: 728 }],
    ['not above the screen', { ...kept, y: -400 }, [laptop], { width: 1280, height: 728 }],
    [
      'not smaller than it can be used',
      { ...kept, width: 10, height: 10, x: 100 },
      [laptop],
      { width: 1280, height: 728 },
    ],
    [
      'large enough again',
      { ...kept, width: 300, height: 200 },
      [laptop],
      { x: 100, y: 50, ...leastSize },
    ],
  ])('%s', (_where, last, areas, expected) => {
    expect(placeWindow(last, areas)).toEqual(expected);
  });
});

it('no screen is smaller than the least size of the window', () => {
  expect(leastOn([laptop, second])).toEqual(leastSize);
  expect(leastOn([{ x: 0, y: 0, width: 910, height: 485 }])).toEqual({ width: 910, height: 485 });
  expect(leastOn([])).toEqual(leastSize);
});

describe('kept bounds', () => {
  it('are read back', () => {
    expect(keptBounds(JSON.stringify(kept))).toEqual(kept);
  });

  it.each(['', '{', 'null', '[]', '{"x":1}', '{"x":"1","y":1,"width":1,"height":1}'])(
    '%j holds none',
    (text) => {
      expect(keptBounds(text)).toBeUndefined();
    },
  );

  it('are whole numbers of a screen, or nothing, whatever the file holds', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const bounds = keptBounds(text);
        if (bounds) expect(Object.values(bounds).slice(0, 4).every(Number.isInteger)).toBe(true);
      }),
    );
    const number = fc.oneof(fc.double(), fc.integer());
    const field = fc.record({ x: number, y: number, width: number, height: number });
    fc.assert(
      fc.property(field, (value) => {
        const bounds = keptBounds(JSON.stringify(value));
        if (!bounds) return;
        expect(bounds.width).toBeGreaterThanOrEqual(1);
        expect(Math.abs(bounds.x)).toBeLessThanOrEqual(100_000);
      }),
    );
  });
});
