import { compareWithBackup } from '../storage/backup-content';
import type { BackupStore } from '../storage/backup-store';
import { rebuildFromBackup } from '../storage/rebuild';
import { StorageError } from '../storage/storage-error';
import type { BackupKeeper, BackupPlace } from './backup-keeper';
import type { Emit, FirstName, SectionHandlers } from './handlers';
import { reportTo } from './progress';
import type { WorkspaceSession } from './session';

/** Differences that a window is given at once; more are told by their number. */
const mostDifferences = 20_000;

/** What the calls on backups need of the machine. */
export interface BackupServices {
  readonly keeper: BackupKeeper;
  /** Asks for a folder; null when the user gave up. */
  readonly chooseFolder: () => Promise<string | null>;
}

/** The calls on backups, but for what Home asks. */
export function backupHandlers(
  session: WorkspaceSession,
  { keeper, chooseFolder }: BackupServices,
  emit: Emit,
): Omit<SectionHandlers<'backups'>, FirstName> {
  let running: AbortController | undefined;

  /** One long job at a time, which can be cancelled. */
  const asJob = async <T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    if (running) throw new StorageError('bad-input');
    running = new AbortController();
    try {
      return await work(running.signal);
    } finally {
      running = undefined;
    }
  };

  const listIn = async (place: BackupPlace, store: BackupStore) => {
    // Where nothing can be opened, any unit's backup may be the one that is looked for.
    const open = session.openUnit;
    const manifests = (await store.list()).filter(({ unit }) => (open ?? unit) === unit);
    return manifests.map(({ id, unit, madeAt, reason, files, key }) => ({
      place,
      id,
      unit,
      madeAt,
      reason,
      bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
      isEncrypted: key !== undefined,
    }));
  };

  const list = async () => {
    const failures = await keeper.failures();
    const places = await Promise.all(
      (await keeper.stores()).map(async ({ place, store }) => {
        const failure = failures.find((one) => one.place === place);
        // A stick that is away has no list; that it is away shows when a backup is made.
        const backups = await listIn(place, store).catch(() => []);
        return { place, path: store.place, failure: failure ?? null, backups };
      }),
    );
    return {
      places: places.map(({ place, path, failure }) => ({
        place,
        path,
        failure: failure && { since: failure.since, error: failure.error },
      })),
      backups: places
        .flatMap(({ backups }) => backups)
        .sort((a, b) => (a.madeAt > b.madeAt ? -1 : 1)),
    };
  };

  /** A backup that is being looked at is neither backed up nor compared. */
  const expectNoBackup = (): void => {
    if (session.isBrowsing) throw new StorageError('read-only');
  };

  const sourceOf = async ({ place, id }: { place: BackupPlace; id: string }) => {
    const store = await keeper.store(place);
    const manifest = await store.manifest(id);
    return { store, manifest, parent: keeper.copies };
  };

  return {
    'backups.list': list,
    'backups.make': async () => {
      expectNoBackup();
      await asJob((signal) =>
        keeper.backUp(session.workspace, 'by-hand', {
          signal,
          progress: reportTo(emit, 'backups.make'),
        }),
      );
      return list();
    },
    'backups.cancel': () => {
      running?.abort();
      return null;
    },
    'backups.chooseSecond': async () => {
      const folder = await chooseFolder();
      if (folder === null) return null;
      await keeper.chooseSecond(folder);
      await keeper.backUp(session.workspace, 'by-hand', {}, ['second']).catch(() => undefined);
      return list();
    },
    'backups.forgetSecond': async () => {
      await keeper.chooseSecond(undefined);
      return list();
    },
    'backups.check': async ({ place, id }) => {
      const { store, manifest } = await sourceOf({ place, id });
      const damaged = await asJob((signal) =>
        store.damaged(manifest, { signal, progress: reportTo(emit, 'backups.check') }),
      );
      return { damaged: damaged.map(({ path }) => path) };
    },
    'backups.compare': async ({ place, id }) => {
      expectNoBackup();
      const source = await sourceOf({ place, id });
      const { workspace } = session;
      const { differences, lost } = await compareWithBackup(workspace, {
        ...source,
        key: workspace.key,
      });
      return {
        differences: differences.slice(0, mostDifferences).map((difference) => ({
          ...difference,
          fields: Object.fromEntries(
            Object.entries(difference.fields).map(([name, [now, was]]) => [name, { now, was }]),
          ),
        })),
        total: differences.length,
        lost: lost.length,
      };
    },
    'backups.prepareRestore': async ({ place, id }) => {
      expectNoBackup();
      const { workspace } = session;
      await keeper.backUp(workspace, 'restore');
      const source = await sourceOf({ place, id });
      const { lost } = await compareWithBackup(workspace, { ...source, key: workspace.key });
      if (lost.length === 0) return null;
      const { added } = await workspace.appendForeign(lost, { isRecovery: true });
      if (added.length > 0) emit('workspace.changed', { sets: added });
      return null;
    },
    'backups.browse': async ({ place, id }) => {
      const source = await sourceOf({ place, id });
      return session.browse(source);
    },
    'backups.rebuild': async ({ place, id, secret }) => {
      const source = await sourceOf({ place, id });
      return session.rebuildOwn((folder) =>
        rebuildFromBackup(folder, source, {
          ...(secret && { secret }),
          progress: reportTo(emit, 'backups.rebuild'),
        }),
      );
    },
  };
}
