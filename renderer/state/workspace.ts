import { useSyncExternalStore } from 'react';
import { v7 as newUuid } from 'uuid';
import type { ChangeSet } from '../../shared/changes/change-set';
import { type DraftOptions, draftSet, type Edit } from '../../shared/changes/draft';
import { listOf, recordOf, recordOrDefault } from '../../shared/changes/records';
import { addPart } from '../../shared/changes/snapshot';
import { deviceOf } from '../../shared/changes/stamp';
import {
  applySet,
  collectionOf,
  emptyState,
  type RecordState,
  type State,
} from '../../shared/changes/state';
import {
  type Audience,
  type Direction,
  isSubmission,
  newestObstacle,
  obstaclesTo,
  takingBack,
} from '../../shared/changes/undo-steps';
import { type CollectionName, keepingOf, type RecordOf } from '../../shared/model/collections';
import type { CallOutput, RpcError } from '../../shared/rpc';
import type { ActionLabel } from '../i18n/action-labels';
import { CallFailed, call, listen } from './bridge';
import { clock } from './clock';
import {
  aboutOf,
  contentOf,
  forgetOwnSet,
  isKnownSet,
  knownDirection,
  knowsAllSteps,
  lastStep,
  noteOwnSet,
  readAbouts,
  readContent,
  readOlderSteps,
  resetSteps,
  type SetAbout,
} from './own-steps';

type Opened = Extract<CallOutput<'workspace.open'>, { status: 'open' }>;
type Locked = Extract<CallOutput<'workspace.open'>, { status: 'locked' }>;

/**
 * The renderer's replica of the unit. `state` is updated in place; a new Replica object is made
 * for every change, so that `useMemo(…, [replica])` sees it.
 */
export interface Replica {
  readonly state: State;
  readonly device: string;
  readonly sample: boolean;
  readonly folder: string;
  readonly readOnly: RpcError | null;
  /** When the backup was made that is being looked at. */
  readonly backup?: string | undefined;
  /** Snapshot parts not read yet, e.g. years long past. */
  readonly missing: readonly string[];
}

/** What a locked screen has to know. */
export type LockFacts = Pick<Locked, 'canRemember' | 'waitSeconds'>;

/** What the renderer knows of its data folder. */
export type Workspace =
  | { readonly status: 'opening' }
  | { readonly status: 'empty' }
  | Locked
  | { readonly status: 'failed'; readonly error: RpcError }
  | {
      readonly status: 'open';
      readonly replica: Replica;
      /** Set while the unit is locked: the page stays behind the lock, with what was typed. */
      readonly lock?: LockFacts | undefined;
    };

let workspace: Workspace = { status: 'opening' };
const listeners = new Set<() => void>();

function show(next: Workspace): void {
  workspace = next;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The state of the data folder, for the shell. */
export function useWorkspace(): Workspace {
  return useSyncExternalStore(subscribe, () => workspace);
}

function opened(): Replica {
  if (workspace.status !== 'open') throw new Error('no workspace is open');
  return workspace.replica;
}

/** The replica as it is now, for what is no component. Throws where nothing is open. */
export const currentReplica = (): Replica => opened();

/** The replica, for everything below the shell; changes identity with every change. */
export function useReplica(): Replica {
  return useSyncExternalStore(subscribe, opened);
}

/** Id of this PC; undefined while no workspace is open. */
export function thisDevice(): string | undefined {
  return workspace.status === 'open' ? workspace.replica.device : undefined;
}

/** All live records of a collection; the same array until one of them changes. */
export function useRecords<N extends CollectionName>(name: N): readonly RecordOf<N>[] {
  return useSyncExternalStore(subscribe, () => listOf(opened().state, name));
}

/** The live record of that id. */
export function useRecord<N extends CollectionName>(name: N, id: string): RecordOf<N> | undefined {
  return useSyncExternalStore(subscribe, () => recordOf(opened().state, name, id));
}

/** The state whose holidays the calendar has, and their revision; few units have any. */
let holidays: { state: State; revision: number } | undefined;

/** Lets the calendar follow the unit's holidays, and draws what was drawn without them again. */
function followHolidays(state: State): void {
  const revision = state.collections.get('holiday')?.revision ?? 0;
  if (holidays ? holidays.state === state && holidays.revision === revision : revision === 0)
    return;
  holidays = { state, revision };
  void import('../../shared/insight/unit-calendar').then(({ unitCalendar }) => {
    unitCalendar(state);
    if (workspace.status === 'open' && workspace.replica.state === state) changed();
  });
}

/** Shows the open workspace with another replica, locked or not as it was. */
function showReplica(replica: Replica): void {
  followHolidays(replica.state);
  const lock = workspace.status === 'open' ? workspace.lock : undefined;
  show({ status: 'open', replica, lock });
}

const changed = (): void => showReplica({ ...opened() });

function adopt(answer: CallOutput<'workspace.open'>): void {
  resetSteps();
  // What is still on its way belongs to the replica that goes away.
  pending.length = 0;
  sending = Promise.resolve();
  if (answer.status === 'locked' && workspace.status === 'open') {
    const { canRemember, waitSeconds } = answer;
    show({ ...workspace, lock: { canRemember, waitSeconds } });
    return;
  }
  if (answer.status !== 'open') {
    show(answer);
    return;
  }
  const { device, sample, folder, readOnly, backup } = answer satisfies Opened;
  const state = emptyState();
  for (const { lines } of answer.parts) addPart(state, lines);
  for (const set of answer.tail) applySet(state, set);
  state.counter = Math.max(state.counter, answer.counter);
  const read = new Set(answer.parts.map((part) => part.name));
  const missing = answer.partNames.filter((name) => !read.has(name));
  followHolidays(state);
  show({ status: 'open', replica: { state, device, sample, folder, readOnly, backup, missing } });
}

type Opening =
  | 'workspace.open'
  | 'workspace.create'
  | 'workspace.openSample'
  | 'workspace.leaveSample'
  | 'workspace.continueAsNew'
  | 'workspace.moveHere';

/** Opens, makes or changes the data folder. A failure is shown by the shell, never thrown. */
export async function openWorkspace(how: Opening = 'workspace.open'): Promise<void> {
  try {
    adopt(await call(how, null));
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error;
    show({ status: 'failed', error: error.error });
  }
}

/** Shows the unit that was just unlocked; a page that stood behind the lock is still there. */
export function adoptUnlocked(answer: CallOutput<'vault.unlock'>): void {
  adopt(answer);
}

/** Shows what an import brought in. */
export function adoptImport(answer: CallOutput<'transfer.setUp'>): void {
  adopt(answer);
}

/** Reads the years that were left out at the start, all or those from one on; then they are there. */
export async function readMissingYears(from = ''): Promise<void> {
  const { state, missing } = opened();
  const wanted = missing.filter((name) => name >= from);
  if (wanted.length === 0) return;
  for (const name of wanted) addPart(state, await call('workspace.part', name));
  const now = opened();
  showReplica({ ...now, missing: now.missing.filter((name) => !wanted.includes(name)) });
}

/** Hears of change sets that came from outside this window. */
export function followChanges(): () => void {
  const ends = [
    listen('workspace.changed', ({ sets }) => {
      for (const set of sets) applySet(opened().state, set);
      changed();
    }),
    listen('workspace.locked', () => {
      // Covered at once; how long to wait is asked for behind the cover.
      if (workspace.status === 'open') {
        show({ ...workspace, lock: { canRemember: false, waitSeconds: 0 } });
      }
      void openWorkspace();
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}

/** Commits on their way to the disk, oldest first, each with what it replaced in the replica. */
const pending: { set: ChangeSet; before: [string, string, RecordState | undefined][] }[] = [];
let sending: Promise<unknown> = Promise.resolve();

function takeBackFrom(first: number): void {
  const { state } = opened();
  for (const { before } of pending.splice(first).reverse()) {
    for (const [name, id, record] of before) {
      const collection = collectionOf(state, name);
      if (record) collection.records.set(id, record);
      else collection.records.delete(id);
      collection.revision += 1;
    }
  }
  changed();
}

async function send(set: ChangeSet, audience: 'shared' | 'private'): Promise<void> {
  const { state } = opened();
  const entry = {
    set,
    before: set.changes.map(({ collection, id }): [string, string, RecordState | undefined] => [
      collection,
      id,
      state.collections.get(collection)?.records.get(id),
    ]),
  };
  pending.push(entry);
  applySet(state, set);
  changed();
  const earlier = sending;
  const sent = (async () => {
    // Order matters: a set may build on the one before. If that failed, this one is gone as well.
    await earlier.catch(() => undefined);
    if (!pending.includes(entry)) throw new CallFailed({ code: 'cancelled' });
    try {
      await call('workspace.commit', { set, audience });
      if (pending.includes(entry)) pending.splice(pending.indexOf(entry), 1);
    } catch (error) {
      if (pending.includes(entry)) takeBackFrom(pending.indexOf(entry));
      throw error;
    }
  })();
  sending = sent;
  await sent;
}

/** Resolves when what was committed so far is on the disk, or was taken back. */
export const allSent = (): Promise<unknown> => sending.catch(() => undefined);

/** Who this PC belongs to: the author of its change sets; empty until someone says "mine". */
export function ownerOf({ state, device }: Replica): string {
  return recordOrDefault(state, 'device', device).person;
}

/** How a commit is made, besides its edits. */
export interface CommitOptions {
  /** `private` keeps the change on this PC: drafts of a self-rating, and own books by default. */
  readonly audience?: 'shared' | 'private';
  /** Write everything again for those who never saw the private values. */
  readonly publish?: boolean;
}

function build(label: string, edits: readonly Edit[], options: DraftOptions) {
  const replica = opened();
  const wall = clock.now().toISOString();
  const signature = { device: replica.device, author: ownerOf(replica), wall, label };
  return draftSet(replica.state, edits, signature, options);
}

async function sendOwn(set: ChangeSet, audience: Audience): Promise<void> {
  noteOwnSet(opened().state, set, audience);
  try {
    await send(set, audience);
  } catch (error) {
    forgetOwnSet(set.stamp);
    throw error;
  }
}

/**
 * Carries out one user action: shown at once, acknowledged when it is on the disk. Rejects with
 * CallFailed after the replica was put back as it was.
 */
export async function commit(
  label: ActionLabel,
  edits: readonly Edit[],
  options: CommitOptions = {},
): Promise<void> {
  const isOwnBook = edits.some(({ collection }) => keepingOf(collection) !== 'shared');
  const { audience = isOwnBook ? 'private' : 'shared', publish = false } = options;
  // The journal tells by the label alone that a set handed a draft in.
  if (publish !== isSubmission(label)) throw new Error(`${label} cannot be published`);
  const set = build(label, edits, { publish });
  if (set) await sendOwn(set, audience);
}

/** What came of an undo or redo. */
export type StepResult =
  | { readonly done: true; readonly label: string }
  | { readonly done: false; readonly reason: 'nothing' }
  | { readonly done: false; readonly reason: 'lost' }
  /** A later change stands on it, which was made by `by`. */
  | { readonly done: false; readonly reason: 'overtaken'; readonly by: SetAbout };

/**
 * What is missing to take the next step, as the work that gets it; else the step's outcome so far.
 * Everything may have changed after that work, so the question is asked again from the start.
 */
function prepare(direction: Direction) {
  const step = lastStep(direction);
  if (!step) return knowsAllSteps() ? ('nothing' as const) : readOlderSteps;
  const content = contentOf(step.stamp);
  if (!content) return () => readContent(step.stamp);
  const { state, device, missing } = opened();
  const isHere = content.set.changes.every(({ collection, id }) =>
    state.collections.get(collection)?.records.has(id),
  );
  if (!isHere && missing.length > 0) return readMissingYears;
  const edits = takingBack(state, content);
  if (!edits) return 'lost' as const;
  // Own sets of the same direction took back, or did again, what came later than this step.
  const obstacles = obstaclesTo(
    state,
    content,
    edits,
    (stamp) => deviceOf(stamp) === device && knownDirection(stamp) === direction,
  );
  const unknown = obstacles.map(({ stamp }) => stamp).filter((stamp) => !isKnownSet(stamp));
  if (unknown.length > 0) return () => readAbouts(unknown);
  const { stamp } = newestObstacle(obstacles) ?? {};
  if (stamp && !aboutOf(stamp)) return () => readAbouts([stamp]);
  return { step, edits, by: stamp === undefined ? undefined : aboutOf(stamp) };
}

async function take(direction: Direction): Promise<StepResult> {
  let prepared = prepare(direction);
  while (typeof prepared === 'function') {
    await prepared();
    prepared = prepare(direction);
  }
  if (prepared === 'nothing' || prepared === 'lost') return { done: false, reason: prepared };
  const { step, edits, by } = prepared;
  if (by) return { done: false, reason: 'overtaken', by };
  const set = build(direction, edits, { undoes: step.stamp });
  if (!set) return { done: false, reason: 'lost' };
  await sendOwn(set, step.audience);
  return { done: true, label: step.label };
}

/** Takes the last own action back. */
export const undo = (): Promise<StepResult> => take('undo');

/** Does what was last taken back once more. */
export const redo = (): Promise<StepResult> => take('redo');

/** An id for a new record without natural key. */
export const newId = (): string => newUuid();
