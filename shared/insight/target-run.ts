import type { Day } from '../calendar/day';
import { monthsOf, type Period, periodOf, periodRange } from '../calendar/period';
import { standardCalendar } from '../calendar/workdays';
import { listOf, recordOf } from '../changes/records';
import type { State } from '../changes/state';
import type { RecordOf } from '../model/collections';
import { measurementId } from '../model/target';

type Target = RecordOf<'target'>;
type Milestone = RecordOf<'milestone'>;

/**
 * Where a value has to lie: at least `low` and at most `high`, null where that side is open. More
 * is better gives a `low`, less is better a `high`, a band both.
 */
export interface Aim {
  readonly low: number | null;
  readonly high: number | null;
}

/** A target over the twelve months of its year, January first. */
export interface TargetRun {
  readonly target: Target;
  readonly months: readonly Period[];
  /** What was entered; of a target with milestones the share reached, in per cent. */
  readonly values: readonly (number | null)[];
  /** Values as they run up by the end of each month: sums, or the latest; null before any. */
  readonly running: readonly (number | null)[];
  /** Place of the last month with a value up to each month; -1 before any. */
  readonly lastMeasured: readonly number[];
  /** The goal in force in each month; null while none is set. */
  readonly aims: readonly (Aim | null)[];
  /** What the spread of the year brings by the end of each month. */
  readonly plan: readonly (Aim | null)[];
  /** Where the way to the goal begins; null where it has no start. */
  readonly start: number | null;
  /** Whether by the end of each month a milestone was due and not reached; else all false. */
  readonly late: readonly boolean[];
}

/** Rounding of sums of decimals must not decide a state. */
const tolerance = 1e-9;
const atLeast = (a: number, b: number): boolean =>
  a >= b - tolerance * Math.max(1, Math.abs(a), Math.abs(b));

/** Whether a value lies within an aim, both edges included. */
export const isWithin = ({ low, high }: Aim, value: number): boolean =>
  (low === null || atLeast(value, low)) && (high === null || atLeast(high, value));

/** A number without the dust of binary fractions: 0.1 + 0.2 is 0.3. */
export const dusted = (value: number): number => Number(value.toPrecision(12));

const monthsByYear = new Map<number, readonly Period[]>();

/** The twelve months of a year, January first; asked for every target of it. */
export function monthsOfYear(year: number): readonly Period[] {
  let months = monthsByYear.get(year);
  if (!months) {
    months = monthsOf(String(year));
    monthsByYear.set(year, months);
  }
  return months;
}

const workdaysByYear = new Map<number, readonly number[]>();

/** Working days of each month; of a year without holiday table, by weekends alone. */
function workdaysOf(year: number): readonly number[] {
  let days = workdaysByYear.get(year);
  if (!days) {
    const calendar = standardCalendar();
    days = monthsOfYear(year).map((month) => {
      const { first, last } = periodRange(month);
      let count = 0;
      let day = calendar.move(first, 'later');
      while (day <= last) {
        count += 1;
        day = calendar.nextWorkday(day);
      }
      return count;
    });
    workdaysByYear.set(year, days);
  }
  return days;
}

/**
 * Share of the year's way that is to be gone by the end of each month, the last being 1. By hand:
 * in proportion to what was entered; evenly where nothing was.
 */
export function sharesOf({
  spread,
  shares,
  year,
}: Pick<Target, 'spread' | 'shares' | 'year'>): readonly number[] {
  const parts = Array.from({ length: 12 }, (_, month) =>
    spread === 'workdays'
      ? (workdaysOf(year)[month] ?? 0)
      : spread === 'hand'
        ? (shares[month] ?? 0)
        : 1,
  );
  const total = parts.reduce((sum, part) => sum + part, 0);
  if (total <= 0) return parts.map((_, month) => (month + 1) / 12);
  let sum = 0;
  return parts.map((part) => {
    sum += part;
    return sum / total;
  });
}

/** The goal in force in a month, as an aim; null while it is not set. */
function aimIn(target: Target, month: Period): Aim | null {
  let goal = target.goal;
  let upper = target.high;
  // Entered in any order: the latest month that has begun holds.
  let since = '';
  for (const change of target.goalChanges) {
    if (change.month <= month && change.month >= since) {
      since = change.month;
      goal = change.goal;
      upper = change.high;
    }
  }
  if (goal === null) return null;
  if (target.direction === 'more') return { low: goal, high: null };
  if (target.direction === 'less') return { low: null, high: goal };
  return upper === null ? null : { low: Math.min(goal, upper), high: Math.max(goal, upper) };
}

/**
 * The way of one edge over the year: from the start to the goal by the shares; a goal that changes
 * is headed for from where the old plan had led. Without a start it is the goal itself.
 */
function wayOf(
  start: number | null,
  goals: readonly (number | null)[],
  shares: readonly number[],
): (number | null)[] {
  let from = start;
  let gone = 0;
  let before = start;
  let held: number | null = null;
  return goals.map((goal, month) => {
    if (goal === null) return null;
    const share = shares[month] ?? 1;
    if (from === null || before === null) return goal;
    if (held !== null && goal !== held) {
      from = before;
      gone = shares[month - 1] ?? 0;
    }
    held = goal;
    const left = 1 - gone;
    before = left <= 0 ? goal : dusted(from + ((goal - from) * (share - gone)) / left);
    return before;
  });
}

function startOf(target: Target): number | null {
  if (target.mode === 'cumulative') return 0;
  if (target.direction === 'band') return null;
  // Without a baseline a value to be raised starts from zero; one to be lowered has no start.
  if (target.baseline !== null) return target.baseline;
  return target.direction === 'more' && (target.goal ?? 0) > 0 ? 0 : null;
}

// listOf gives the same array until a milestone changes, so the index lives as long as its list.
const indexes = new WeakMap<readonly Milestone[], ReadonlyMap<string, readonly Milestone[]>>();

/** The milestones of a target, by due day. */
export function milestonesOf(state: State, target: string): readonly Milestone[] {
  const list = listOf(state, 'milestone');
  let index = indexes.get(list);
  if (!index) {
    const sorted = list.toSorted((a, b) =>
      a.due < b.due ? -1 : a.due > b.due ? 1 : a.id < b.id ? -1 : 1,
    );
    const groups = new Map<string, Milestone[]>();
    for (const one of sorted) {
      const group = groups.get(one.target);
      if (group) group.push(one);
      else groups.set(one.target, [one]);
    }
    index = groups;
    indexes.set(list, index);
  }
  return index.get(target) ?? [];
}

/** How values run up over the months, and which month was the last to have one. */
function runUp(values: readonly (number | null)[], doAdd: boolean) {
  let total: number | null = null;
  let last = -1;
  const running: (number | null)[] = [];
  const lastMeasured: number[] = [];
  for (const [month, value] of values.entries()) {
    if (value !== null) {
      total = doAdd ? dusted((total ?? 0) + value) : value;
      last = month;
    }
    running.push(total);
    lastMeasured.push(last);
  }
  return { running, lastMeasured };
}

const hundred: Aim = { low: 100, high: null };

function milestoneRun(
  state: State,
  target: Target,
  months: readonly Period[],
  today: Day,
): TargetRun {
  const milestones = milestonesOf(state, target.id);
  const total = milestones.reduce((sum, { weight }) => sum + weight, 0);
  const share = (isIn: (one: Milestone) => boolean): number =>
    dusted((100 * milestones.filter(isIn).reduce((sum, { weight }) => sum + weight, 0)) / total);
  const now = periodOf(today, 'month');
  const aim = total > 0 ? hundred : null;
  const byEnd = months.map((month) => {
    const { last } = periodRange(month);
    return {
      isReached: ({ reached }: Milestone) => reached !== '' && reached <= last,
      // In the running month only what was due before today is owed.
      isOwed: ({ due }: Milestone) => due !== '' && (month === now ? due < today : due <= last),
    };
  });
  const values = byEnd.map(({ isReached }, index) =>
    aim && (months[index] ?? '') <= now ? share(isReached) : null,
  );
  return {
    target,
    months,
    values,
    ...runUp(values, false),
    aims: months.map(() => aim),
    plan: byEnd.map(({ isOwed }) => aim && { low: share(isOwed), high: null }),
    start: 0,
    late: byEnd.map(({ isOwed, isReached }) =>
      milestones.some((one) => isOwed(one) && !isReached(one)),
    ),
  };
}

/** A target over its year, as entered by `today` (`YYYY-MM-DD`). */
export function targetRun(state: State, target: Target, today: Day): TargetRun {
  const months = monthsOfYear(target.year);
  if (target.kind === 'milestone') return milestoneRun(state, target, months, today);
  const aims = months.map((month) => aimIn(target, month));
  const shares = sharesOf(target);
  const start = startOf(target);
  const low = wayOf(
    start,
    aims.map((aim) => aim?.low ?? null),
    shares,
  );
  const high = wayOf(
    start,
    aims.map((aim) => aim?.high ?? null),
    shares,
  );
  const values = months.map(
    (month) => recordOf(state, 'measurement', measurementId(target.id, month))?.value ?? null,
  );
  return {
    target,
    months,
    values,
    ...runUp(values, target.mode === 'cumulative'),
    aims,
    plan: aims.map((aim, month) => aim && { low: low[month] ?? null, high: high[month] ?? null }),
    start,
    late: months.map(() => false),
  };
}
