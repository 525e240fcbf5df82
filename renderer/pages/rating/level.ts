/** How dark a score is drawn: below 60, then by tens, 90 and more darkest. */
export function levelOf(score: number): 0 | 1 | 2 | 3 | 4 {
  if (score >= 90) return 4;
  if (score >= 80) return 3;
  if (score >= 70) return 2;
  return score >= 60 ? 1 : 0;
}
