import { addPart } from '../../shared/changes/snapshot';
import { applySet, emptyState, type State } from '../../shared/changes/state';
import type { Workspace } from '../storage/workspace';

/** All records of a unit, shared and private, from its snapshot and what came after. */
export async function wholeState(workspace: Workspace): Promise<State> {
  const state = emptyState();
  for await (const part of workspace.readParts()) addPart(state, part);
  for (const set of workspace.tail) applySet(state, set);
  state.counter = Math.max(state.counter, workspace.counter);
  return state;
}

/** Records that belong to no year (unit, people, devices, receipts), without reading any year. */
export async function baseState(workspace: Workspace): Promise<State> {
  const state = emptyState();
  if (workspace.partNames.includes('base')) addPart(state, await workspace.readPart('base'));
  for (const set of workspace.tail) applySet(state, set);
  state.counter = Math.max(state.counter, workspace.counter);
  return state;
}
