import type { BackupKeeper } from './backup-keeper';
import type { WorkspaceSession } from './session';

/** Ms after the start before the first backup of the day: the window comes first. */
const afterStart = 15_000;

/** Ms between two looks whether a day has begun, or whether a stick has come back. */
const usualBeat = 10 * 60_000;

/** Makes the backup of the day, once a day and place, while the app runs. Returns what ends it. */
export function scheduleBackups(
  session: WorkspaceSession,
  keeper: BackupKeeper,
  timing = { first: afterStart, beat: usualBeat },
): () => void {
  const look = async (): Promise<void> => {
    if (!session.isOwn || session.workspace.readOnly || session.workspace.counter === 0) return;
    if (await keeper.isDue()) await keeper.daily(session.workspace);
  };
  const quietly = (): void => void look().catch(() => undefined);
  const first = setTimeout(quietly, timing.first);
  const timer = setInterval(quietly, timing.beat);
  first.unref();
  timer.unref();
  return () => {
    clearTimeout(first);
    clearInterval(timer);
  };
}

/**
 * After a unit was encrypted, or opened for good: a backup of it as it is now, and then, in every
 * place where that worked, no backup of it as it was before. Encrypted ones stay when the unit is
 * opened, because nothing is given away by them.
 */
export async function replaceBackups(
  session: WorkspaceSession,
  keeper: BackupKeeper,
): Promise<void> {
  const { workspace } = session;
  const made = await keeper.backUp(workspace, 'encryption');
  const key = workspace.key?.id;
  if (key === undefined || made.length === 0) return;
  await keeper.removeWhere(({ unit, key: other }) => unit === workspace.unitId && other !== key);
}
