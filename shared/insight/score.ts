import { monthsOf, type Period, parsePeriod, periodOf, periodRange } from '../calendar/period';
import { dimensions, privateDimension } from '../catalogue/catalogue';
import { recordOf, recordOrDefault } from '../changes/records';
import type { State } from '../changes/state';
import type { RecordOf } from '../model/collections';
import { ratingId, sheetId } from '../model/rating';
import { unitId } from '../model/unit';
import { ratingRows } from './rating-rows';
import { known, mean, median, spread } from './statistics';

type Rating = RecordOf<'rating'>;

/** Id under which leading by example (以身作则) is scored, beside the dimensions A1 … B6. */
export const leadingId = 'W';

/** Dimensions shown in views of the whole team: all but the private one (B6). */
export const teamDimensions = dimensions.filter(({ id }) => id !== privateDimension);

/**
 * Score of a dimension, 0 … 100: the mean of its rated indicators by their weights (1 where none is
 * given). An unrated indicator is not a zero and one that does not apply is left out; null when
 * none is rated.
 */
export function dimensionScore(
  ratings: readonly (Pick<Rating, 'score' | 'notApplicable'> | undefined)[],
  weights: readonly number[] = [],
): number | null {
  let sum = 0;
  let whole = 0;
  for (const [at, rating] of ratings.entries()) {
    if (rating?.notApplicable !== '' || rating.score === null) continue;
    const weight = weights[at] ?? 1;
    sum += rating.score * weight;
    whole += weight;
  }
  return whole === 0 ? null : Math.min(100, sum / whole);
}

/** The ratings of one leader in one period that were recorded, by row. */
export function ratingsOf(state: State, person: string, period: Period): Map<string, Rating> {
  const found = new Map<string, Rating>();
  for (const { id } of ratingRows(state, period)) {
    const rating = recordOf(state, 'rating', ratingId(person, period, id));
    if (rating) found.set(id, rating);
  }
  return found;
}

/** The rating period that a month belongs to: itself, or its quarter where the unit rates so. */
export function ratingPeriodOf(state: State, month: Period): Period {
  const { ratingEvery } = recordOrDefault(state, 'unit', unitId);
  return periodOf(periodRange(month).first, ratingEvery);
}

/** How far a sheet is filled in. `open` = neither rated nor declared not applicable. */
export interface SheetProgress {
  readonly rated: number;
  readonly notApplicable: number;
  readonly open: number;
  /** How many rows the period rates: 45 unless the unit has changed them. */
  readonly total: number;
}

/** How far a leader's sheet of a period is filled in. */
export function sheetProgress(state: State, person: string, period: Period): SheetProgress {
  let rated = 0;
  let notApplicable = 0;
  for (const rating of ratingsOf(state, person, period).values()) {
    if (rating.notApplicable !== '') notApplicable += 1;
    else if (rating.score !== null) rated += 1;
  }
  const total = ratingRows(state, period).length;
  return { rated, notApplicable, open: total - rated - notApplicable, total };
}

/** A row as one month rated it: its weight is that of the catalogue in force in the month. */
export interface MonthRow {
  readonly id: string;
  readonly weight: number;
  readonly rating: Pick<Rating, 'score' | 'notApplicable'> | undefined;
}

/**
 * Score of a dimension over several months, 0 … 100: each row first has the mean of the months that
 * rated it, then the rows are weighted, each by the mean of its weights in those months. A month in
 * which a row was unrated, did not apply or was not in force does not count for it: a row retired in
 * between counts with the months before, a new one with the months since. Null when no month rated
 * any. Knows no order, neither of months nor of rows.
 */
export function scoreOverMonths(months: readonly (readonly MonthRow[])[]): number | null {
  const byRow = new Map<string, { scores: number[]; weights: number[] }>();
  for (const { id, weight, rating } of months.flat()) {
    if (rating?.notApplicable !== '' || rating.score === null) continue;
    const row = byRow.get(id) ?? { scores: [], weights: [] };
    byRow.set(id, row);
    row.scores.push(rating.score);
    row.weights.push(weight);
  }
  const rows = [...byRow].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  return dimensionScore(
    rows.map(({ scores }) => ({ score: mean(scores), notApplicable: '' })),
    rows.map(({ weights }) => mean(weights) ?? 1),
  );
}

/** What one leader says of himself in one period. */
export interface LeaderScores {
  readonly person: string;
  readonly period: Period;
  /** By dimension A1 … B6 and `W`; null where nothing is rated. */
  readonly scores: ReadonlyMap<string, number | null>;
  /** Mean of the eleven dimension scores that exist. */
  readonly overall: number | null;
  /** The submitted months that it is made of; none where the period has a sheet of its own. */
  readonly months: readonly Period[];
}

const scoredIds: readonly string[] = [...dimensions.map(({ id }) => id), leadingId];

/** Scores of a leader from the sheets of some periods. */
function scoresFrom(
  state: State,
  { person, period }: { readonly person: string; readonly period: Period },
  months: readonly Period[],
): LeaderScores {
  const sheets = (months.length === 0 ? [period] : months).map((one) => {
    const byDimension = new Map<string, MonthRow[]>(scoredIds.map((id) => [id, []]));
    for (const { id, parent, weight } of ratingRows(state, one)) {
      const rating = recordOf(state, 'rating', ratingId(person, one, id));
      byDimension.get(parent ?? leadingId)?.push({ id, weight, rating });
    }
    return byDimension;
  });
  const scores = new Map(
    scoredIds.map((id) => [id, scoreOverMonths(sheets.map((sheet) => sheet.get(id) ?? []))]),
  );
  const overall = mean(known(dimensions.map(({ id }) => scores.get(id) ?? null)));
  return { person, period, scores, overall, months };
}

/** The months within a period, other than itself, whose sheets a leader has submitted. */
function submittedMonths(state: State, person: string, period: Period): Period[] {
  return parsePeriod(period).every === 'month'
    ? []
    : monthsOf(period).filter((month) => sheetStatus(state, person, month) === 'submitted');
}

/**
 * A leader's scores on all eleven dimensions and on leading by example, as he sees them himself: from
 * the sheet of the period, submitted or not. Where there is none, a quarter has the scores of its
 * submitted months by the rule of `scoreOverMonths`.
 */
export function leaderScores(state: State, person: string, period: Period): LeaderScores {
  const isOwn = ratingsOf(state, person, period).size > 0;
  const months = isOwn ? [] : submittedMonths(state, person, period);
  return scoresFrom(state, { person, period }, months);
}

/** Whether others see scores of a leader in a period: as `submittedScores`, which are dearer. */
export const isHandedIn = (state: State, person: string, period: Period): boolean =>
  sheetStatus(state, person, period) === 'submitted' ||
  submittedMonths(state, person, period).length > 0;

/**
 * A leader's scores as others see them: from the submitted sheet of the period or, where a quarter
 * has none, from its submitted months; undefined where he has submitted neither.
 */
export function submittedScores(
  state: State,
  person: string,
  period: Period,
): LeaderScores | undefined {
  const isIn = sheetStatus(state, person, period) === 'submitted';
  const months = isIn ? [] : submittedMonths(state, person, period);
  return isIn || months.length > 0 ? scoresFrom(state, { person, period }, months) : undefined;
}

/** Where the sheet of a leader stands; `none` when nothing was ever recorded. */
export type SheetStatus = RecordOf<'sheet'>['status'] | 'none';

/** Status of a leader's sheet of a period. */
export function sheetStatus(state: State, person: string, period: Period): SheetStatus {
  return recordOf(state, 'sheet', sheetId(person, period))?.status ?? 'none';
}

/** The team on one dimension: the middle and the width of what its members say of themselves. */
export interface TeamScore {
  readonly dimension: string;
  readonly median: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** How many members rated the dimension. */
  readonly count: number;
}

/**
 * Team median and spread on each dimension and on leading by example. The private dimension (B6)
 * is left out, and so is every sheet that was not submitted: a draft belongs to its author.
 */
export function teamScores(state: State, people: readonly string[], period: Period): TeamScore[] {
  const sheets = people.flatMap((person) => submittedScores(state, person, period) ?? []);
  return teamScoresOf(sheets);
}

/** Median and spread of sheets that are at hand already. */
export function teamScoresOf(sheets: readonly LeaderScores[]): TeamScore[] {
  return [...teamDimensions.map(({ id }) => id), leadingId].map((dimension) => {
    const values = known(sheets.map(({ scores }) => scores.get(dimension) ?? null));
    const width = spread(values);
    return {
      dimension,
      median: median(values),
      low: width?.low ?? null,
      high: width?.high ?? null,
      count: values.length,
    };
  });
}
