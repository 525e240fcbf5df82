import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cliWords, foldersOf, isRealDay, switchValue } from '../../../electron/command-line';
import { isDay } from '../../../shared/calendar/day';

describe('switches', () => {
  it.each([
    [['electron', '.', '--data', '/d'], '/d'],
    [['electron', '.', '--data=/d'], '/d'],
    [['electron', '.', '--data'], undefined],
    [['electron', '.', '--database', '/d'], undefined],
    [['electron', '.'], undefined],
  ])('%j has --data %s', (argv, value) => {
    expect(switchValue(argv, '--data')).toBe(value);
  });

  it('gives the words of a command', () => {
    expect(cliWords(['electron', '--cli', 'verify', '--data', 'd'])).toEqual([
      'verify',
      '--data',
      'd',
    ]);
    expect(cliWords(['electron', '.', '--data', 'd'])).toBeUndefined();
  });
});

describe('days', () => {
  it('are those of the calendar', () => {
    const text = fc.oneof(
      fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
      fc.tuple(fc.nat(9999), fc.nat(14), fc.nat(33)).map(([year, month, day]) => {
        const two = (number: number): string => String(number).padStart(2, '0');
        return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
      }),
      fc.string(),
    );
    fc.assert(
      fc.property(text, (day) => {
        expect(isRealDay(day)).toBe(isDay(day));
      }),
      { numRuns: 3_000, examples: [['2026-02-29'], ['2024-02-29'], ['2026-11-31']] },
    );
  });
});

describe('folders', () => {
  it('are the user’s own', () => {
    expect(foldersOf([], {}, '/u')).toEqual({
      data: '/u/data',
      profile: '/u',
      sample: '/u/sample',
    });
  });

  it('give a chosen data folder a profile of its own, and leave it clean', () => {
    const first = foldersOf([], { TOUYAN_DATA: '/d' }, '/u');
    const second = foldersOf(['--data', '/e'], { TOUYAN_DATA: '/d' }, '/u');
    expect(first.data).toBe('/d');
    expect(second.data).toBe('/e');
    expect(first.profile).toMatch(/^\/u\/profiles\/[0-9a-f]{16}$/);
    expect(second.profile).not.toBe(first.profile);
    expect(first.sample).toBe(`${first.profile}/sample`);
    expect(foldersOf(['--data=/x/../d'], {}, '/u')).toEqual(first);
  });

  it('keep to a profile that was chosen', () => {
    expect(foldersOf(['--user-data-dir=/p', '--data', '/d'], {}, '/p')).toEqual({
      data: '/d',
      profile: '/p',
      sample: '/p/sample',
    });
  });
});
