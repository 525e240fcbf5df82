import type { Bilingual } from '../catalogue/row';
import { gradeOf, type ScaleName, scales } from '../catalogue/scale';

/** A score as a unit reads it: the grade's words, or the number on the hundred-point scale. */
export function scoreLabel(score: number | null, scale: ScaleName): Bilingual {
  if (score === null) return { zh: '未评', en: 'not rated' };
  return scale === 'hundred'
    ? { zh: `${formatScore(score)}分`, en: formatScore(score) }
    : gradeOf(score, scale).text;
}

/** A score with at most one decimal: `86`, `86.5`. */
export function formatScore(score: number): string {
  return String(Math.round(score * 10) / 10);
}

/**
 * The score 0 … 100 that a digit key stands for on a scale of grades; undefined for other keys and
 * on the hundred-point scale, where numbers are typed.
 */
export function scoreOfKey(key: string, scale: ScaleName): number | undefined {
  if (scale === 'hundred') return undefined;
  return scales[scale].find((grade) => grade.key === key)?.score;
}
