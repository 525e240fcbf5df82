import type { Day } from '../calendar/day';
import { monthsOf, type Period, periodOf } from '../calendar/period';
import { listOf, recordOf } from '../changes/records';
import type { State } from '../changes/state';
import type { RecordOf } from '../model/collections';
import { measurementId } from '../model/target';

export type TargetState = 'reached' | 'on-track' | 'behind' | 'overdue' | 'no-data';

/** How one target is met, as at the end of a month. */
export interface TargetFulfilment {
  readonly target: RecordOf<'target'>;
  readonly state: TargetState;
  /** Sum of the months (cumulative) or latest value (point); null while nothing is measured. */
  readonly actual: number | null;
  readonly goal: number | null;
  /** What an even spread over the year would have brought by now; null without a goal. */
  readonly expected: number | null;
  /** 完成率 in per cent, may exceed 100; null where no honest rate can be given. */
  readonly percent: number | null;
  /** Months the year is old: full ones, and the current one once it is measured. 0 … 12. */
  readonly elapsed: number;
  /** Elapsed months without a value, `YYYY-MM`. */
  readonly missing: readonly Period[];
  /** Last month with a value; empty where there is none. */
  readonly latest: Period | '';
}

/** Rounding of sums of decimals must not decide a state. */
const tolerance = 1e-9;
const atLeast = (a: number, b: number): boolean =>
  a >= b - tolerance * Math.max(1, Math.abs(a), Math.abs(b));

/** Sum of decimals without the dust of binary fractions: 0.1 + 0.2 is 0.3. */
const sumOf = (numbers: readonly number[]): number =>
  Number(numbers.reduce((sum, value) => sum + value, 0).toPrecision(12));

/**
 * How a target is met. `month` (`YYYY-MM`) is the last month that counts, by default the month of
 * `today` (`YYYY-MM-DD`); a month without a value is missing, not zero.
 *
 * Cumulative values add up from zero (the baseline is last year's total, for comparison); a point
 * value states where things stand and is expected to move evenly from the baseline to the goal.
 * A cumulative target whose direction is `less` is a ceiling, reached only when the year is over.
 */
export function targetFulfilment(
  state: State,
  target: RecordOf<'target'>,
  { today, month = periodOf(today, 'month') }: { readonly today: Day; readonly month?: Period },
): TargetFulfilment {
  const months = monthsOf(String(target.year)).filter((name) => name <= month);
  const values = months.map(
    (name) => recordOf(state, 'measurement', measurementId(target.id, name))?.value ?? null,
  );
  const measured = months.filter((_, index) => values[index] !== null);
  const current = periodOf(today, 'month');
  const over = months.filter((name) => name < current).length;
  const last = measured.at(-1);
  const elapsed = Math.max(over, last ? months.indexOf(last) + 1 : 0);
  const numbers = values.filter((value) => value !== null);
  const actual =
    numbers.length === 0
      ? null
      : target.mode === 'point'
        ? (numbers.at(-1) ?? null)
        : sumOf(numbers);
  const expected = expectedOf(target, elapsed / 12);
  return {
    target,
    state: stateOf(target, actual, expected, over === 12),
    actual,
    goal: target.goal,
    expected,
    percent: percentOf(target, actual),
    elapsed,
    missing: months.filter((_, index) => index < elapsed && values[index] === null),
    latest: last ?? '',
  };
}

function expectedOf(target: RecordOf<'target'>, share: number): number | null {
  const { goal, baseline, mode, direction } = target;
  if (goal === null) return null;
  if (mode === 'cumulative') return goal * share;
  // Without a baseline a value to be raised starts from zero; one to be lowered has no start.
  if (baseline === null) return direction === 'more' && goal > 0 ? goal * share : goal;
  return baseline + (goal - baseline) * share;
}

function isMet({ goal, direction }: RecordOf<'target'>, actual: number): boolean {
  if (goal === null) return false;
  return direction === 'more' ? atLeast(actual, goal) : atLeast(goal, actual);
}

function stateOf(
  target: RecordOf<'target'>,
  actual: number | null,
  expected: number | null,
  isYearOver: boolean,
): TargetState {
  if (actual === null || expected === null) return 'no-data';
  const isCeiling = target.direction === 'less' && target.mode === 'cumulative';
  if (isMet(target, actual) && (!isCeiling || isYearOver)) return 'reached';
  if (isYearOver) return 'overdue';
  const isOnTrack =
    target.direction === 'more' ? atLeast(actual, expected) : atLeast(expected, actual);
  return isOnTrack ? 'on-track' : 'behind';
}

/**
 * 完成率: actual over goal where both are positive; 2 − actual/goal, at most 100 %, where less is
 * better (the usual rate of reverse indicators); the share of the way from the baseline where goal
 * or values are zero or negative.
 */
function percentOf(target: RecordOf<'target'>, actual: number | null): number | null {
  const { goal, baseline, direction, mode } = target;
  if (goal === null || actual === null) return null;
  const start = mode === 'cumulative' ? 0 : baseline;
  if (direction === 'less') {
    if (isMet(target, actual)) return 100;
    if (goal > 0) return Math.max(0, (2 - actual / goal) * 100);
    return start !== null && start > goal ? wayGone(start, goal, actual) : 0;
  }
  if (goal > 0 && actual >= 0 && (start === null || start >= 0)) return (actual / goal) * 100;
  if (start !== null && start < goal) return wayGone(start, goal, actual);
  return isMet(target, actual) ? 100 : null;
}

const wayGone = (start: number, goal: number, actual: number): number =>
  Math.max(0, ((actual - start) / (goal - start)) * 100);

/** Fulfilment of all targets of the year of `month` (default: of today), in their order. */
export function targetsFulfilment(
  state: State,
  when: { readonly today: Day; readonly month?: Period },
): TargetFulfilment[] {
  const year = Number((when.month ?? when.today).slice(0, 4));
  return listOf(state, 'target')
    .filter((target) => target.year === year)
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
    .map((target) => targetFulfilment(state, target, when));
}

/** How many targets are in each state. */
export interface TargetCounts {
  readonly total: number;
  /** Reached or on track (达到进度). */
  readonly onTrack: number;
  readonly reached: number;
  readonly behind: number;
  readonly overdue: number;
  readonly noData: number;
}

/** Counts the states of a list of fulfilments. */
export function targetCounts(list: readonly TargetFulfilment[]): TargetCounts {
  const count = (...states: TargetState[]) =>
    list.filter(({ state }) => states.includes(state)).length;
  return {
    total: list.length,
    onTrack: count('reached', 'on-track'),
    reached: count('reached'),
    behind: count('behind'),
    overdue: count('overdue'),
    noData: count('no-data'),
  };
}

/**
 * The counts as a sentence, e.g. 12项目标中9项达到进度，2项滞后，1项逾期。 States that do not occur
 * are not mentioned. Empty texts where there are no targets.
 */
export function targetSentence(counts: TargetCounts): {
  zh: string;
  en: string;
} {
  const { total, onTrack, behind, overdue, noData } = counts;
  if (total === 0) return { zh: '', en: '' };
  const parts = [
    { count: onTrack, zh: '达到进度', en: 'on track' },
    { count: behind, zh: '滞后', en: 'behind' },
    { count: overdue, zh: '逾期', en: 'overdue' },
    { count: noData, zh: '尚无数据', en: 'without data' },
  ].filter(({ count }) => count > 0);
  const zh = parts.map(({ count, zh }) => `${count}项${zh}`).join('，');
  const en = parts.map(({ count, en }) => `${count} ${en}`).join(', ');
  return {
    zh: `${total}项目标中${zh}。`,
    en: `Of ${total} ${total === 1 ? 'target' : 'targets'}, ${en}.`,
  };
}
