import { join } from 'node:path';
import type { Day } from '../../shared/calendar/day';
import type { ChangeSet } from '../../shared/changes/change-set';
import { edit, recordOf, recordOrDefault } from '../../shared/changes/records';
import type { State } from '../../shared/changes/state';
import { type IncomingGroup, previewOf } from '../../shared/insight/exchange/preview';
import { recordTitle } from '../../shared/insight/exchange/record-title';
import type { CallOutput } from '../../shared/rpc';
import { clock } from '../clock';
import { StorageError, storageError } from '../storage/storage-error';
import type { Workspace } from '../storage/workspace';
import type { PackageReader } from '../transfer/read-package';
import type { BackupKeeper } from './backup-keeper';
import { droppedPaths } from './dropped';
import { fileName, type SavePlace } from './file-name';
import type { Emit, SectionHandlers } from './handlers';
import { OneJob } from './one-job';
import { reportTo } from './progress';
import type { WorkspaceSession } from './session';

/** How packages get in and out. */
export interface TransferServices {
  readonly savePlace: SavePlace;
  /** Asks for packages to read; none when the user gave up. */
  readonly openPlaces: () => Promise<readonly string[]>;
  /** Asks for a folder, e.g. of a stick; null when the user gave up. */
  readonly chooseFolder: () => Promise<string | null>;
  /** Takes the packages that the system asked to open; none where there are none. */
  readonly asked: () => readonly string[];
  readonly backups: Pick<BackupKeeper, 'backUp'>;
  readonly today: () => Day;
  /** Reads packages, by default in this process. */
  readonly reader?: PackageReader;
  /** Hears of a file that was written at the user's wish. */
  readonly wrote: (path: string) => void;
}

// In chunks of their own: most starts neither export nor import.
const packages = () => import('../transfer/package');
const states = () => import('../transfer/workspace-state');

/** Flagged records that a window is given at once. */
const mostFlagged = 1_000;

/** What the opened packages would change, and what that was worked out from. */
interface Seen {
  readonly workspace: Workspace;
  readonly counter: number;
  readonly state: State;
  readonly sets: readonly ChangeSet[];
  /** Sets under this PC's own id that it does not hold; not among `sets`. */
  readonly strange: number;
  readonly unsigned: number;
  readonly incoming: State;
  readonly groups: readonly IncomingGroup[];
}

/** The calls on packages. */
export function transferHandlers(
  session: WorkspaceSession,
  services: TransferServices,
  emit: Emit,
): SectionHandlers<'transfer'> {
  const job = new OneJob();
  const estimating = new OneJob();
  let opening: Promise<import('../transfer/tray').Tray> | undefined;
  let seen: Seen | undefined;

  // Packages hold records, and the passphrases that open them.
  session.onClosed(() => {
    job.cancel();
    opening = undefined;
    seen = undefined;
  });

  const tray = () => {
    opening ??= import('../transfer/tray').then(({ Tray }) => new Tray(services.reader));
    return opening;
  };

  const tell = (...sets: readonly (ChangeSet | undefined)[]): void => {
    const known = sets.flatMap((set) => set ?? []);
    if (known.length > 0) emit('workspace.changed', { sets: known });
  };

  /** Where packages would go: the open unit, or an empty PC. */
  async function target() {
    const { nowhere } = await import('../transfer/tray');
    if (!session.isOwn) return nowhere;
    const { workspace } = session;
    const [{ baseState }, { ownKey }] = await Promise.all([
      states(),
      import('../transfer/devices'),
    ]);
    const state = await baseState(workspace);
    return { unitId: workspace.unitId, own: ownKey(workspace), state };
  }

  async function described(): Promise<CallOutput<'transfer.unlock'>> {
    seen = undefined;
    return { packages: (await tray()).describe(await target()) };
  }

  /** The preview of what is open now; made anew when packages or records changed. */
  async function look(): Promise<Seen> {
    const workspace = await session.settled();
    if (seen?.workspace === workspace && seen.counter === workspace.counter) return seen;
    const [
      { wholeState },
      { joinSegments },
      { fold },
      { judgingOf },
      { Provenance, unsignedSets },
    ] = await Promise.all([
      states(),
      import('../transfer/segments'),
      import('../../shared/changes/state'),
      import('../transfer/judging'),
      import('../transfer/provenance'),
    ]);
    const fitting = (await tray()).fitting(await target());
    const brought = joinSegments(fitting.map(({ read }) => read.sets));
    const strange = await workspace.strangeOwn(brought);
    const sets = brought.filter(({ stamp }) => !strange.has(stamp));
    const state = await wholeState(workspace);
    const provenance = new Provenance(
      workspace.unitId,
      state,
      workspace.device,
      fitting.map(({ read }) => read),
    );
    seen = {
      workspace,
      counter: workspace.counter,
      state,
      sets,
      strange: strange.size,
      unsigned: unsignedSets(state, sets, provenance),
      incoming: fold(sets),
      groups: previewOf(state, sets, judgingOf(state, clock.now(), provenance)),
    };
    return seen;
  }

  const personName = ({ state, incoming }: Seen, person: string): string =>
    recordOf(state, 'person', person)?.name ?? recordOrDefault(incoming, 'person', person).name;

  async function setTrust(device: string, status: 'trusted' | 'revoked') {
    await session.onOwn(async (workspace) => {
      const [{ baseState }, { keepPrivately }] = await Promise.all([
        states(),
        import('../transfer/receipts'),
      ]);
      const state = await baseState(workspace);
      if (!recordOf(state, 'trust', device)) throw new StorageError('bad-input', { device });
      const now = clock.now();
      const change = edit('trust', device, { status, since: now.toISOString() });
      tell(await keepPrivately(workspace, state, 'transfer.trust', [change], now));
    });
    return devices();
  }

  async function devices() {
    const { workspace } = session;
    const [{ baseState }, { devicesOf }] = await Promise.all([
      states(),
      import('../transfer/devices'),
    ]);
    return devicesOf(workspace, await baseState(workspace));
  }

  return {
    'transfer.estimate': (scope) =>
      estimating.replace(async (signal) => {
        const { workspace } = session;
        const [{ wholeState }, { estimate }] = await Promise.all([
          states(),
          import('../transfer/estimate'),
        ]);
        return estimate(workspace, await wholeState(workspace), scope, signal);
      }),
    'transfer.export': (input) =>
      job.run(async (signal) => {
        const { workspace } = session;
        const { unit, author } = await session.names();
        const proposal = fileName(`${unit}-${services.today()}`, 'touyan');
        const path = await services.savePlace(proposal, 'touyan');
        if (path === null) return null;
        const { writePackage } = await packages();
        const progress = reportTo(emit, 'transfer.export');
        const { summary, receipt } = await writePackage(workspace, path, {
          ...input,
          author,
          progress,
          signal,
        });
        tell(receipt);
        services.wrote(path);
        return { path, package: summary };
      }),
    'transfer.sendBack': ({ devices: ids, attachments, passphrase }) =>
      job.run(async (signal) => {
        const { workspace } = session;
        const folder = await services.chooseFolder();
        if (folder === null) return null;
        const { unit, author } = await session.names();
        const [{ writePackage }, { wholeUnit }, { baseState }] = await Promise.all([
          packages(),
          import('../transfer/gather'),
          states(),
        ]);
        const state = await baseState(workspace);
        const progress = reportTo(emit, 'transfer.export');
        const results: NonNullable<CallOutput<'transfer.sendBack'>> = [];
        for (const [index, device] of ids.entries()) {
          const { name, person } = recordOrDefault(state, 'device', device);
          const whom = recordOf(state, 'person', person)?.name || name || device;
          const wish = `${unit}-${whom}-${device}-${services.today()}`;
          const path = join(folder, fileName(wish, 'touyan'));
          try {
            const { summary, receipt } = await writePackage(workspace, path, {
              scope: { ...wholeUnit, since: device, attachments },
              for: device,
              passphrase,
              author,
              signal,
              progress: (done, total) => progress(index + done / total, ids.length),
            });
            tell(receipt);
            services.wrote(path);
            results.push({ device, receipt: { path, package: summary }, error: null });
          } catch (error) {
            const failure = storageError(error, path);
            if (failure.code === 'cancelled' || failure.code === 'internal') throw error;
            results.push({ device, receipt: null, error: failure.rpcError });
          }
        }
        return results;
      }),
    'transfer.cancel': () => {
      job.cancel();
      return null;
    },
    'transfer.open': (_input, { dropped }) =>
      job.run(async (signal) => {
        const paths = dropped === undefined ? await services.openPlaces() : droppedPaths(dropped);
        if (paths.length === 0) return null;
        const progress = reportTo(emit, 'transfer.open');
        await (await tray()).add(paths, { signal, progress, target: await target() });
        return described();
      }),
    'transfer.openAsked': () =>
      job.run(async (signal) => {
        const paths = services.asked();
        if (paths.length === 0) return null;
        await (await tray()).add(paths, { signal, progress: reportTo(emit, 'transfer.open') });
        return described();
      }),
    'transfer.unlock': async ({ id, passphrase }) => {
      await (await tray()).unlock(id, passphrase, await target());
      return described();
    },
    'transfer.forget': async ({ id }) => {
      (await tray()).forget(id);
      return described();
    },
    'transfer.preview': () =>
      job.run(async () => {
        const found = await look();
        const { knownSets } = await import('../transfer/known-sets');
        const fitting = (await tray()).fitting(await target());
        const flagged = found.groups
          .flatMap(({ records }) => records)
          .filter(({ flags }) => flags.length > 0);
        return {
          groups: found.groups.map(({ module, author, records }) => {
            const count = (fate: string) => records.filter((one) => one.fate === fate).length;
            return {
              module,
              author,
              authorName: personName(found, author),
              new: count('new'),
              changed: count('changed'),
              conflicting: count('conflicting'),
              known: count('known'),
              flagged: records.filter(({ flags }) => flags.length > 0).length,
            };
          }),
          changeSets: found.sets.length,
          knownSets: knownSets(found.state, found.sets),
          strangeSets: found.strange,
          unsignedSets: found.unsigned,
          files: new Set(fitting.flatMap(({ read }) => read.files)).size,
          flagged: flagged.slice(0, mostFlagged).map((record) => ({
            collection: record.collection,
            id: record.id,
            module: record.module,
            author: record.author,
            flags: [...record.flags],
            title: recordTitle(found.incoming, found.state, record),
          })),
        };
      }),
    'transfer.records': async ({ module, author, from, count }) => {
      const found = await look();
      const group = found.groups.find((one) => one.module === module && one.author === author);
      const records = group?.records ?? [];
      return {
        total: records.length,
        rows: records.slice(from, from + count).map((record) => ({
          collection: record.collection,
          id: record.id,
          what: record.fate,
          flags: [...record.flags],
          title: recordTitle(found.incoming, found.state, record),
        })),
      };
    },
    'transfer.record': async (key) => {
      const found = await look();
      const [{ recordView }, { headsOf }] = await Promise.all([
        import('../transfer/record-view'),
        import('../transfer/heads'),
      ]);
      return recordView(found.state, found.sets, key, {
        headsOf: (stamps) => headsOf(found.workspace, stamps),
        nameOf: (person) => personName(found, person),
      });
    },
    'transfer.import': ({ take, flagged, trust, recover }) =>
      job.run((signal) =>
        session.onOwn(async (workspace) => {
          const [{ mergePackages }, { wholeState }] = await Promise.all([
            import('../transfer/merge-packages'),
            states(),
          ]);
          const opened = await tray();
          const fitting = opened.fitting(await target());
          if (fitting.length === 0) throw new StorageError('bad-input');
          const state = await wholeState(workspace);
          const isBackedUp = await services.backups.backUp(workspace, 'import', { signal }).then(
            () => true,
            (error: unknown) => {
              // What is read in can be taken back without a backup, so that a full disk stops nothing.
              if (storageError(error).code === 'cancelled') throw error;
              return false;
            },
          );
          const merged = await mergePackages(workspace, state, fitting, {
            signal,
            progress: reportTo(emit, 'transfer.import'),
            take: { groups: take ?? undefined, flagged },
            trust,
            recover,
          });
          opened.forget(null);
          seen = undefined;
          tell(...merged.added, merged.receipt);
          return {
            added: merged.added.length,
            known: merged.known,
            files: merged.files,
            conflicts: merged.conflicts,
            receipts: [...merged.receipts],
            isBackedUp,
          };
        }),
      ),
    'transfer.setUp': () =>
      job.run(async (signal) => {
        const opened = await tray();
        const checked = opened.checked;
        if (checked.length === 0) throw new StorageError('bad-input');
        const { setUp } = await import('../transfer/set-up');
        const progress = reportTo(emit, 'transfer.import');
        const answer = await session.fillOwn((folder) =>
          setUp(folder, checked, { signal, progress }),
        );
        opened.forget(null);
        return answer;
      }),
    'transfer.undoImport': ({ receipt, isTrial }) =>
      job.run(() =>
        session.onOwn(async (workspace) => {
          const [{ undoImport }, { wholeState }] = await Promise.all([
            import('../transfer/undo-import'),
            states(),
          ]);
          const state = await wholeState(workspace);
          if (!isTrial) {
            await services.backups.backUp(workspace, 'import').catch(() => undefined);
          }
          const { sets, ...counts } = await undoImport(workspace, state, receipt, { isTrial });
          tell(...sets);
          return counts;
        }),
      ),
    'transfer.devices': devices,
    'transfer.setTrust': ({ device, status }) => setTrust(device, status),
    'transfer.rollUp': ({ month, passphrase }, { dropped }) =>
      job.run(async (signal) => {
        const paths = dropped === undefined ? await services.openPlaces() : droppedPaths(dropped);
        if (paths.length === 0) return null;
        const { rollUp } = await import('../transfer/roll-up');
        const progress = reportTo(emit, 'transfer.rollUp');
        const when = { month, today: services.today() };
        const { reader } = services;
        return rollUp(paths, when, { signal, progress, passphrase, ...(reader && { reader }) });
      }),
  };
}
