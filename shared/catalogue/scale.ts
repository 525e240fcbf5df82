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

/** Words of the four grades, best first, by what is graded. */
export type GradeSet = 'item' | 'leader' | 'institution' | 'team';

/**
 * What offices call the four grades: of single items, of leaders and civil servants, of staff of
 * public institutions, and of whole teams.
 */
export const gradeWords: Readonly<
  Record<GradeSet, readonly [Bilingual, Bilingual, Bilingual, Bilingual]>
> = {
  item: [
    { zh: '好', en: 'Good' },
    { zh: '较好', en: 'Fairly good' },
    { zh: '一般', en: 'Fair' },
    { zh: '差', en: 'Poor' },
  ],
  leader: [
    { zh: '优秀', en: 'Excellent' },
    { zh: '称职', en: 'Competent' },
    { zh: '基本称职', en: 'Basically competent' },
    { zh: '不称职', en: 'Not competent' },
  ],
  institution: [
    { zh: '优秀', en: 'Excellent' },
    { zh: '合格', en: 'Qualified' },
    { zh: '基本合格', en: 'Basically qualified' },
    { zh: '不合格', en: 'Not qualified' },
  ],
  team: [
    { zh: '优秀', en: 'Excellent' },
    { zh: '良好', en: 'Good' },
    { zh: '一般', en: 'Fair' },
    { zh: '较差', en: 'Rather poor' },
  ],
};

/**
 * The four grades in the words of a set, best first. The lower bounds 90, 70 and 60 are those that
 * offices use with the hundred-point scale. The scores are proposed: the middle of the three upper
 * bands, and 40 for the lowest one, as a single item rated poor is weak work rather than none.
 */
export function gradesOf(set: GradeSet): readonly Grade[] {
  const [best, good, fair, poor] = gradeWords[set];
  return [
    { key: '1', text: best, score: 95, from: 90 },
    { key: '2', text: good, score: 80, from: 70 },
    { key: '3', text: fair, score: 65, from: 60 },
    { key: '4', text: poor, score: 40, from: 0 },
  ];
}

/**
 * Grades of a scale, best first. The bands and scores of 1–5 are proposed; its two upper grades
 * store the same scores as the two upper ones of four.
 */
export const scales: Readonly<Record<Exclude<ScaleName, 'hundred'>, readonly Grade[]>> = {
  four: gradesOf('item'),
  five: [
    { key: '5', text: { zh: '5分', en: '5 points' }, score: 95, from: 90 },
    { key: '4', text: { zh: '4分', en: '4 points' }, score: 80, from: 75 },
    { key: '3', text: { zh: '3分', en: '3 points' }, score: 67, from: 60 },
    { key: '2', text: { zh: '2分', en: '2 points' }, score: 50, from: 40 },
    { key: '1', text: { zh: '1分', en: '1 point' }, score: 25, from: 0 },
  ],
};

/** The grade that a score reads as on a scale of grades. `score` 0 … 100. */
export function gradeOf(score: number, scale: Exclude<ScaleName, 'hundred'>): Grade {
  const grades = scales[scale];
  const found = grades.find((grade) => score >= grade.from) ?? grades.at(-1);
  if (!found) throw new RangeError(`no grade for ${score}`);
  return found;
}
