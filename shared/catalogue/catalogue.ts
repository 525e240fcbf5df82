import { abilities, abilityIndicators } from './abilities';
import { awarenessIndicators, awarenesses, sharedOutcomes } from './awarenesses';
import { gripHeadings, gripItems, grips } from './grips';
import { leadingByExample } from './leading-by-example';
import { mechanismItems, mechanisms, subMechanisms } from './mechanisms';
import type { CheckItem, Ratable, Row } from './row';
import { thesis } from './thesis';

/** The eleven dimensions of the self-rating: A1–A5 awarenesses, B1–B6 abilities. */
export const dimensions: readonly Row[] = [...awarenesses, ...abilities];

/** The 45 rows that every leader rates: 8 of leading by example, 15 + 22 indicators. */
export const ratableRows: readonly Ratable[] = [
  ...leadingByExample,
  ...awarenessIndicators,
  ...abilityIndicators,
];

/** Mental and physical resilience: stays out of team views, prints and packages by default. */
export const privateDimension = 'B6';

/** Check items of mechanisms and grips, in the order of the catalogue. */
export const checkItems: readonly CheckItem[] = [...mechanismItems, ...gripItems];

/** M1–M4 and G1–G3: what check items are grouped by. */
export const sections: readonly Row[] = [...mechanisms, ...grips];

/** Every row of the framework. */
export const rows: readonly Row[] = [
  ...thesis,
  ...ratableRows,
  ...dimensions,
  ...sharedOutcomes,
  ...sections,
  ...subMechanisms,
  ...gripHeadings,
  ...checkItems,
];

const byId = new Map(rows.map((row) => [row.id, row]));
const itemsById = new Map(checkItems.map((item) => [item.id, item]));

/** The row of that id; undefined for an id the catalogue does not have. */
export const rowById = (id: string): Row | undefined => byId.get(id);

/** The check item of that id. */
export const checkItemById = (id: string): CheckItem | undefined => itemsById.get(id);

/** The rows directly below a row, in order. */
export const childrenOf = (id: string): Row[] => rows.filter((row) => row.parent === id);

/** Indicators of a dimension, in order. */
export const indicatorsOf = (dimension: string): Ratable[] =>
  ratableRows.filter((row) => row.parent === dimension);

/** The section (`M1` … `G3`) that a check item belongs to. */
export const sectionOf = (item: string): string => item.slice(0, 2);

/** Check items of a section, in order. */
export const itemsOf = (section: string): CheckItem[] =>
  checkItems.filter((item) => sectionOf(item.id) === section);
