import type { Bilingual } from './row';

/** Scales a unit can choose; scores are stored on one 0–100 basis, so changing it changes no data. */
export type ScaleName = 'four' | 'five' | 'hundred';

/** A step of a scale. */
export interface Grade {
  /** Digit key that chooses it. */
  readonly key: string;
  readonly text: Bilingual;
  /** Score stored when it is chosen, 0 … 100. */
  readonly score: number;
  /** Lowest score that reads as this grade. */
  readonly from: number;
}

/**
 * Grades of a scale, best first. Bounds of the four grades: 90, 70, 60 as offices use with the
 * hundred-point scale; stored scores are the middles of the bands (proposed).
 */
export const scales: Readonly<Record<Exclude<ScaleName, 'hundred'>, readonly Grade[]>> = {
  four: [
    { key: '1', text: { zh: '好', en: 'Good' }, score: 95, from: 90 },
    { key: '2', text: { zh: '较好', en: 'Fairly good' }, score: 80, from: 70 },
    { key: '3', text: { zh: '一般', en: 'Fair' }, score: 65, from: 60 },
    { key: '4', text: { zh: '差', en: 'Poor' }, score: 40, from: 0 },
  ],
  five: [
    { key: '5', text: { zh: '5分', en: '5' }, score: 95, from: 90 },
    { key: '4', text: { zh: '4分', en: '4' }, score: 80, from: 75 },
    { key: '3', text: { zh: '3分', en: '3' }, score: 67, from: 60 },
    { key: '2', text: { zh: '2分', en: '2' }, score: 50, from: 40 },
    { key: '1', text: { zh: '1分', en: '1' }, score: 25, from: 0 },
  ],
};

/** The grade that a score reads as on a scale of grades. `score` 0 … 100. */
export function gradeOf(score: number, scale: Exclude<ScaleName, 'hundred'>): Grade {
  const grades = scales[scale];
  const found = grades.find((grade) => score >= grade.from) ?? grades.at(-1);
  if (!found) throw new RangeError(`no grade for ${score}`);
  return found;
}
