import type { Period } from '../calendar/period';
import type { State } from '../changes/state';
import { leaderScores, teamScores } from './score';

/** A score in one period; null where nothing was rated, which a chart shows as a gap. */
export interface TrendPoint {
  readonly period: Period;
  readonly score: number | null;
}

/** A leader's scores over periods, by dimension A1 … B6 and `W`, in the order of the periods. */
export function leaderTrend(
  state: State,
  person: string,
  periods: readonly Period[],
): Map<string, TrendPoint[]> {
  const trend = new Map<string, TrendPoint[]>();
  for (const period of periods) {
    for (const [dimension, score] of leaderScores(state, person, period).scores) {
      pointsOf(trend, dimension).push({ period, score });
    }
  }
  return trend;
}

/** Team medians over periods, by dimension without the private one; submitted sheets only. */
export function teamTrend(
  state: State,
  people: readonly string[],
  periods: readonly Period[],
): Map<string, TrendPoint[]> {
  const trend = new Map<string, TrendPoint[]>();
  for (const period of periods) {
    for (const { dimension, median } of teamScores(state, people, period)) {
      pointsOf(trend, dimension).push({ period, score: median });
    }
  }
  return trend;
}

function pointsOf(trend: Map<string, TrendPoint[]>, dimension: string): TrendPoint[] {
  const points = trend.get(dimension) ?? [];
  trend.set(dimension, points);
  return points;
}

/** Change between the last two points that have a score; null where there are not two. */
export function lastChange(points: readonly TrendPoint[]): number | null {
  const scores = points.map(({ score }) => score).filter((score) => score !== null);
  const last = scores.at(-1);
  const before = scores.at(-2);
  return last === undefined || before === undefined ? null : last - before;
}
