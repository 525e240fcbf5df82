import type { Cadence } from '../calendar/cadence';

/** A text in both languages; Chinese is the source. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/**
 * Where a row comes from. `original`: the essay says it of exactly this. `quoted`: the essay's
 * words, taken from elsewhere in it. `proposed`: ours, editable by the unit. `regulation`: an
 * outside rule. `lines` are the essay's paragraphs, `words` what it says there where the row itself
 * puts it differently.
 */
export interface Provenance {
  readonly source: 'original' | 'quoted' | 'proposed' | 'regulation';
  readonly lines: readonly number[];
  readonly words?: string;
}

/** The essay says it of exactly this item, in these paragraphs. */
export const original = (...lines: number[]): Provenance => ({ source: 'original', lines });

/** The essay's words, taken from these paragraphs. */
export const quoted = (...lines: number[]): Provenance => ({ source: 'quoted', lines });

/** Our own operationalisation. */
export const proposed: Provenance = { source: 'proposed', lines: [] };

/** Ours, resting on these words of the essay. */
export const proposedFrom = (words: string, ...lines: number[]): Provenance => ({
  source: 'proposed',
  lines,
  words,
});

/** Required by a rule outside the essay. */
export const regulation: Provenance = { source: 'regulation', lines: [] };

/** One row of the framework; `id` is stable for ever and is the key of records. */
export interface Row {
  readonly id: string;
  readonly parent: string | null;
  readonly text: Bilingual;
  readonly provenance: Provenance;
}

/** A row that every leader rates. */
export interface Ratable extends Row {
  /** What could show it. */
  readonly evidence?: Bilingual;
  /** Rated together with how many times it was done. */
  readonly counted?: true;
  /** Kept out of team views, prints and packages by default. */
  readonly sensitive?: true;
}

/** The heading of indicators that are scored together; its name is `text`. */
export interface DimensionHeading extends Row {
  /** Name for the axis of a chart. */
  readonly short: Bilingual;
  /** Kept out of team views, prints and packages by default. */
  readonly sensitive?: true;
}

/** An awareness or ability with its indicators. */
export interface Dimension extends DimensionHeading {
  readonly indicators: readonly Ratable[];
}

/** A mechanism or grip: the heading of check items. */
export interface Section extends Row {
  /** What the essay says of the whole of it. */
  readonly sayings: readonly Bilingual[];
}

/** Who acts in the four-in-one supervision (M3), and in which hours of the day. */
export interface Supervision {
  readonly party?: 'person' | 'unit' | 'family' | 'society';
  /** Inside or outside the eight working hours. */
  readonly eightHours?: 'inside' | 'outside' | 'both';
}

/** A heading between a section and its check items. */
export interface Heading extends Row, Supervision {}

/** A row that is owed at a rhythm and ticked off. Who answers for it: see `defaultOwners`. */
export interface CheckItem extends Row, Supervision {
  /** One rhythm or several, e.g. yearly and looked through half-yearly. */
  readonly cadences: readonly Cadence[];
  /** Where the rhythm, or a part of it that `timing` names, comes from; ours where absent. */
  readonly rhythm?: Provenance;
  /** What a cadence cannot say: which event, which season, how many at least. */
  readonly timing?: Bilingual;
  /** What to record when it is done; our proposal throughout. */
  readonly evidence: Bilingual;
  /** Answered by the app from other records. */
  readonly automatic?: true;
  /** A label on records of the linked items, never owed by itself. */
  readonly tag?: true;
  /** Answered with one of the four grades instead of a tick. */
  readonly graded?: true;
  /** Recorded sparingly and kept out of prints and exports by default. */
  readonly sensitive?: true;
  /** Items that the same record also fulfils, or whose records fulfil this one. */
  readonly links?: readonly string[];
}

/** Who answers for a check item unless the unit says otherwise (proposed). */
export const defaultOwners = [
  { role: 'leader', text: { zh: '牵头领导', en: 'Leader in charge' } },
  { role: 'deputy', text: { zh: '具体负责人', en: 'Person responsible' } },
] as const satisfies readonly { role: string; text: Bilingual }[];
