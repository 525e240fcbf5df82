import { describe, expect, it } from 'vitest';
import { writtenGoalChanges, writtenShares } from '../../../shared/sheet/written';

describe('shares of the months', () => {
  it.each([
    ['8、8、8、8、8、8、8、8、9、9、9、9', [8, 8, 8, 8, 8, 8, 8, 8, 9, 9, 9, 9]],
    ['０，0,0;0 0 0 0 0 0 0.5 60 40', [0, 0, 0, 0, 0, 0, 0, 0, 0, 0.5, 60, 40]],
    ['—', []],
    ['8、8、8', undefined],
    ['8、8、8、8、8、8、8、8、9、9、9、-9', undefined],
    ['8、8、8、8、8、8、8、8、9、9、9、九', undefined],
  ])('%s', (text, shares) => {
    expect(writtenShares.read(text)).toEqual(shares);
  });
});

describe('goals of later months', () => {
  const change = (month: string, goal: number, high: number | null = null, grounds = '') => ({
    month,
    goal,
    high,
    grounds,
  });
  it.each([
    ['2026-07 1200（局务会纪要第12号）', [change('2026-07', 1200, null, '局务会纪要第12号')]],
    ['2026-7　-0.5', [change('2026-07', -0.5)]],
    ['2026-07 95~105 (纪要)', [change('2026-07', 95, 105, '纪要')]],
    // The earlier one stands first, whatever the order of the lines.
    ['2026-10 3\n\n2026-07 2', [change('2026-07', 2), change('2026-10', 3)]],
    ['', []],
    ['2026-13 1200', undefined],
    ['2026-07 一千二', undefined],
    ['七月起改为1200', undefined],
  ])('%s', (text, changes) => {
    expect(writtenGoalChanges.read(text)).toEqual(changes);
  });
});
