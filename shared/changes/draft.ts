import type { ChangeSet, RecordChange } from './change-set';
import { dated } from './dated';
import { type JsonValue, sameValue } from './json';
import { type Stamp, stampOf } from './stamp';
import { entriesOf, type RecordState, type State } from './state';

/** Fields of one record that the user wants to set; `null` clears a field. */
export interface Edit {
  readonly collection: string;
  readonly id: string;
  readonly fields: Readonly<Record<string, JsonValue>>;
}

/** What a change set says besides its changes. */
export interface Signature {
  readonly device: string;
  readonly author: string;
  /** Wall time, ISO 8601 with Z; for people, never for order. */
  readonly wall: string;
  readonly label: string;
}

/** How a change set is made, besides its edits. */
export interface DraftOptions {
  readonly publish?: boolean;
  readonly undoes?: Stamp | undefined;
}

/** A field that was never set and one that was cleared read the same. */
const isUnchanged = (before: JsonValue | undefined, value: JsonValue): boolean =>
  sameValue(before ?? null, value);

/**
 * Writing to a record that was deleted makes it anew: a natural key has only one id to be made
 * under. What it held before does not come back; that is what restoring (`deleted: false`) is for.
 */
function fieldsOf(record: RecordState | undefined, edit: Edit): Edit['fields'] {
  if (record?.values.deleted !== true || Object.hasOwn(edit.fields, 'deleted')) return edit.fields;
  const emptied = Object.keys(record.values).map((field) => [field, null] as const);
  return { ...Object.fromEntries(emptied), ...edit.fields, deleted: false };
}

function changeOf(
  state: State,
  edit: Edit,
  { publish, undoes }: DraftOptions,
): RecordChange | undefined {
  const record = state.collections.get(edit.collection)?.records.get(edit.id);
  const fields: Record<string, JsonValue> = {};
  const parents: Record<string, string[]> = {};
  // What is taken back in a deleted record does not make it anew.
  const wanted = undoes === undefined ? fieldsOf(record, edit) : edit.fields;
  for (const [field, value] of Object.entries(wanted)) {
    const entries = entriesOf(record, field);
    const isWanted = publish || undoes !== undefined || entries.length > 1;
    if (!isWanted && isUnchanged(entries[0]?.[1], value)) continue;
    fields[field] = value;
    const stamps = entries.map(([stamp]) => stamp);
    if (publish) stamps.push(...(record?.replaced?.[field] ?? []));
    if (stamps.length > 0) parents[field] = stamps;
  }
  if (Object.keys(fields).length === 0) return undefined;
  return {
    collection: edit.collection,
    id: edit.id,
    fields,
    ...(Object.keys(parents).length > 0 && { parents }),
  };
}

/** One edit a record: of two edits of the same field in one action the later counts. */
function joinedEdits(edits: readonly Edit[]): Edit[] {
  const joined = new Map<string, Edit>();
  for (const edit of edits) {
    const key = `${edit.collection} ${edit.id}`;
    const fields = { ...joined.get(key)?.fields, ...edit.fields };
    joined.set(key, { ...edit, fields });
  }
  return [...joined.values()];
}

/**
 * The change set that carries out `edits` on `state`; undefined when nothing would change.
 * Values equal to the shown ones are left out, unless the field is in conflict (choosing the shown
 * value settles it) or `publish` is set.
 *
 * `publish` is for submitting a private draft: every field is written again, and its parents are
 * all values ever replaced, because the machines that get this set never saw the private ones.
 *
 * Changes of tracked fields are dated on the way; see dated.ts.
 *
 * With `undoes`, the stamp of an own set that is taken back or done again, equal values are written
 * as well: the journal alone must tell which steps were taken.
 */
export function draftSet(
  state: State,
  edits: readonly Edit[],
  signature: Signature,
  options: DraftOptions = {},
): ChangeSet | undefined {
  const joined = joinedEdits(edits);
  // What is taken back takes its dates with it; what is published has them.
  const isNews = options.undoes === undefined && !options.publish;
  const whole = isNews ? dated(state, joined, signature.wall) : joined;
  const changes = whole.flatMap((edit) => changeOf(state, edit, options) ?? []);
  if (changes.length === 0) return undefined;
  return {
    stamp: stampOf(state.counter + 1, signature.device),
    author: signature.author,
    wall: signature.wall,
    label: signature.label,
    ...(options.undoes !== undefined && { undoes: options.undoes }),
    changes,
  };
}
