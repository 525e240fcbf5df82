import { isCollectionName } from '../model/collections';
import { yearOfRecord } from './records';
import { collectionOf, type RecordState, type Rows, type State } from './state';

/** Name of a snapshot part: a year, or `base` for records that belong to no year. */
export type PartName = string;

/** Records of one part, by collection; the JSON of this is the part's text. */
interface Part {
  readonly collections: Readonly<Record<string, Rows>>;
}

/** The part in which a folded record is kept. Records of unknown collections are in `base`. */
export function partOf(collection: string, id: string, record: RecordState): PartName {
  if (!isCollectionName(collection)) return 'base';
  return yearOfRecord(collection, id, record)?.toString() ?? 'base';
}

/** The texts of all parts of a state, by name. `base` is always there. */
export function snapshotTexts(state: State): Map<PartName, string> {
  const parts = new Map<PartName, Record<string, { ids: string[]; records: RecordState[] }>>([
    ['base', {}],
  ]);
  for (const [name, { records }] of state.collections) {
    for (const [id, record] of records) {
      const partName = partOf(name, id, record);
      let part = parts.get(partName);
      if (!part) {
        part = {};
        parts.set(partName, part);
      }
      part[name] ??= { ids: [], records: [] };
      part[name].ids.push(id);
      part[name].records.push(record);
    }
  }
  return new Map(
    [...parts].map(([name, part]) => [name, JSON.stringify({ collections: part } satisfies Part)]),
  );
}

/**
 * Adds a part to a state, joining records that a newer change set has already touched.
 * Throws SyntaxError on text that is no JSON; the caller rebuilds the snapshot then.
 */
export function addPart(state: State, text: string): void {
  // Snapshots are this app's own cache; storage checks their hash before handing them out.
  const part = JSON.parse(text) as Part;
  for (const [name, rows] of Object.entries(part.collections)) {
    collectionOf(state, name).add(rows);
  }
  state.revision += 1;
}
