import type { Day } from '../calendar/day';
import type { WorkCalendar } from '../calendar/workdays';
import type { CheckItem } from '../catalogue/row';
import type { State } from '../changes/state';
import { type Duty, dutiesIn, type FulfilmentRate, fulfilmentRate } from './duties';
import { type Light, lights } from './lights';

/** What of an item falls due in one month. */
export interface MonthCell {
  /** 1 … 12. */
  readonly month: number;
  readonly duties: readonly Duty[];
  /** The most urgent light among them; null where nothing is due, or nothing is known to judge by. */
  readonly light: Light | null;
}

/** One item through a year. */
export interface YearRow {
  readonly item: CheckItem;
  readonly cells: readonly MonthCell[];
  readonly rate: FulfilmentRate;
}

/** Urgency of lights: what is overdue shows before what is done. */
const rank = new Map(lights.map((light, place) => [light, place]));

function lightOfCell(duties: readonly Duty[]): Light | null {
  const known = duties.filter(({ basis }) => basis !== 'no-data').map(({ light }) => light);
  return known.sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))[0] ?? null;
}

/**
 * A year of check items, month by month: a duty stands in the month of its due day. Items that are
 * owed only after an event have empty cells until there was one.
 */
export function yearGrid(
  state: State,
  items: readonly CheckItem[],
  {
    year,
    ...watch
  }: { readonly year: number; readonly today: Day; readonly calendar: WorkCalendar },
): YearRow[] {
  const duties = dutiesIn(state, { from: `${year}-01-01`, to: `${year}-12-31`, ...watch }, items);
  const byItem = new Map<string, Duty[]>();
  for (const duty of duties) {
    const known = byItem.get(duty.item.id);
    if (known) known.push(duty);
    else byItem.set(duty.item.id, [duty]);
  }
  return items.map((item) => {
    const own = byItem.get(item.id) ?? [];
    const cells = Array.from({ length: 12 }, (_, index): MonthCell => {
      const inMonth = own.filter(({ due }) => Number(due.slice(5, 7)) === index + 1);
      return { month: index + 1, duties: inMonth, light: lightOfCell(inMonth) };
    });
    return { item, cells, rate: fulfilmentRate(own) };
  });
}
