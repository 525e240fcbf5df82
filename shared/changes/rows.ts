import type { Stamp } from './stamp';
import type { RecordState } from './state';

/** What few records have: fields written at several times, replaced or contested. */
type More = Omit<RecordState, 'at' | 'values'>;

/**
 * The records of one collection as a line of a snapshot. Most were written once and whole, many of
 * them by one change set: a stamp stands once for its run of records, `more` names the few by their
 * place that have more than values.
 */
interface Rows {
  readonly collection: string;
  readonly ids: readonly string[];
  readonly at: readonly (readonly [stamp: Stamp, count: number])[];
  readonly values: readonly RecordState['values'][];
  readonly more: readonly (readonly [place: number, more: More])[];
}

/** A line of JSON with records of one collection; never with a line break. */
export function rowsText(
  collection: string,
  records: readonly (readonly [id: string, record: RecordState])[],
): string {
  const at: [Stamp, number][] = [];
  const more: [number, More][] = [];
  for (const [place, [, record]] of records.entries()) {
    const { at: stamp, values: _, ...rest } = record;
    const run = at.at(-1);
    if (run?.[0] === stamp) run[1] += 1;
    else at.push([stamp, 1]);
    if (Object.keys(rest).length > 0) more.push([place, rest]);
  }
  const ids = records.map(([id]) => id);
  const values = records.map(([, record]) => record.values);
  return JSON.stringify({ collection, ids, at, values, more } satisfies Rows);
}

const head = '{"collection":"';

/** Name of the collection of a line, which is not read for it. */
export const collectionNameIn = (line: string): string =>
  line.slice(head.length, line.indexOf('"', head.length));

/** Whether a record of a line may have rivals; the line is searched, not read. */
export const mayHaveRivals = (line: string): boolean => line.includes('"rivals":');

/** Hands the records of a line to `each`. Throws SyntaxError on what is no JSON. */
export function readRows(line: string, each: (id: string, record: RecordState) => void): void {
  // Snapshots are this app's own cache; storage checks their sum before handing them out.
  const { ids, at, values, more } = JSON.parse(line) as Rows;
  let place = 0;
  let next = 0;
  for (const [stamp, count] of at) {
    for (const end = place + count; place < end; place += 1) {
      const id = ids[place];
      const own = values[place];
      if (id === undefined || own === undefined) continue;
      const rest = more[next];
      if (rest?.[0] === place) next += 1;
      each(
        id,
        rest?.[0] === place ? { at: stamp, values: own, ...rest[1] } : { at: stamp, values: own },
      );
    }
  }
}
