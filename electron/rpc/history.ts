import type { CallOutput } from '../../shared/rpc';
import { History } from '../storage/history';
import type { IndexedSet } from '../storage/history-index';
import { StorageError } from '../storage/storage-error';
import type { Workspace } from '../storage/workspace';
import type { Emit, SectionHandlers } from './handlers';
import { reportTo } from './progress';
import type { WorkspaceSession } from './session';

type About = CallOutput<'history.about'>[number];

const aboutOf = ({ stamp, author, wall, label, undoes }: IndexedSet): About => ({
  stamp,
  author,
  wall,
  label,
  ...(undoes !== undefined && { undoes }),
});

/** The calls on what happened so far. */
export function historyHandlers(session: WorkspaceSession, emit: Emit): SectionHandlers<'history'> {
  // An index goes away with the workspace that it is of.
  const histories = new WeakMap<Workspace, History>();

  /** The history of the open workspace, with all that is on the disk now. */
  async function history(): Promise<History> {
    const workspace = await session.settled();
    let known = histories.get(workspace);
    if (!known) {
      known = new History(workspace);
      histories.set(workspace, known);
    }
    await known.refresh(reportTo(emit, 'history.index'));
    return known;
  }

  return {
    'history.steps': async ({ before }) => {
      const { undo, redo } = (await history()).steps(before);
      return { undo: [...undo], redo: [...redo] };
    },
    'history.page': async (about) => {
      const known = await history();
      const { asOf, total, rows } = known.page(about);
      return {
        asOf,
        total,
        rows: rows.map((row) => ({
          ...aboutOf(row),
          audience: row.audience,
          records: [...row.named],
          recordCount: row.records.length,
        })),
        ...known.choices(),
      };
    },
    'history.set': async ({ stamp, most }) => {
      const found = await (await history()).set(stamp, most);
      if (!found) throw new StorageError('bad-input', { stamp });
      return { ...found, before: found.before.map((values) => ({ ...values })) };
    },
    'history.record': async (key) => {
      const sets = await (await history()).record(key);
      return sets.map(({ parents, undoes, fields, ...about }) => ({
        ...about,
        ...(undoes !== undefined && { undoes }),
        fields: { ...fields },
        ...(parents && {
          parents: Object.fromEntries(
            Object.entries(parents).map(([field, stamps]) => [field, [...stamps]]),
          ),
        }),
      }));
    },
    'history.about': async (stamps) => (await history()).about(stamps).map(aboutOf),
  };
}
