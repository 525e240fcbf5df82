import { join } from 'node:path';
import type { DataKey } from '../storage/data-key';
import type { ExtraSet } from '../storage/repair';
import type { Emit, SectionHandlers } from './handlers';
import { reportTo } from './progress';
import type { WorkspaceSession } from './session';

// In a chunk of its own: hardly anybody will ever need it.
const repair = () => import('../storage/repair');

/** Places that a window is told of; there may be very many more. */
const mostPlaces = 200;

/** What a repair needs of the rest of the app. */
export interface RepairSources {
  /** Sets that the backups of this folder hold. */
  readonly extraSets?: (folder: string, key: DataKey | undefined) => AsyncIterable<ExtraSet>;
  /** Hears of a folder that may now be shown in the system's file manager. */
  readonly wrote: (path: string) => void;
}

/** The calls on a damaged data folder. */
export function repairHandlers(
  session: WorkspaceSession,
  { extraSets, wrote }: RepairSources,
  emit: Emit,
): SectionHandlers<'repair'> {
  return {
    'repair.inspect': () =>
      session.onDamaged(async (folder, key) => {
        const { inspectWorkspace } = await repair();
        const { readable, damages, isDeviceLost } = await inspectWorkspace(folder, key);
        const places = damages.map(({ file, line, kind }) => ({ file, line, kind }));
        return {
          readable,
          places: places.slice(0, mostPlaces),
          total: places.length,
          isDeviceLost,
        };
      }),
    'repair.run': () =>
      session.repair(async (folder, key) => {
        const { repairWorkspace } = await repair();
        const report = await repairWorkspace(folder, {
          key,
          extraSets: extraSets?.(folder, key),
          progress: reportTo(emit, 'repair.run'),
        });
        const keptIn = join(folder, report.keptIn);
        wrote(keptIn);
        const { kept, restored, salvaged, damages, isNewDevice } = report;
        return { kept, restored, salvaged, unreadable: damages.length, keptIn, isNewDevice };
      }),
  };
}
