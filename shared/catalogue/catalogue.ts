import { abilities, abilityIndicators } from './abilities';
import { awarenesses, awarenessIndicators, sharedOutcomes } from './awarenesses';
import { type GripHeadingId, type GripItemId, gripHeadings, gripItems, grips } from './grips';
import { leadingByExample } from './leading-by-example';
import {
  type MechanismItemId,
  mechanismItems,
  mechanisms,
  type SubMechanismId,
  subMechanisms,
} from './mechanisms';
import type { CheckItem, Dimension, Ratable, Row, Section } from './row';
import { thesis } from './thesis';

/** Raised whenever a row of the catalogue is added, taken away or reworded. */
export const catalogueVersion = '1';

/** `A1` … `A5`. */
export type AwarenessId = (typeof awarenesses)[number]['id'];
/** `B1` … `B6`. */
export type AbilityId = (typeof abilities)[number]['id'];
export type DimensionId = AwarenessId | AbilityId;
/** The mechanisms and grips that check items are grouped by. */
export type SectionId = 'M1' | 'M2' | 'M3' | 'M4' | 'G1' | 'G2' | 'G3';
/** The rows that every leader rates. */
export type RatableId =
  | (typeof leadingByExample)[number]['id']
  | (typeof awarenessIndicators)[number]['id']
  | (typeof abilityIndicators)[number]['id'];
export type CheckItemId = MechanismItemId | GripItemId;
/** Id of any row. */
export type RowId =
  | (typeof thesis)[number]['id']
  | (typeof sharedOutcomes)[number]['id']
  | RatableId
  | DimensionId
  | SectionId
  | SubMechanismId
  | GripHeadingId
  | CheckItemId;

/** The 45 rows that every leader rates: 8 of leading by example, 15 + 22 indicators. */
export const ratableRows: readonly Ratable[] = [
  ...leadingByExample,
  ...awarenessIndicators,
  ...abilityIndicators,
];

/** Indicators of a dimension, in order. */
export const indicatorsOf = (dimension: string): Ratable[] =>
  ratableRows.filter((row) => row.parent === dimension);

/** The eleven dimensions of the self-rating: A1–A5 awarenesses, B1–B6 abilities. */
export const dimensions: readonly Dimension[] = [...awarenesses, ...abilities].map((heading) => ({
  ...heading,
  indicators: indicatorsOf(heading.id),
}));

/** Mental and physical resilience: stays out of team views, prints and packages by default. */
export const privateDimension = 'B6' satisfies AbilityId;

/** C1–C3, rated for the team as a whole. */
export const teamRows: readonly Row[] = sharedOutcomes.filter((row) => row.parent === 'C');

/** Check items of mechanisms and grips, in the order of the catalogue. */
export const checkItems: readonly CheckItem[] = [...mechanismItems, ...gripItems];

/** M1–M4 and G1–G3: what check items are grouped by. */
export const sections: readonly Section[] = [...mechanisms, ...grips];

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

/** The check item of that id; undefined for other ids. */
export const checkItemById = (id: string): CheckItem | undefined => itemsById.get(id);

/** The rows directly below a row, in order. */
export const childrenOf = (id: string): Row[] => rows.filter((row) => row.parent === id);

/** The section (`M1` … `G3`) that a check item belongs to. */
export const sectionOf = (item: string): string => item.slice(0, 2);

/** Check items of a section, in order. */
export const itemsOf = (section: string): CheckItem[] =>
  checkItems.filter((item) => sectionOf(item.id) === section);
