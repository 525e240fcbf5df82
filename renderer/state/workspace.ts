import { useSyncExternalStore } from 'react';
import { v7 as newUuid } from 'uuid';
import type { ChangeSet } from '../../shared/changes/change-set';
import { draftSet, type Edit, inverseEdits } from '../../shared/changes/draft';
import { listOf, recordOf, recordOrDefault } from '../../shared/changes/records';
import { addPart } from '../../shared/changes/snapshot';
import { deviceOf } from '../../shared/changes/stamp';
import {
  applySet,
  collectionOf,
  emptyState,
  type RecordState,
  type State,
  stampOfField,
} from '../../shared/changes/state';
import type { CollectionName, RecordOf } from '../../shared/model/collections';
import type { CallOutput, RpcError } from '../../shared/rpc';
import { CallFailed, call, listen } from './bridge';

type Opened = Extract<CallOutput<'workspace.open'>, { status: 'open' }>;

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
  /** Snapshot parts not read yet, e.g. years long past. */
  readonly missing: readonly string[];
}

/** What the renderer knows of its data folder. */
export type Workspace =
  | { readonly status: 'opening' }
  | { readonly status: 'empty' }
  | { readonly status: 'failed'; readonly error: RpcError }
  | { readonly status: 'open'; readonly replica: Replica };

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

const changed = (): void => show({ status: 'open', replica: { ...opened() } });

function adopt(answer: CallOutput<'workspace.open'>): void {
  history.undo.length = 0;
  history.redo.length = 0;
  // What is still on its way belongs to the replica that goes away.
  pending.length = 0;
  sending = Promise.resolve();
  if (answer.status === 'empty') {
    show({ status: 'empty' });
    return;
  }
  const { device, sample, folder, readOnly } = answer satisfies Opened;
  const state = emptyState();
  for (const part of answer.parts) addPart(state, part.text);
  for (const set of answer.tail) applySet(state, set);
  state.counter = Math.max(state.counter, answer.counter);
  const read = new Set(answer.parts.map((part) => part.name));
  const missing = answer.partNames.filter((name) => !read.has(name));
  show({ status: 'open', replica: { state, device, sample, folder, readOnly, missing } });
}

type Opening =
  | 'workspace.open'
  | 'workspace.create'
  | 'workspace.openSample'
  | 'workspace.leaveSample';

/** Opens, makes or changes the data folder. A failure is shown by the shell, never thrown. */
export async function openWorkspace(how: Opening = 'workspace.open'): Promise<void> {
  try {
    adopt(await call(how, null));
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error;
    show({ status: 'failed', error: error.error });
  }
}

/** Shows what an import brought in. */
export function adoptImport(answer: CallOutput<'transfer.import'>): void {
  adopt(answer);
}

/** Reads all years that were left out at the start; resolves when they are there. */
export async function readMissingYears(): Promise<void> {
  const { state, missing } = opened();
  if (missing.length === 0) return;
  for (const name of missing) addPart(state, await call('workspace.part', name));
  show({ status: 'open', replica: { ...opened(), missing: [] } });
}

/** Hears of change sets that came from outside this window. */
export function followChanges(): () => void {
  return listen('workspace.changed', ({ sets }) => {
    for (const set of sets) applySet(opened().state, set);
    changed();
  });
}

/** An action that can be taken back, and what to set for it. */
interface Step {
  readonly label: string;
  readonly edits: readonly Edit[];
  readonly audience: 'shared' | 'private';
}

const history: { undo: Step[]; redo: Step[] } = { undo: [], redo: [] };

/** Steps whose action never reached the disk; there is nothing to take back. */
const failed = new WeakSet<Step>();

function drop(isGone: (step: Step) => boolean): void {
  history.undo = history.undo.filter((step) => !isGone(step));
  history.redo = history.redo.filter((step) => !isGone(step));
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

/** Who this PC belongs to: the author of its change sets; empty until someone says "mine". */
export function ownerOf({ state, device }: Replica): string {
  return recordOrDefault(state, 'device', device).person;
}

/** How a commit is made, besides its edits. */
export interface CommitOptions {
  /** `private` keeps the change on this PC (drafts of a self-rating). */
  readonly audience?: 'shared' | 'private';
  /** Write everything again for those who never saw the private values. */
  readonly publish?: boolean;
}

function build(label: string, edits: readonly Edit[], publish: boolean): ChangeSet | undefined {
  const replica = opened();
  const wall = new Date().toISOString();
  const signature = { device: replica.device, author: ownerOf(replica), wall, label };
  return draftSet(replica.state, edits, signature, { publish });
}

/**
 * Carries out one user action: shown at once, acknowledged when it is on the disk. Rejects with
 * CallFailed after the replica was put back as it was.
 */
export async function commit(
  label: string,
  edits: readonly Edit[],
  options: CommitOptions = {},
): Promise<void> {
  const set = build(label, edits, options.publish ?? false);
  if (!set) return;
  const audience = options.audience ?? 'shared';
  // What was submitted has been seen; it is returned or submitted again, not taken back.
  if (options.publish) {
    await send(set, audience);
    return drop((step) => step.audience === 'private');
  }
  const step: Step = { label, edits: inverseEdits(opened().state, set), audience };
  history.undo.push(step);
  if (history.undo.length > 100) history.undo.shift();
  history.redo.length = 0;
  try {
    await send(set, audience);
  } catch (error) {
    failed.add(step);
    drop((known) => known === step);
    throw error;
  }
}

/**
 * Whether somebody else's later change stands on what a step would take back. Own later changes
 * cannot: they are above it on the stack and were taken back before.
 */
function isOvertaken({ edits }: Step): boolean {
  const { state, device } = opened();
  return edits.some(({ collection, id, fields }) => {
    const record = state.collections.get(collection)?.records.get(id);
    return Object.keys(fields).some((field) => {
      const shown = record && stampOfField(record, field);
      return shown !== undefined && deviceOf(shown) !== device;
    });
  });
}

async function step(from: 'undo' | 'redo', to: 'undo' | 'redo'): Promise<StepResult> {
  const last = history[from].at(-1);
  if (!last) return { done: false, reason: 'nothing' };
  if (isOvertaken(last)) return { done: false, reason: 'overtaken' };
  const set = build(from, last.edits, false);
  history[from].pop();
  if (!set) return { done: false, reason: 'nothing' };
  const back: Step = { ...last, edits: inverseEdits(opened().state, set) };
  history[to].push(back);
  try {
    await send(set, last.audience);
  } catch (error) {
    failed.add(back);
    drop((known) => known === back);
    if (!failed.has(last)) history[from].push(last);
    throw error;
  }
  return { done: true, label: last.label };
}

/** What came of an undo or redo. */
export type StepResult =
  | { readonly done: true; readonly label: string }
  | { readonly done: false; readonly reason: 'nothing' | 'overtaken' };

/** Takes the last own action back. */
export const undo = (): Promise<StepResult> => step('undo', 'redo');

/** Does what was last taken back once more. */
export const redo = (): Promise<StepResult> => step('redo', 'undo');

/** An id for a new record without natural key. */
export const newId = (): string => newUuid();
