import { addDays, type Day } from '../calendar/day';
import { type Period, periodOf } from '../calendar/period';
import { listOf } from '../changes/records';
import type { State } from '../changes/state';
import type { RecordOf } from '../model/collections';
import { type Aim, isWithin, type TargetRun, targetRun } from './target-run';

export type TargetState = 'reached' | 'on-track' | 'behind' | 'overdue' | 'no-data';

/** How one target is met, as at the end of a month. */
export interface TargetFulfilment {
  readonly target: RecordOf<'target'>;
  readonly state: TargetState;
  /** Sum of the months (cumulative) or latest value (point); null while nothing is measured. */
  readonly actual: number | null;
  /** The goal in force in that month, of a band its lower edge. */
  readonly goal: number | null;
  /** The goal in force as what the value has to lie within; null while none is set. */
  readonly aim: Aim | null;
  /** What the spread over the year would have brought by now; null without a goal. */
  readonly expected: number | null;
  /** The same as what the value has to lie within. */
  readonly plan: Aim | null;
  /** 完成率 in per cent, may exceed 100; null where no honest rate can be given. */
  readonly percent: number | null;
  /** The same against what was to be reached by now (序时完成率). */
  readonly pacePercent: number | null;
  /** Months the year is old: full ones, and the current one once it is measured. 0 … 12. */
  readonly elapsed: number;
  /** Elapsed months without a value, `YYYY-MM`. */
  readonly missing: readonly Period[];
  /** Last month with a value; empty where there is none. */
  readonly latest: Period | '';
}

/** When targets are looked at. */
export interface TargetMoment {
  readonly today: Day;
  /** Whether `today` is the last day of a period that is over: its month is, then, as well. */
  readonly isOver?: boolean;
  readonly month?: Period;
}

/**
 * How a target is met. `month` (`YYYY-MM`) is the last month that counts, by default the month of
 * `today` (`YYYY-MM-DD`); a month without a value is missing, not zero.
 *
 * Cumulative values add up from zero (the baseline is last year's total, for comparison); a point
 * value states where things stand and is expected to move from the baseline to the goal. A total
 * that must stay below a ceiling, or within a band, is reached only when the year is over.
 */
export function targetFulfilment(
  state: State,
  target: RecordOf<'target'>,
  { today, month = periodOf(today, 'month'), isOver = false }: TargetMoment,
): TargetFulfilment {
  const judged = isOver ? addDays(today, 1) : today;
  return fulfilmentIn(targetRun(state, target, judged), month, judged);
}

/** How a target is met as at the end of `month`, from its year as a whole. */
export function fulfilmentIn(run: TargetRun, month: Period, today: Day): TargetFulfilment {
  const { target, values, months } = run;
  // The month of a day stands at its head; asked for every target and month.
  const current = today.slice(0, 7);
  const until = (end: Period, isIn: (name: Period) => boolean): number => {
    const place = months.findIndex((name) => name > end || !isIn(name));
    return place < 0 ? months.length : place;
  };
  const count = until(month, () => true);
  const over = until(month, (name) => name < current);
  const last = run.lastMeasured[count - 1] ?? -1;
  const elapsed = Math.max(over, last + 1);
  const actual = run.running[count - 1] ?? null;
  const aim = run.aims[Math.max(count, 1) - 1] ?? null;
  const plan = elapsed === 0 ? atStart(run, aim) : (run.plan[elapsed - 1] ?? null);
  const side = ({ low, high }: Aim) => (target.direction === 'less' ? high : low);
  return {
    target,
    state: stateOf(run, { actual, aim, plan, isYearOver: over === 12, elapsed }),
    actual,
    goal: aim && side(aim),
    aim,
    expected: plan && side(plan),
    plan,
    percent: aim && actual !== null ? percentOf(aim, actual, run.start) : null,
    pacePercent: plan && actual !== null ? percentOf(plan, actual, run.start) : null,
    elapsed,
    missing: months.slice(0, elapsed).filter((_, index) => values[index] === null),
    latest: months[last] ?? '',
  };
}

/** What is expected before the first month is over: the start, or the goal where there is none. */
function atStart({ start }: TargetRun, aim: Aim | null): Aim | null {
  if (!aim || start === null) return aim;
  return { low: aim.low === null ? null : start, high: aim.high === null ? null : start };
}

function stateOf(
  { target, late }: TargetRun,
  now: Pick<TargetFulfilment, 'actual' | 'aim' | 'plan' | 'elapsed'> & { isYearOver: boolean },
): TargetState {
  const { actual, aim, plan, isYearOver, elapsed } = now;
  if (actual === null || aim === null || plan === null) return 'no-data';
  // What keeps the aim today can still break it: a total below its ceiling, a value in its band.
  const canBreak =
    aim.high !== null && (target.mode === 'cumulative' || target.direction === 'band');
  if (isWithin(aim, actual) && (!canBreak || isYearOver)) return 'reached';
  if (isYearOver) return 'overdue';
  // A total above its ceiling cannot come back, whatever the plan of the month says.
  const isBroken = target.mode === 'cumulative' && aim.high !== null && actual > aim.high;
  return isWithin(plan, actual) && !isBroken && !late[elapsed - 1] ? 'on-track' : 'behind';
}

/**
 * 完成率: actual over goal where both are positive; 2 − actual/goal, at most 100 %, where less is
 * better (the usual rate of reverse indicators); within a band 100 %, outside it by the edge that
 * is missed; the share of the way from the start where goal or values are zero or negative.
 */
export function percentOf(aim: Aim, actual: number, start: number | null): number | null {
  const { low, high } = aim;
  if (high !== null && (low === null || actual > high)) {
    if (isWithin(aim, actual)) return 100;
    if (high > 0) return Math.max(0, (2 - actual / high) * 100);
    return start !== null && start > high ? wayGone(start, high, actual) : 0;
  }
  if (low === null) return null;
  if (high !== null && isWithin(aim, actual)) return 100;
  if (low > 0 && actual >= 0 && (start === null || start >= 0)) return (actual / low) * 100;
  if (start !== null && start < low) return wayGone(start, low, actual);
  return isWithin(aim, actual) ? 100 : null;
}

const wayGone = (start: number, goal: number, actual: number): number =>
  Math.max(0, ((actual - start) / (goal - start)) * 100);

/** Fulfilment of all targets of the year of `month` (default: of today), in their order. */
export function targetsFulfilment(state: State, when: TargetMoment): TargetFulfilment[] {
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
  const zh = parts
    .map(({ count, zh }) => (count === total ? `全部${zh}` : `${count}项${zh}`))
    .join('，');
  const en = parts.map(({ count, en }) => `${count} ${en}`).join(', ');
  return {
    zh: `${total}项目标${parts.length > 1 ? '中' : ''}${zh}。`,
    en: `Of ${total} ${total === 1 ? 'target' : 'targets'}, ${en}.`,
  };
}
