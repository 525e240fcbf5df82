import type { ChangeSet } from '../../shared/changes/change-set';
import type { Stamp } from '../../shared/changes/stamp';
import type { State } from '../../shared/changes/state';
import {
  type Audience,
  afterOwnSet,
  type Direction,
  directionOf,
  mostSteps,
  noSteps,
  type OwnSet,
  replacedBy,
  type StepContent,
  stacksOf,
  type UndoStep,
} from '../../shared/changes/undo-steps';
import type { CallOutput } from '../../shared/rpc';
import { call } from './bridge';

/** Who made a change set, when and what it was. */
export type SetAbout = CallOutput<'history.about'>[number];

/** Own sets of this session in stamp order; what came before, main tells from the journal. */
let session: OwnSet[] = [];
/** What the journal tells; undefined until somebody goes back that far. */
let base: CallOutput<'history.steps'> | undefined;
let stacks = noSteps;
/** Contents of steps, of this session and asked for. */
const contents = new Map<Stamp, StepContent>();
const abouts = new Map<Stamp, SetAbout>();

/** Forgets everything: another data folder was opened. */
export function resetSteps(): void {
  session = [];
  base = undefined;
  stacks = noSteps;
  contents.clear();
  abouts.clear();
}

/** Takes note of an own set that is about to be applied to `state`. */
export function noteOwnSet(state: State, set: ChangeSet, audience: Audience): void {
  const { stamp, label, undoes } = set;
  const own: OwnSet = { stamp, label, audience, undoes };
  session.push(own);
  stacks = afterOwnSet(stacks, own);
  contents.set(stamp, { set, before: replacedBy(state, set) });
  if (contents.size > 4 * mostSteps) forgetContents();
}

function forgetContents(): void {
  const steps = [...stacks.undo, ...stacks.redo];
  const kept = new Set(steps.map(({ stamp }) => stamp));
  for (const stamp of contents.keys()) if (!kept.has(stamp)) contents.delete(stamp);
}

/** A set did not reach the disk: there is nothing to take back, and what it took back stands. */
export function forgetOwnSet(stamp: Stamp): void {
  session = session.filter((own) => own.stamp !== stamp);
  contents.delete(stamp);
  stacks = stacksOf(session, base);
}

/** The step to take next. */
export const lastStep = (direction: Direction): UndoStep | undefined => stacks[direction].at(-1);

/** Whether older steps may be in the journal. */
export const knowsAllSteps = (): boolean => base !== undefined;

/** Asks main for the steps of earlier sessions. Rejects with CallFailed. */
export async function readOlderSteps(): Promise<void> {
  const answer = await call('history.steps', { before: session[0]?.stamp ?? null });
  base ??= answer;
  stacks = stacksOf(session, base);
}

/** What a step did; undefined until it was read. */
export const contentOf = (stamp: Stamp): StepContent | undefined => contents.get(stamp);

/** Asks main for what a step did. Rejects with CallFailed. */
export async function readContent(stamp: Stamp): Promise<void> {
  const { set, before } = await call('history.set', { stamp });
  contents.set(stamp, { set, before });
}

/** What is known of a set. */
export const aboutOf = (stamp: Stamp): SetAbout | undefined => abouts.get(stamp);

/** Asks main about sets; those it does not know get an empty answer. Rejects with CallFailed. */
export async function readAbouts(stamps: readonly Stamp[]): Promise<void> {
  for (const stamp of stamps) abouts.set(stamp, { stamp, author: '', wall: '', label: '' });
  for (const about of await call('history.about', [...stamps])) abouts.set(about.stamp, about);
}

/** Whether a set was made by undo or redo; undefined where it was not, or is not known yet. */
export function knownDirection(stamp: Stamp): Direction | undefined {
  const own = session.find((set) => set.stamp === stamp) ?? abouts.get(stamp);
  return own && directionOf(own);
}

/** Whether `knownDirection` can tell. */
export const isKnownSet = (stamp: Stamp): boolean =>
  abouts.has(stamp) || session.some((set) => set.stamp === stamp);
