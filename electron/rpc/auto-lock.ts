import type { Emit } from './handlers';
import type { WorkspaceSession } from './session';

/** Why a unit was locked. */
export type LockReason = 'user' | 'idle' | 'system';

/** Locks the open unit, if it is encrypted, and tells the window. */
export async function lockUnit(
  session: WorkspaceSession,
  reason: LockReason,
  emit: Emit,
): Promise<void> {
  if (await session.lock()) emit('workspace.locked', { reason });
}

/** What locking by itself hears of the machine. */
export interface Presence {
  /** Seconds since the user last touched keyboard or mouse, in any program. */
  readonly idleSeconds: () => number;
  /** Hears when the screen is locked or the PC goes to sleep. */
  readonly onAway: (heard: () => void) => void;
  /** Minutes after which to lock; 0 for never. */
  readonly minutes: () => Promise<number>;
  readonly lock: (reason: LockReason) => Promise<void>;
}

/** How often the user's presence is looked at, in ms. */
const usualBeat = 15_000;

/** Locks when the user is away. Returns what ends it. */
export function startAutoLock(presence: Presence, beat = usualBeat): () => void {
  const look = async (): Promise<void> => {
    const minutes = await presence.minutes();
    if (minutes > 0 && presence.idleSeconds() >= minutes * 60) await presence.lock('idle');
  };
  const timer = setInterval(() => void look().catch(() => undefined), beat);
  timer.unref();
  presence.onAway(() => void presence.lock('system').catch(() => undefined));
  return () => clearInterval(timer);
}
