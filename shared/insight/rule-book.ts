import type { Day } from '../calendar/day';
import type { State } from '../changes/state';
import type { RecordOf } from '../model/collections';
import { type Light, lightOf } from './lights';
import { dayIn, inYear, numberIn, recordsOfKind, textIn } from './register-values';

type Activity = RecordOf<'activity'>;

/** The six categories of rules, in the essay's order. Source: essay ¶14. */
export const ruleClasses = [
  'party',
  'integrity',
  'administration',
  'finance',
  'personnel',
  'project',
] as const;

export type RuleClass = (typeof ruleClasses)[number];

const classNames: readonly string[] = ruleClasses;

/** A rule over all its versions, from its first issue to its repeal. */
export interface RuleChain {
  /** Name of the newest version. */
  readonly name: string;
  readonly ruleClass: string;
  /** Oldest first. */
  readonly versions: readonly Activity[];
  /** The version in force; undefined for a mere draft and for what was repealed. */
  readonly current: Activity | undefined;
  /** Where the newest version stands: 拟定, 现行, 修订中, 废止. */
  readonly state: 'draft' | 'valid' | 'revising' | 'repealed';
  /** Empty where none is set. */
  readonly reviewOn: Day | '';
  /** Of the review of what is in force: `overdue` once its day has passed or none is set. */
  readonly light: Light;
}

/** The days on which reviews are seen. */
interface Watch {
  readonly today: Day;
  readonly soonDays: number;
}

const stateOf = (rule: Activity): RuleChain['state'] => {
  const state = textIn(rule, 'ruleState');
  return state === 'draft' || state === 'revising' || state === 'repealed' ? state : 'valid';
};

const isInForce = (rule: Activity): boolean => ['valid', 'revising'].includes(stateOf(rule));

/** Names differ in spaces and book-title marks without naming another rule. */
const keyOf = (name: string): string => name.replace(/[\s《》]/g, '');

function chainOf(versions: readonly Activity[], { today, soonDays }: Watch): RuleChain {
  const newest = versions.at(-1);
  const current = versions.filter(isInForce).at(-1);
  const reviewOn = current ? dayIn(current, 'reviewOn') : '';
  return {
    name: newest?.title ?? '',
    ruleClass: newest ? textIn(newest, 'ruleClass') : '',
    versions,
    current,
    state: newest ? stateOf(newest) : 'draft',
    reviewOn,
    light: !current
      ? 'not-applicable'
      : reviewOn === ''
        ? 'overdue'
        : lightOf({ due: reviewOn, today, soonDays }),
  };
}

/**
 * The rules of the unit: records of one name are versions of one rule, and so is a record that
 * names another as the one it replaces. In order of category, then of first issue.
 */
export function ruleChains(state: State, watch: Watch): RuleChain[] {
  const chains: Activity[][] = [];
  const byName = new Map<string, Activity[]>();
  for (const rule of recordsOfKind(state, 'rule')) {
    const own = keyOf(rule.title);
    const former = keyOf(textIn(rule, 'replaces'));
    const known = byName.get(own) ?? (former === '' ? undefined : byName.get(former));
    const chain = known ?? [];
    if (!known) chains.push(chain);
    chain.push(rule);
    byName.set(own, chain);
  }
  const place = ({ ruleClass }: RuleChain) => {
    const at = classNames.indexOf(ruleClass);
    return at < 0 ? classNames.length : at;
  };
  return chains.map((versions) => chainOf(versions, watch)).sort((a, b) => place(a) - place(b));
}

/** How well a category is covered, the first that holds. */
export type CoverageVerdict = 'missing' | 'stale' | 'review-owed' | 'thin' | 'sound';

/** Fewer rules in force than this make a category thin; our proposal. */
export const thinBelow = 3;

/**
 * Whole years without an issue or revision that make a category stale; so does a review overdue for
 * half of its rules or more. Our proposal.
 */
export const staleYears = 3;

/** A category of rules: what is in force, what is on its way, how fresh it is. */
export interface ClassCoverage {
  readonly ruleClass: RuleClass;
  readonly inForce: number;
  readonly underWay: number;
  readonly repealed: number;
  readonly overdue: number;
  readonly dueSoon: number;
  /** Day of the last issue or revision; empty where there is none. */
  readonly newest: Day | '';
  readonly verdict: CoverageVerdict;
}

function verdictOn(chains: readonly RuleChain[], newest: Day | '', today: Day): CoverageVerdict {
  const inForce = chains.filter(({ current }) => current);
  if (inForce.length === 0) return 'missing';
  const oldest = `${Number(today.slice(0, 4)) - staleYears}${today.slice(4)}`;
  const late = inForce.filter(({ light }) => light === 'overdue').length;
  if (newest <= oldest || late * 2 >= inForce.length) return 'stale';
  if (late > 0) return 'review-owed';
  return inForce.length < thinBelow ? 'thin' : 'sound';
}

/** Which of the six categories is missing, stale or thin. */
export function ruleCoverage(state: State, watch: Watch): ClassCoverage[] {
  const all = ruleChains(state, watch);
  return ruleClasses.map((ruleClass): ClassCoverage => {
    const chains = all.filter((chain) => chain.ruleClass === ruleClass);
    const days = chains.flatMap(({ versions }) =>
      versions
        .filter((one) => stateOf(one) !== 'draft')
        .flatMap((one) => [one.date, dayIn(one, 'revisedOn')])
        .filter((day) => day <= watch.today),
    );
    const newest = days.sort().at(-1) ?? '';
    const count = (is: (chain: RuleChain) => boolean) => chains.filter(is).length;
    return {
      ruleClass,
      inForce: count(({ current }) => current !== undefined),
      underWay: count(({ state: at }) => at === 'draft' || at === 'revising'),
      repealed: count(({ state: at }) => at === 'repealed'),
      overdue: count(({ light }) => light === 'overdue'),
      dueSoon: count(({ light }) => light === 'due-soon'),
      newest,
      verdict: verdictOn(chains, newest, watch.today),
    };
  });
}

/** The year's plan of rules against what became of it (立、改、废). */
export interface RuleYear {
  /** Sum of the plans of the year; null where there is none. */
  readonly planned: number | null;
  readonly made: number;
  readonly revised: number;
  readonly repealed: number;
}

/** What was made, revised and repealed without successor in a year. */
export function ruleYear(state: State, year: number, watch: Watch): RuleYear {
  const plans = inYear(recordsOfKind(state, 'rule-plan'), year);
  const isIn = (day: Day | '') => day.startsWith(`${year}-`);
  let made = 0;
  let revised = 0;
  let repealed = 0;
  for (const { versions, state: at } of ruleChains(state, watch)) {
    const issued = versions.filter((one) => stateOf(one) !== 'draft');
    if (issued[0] && isIn(issued[0].date)) made += 1;
    revised += issued.slice(1).filter(({ date }) => isIn(date)).length;
    revised += issued.filter((one) => isIn(dayIn(one, 'revisedOn'))).length;
    const newest = versions.at(-1);
    if (at === 'repealed' && newest && isIn(dayIn(newest, 'repealedOn'))) repealed += 1;
  }
  const planned = plans.reduce((sum, plan) => sum + numberIn(plan, 'planned'), 0);
  return { planned: plans.length === 0 ? null : planned, made, revised, repealed };
}

/**
 * What the version after one of that name could be called: `1.0` gives `2.0`, `第3版` gives `第4版`,
 * none gives `2.0`; of a year, `2024年版`, that of `year`.
 */
export function nextVersion(version: string, year: number): string {
  const match = /\d+/.exec(version);
  if (!match) return version === '' ? '2.0' : version;
  const isYear = /^(19|20)\d\d$/.test(match[0]);
  const next = String(isYear ? year : Number(match[0]) + 1);
  const rest = version.slice(match.index + match[0].length).replace(/\d+/g, '0');
  return `${version.slice(0, match.index)}${next}${rest}`;
}
