import { monthsOf, type Period } from '../calendar/period';
import { ratableRows } from '../catalogue/catalogue';
import { proposed, type Ratable } from '../catalogue/row';
import { listOf } from '../changes/records';
import type { State } from '../changes/state';
import type { RecordOf } from '../model/collections';
import type { behaviourFields } from '../model/indicator';

type Indicator = RecordOf<'indicator'>;

/** The wording of a row, and what its grades look like. */
export type RowWords = Pick<Indicator, 'text' | (typeof behaviourFields)[number]>;

const unsaid: RowWords = { text: '', best: '', good: '', fair: '', poor: '' };

const wordsIn = ({ text, best, good, fair, poor }: Indicator): RowWords => ({
  text,
  best,
  good,
  fair,
  poor,
});

/** A row as a period rates it. */
export interface RatingRow extends Ratable {
  /** How much it counts within its dimension, 0.1 … 10. */
  readonly weight: number;
  readonly isRetired: boolean;
  /** Added by the unit. */
  readonly isOwn: boolean;
  /** The unit's own words in force; empty where those of the catalogue hold. */
  readonly said: RowWords;
}

// listOf gives the same array until a record changes, so the rows live as long as their list.
const known = new WeakMap<readonly Indicator[], Map<Period, readonly RatingRow[]>>();

/** The dimension that a row belongs to by its id; null for leading by example. */
const parentOf = (row: string): string | null =>
  row.includes('.') ? (row.split('.')[0] ?? null) : null;

/** Every row that the unit knows in a period, retired ones included, in order of the catalogue. */
export function allRatingRows(state: State, period: Period): readonly RatingRow[] {
  const list = listOf(state, 'indicator');
  const byPeriod = known.get(list) ?? new Map<Period, readonly RatingRow[]>();
  known.set(list, byPeriod);
  const found = byPeriod.get(period);
  if (found) return found;

  const month = monthsOf(period)[0] ?? period;
  const said = new Map<string, Indicator>();
  for (const one of list.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const [row = '', from = ''] = one.id.split(':');
    if (from <= month) said.set(row, one);
  }
  const wordsOf = (text: string) => ({ zh: text, en: text });
  const rows = ratableRows.map((row): RatingRow => {
    const ours = said.get(row.id);
    said.delete(row.id);
    return {
      ...row,
      ...(ours?.text && { text: wordsOf(ours.text) }),
      weight: ours?.weight ?? 1,
      isRetired: ours?.retired ?? false,
      isOwn: false,
      said: ours ? wordsIn(ours) : unsaid,
    };
  });
  for (const [id, ours] of said) {
    const own = { id, parent: parentOf(id), text: wordsOf(ours.text), provenance: proposed };
    const { weight, retired } = ours;
    rows.push({ ...own, weight, isRetired: retired, isOwn: true, said: wordsIn(ours) });
  }
  byPeriod.set(period, rows);
  return rows;
}

const inForce = new WeakMap<readonly RatingRow[], readonly RatingRow[]>();

/** The rows that a period rates; the same array until the unit changes its indicators. */
export function ratingRows(state: State, period: Period): readonly RatingRow[] {
  const all = allRatingRows(state, period);
  const rows = inForce.get(all) ?? all.filter(({ isRetired }) => !isRetired);
  inForce.set(all, rows);
  return rows;
}

/** Id for a further row of the unit's own in a dimension (`A1` … `B6`) or in leading by example. */
export function nextRowId(state: State, dimension: string | null): string {
  const prefix = dimension === null ? 'W' : `${dimension}.`;
  const numbers = listOf(state, 'indicator').map(({ id }) => {
    const row = id.split(':')[0] ?? '';
    return row.startsWith(prefix) ? Number(row.slice(prefix.length)) : 0;
  });
  return `${prefix}${Math.max(100, ...numbers.filter((one) => Number.isInteger(one))) + 1}`;
}

/** A row as a period knows it, retired ones included; undefined for an id that it does not have. */
export const ratingRowOf = (state: State, period: Period, id: string): RatingRow | undefined =>
  allRatingRows(state, period).find((row) => row.id === id);
