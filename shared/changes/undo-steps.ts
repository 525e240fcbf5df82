import type { ChangeSet, RecordChange } from './change-set';
import type { Edit } from './draft';
import type { JsonValue } from './json';
import type { Stamp } from './stamp';
import { entriesOf, type RecordState, type State } from './state';

/** How many own actions can be taken back. */
export const mostSteps = 100;

/** Who may see a change set. */
export type Audience = 'shared' | 'private';

/** What is known of an own change set without its changes. */
export interface OwnSet {
  readonly stamp: Stamp;
  readonly label: string;
  readonly audience: Audience;
  readonly undoes?: Stamp | undefined;
}

/** An own action that can be taken back, or done again: the set that did it last, and its name. */
export interface UndoStep {
  /** Stamp of the set to be taken back: the action itself, or what undid or redid it. */
  readonly stamp: Stamp;
  /** Label of the action. */
  readonly label: string;
  readonly audience: Audience;
}

/** Own actions, the newest last. */
export interface Stacks {
  readonly undo: readonly UndoStep[];
  readonly redo: readonly UndoStep[];
}

/** Undo or redo, which are the labels of their change sets as well. */
export type Direction = 'undo' | 'redo';

/** Nothing done yet. */
export const noSteps: Stacks = { undo: [], redo: [] };

/** What was submitted has been seen; it is returned or submitted again, not taken back. */
const submissions: ReadonlySet<string> = new Set(['rating.submit']);

/** What is none of a user's daily work or stands for good, and Ctrl+Z must not meet. */
const outside: ReadonlySet<string> = new Set([
  'unit.found',
  'unit.create',
  'document.seal',
  'workspace.repair',
  'transfer.import',
  'transfer.undoImport',
  'transfer.export',
  'transfer.trust',
]);

/** Whether sets of that label hand a draft in, and so are made with `publish`. */
export const isSubmission = (label: string): boolean => submissions.has(label);

/** Whether a set was made by undo or by redo; undefined for every other. */
export function directionOf({
  label,
  undoes,
}: Pick<OwnSet, 'label' | 'undoes'>): Direction | undefined {
  if (undoes === undefined) return undefined;
  return label === 'undo' || label === 'redo' ? label : undefined;
}

/** The stacks after one more own set; sets come in stamp order. */
export function afterOwnSet(stacks: Stacks, set: OwnSet): Stacks {
  const { undo, redo } = stacks;
  const { stamp, label, audience } = set;
  if (outside.has(label)) return stacks;
  if (isSubmission(label)) {
    return { undo: undo.filter((step) => step.audience !== 'private'), redo: [] };
  }
  const direction = directionOf(set);
  const last = direction && stacks[direction].at(-1);
  if (last && last.stamp === set.undoes) {
    const moved = { ...last, stamp };
    return direction === 'undo'
      ? { undo: undo.slice(0, -1), redo: [...redo, moved] }
      : { undo: [...undo, moved], redo: redo.slice(0, -1) };
  }
  return { undo: [...undo, { stamp, label, audience }].slice(-mostSteps), redo: [] };
}

/** The stacks that own sets, in stamp order, lead to. Needs no more than the journal holds. */
export function stacksOf(sets: Iterable<OwnSet>, from: Stacks = noSteps): Stacks {
  let stacks = from;
  for (const set of sets) stacks = afterOwnSet(stacks, set);
  return stacks;
}

/** Values that a change replaced, by field: null where nothing was set; absent where lost. */
export type Before = Readonly<Record<string, JsonValue>>;

/** A set together with what each of its changes replaced, in the same order. */
export interface StepContent {
  readonly set: ChangeSet;
  readonly before: readonly Before[];
}

/** What `set` replaces. Call it on the state before `set` is applied. */
export function replacedBy(state: State, set: ChangeSet): Before[] {
  return set.changes.map((change) => {
    const record = recordIn(state, change);
    const before = Object.keys(change.fields).map(
      (field) => [field, record?.values[field] ?? null] as const,
    );
    return Object.fromEntries(before);
  });
}

const recordIn = (state: State, { collection, id }: RecordChange): RecordState | undefined =>
  state.collections.get(collection)?.records.get(id);

/** All stamps that ever reached a record: values that stand and values that were replaced. */
function stampsOf(record: RecordState): Stamp[] {
  const standing = Object.keys(record.values).flatMap((field) =>
    entriesOf(record, field).map(([stamp]) => stamp),
  );
  return [...standing, ...Object.values(record.replaced ?? {}).flat()];
}

/** Whether the set made the record: nothing older ever reached it. */
function isMaking(record: RecordState | undefined, stamp: Stamp): boolean {
  return record === undefined || stampsOf(record).every((known) => known >= stamp);
}

/**
 * The edits that bring back what the set of a step replaced; undefined where a replaced value is
 * not known any more. A record that the set made goes away by a tombstone and keeps its fields.
 */
export function takingBack(state: State, { set, before }: StepContent): Edit[] | undefined {
  const edits: Edit[] = [];
  for (const [index, change] of set.changes.entries()) {
    const { collection, id, fields } = change;
    if (isMaking(recordIn(state, change), set.stamp)) {
      edits.push({ collection, id, fields: { deleted: true } });
      continue;
    }
    const values = before[index] ?? {};
    if (Object.keys(fields).some((field) => !Object.hasOwn(values, field))) return undefined;
    edits.push({ collection, id, fields: values });
  }
  return edits;
}

/** A value that stands on what a step would take back. */
export interface Obstacle {
  readonly collection: string;
  readonly id: string;
  readonly field: string;
  readonly stamp: Stamp;
}

/**
 * Values that came after the set of a step, in the fields it wrote or, where `edits` delete the
 * record, in any field. `isOurs` tells own sets that only undid (or redid) something that came
 * later than the step: they leave things as the step made them.
 */
export function obstaclesTo(
  state: State,
  { set }: StepContent,
  edits: readonly Edit[],
  isOurs: (stamp: Stamp) => boolean,
): Obstacle[] {
  const found: Obstacle[] = [];
  for (const [index, change] of set.changes.entries()) {
    const record = recordIn(state, change);
    if (!record) continue;
    const { collection, id, fields } = change;
    const isWritten = (field: string) => Object.hasOwn(fields, field);
    const isDeleting = edits[index]?.fields.deleted === true;
    // In a record that was deleted since, nobody would see what was taken back.
    const isGone = record.values.deleted === true && !isWritten('deleted');
    for (const field of Object.keys(record.values)) {
      if (!isWritten(field) && !isDeleting && !(isGone && field === 'deleted')) continue;
      for (const [stamp] of entriesOf(record, field)) {
        const isFine = isWritten(field) ? stamp === set.stamp : stamp <= set.stamp;
        if (!isFine && !isOurs(stamp)) found.push({ collection, id, field, stamp });
      }
    }
  }
  return found;
}

/** The newest of the obstacles: what the user is told about. */
export function newestObstacle(obstacles: readonly Obstacle[]): Obstacle | undefined {
  return obstacles.reduce<Obstacle | undefined>(
    (top, one) => (top && top.stamp >= one.stamp ? top : one),
    undefined,
  );
}
