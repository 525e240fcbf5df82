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
 * After a unit was encrypted, or opened for good: a backup of it as it is now. Where that is an
 * encrypted one and worked, the readable ones go; a stick that is away is cleared by its next
 * backup. Encrypted ones stay when the unit is opened: nothing is given away by them.
 */
export async function replaceBackups(
  session: WorkspaceSession,
  keeper: BackupKeeper,
): Promise<void> {
  await keeper.backUp(session.workspace, 'encryption');
}
