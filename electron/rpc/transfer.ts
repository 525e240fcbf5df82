import type { Day } from '../../shared/calendar/day';
import { StorageError } from '../storage/storage-error';
import { fileName, type SavePlace } from './file-name';
import type { Emit, SectionHandlers } from './handlers';
import { reportTo } from './progress';
import type { WorkspaceSession } from './session';

/** How packages get in and out. */
export interface TransferServices {
  readonly savePlace: SavePlace;
  /** Asks for a package to read; null when the user gave up. */
  readonly openPlace: () => Promise<string | null>;
  readonly today: () => Day;
  /** Hears of a file that was written at the user's wish. */
  readonly wrote: (path: string) => void;
}

// In a chunk of its own: most starts neither export nor import.
const packages = () => import('../transfer/package');

/** The calls on packages. Only what was inspected last can be imported. */
export function transferHandlers(
  session: WorkspaceSession,
  services: TransferServices,
  emit: Emit,
): SectionHandlers<'transfer'> {
  let inspected: { readonly path: string; readonly sha256: string } | undefined;
  return {
    'transfer.export': async () => {
      const { workspace } = session;
      const { unit, author } = await session.names();
      const proposal = fileName(`${unit}-${services.today()}`, 'touyan');
      const path = await services.savePlace(proposal, 'touyan');
      if (path === null) return null;
      const { writePackage } = await packages();
      const progress = reportTo(emit, 'transfer.export');
      const summary = await writePackage(workspace, path, { author, progress });
      services.wrote(path);
      return { path, package: summary };
    },
    'transfer.inspect': async () => {
      inspected = undefined;
      const path = await services.openPlace();
      if (path === null) return null;
      const { inspectPackage } = await packages();
      const progress = reportTo(emit, 'transfer.inspect');
      const summary = await inspectPackage(path, { progress });
      inspected = { path, sha256: summary.sha256 };
      return { path, package: summary };
    },
    'transfer.import': async ({ sha256 }) => {
      const chosen = inspected;
      if (chosen?.sha256 !== sha256) throw new StorageError('bad-input');
      const { importPackage } = await packages();
      const progress = reportTo(emit, 'transfer.import');
      return session.fillOwn((folder) =>
        importPackage(folder, chosen.path, { expectedSha256: sha256, progress }),
      );
    },
  };
}
