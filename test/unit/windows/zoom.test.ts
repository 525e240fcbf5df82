import { describe, expect, it } from 'vitest';
import { nextZoom, zoomOfKey } from '../../../electron/windows/zoom';

const key = (name: string, more = {}) => ({
  type: 'keyDown' as const,
  control: true,
  meta: false,
  alt: false,
  key: name,
  ...more,
});

describe('the size of the text', () => {
  it.each([
    [key('+'), 'in'],
    [key('='), 'in'],
    [key('-'), 'out'],
    [key('_'), 'out'],
    [key('0'), 'usual'],
    [key('=', { control: false, meta: true }), 'in'],
    [key('+', { control: false }), undefined],
    [key('+', { alt: true }), undefined],
    [key('+', { type: 'keyUp' }), undefined],
    [key('k'), undefined],
  ])('%j asks for %s', (input, way) => {
    expect(zoomOfKey(input)).toBe(way);
  });

  it('goes from 100 to 200 per cent and back, and no further', () => {
    const up: number[] = [];
    for (let size = 1; up.length < 8; ) {
      size = nextZoom(size, 'in');
      up.push(size);
    }
    expect(up).toEqual([1.1, 1.25, 1.5, 1.75, 2, 2, 2, 2]);
    expect(nextZoom(1.5000000001, 'out')).toBe(1.25);
    expect(nextZoom(1.0999999, 'out')).toBe(1);
    expect(nextZoom(1, 'out')).toBe(1);
    expect(nextZoom(3, 'in')).toBe(2);
    expect(nextZoom(1.75, 'usual')).toBe(1);
  });
});
