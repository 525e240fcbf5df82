import type { TargetFulfilment } from './target-fulfilment';
import { type Aim, dusted, isWithin, type TargetRun } from './target-run';

/**
 * How the year's end is foreseen: `rate` = what was planned for the months still open, at the rate
 * reached so far; `even` = the same where the plan says nothing; `trend` = the straight line through
 * the values (least squares); `last` = the only value there is; `milestones` = all that is not yet
 * due is reached in time; `final` = the year is measured to its end.
 */
export type ForecastMethod = 'rate' | 'even' | 'trend' | 'last' | 'milestones' | 'final';

/** Where a target is heading, and what is still needed. */
export interface TargetForecast {
  readonly method: ForecastMethod;
  /** Value foreseen for the end of the year. */
  readonly value: number;
  /** Whether that meets the goal in force at the end; null where none is set. */
  readonly isEnough: boolean | null;
}

/** What each month still open has to bring, on average. */
export interface TargetNeed {
  /** Months still open, 1 … 11. */
  readonly months: number;
  /** At least so much a month; negative where a value must fall. Null where nothing is owed. */
  readonly atLeast: number | null;
  /** At most so much a month, never negative; null where there is no ceiling. */
  readonly atMost: number | null;
}

/** Slope and height of the straight line that lies nearest to the points. */
function lineThrough(points: readonly (readonly [number, number])[]) {
  const count = points.length;
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / count;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / count;
  const across = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  const slope = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / across;
  return (x: number): number => meanY + slope * (x - meanX);
}

const edgeOf = (aim: Aim | null | undefined): number | null => aim?.low ?? aim?.high ?? null;

/** What the plan has for each month alone. */
function planned({ plan, start }: TargetRun): number[] {
  return plan.map((aim, month) => {
    const before = month === 0 ? start : edgeOf(plan[month - 1]);
    return (edgeOf(aim) ?? 0) - (before ?? 0);
  });
}

function foreseen(run: TargetRun, until: number): { method: ForecastMethod; value: number } | null {
  const values = run.values.slice(0, until);
  const measured = values.flatMap((value, month) =>
    value === null ? [] : [[month, value] as const],
  );
  const last = measured.at(-1);
  if (!last) return null;
  if (run.target.kind === 'milestone') {
    const due = edgeOf(run.plan[until - 1]) ?? 0;
    return {
      method: 'milestones',
      value: dusted(Math.min(100, last[1] + Math.max(0, 100 - Math.max(due, last[1])))),
    };
  }
  const total = run.running[until - 1] ?? last[1];
  if (run.target.mode === 'point') {
    if (last[0] === 11) return { method: 'final', value: last[1] };
    const begin =
      run.start !== null && run.target.baseline !== null ? [[-1, run.start] as const] : [];
    const points = [...begin, ...measured];
    if (points.length < 2) return { method: 'last', value: last[1] };
    return { method: 'trend', value: dusted(lineThrough(points)(11)) };
  }
  if (measured.length === 12) return { method: 'final', value: total };
  const parts = planned(run);
  const isMeasured = new Set(measured.map(([month]) => month));
  const done = parts.reduce((sum, part, month) => sum + (isMeasured.has(month) ? part : 0), 0);
  const open = parts.reduce((sum, part, month) => sum + (isMeasured.has(month) ? 0 : part), 0);
  if (done > 0) return { method: 'rate', value: dusted(total + (total / done) * open) };
  return { method: 'even', value: dusted((total / measured.length) * 12) };
}

/**
 * Where the target is heading by the values up to `fulfilment`'s month. Months without a value are
 * not taken as zero: a total is carried on at the rate of the months that were measured. Undefined
 * while nothing is measured.
 */
export function targetForecast(
  run: TargetRun,
  { latest }: TargetFulfilment,
): TargetForecast | undefined {
  const until = run.months.indexOf(latest) + 1;
  const found = until > 0 ? foreseen(run, until) : null;
  if (!found) return undefined;
  const aim = run.aims[11] ?? null;
  return { ...found, isEnough: aim && isWithin(aim, found.value) };
}

/**
 * What is needed per month to still make the goal in force at the end: for totals the amount of a
 * month, for points the change of a month. Undefined where no month is open, no goal is set, nothing
 * is measured, or there are milestones instead of a number.
 */
export function targetNeed(run: TargetRun, fulfilment: TargetFulfilment): TargetNeed | undefined {
  const aim = run.aims[11] ?? null;
  const months = 12 - fulfilment.elapsed;
  const { actual, target } = fulfilment;
  if (months === 0 || !aim || actual === null || target.kind === 'milestone') return undefined;
  const each = (edge: number) => dusted((edge - actual) / months);
  if (target.mode === 'point') {
    if (isWithin(aim, actual)) return { months, atLeast: null, atMost: null };
    const missed = aim.low !== null && actual < aim.low ? aim.low : aim.high;
    return { months, atLeast: missed === null ? null : each(missed), atMost: null };
  }
  return {
    months,
    atLeast: aim.low === null || actual >= aim.low ? null : each(aim.low),
    atMost: aim.high === null ? null : Math.max(0, each(aim.high)),
  };
}
