import { describe, expect, it } from 'vitest';
import { formulaText, targetScore, totalScore } from '../../../shared/insight/target-score';
import { months, targetOf } from './target-books';

const plain = { scoreBasis: 'pace', scoreCap: 100, scoreFloor: 0, scoreMissing: 0 } as const;
const goal = { goal: 120, weight: 2 };

describe('the score of a target', () => {
  it.each([
    ['against the plan so far: 90 of 100', months(9, 10), plain, 90],
    [
      'against the goal of the year: 90 of 120',
      months(9, 10),
      { ...plain, scoreBasis: 'year' },
      75,
    ],
    ['at most the cap', months(20, 10), plain, 100],
    ['a higher cap', months(20, 10), { ...plain, scoreCap: 120 }, 120],
    ['nothing below the floor', months(5, 10), { ...plain, scoreFloor: 60 }, 0],
    ['just at the floor', months(6, 10), { ...plain, scoreFloor: 60 }, 60],
    ['less for missing months', [90], { ...plain, scoreMissing: 2 }, 72],
    ['never below zero', [9], { ...plain, scoreMissing: 2 }, 0],
    ['without data none', [], plain, null],
  ] as const)('%s', (_what, values, formula, score) => {
    expect(targetScore(targetOf(goal, values).at('2026-10'), formula)).toBe(score);
  });

  it('of several is their mean by weight; what has no data is left out', () => {
    const list = [
      targetOf({ goal: 120, weight: 3 }, months(10, 10)).at('2026-10'),
      targetOf({ goal: 120, weight: 1 }, months(6, 10)).at('2026-10'),
      targetOf({ goal: 120, weight: 9 }, []).at('2026-10'),
    ];
    expect(totalScore(list, plain)).toBe(90);
    expect(totalScore(list.slice(2), plain)).toBeNull();
  });
});

describe('the formula in words', () => {
  it('says what is set and nothing else', () => {
    expect(formulaText(plain).zh).toBe(
      '单项得分为序时完成率（完成值对照同期计划），最高100分；合计为各项得分按权重加权平均，尚无数据的不计。',
    );
    expect(formulaText({ ...plain, scoreFloor: 60, scoreMissing: 2 }).zh).toContain(
      '低于60%不得分，每缺报1个月扣2分；',
    );
  });
});
