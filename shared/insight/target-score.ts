import type { RecordOf } from '../model/collections';
import type { TargetFulfilment } from './target-fulfilment';

/** How a unit turns fulfilment into a score. */
export type ScoreFormula = Pick<
  RecordOf<'unit'>,
  'scoreBasis' | 'scoreCap' | 'scoreFloor' | 'scoreMissing'
>;

/**
 * Score of one target, 0 … cap: its rate against the plan of the month (`pace`) or the goal of the
 * year (`year`), at most `scoreCap`, nothing below `scoreFloor`, less `scoreMissing` for each month
 * without a value. Null where there is no rate: without data nothing is scored.
 */
export function targetScore(fulfilment: TargetFulfilment, formula: ScoreFormula): number | null {
  const { percent, pacePercent, missing } = fulfilment;
  const rate = formula.scoreBasis === 'pace' ? (pacePercent ?? percent) : percent;
  if (rate === null) return null;
  const counted = rate < formula.scoreFloor ? 0 : Math.min(rate, formula.scoreCap);
  return Math.max(0, counted - formula.scoreMissing * missing.length);
}

/** Mean weighted by the weight of each target; null where none has a value or a weight. */
export function weightedMean(
  list: readonly { readonly value: number | null; readonly weight: number }[],
): number | null {
  let sum = 0;
  let weights = 0;
  for (const { value, weight } of list) {
    if (value === null) continue;
    sum += value * weight;
    weights += weight;
  }
  return weights > 0 ? sum / weights : null;
}

/** Score of several targets: their weighted mean; null where none can be scored. */
export const totalScore = (
  list: readonly TargetFulfilment[],
  formula: ScoreFormula,
): number | null =>
  weightedMean(
    list.map((one) => ({ value: targetScore(one, formula), weight: one.target.weight })),
  );

/** The formula in words, with the unit's numbers. */
export function formulaText(formula: ScoreFormula): { zh: string; en: string } {
  const { scoreBasis, scoreCap, scoreFloor, scoreMissing } = formula;
  const isPace = scoreBasis === 'pace';
  const zh = [
    `单项得分为${isPace ? '序时完成率（完成值对照同期计划）' : '完成率（完成值对照全年目标）'}，最高${scoreCap}分`,
    ...(scoreFloor > 0 ? [`低于${scoreFloor}%不得分`] : []),
    ...(scoreMissing > 0 ? [`每缺报1个月扣${scoreMissing}分`] : []),
  ];
  const en = [
    `score of a target = ${isPace ? 'actual against the plan so far' : 'actual against the goal of the year'}, at most ${scoreCap}`,
    ...(scoreFloor > 0 ? [`nothing below ${scoreFloor}%`] : []),
    ...(scoreMissing > 0 ? [`less ${scoreMissing} for each missing month`] : []),
  ];
  return {
    zh: `${zh.join('，')}；合计为各项得分按权重加权平均，尚无数据的不计。`,
    en: `${en.join(', ')}; total = mean of the scores by weight, targets without data left out.`,
  };
}
