import { addDays, type Day } from '../calendar/day';
import type { Period } from '../calendar/period';
import { grips } from '../catalogue/grips';
import { mechanisms } from '../catalogue/mechanisms';
import { listOf, recordOf } from '../changes/records';
import type { State } from '../changes/state';
import type { RecordOf } from '../model/collections';
import { measurementId } from '../model/target';
import { leadersOf, nameOf } from './people';
import { fulfilmentIn, type TargetFulfilment, targetCounts } from './target-fulfilment';
import { milestonesOf, monthsOfYear, type TargetRun, targetRun } from './target-run';

type Target = RecordOf<'target'>;

/** A target over the months of its year up to the one that is looked at. */
export interface TargetLine {
  readonly run: TargetRun;
  /** How it was met as at the end of each month, January first. */
  readonly byMonth: readonly TargetFulfilment[];
  /** The last of them. */
  readonly now: TargetFulfilment;
}

/** What is known of a run: how it was met as at the end of each month that was asked for. */
interface KnownRun {
  readonly run: TargetRun;
  readonly today: Day;
  /** The values or milestones it rests on. */
  readonly on: readonly unknown[];
  readonly fulfilments: Map<Period, TargetFulfilment>;
  readonly lines: Map<Period, TargetLine>;
}

// A target that changes is another object; what was worked out of the others stays.
const knownRuns = new WeakMap<Target, KnownRun>();

function knownRun(state: State, target: Target, today: Day): KnownRun {
  const on: readonly unknown[] =
    target.kind === 'milestone'
      ? milestonesOf(state, target.id)
      : monthsOfYear(target.year).map((month) =>
          recordOf(state, 'measurement', measurementId(target.id, month)),
        );
  let known = knownRuns.get(target);
  if (
    known?.today !== today ||
    known.on.length !== on.length ||
    on.some((one, index) => one !== known?.on[index])
  ) {
    const run = targetRun(state, target, today);
    known = { run, today, on, fulfilments: new Map(), lines: new Map() };
    knownRuns.set(target, known);
  }
  return known;
}

function fulfilmentOf({ run, today, fulfilments }: KnownRun, month: Period): TargetFulfilment {
  let found = fulfilments.get(month);
  if (!found) {
    found = fulfilmentIn(run, month, today);
    fulfilments.set(month, found);
  }
  return found;
}

/** A line whose months are worked out when they are first asked for: a list needs the last alone. */
function lineOf(known: KnownRun, month: Period): TargetLine {
  let line = known.lines.get(month);
  if (line) return line;
  const { run } = known;
  let byMonth: TargetFulfilment[] | undefined;
  line = {
    run,
    now: fulfilmentOf(known, month),
    get byMonth() {
      byMonth ??= run.months
        .filter((name) => name <= month)
        .map((name) => fulfilmentOf(known, name));
      return byMonth;
    },
  };
  known.lines.set(month, line);
  return line;
}

type List = readonly unknown[];
interface Years {
  readonly on: readonly List[];
  readonly byMonth: Map<string, readonly TargetLine[]>;
}

// listOf gives the same arrays until a record changes, so what was worked out lives as long.
const years = new WeakMap<List, Years>();

/**
 * All targets of the year of `month`, in their order, up to that month: the same array until a
 * target or what it rests on changes, and after that the same lines but for those. `isOver` says that
 * `day` is the last day of a period that is over; see moment.ts.
 */
export function targetLines(
  state: State,
  month: Period,
  day: Day,
  isOver = false,
): readonly TargetLine[] {
  // Seen from the day after, the last month of a period is over as well.
  const today = isOver ? addDays(day, 1) : day;
  const targets = listOf(state, 'target');
  const on = [listOf(state, 'measurement'), listOf(state, 'milestone')];
  let known = years.get(targets);
  if (!known || known.on.some((list, index) => list !== on[index])) {
    known = { on, byMonth: new Map() };
    years.set(targets, known);
  }
  const key = `${month} ${today}`;
  let lines = known.byMonth.get(key);
  if (!lines) {
    const year = Number(month.slice(0, 4));
    lines = targets
      .filter((target) => target.year === year)
      .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
      .map((target) => lineOf(knownRun(state, target, today), month));
    known.byMonth.set(key, lines);
  }
  return lines;
}

/** Works out ahead, some targets a step, what `targetLines` gives for the month of `today`. */
export function* targetsAhead(state: State, today: Day): Generator<void, void> {
  const lines = targetLines(state, today.slice(0, 7), today);
  for (let at = 0; at < lines.length; at += 100) {
    // The months of a line are worked out when they are asked for, and kept with its target.
    for (const line of lines.slice(at, at + 100)) void line.byMonth;
    yield;
  }
}

/** By what targets are put together. */
export const targetGroupings = ['leader', 'department', 'line', 'mechanism'] as const;
export type TargetGrouping = (typeof targetGroupings)[number];

/** Targets that belong together. */
export interface TargetGroup {
  readonly id: string;
  /** Empty where they belong to none. */
  readonly name: { readonly zh: string; readonly en: string };
  readonly lines: readonly TargetLine[];
}

/** The four mechanisms and the three grips, in the order of the essay. */
export const sections = [...mechanisms, ...grips];

const same = (name: string) => ({ zh: name, en: name });

/**
 * Targets put together by leader, department, line of work (that of the leader) or mechanism: in
 * the order of rank, of the sections and of the catalogue; those of none come last.
 */
export function groupTargets(
  state: State,
  lines: readonly TargetLine[],
  by: TargetGrouping,
  month: Period,
): TargetGroup[] {
  const keyOf = ({ leader, department, mechanism }: Target): string => {
    if (by === 'leader') return leader;
    if (by === 'department') return department;
    if (by === 'mechanism') return mechanism;
    return recordOf(state, 'charge', leader)?.line.trim() ?? '';
  };
  const nameOfKey = (key: string) => {
    if (by === 'leader') return same(nameOf(state, key));
    if (by === 'department') return same(recordOf(state, 'department', key)?.name ?? '');
    if (by === 'line') return same(key);
    return sections.find(({ id }) => id === key)?.text ?? same('');
  };
  const leaders = leadersOf(state, month);
  const rank: readonly string[] =
    by === 'leader'
      ? leaders.map(({ id }) => id)
      : by === 'department'
        ? listOf(state, 'department')
            .toSorted((a, b) => a.order - b.order)
            .map(({ id }) => id)
        : by === 'line'
          ? leaders.map(({ id }) => recordOf(state, 'charge', id)?.line.trim() ?? '')
          : sections.map(({ id }) => id);
  const groups = new Map<string, TargetLine[]>();
  for (const line of lines) {
    const key = keyOf(line.run.target);
    // What was deleted or never set belongs to none.
    const id = nameOfKey(key).zh === '' ? '' : key;
    const group = groups.get(id);
    if (group) group.push(line);
    else groups.set(id, [line]);
  }
  const place = (id: string): number => {
    const index = id === '' ? -1 : rank.indexOf(id);
    return index < 0 ? rank.length + (id === '' ? 1 : 0) : index;
  };
  return [...groups]
    .map(([id, members]) => ({ id, name: nameOfKey(id), lines: members }))
    .sort((a, b) => place(a.id) - place(b.id) || (a.id < b.id ? -1 : 1));
}

/**
 * Mean of the targets by the end of each month, January first, weighted by the weight of each; null
 * where none has a value or a weight. `rateOf` gives the value of one, null where it has none.
 */
export function meanByMonth(
  lines: readonly TargetLine[],
  rateOf: (now: TargetFulfilment) => number | null,
): (number | null)[] {
  // Thousands of targets by twelve months: summed up in passing, without a list for each month.
  const sums: number[] = [];
  const weights: number[] = [];
  for (const { byMonth, run } of lines) {
    const { weight } = run.target;
    for (const [month, now] of byMonth.entries()) {
      const rate = rateOf(now);
      sums[month] = (sums[month] ?? 0) + (rate ?? 0) * weight;
      weights[month] = (weights[month] ?? 0) + (rate === null ? 0 : weight);
    }
  }
  return sums.map((sum, month) => {
    const weight = weights[month] ?? 0;
    return weight > 0 ? sum / weight : null;
  });
}

/** Rate of several targets by the end of each month, in per cent, each capped; null without data. */
export const groupRates = (lines: readonly TargetLine[], cap: number): (number | null)[] =>
  meanByMonth(lines, ({ percent }) => (percent === null ? null : Math.min(cap, percent)));

/** What one target moved the rate of all by, in percentage points. */
export interface RateStep {
  readonly id: string;
  readonly name: string;
  readonly change: number;
}

/** How the weighted rate of all targets came from one month's to the next. */
export interface RateChange {
  /** The months compared, `YYYY-MM`. */
  readonly from: Period;
  readonly to: Period;
  readonly before: number;
  readonly after: number;
  /** Largest move first; together they are the whole change. */
  readonly steps: readonly RateStep[];
  /** Targets with a rate now and none last month, or the other way round: not compared. */
  readonly left: number;
}

/**
 * What changed from the month before to the last month in which anything was measured, of the
 * targets that had a rate in both. Undefined in January, where a new year's targets begin, and where
 * nothing can be compared. `cap` as in the score.
 */
export function rateChange(lines: readonly TargetLine[], cap: number): RateChange | undefined {
  // Milestones have a share in every month, whether anybody was at work or not.
  const numeric = lines.filter(({ run }) => run.target.kind === 'numeric');
  const last = (numeric.length > 0 ? numeric : lines).reduce(
    (latest, { run, now }) => Math.max(latest, run.months.indexOf(now.latest)),
    -1,
  );
  const percentIn = ({ byMonth }: TargetLine, month: number) => byMonth[month]?.percent ?? null;
  const pairs = lines.flatMap((line) => {
    const { target } = line.run;
    const before = percentIn(line, last - 1);
    const after = percentIn(line, last);
    if (before === null || after === null || target.weight === 0) return [];
    return [{ target, before: Math.min(cap, before), after: Math.min(cap, after) }];
  });
  const weights = pairs.reduce((sum, { target }) => sum + target.weight, 0);
  if (weights === 0) return undefined;
  const mean = (key: 'before' | 'after'): number =>
    pairs.reduce((sum, pair) => sum + pair[key] * pair.target.weight, 0) / weights;
  const steps = pairs.map(({ target, before, after }) => ({
    id: target.id,
    name: target.name,
    change: ((after - before) * target.weight) / weights,
  }));
  const months = lines[0]?.run.months ?? [];
  return {
    from: months[last - 1] ?? '',
    to: months[last] ?? '',
    before: mean('before'),
    after: mean('after'),
    steps: steps.toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change)),
    left: lines.filter(
      (line) => (percentIn(line, last - 1) === null) !== (percentIn(line, last) === null),
    ).length,
  };
}

/** Counts of the states of lines as they stand now. */
export const lineCounts = (lines: readonly TargetLine[]) =>
  targetCounts(lines.map(({ now }) => now));
