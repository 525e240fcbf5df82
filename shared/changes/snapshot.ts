import { isCollectionName } from '../model/collections';
import { yearOfRecord } from './records';
import { collectionNameIn, rowsText } from './rows';
import { collectionOf, type RecordState, type State } from './state';

/** Name of a snapshot part: a year, or `base` for records that belong to no year. */
export type PartName = string;

/** A snapshot part: the records of each of its collections as one line of JSON; see rows.ts. */
export type Part = readonly string[];

/** The part in which a folded record is kept. Records of unknown collections are in `base`. */
export function partOf(collection: string, id: string, record: RecordState): PartName {
  if (!isCollectionName(collection)) return 'base';
  return yearOfRecord(collection, id, record)?.toString() ?? 'base';
}

/** All parts of a state, by name. `base` is always there. */
export function snapshotParts(state: State): Map<PartName, Part> {
  const parts = new Map<PartName, string[]>([['base', []]]);
  for (const [collection, { records }] of state.collections) {
    const byPart = new Map<PartName, [string, RecordState][]>();
    for (const entry of records) {
      const name = partOf(collection, ...entry);
      const entries = byPart.get(name);
      if (entries) entries.push(entry);
      else byPart.set(name, [entry]);
    }
    for (const [name, entries] of byPart) {
      const lines = parts.get(name) ?? [];
      parts.set(name, lines);
      lines.push(rowsText(collection, entries));
    }
  }
  return parts;
}

/**
 * Adds a part to a state, joining records that a newer change set has already touched. Each line is
 * read when somebody first asks for its collection.
 */
export function addPart(state: State, part: Part): void {
  for (const line of part) collectionOf(state, collectionNameIn(line)).add(line);
  state.revision += 1;
}
