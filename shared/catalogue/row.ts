import type { Cadence } from '../calendar/cadence';

/** A text in both languages; Chinese is the source. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/**
 * Where a row comes from. `original`: the essay says it of exactly this. `quoted`: the essay's
 * words, taken from elsewhere in it. `proposed`: ours, editable by the unit. `regulation`: an
 * outside rule. `lines` are the essay's paragraphs.
 */
export interface Provenance {
  readonly source: 'original' | 'quoted' | 'proposed' | 'regulation';
  readonly lines: readonly number[];
}

/** The essay says it of exactly this item, in these paragraphs. */
export const original = (...lines: number[]): Provenance => ({ source: 'original', lines });

/** The essay's words, taken from these paragraphs. */
export const quoted = (...lines: number[]): Provenance => ({ source: 'quoted', lines });

/** Our own operationalisation. */
export const proposed: Provenance = { source: 'proposed', lines: [] };

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
}

/** A row that is owed at a rhythm and ticked off. */
export interface CheckItem extends Row {
  /** One rhythm or several, e.g. yearly and looked through half-yearly. */
  readonly cadences: readonly Cadence[];
  /** What to record when it is done. */
  readonly evidence: Bilingual;
  /** The party that acts in the four-in-one supervision (M3). */
  readonly party?: 'person' | 'unit' | 'family' | 'society';
  /** Inside or outside the eight working hours (M3). */
  readonly eightHours?: 'inside' | 'outside' | 'both';
  /** Recorded sparingly and kept out of prints and exports by default. */
  readonly sensitive?: boolean;
  /** Items that the same record also fulfils, or whose records fulfil this one. */
  readonly links?: readonly string[];
}
