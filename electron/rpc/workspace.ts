import { StorageError } from '../storage/storage-error';
import type { Emit, SectionHandlers } from './handlers';
import { reportTo } from './progress';
import type { WorkspaceSession } from './session';

/** The calls on the data folder. */
export function workspaceHandlers(
  session: WorkspaceSession,
  emit: Emit,
): SectionHandlers<'workspace'> {
  return {
    'workspace.open': () => session.open(),
    'workspace.create': () => session.create(),
    'workspace.openSample': () => session.openSample(reportTo(emit, 'workspace.openSample')),
    'workspace.leaveSample': () => session.leaveSample(),
    'workspace.continueAsNew': () => session.settleCopy('new'),
    'workspace.moveHere': () => session.settleCopy('moved'),
    'workspace.part': async (name) => {
      const workspace = await session.settled();
      if (!workspace.partNames.includes(name)) throw new StorageError('bad-input');
      return [...(await workspace.readPart(name))];
    },
    'workspace.commit': async ({ set, audience }) => {
      await session.commit(set, audience);
      return { stamp: set.stamp };
    },
  };
}
