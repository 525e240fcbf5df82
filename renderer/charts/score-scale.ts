/** Where scores 0 … 100 stand in a drawing: from the lowest ten that is needed, at most 60, up to 100. */
export interface ScoreScale {
  /** The scores that have a line across. */
  readonly steps: readonly number[];
  /** Place of a score, in the drawing's units. */
  readonly at: (score: number) => number;
}

/** A scale for these scores between two places of a drawing, that of the lowest and that of 100. */
export function scoreScale(
  scores: readonly (number | null)[],
  [from, to]: readonly [number, number],
): ScoreScale {
  const lowest = Math.min(60, ...scores.filter((score) => score !== null));
  const base = Math.floor(lowest / 10) * 10;
  const step = base < 40 ? 20 : 10;
  const steps: number[] = [];
  for (let score = 100; score >= base; score -= step) steps.unshift(score);
  return { steps, at: (score) => from + ((score - base) / (100 - base)) * (to - from) };
}

/** The line through scores, one a place; broken where there is none, a dot where one stands alone. */
export function scorePath(
  scores: readonly (number | null)[],
  x: (place: number) => number,
  y: (score: number) => number,
): string {
  let path = '';
  for (const [place, score] of scores.entries()) {
    if (score === null) continue;
    const isFirst = (scores[place - 1] ?? null) === null;
    const isAlone = isFirst && (scores[place + 1] ?? null) === null;
    path += `${isFirst ? 'M' : 'L'}${x(place).toFixed(1)} ${y(score).toFixed(1)}${isAlone ? 'h.01' : ''}`;
  }
  return path;
}
