import { describe, expect, it } from 'vitest';
import { cliWords, foldersOf, switchValue } from '../../../electron/command-line';

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

describe('folders', () => {
  it('are the user’s own', () => {
    expect(foldersOf([], {}, '/u', 'linux')).toEqual({
      data: '/u/data',
      profile: '/u',
      sample: '/u/sample',
    });
  });

  it('give a chosen data folder a profile of its own, and leave it clean', () => {
    const first = foldersOf([], { TOUYAN_DATA: '/d' }, '/u', 'linux');
    const second = foldersOf(['--data', '/e'], { TOUYAN_DATA: '/d' }, '/u', 'linux');
    expect(first.data).toBe('/d');
    expect(second.data).toBe('/e');
    expect(first.profile).toMatch(/^\/u\/profiles\/[0-9a-f]{16}$/);
    expect(second.profile).not.toBe(first.profile);
    expect(first.sample).toBe(`${first.profile}/sample`);
    expect(foldersOf(['--data=/x/../d'], {}, '/u', 'linux')).toEqual(first);
  });

  it('keep to a profile that was chosen', () => {
    expect(foldersOf(['--user-data-dir=/p', '--data', '/d'], {}, '/p', 'linux')).toEqual({
      data: '/d',
      profile: '/p',
      sample: '/p/sample',
    });
  });
});
