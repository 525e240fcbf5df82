import { previousPeriod } from '../calendar/period';
import { edit } from '../changes/records';
import { measurementId } from '../model/target';
import { type Act, officeMoment } from './act';
import { consequenceActs } from './consequence-acts';
import { dayOfMoment, momentIn, workdayAt } from './month';
import { randomOf, sampleUuid } from './random';
import { behindNotes, correctionReasons, type YearlyTarget, yearlyTargets } from './targets';
import type { MonthOptions } from './task-acts';
import { leaderOf, ownerIn, staffOn } from './team';

/** A target of one year as it runs: its aim and how well the year goes. */
export interface Running {
  readonly id: string;
  readonly name: string;
  readonly leader: string;
  readonly goal: number;
  readonly baseline: number;
  /** What of the goal the year will reach, about 0.8 … 1.1. */
  readonly pace: number;
  readonly owner: string;
  total: number;
  /** The value of the month before. */
  last: number;
}

/** The targets of the current year, and what the year before reached. */
export interface TargetYears {
  readonly running: Running[];
  readonly reached: number[];
}

/** Targets before the first year. */
export function noTargets(): TargetYears {
  return { running: [], reached: yearlyTargets.map(({ base }) => base) };
}

const rounded = (value: number, decimals = 0): number => Number(value.toFixed(decimals));

/** Round aims look like a plan's: 40,000 and not 39,527. */
function aimOf(value: number, decimals = 0): number {
  if (decimals > 0) return rounded(value, decimals);
  const step = value >= 10_000 ? 500 : value >= 1000 ? 50 : value >= 100 ? 5 : 1;
  return Math.round(value / step) * step;
}

function openYear(options: MonthOptions, years: TargetYears): Act[] {
  const { month, team, seed } = options;
  const random = randomOf(seed, 'target', month.year);
  const staff = staffOn(team, month.first);
  years.running.length = 0;
  return yearlyTargets.map((target, order): Act => {
    const at = officeMoment(workdayAt(month, 0.35), random);
    const baseline = years.reached[order] ?? target.base;
    const grown = aimOf(baseline * (1 + target.growth), target.decimals);
    // Where one point is too little to see, fewer still means one fewer.
    const stepped = target.direction === 'less' && grown === baseline ? baseline - 1 : grown;
    const goal = Math.min(target.atMost ?? Number.POSITIVE_INFINITY, Math.max(1, stepped));
    const owner = ownerIn(staff, target.department, random)?.id ?? '';
    const leader = leaderOf(team, target.department).id;
    const id = sampleUuid(at, random);
    const pace = random.chance(0.18) ? random.near(0.84, 0.07) : random.near(1.07, 0.05);
    const { name } = target;
    const run = { id, name, leader, goal, baseline, pace, owner: owner || leader };
    years.running.push({ ...run, total: 0, last: 0 });
    const isSeasonal = target.mode !== 'point' && target.direction === undefined;
    return {
      at,
      author: team.leaders[0]?.id ?? leader,
      label: 'target.create',
      edits: [
        edit('target', id, {
          name: target.name,
          year: month.year,
          measure: target.measure,
          baseline,
          goal,
          ...(target.direction === 'band' && { high: aimOf(goal * 1.08, target.decimals) }),
          ...(isSeasonal && { spread: 'hand' as const, shares: [...target.season] }),
          weight: target.weight ?? 1,
          mechanism: target.mechanism ?? '',
          direction: target.direction ?? 'more',
          mode: target.mode ?? 'cumulative',
          leader,
          owner,
          department: team.departments[target.department] ?? '',
          order: order + 1,
        }),
      ],
    };
  });
}

function valueIn(
  target: YearlyTarget,
  run: Running,
  month: number,
  noise: (spread: number) => number,
): number {
  const less = target.direction === 'less';
  const pace = less ? 2 - run.pace : run.pace;
  if (target.mode === 'point') {
    // Where things stand moves from last year's value to this year's, a little up and down.
    const end = run.baseline + (run.goal - run.baseline) * (less ? pace : run.pace * 1.08);
    const value = run.baseline + ((end - run.baseline) * month) / 12;
    const swing = Math.abs(run.goal - run.baseline) * 0.15 * noise(1);
    return rounded(Math.min(target.atMost ?? value + swing, value + swing), target.decimals);
  }
  const share = (target.season[month - 1] ?? 0) / 100;
  return rounded(Math.max(0, run.goal * share * pace * (1 + noise(0.2))), target.decimals);
}

/** One figure a year is corrected: of that target, in the month after. */
const correctedPlace = 8;
const correctedIn = 6;

/** In July the first target is raised, as the county gives out more work. */
function raisedGoal({ month, team, seed }: MonthOptions, years: TargetYears): Act[] {
  const run = years.running[0];
  if (month.month !== 7 || !run) return [];
  const random = randomOf(seed, 'raise', month.year);
  const goal = aimOf(run.goal * 1.04);
  const grounds = `县下达${month.year}年追加造林计划`;
  return [
    {
      at: momentIn(month, 0.1, 0.3, random),
      author: team.leaders[0]?.id ?? run.leader,
      label: 'target.set',
      edits: [
        edit('target', run.id, {
          goalChanges: [{ month: month.period, goal, high: null, grounds }],
        }),
      ],
    },
  ];
}

/** The targets of one month: set in January, measured at every month's end, one of them late. */
export function targetActs(options: MonthOptions, years: TargetYears): Act[] {
  const { month, seed } = options;
  const acts = month.month === 1 ? openYear(options, years) : [];
  const random = randomOf(seed, 'measure', month.period);
  const late = random.int(0, yearlyTargets.length - 1);
  yearlyTargets.forEach((target, place) => {
    const run = years.running[place];
    if (!run) return;
    const value = valueIn(target, run, month.month, (spread) => random.near(0, spread));
    const before = run.last;
    run.last = value;
    run.total = target.mode === 'point' ? value : run.total + value;
    years.reached[place] = rounded(run.total, target.decimals);
    // Figures come in on the last working days; one of them only weeks later.
    const inTime = momentIn(month, 0.9, 1, random);
    const at = place === late ? inTime + random.int(25, 45) * 86_400_000 : inTime;
    const expected = (target.season[month.month - 1] ?? 0) / 100;
    const behind = target.mode !== 'point' && value < run.goal * expected * 0.85;
    acts.push({
      at,
      author: run.owner,
      label: 'measurement.save',
      edits: [
        edit('measurement', measurementId(run.id, month.period), {
          value,
          date: dayOfMoment(at) < month.last ? dayOfMoment(at) : month.last,
          source: target.source,
          note: behind && target.direction !== 'less' ? random.pick(behindNotes) : '',
        }),
      ],
    });
    if (place === correctedPlace && month.month === correctedIn) {
      const change = random.pick([-3, -2, 2, 3]);
      const correctedAt = momentIn(month, 0.3, 0.5, random);
      acts.push({
        at: correctedAt,
        author: run.owner,
        label: 'measurement.correct',
        edits: [
          edit('measurement', measurementId(run.id, previousPeriod(month.period)), {
            value: Math.max(0, before + change),
            date: dayOfMoment(correctedAt),
            correction: random.pick(correctionReasons),
          }),
        ],
      });
      run.total += change;
    }
  });
  acts.push(...raisedGoal(options, years), ...consequenceActs(options, years.running));
  return acts;
}
