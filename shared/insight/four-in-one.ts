import { itemsOf, rowById } from '../catalogue/catalogue';
import type { CheckItem, Supervision } from '../catalogue/row';
import { listOf } from '../changes/records';
import type { State } from '../changes/state';
import { itemsFulfilledBy } from '../kinds/kinds';
import type { RecordOf } from '../model/collections';

/** The four parties, in the essay's order. Source: essay ¶10. */
export const parties = ['person', 'unit', 'family', 'society'] as const;

export type Party = (typeof parties)[number];

/** Inside and outside the eight working hours. Source: essay ¶10. */
export const hourSides = ['inside', 'outside'] as const;

export type HourSide = (typeof hourSides)[number];

/** What one party does in one part of the day. */
export interface FourInOneCell {
  readonly party: Party;
  readonly hours: HourSide;
  readonly items: readonly CheckItem[];
  /** What happened in the year, newest first. */
  readonly activities: readonly RecordOf<'activity'>[];
}

/** An item's own word counts, else that of its heading. */
function supervisionOf(item: CheckItem): Supervision {
  // Headings of M3 are declared with their party; other rows have none.
  const heading =
    item.parent === null ? undefined : (rowById(item.parent) as Supervision | undefined);
  const party = item.party ?? heading?.party;
  const eightHours = item.eightHours ?? heading?.eightHours;
  return { ...(party && { party }), ...(eightHours && { eightHours }) };
}

/** The four-in-one supervision of a year on one page: parties × parts of the day. */
export function fourInOne(state: State, year: number): FourInOneCell[] {
  const items = itemsOf('M3');
  const activities = listOf(state, 'activity').filter(({ date }) => date.startsWith(`${year}-`));
  return parties.flatMap((party) =>
    hourSides.map((hours): FourInOneCell => {
      const own = items.filter((item) => {
        const supervision = supervisionOf(item);
        const side = supervision.eightHours ?? 'both';
        return supervision.party === party && (side === 'both' || side === hours);
      });
      const ids = new Set<string>(own.map(({ id }) => id));
      const happened = activities
        .filter((activity) => itemsFulfilledBy(activity).some((id) => ids.has(id)))
        .sort((a, b) => (a.date > b.date ? -1 : a.date < b.date ? 1 : a.id > b.id ? -1 : 1));
      return { party, hours, items: own, activities: happened };
    }),
  );
}
