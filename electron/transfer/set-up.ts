import { narrowed } from '../../shared/changes/partial-set';
import { edit } from '../../shared/changes/records';
import { emptyState } from '../../shared/changes/state';
import { clock } from '../clock';
import { buildWorkspace } from '../storage/build-workspace';
import { StorageError } from '../storage/storage-error';
import { openWorkspace, type Workspace } from '../storage/workspace';
import type { PackageSummary } from './manifest';
import { expectOneKeyEach } from './merge-packages';
import { keepPart, Provenance } from './provenance';
import { type Progress, readPackage } from './read-package';
import { keepPrivately, newReceipt, receiptFields } from './receipts';
import { joinSegments } from './segments';
import { type CheckedPackage, filesNamed, takeFiles } from './take-files';

/** How packages are read into an empty folder. */
export interface SetUpOptions {
  readonly signal?: AbortSignal;
  readonly progress?: Progress;
  /** What this PC is to be called; its host name by default. */
  readonly deviceName?: string;
  readonly passphrase?: string | undefined;
}

/** One half of an import as a job of a hundred steps. */
function halfOf({ signal, progress }: SetUpOptions, from: number) {
  return {
    ...(signal && { signal }),
    ...(progress && {
      progress: (done: number, total: number) =>
        progress(from + Math.round((50 * done) / Math.max(1, total)), 100),
    }),
  };
}

/**
 * Makes a data folder of packages on a PC that has none; the PC gets a device id of its own. Reads
 * and checks everything before the first byte is written, and the folder counts as made only when
 * everything is in it. Throws StorageError `workspace-not-empty` where there is data already,
 * `package-foreign` where they belong to different units, `package-partial` where none holds the
 * whole unit, `package-altered` where two contradict each other, and those of `readPackage`; the
 * folder is left as it was then.
 */
export async function importPackages(
  folder: string,
  paths: readonly string[],
  options: SetUpOptions = {},
): Promise<PackageSummary[]> {
  const packages: CheckedPackage[] = [];
  for (const path of paths) {
    const how = { passphrase: options.passphrase };
    packages.push({
      path,
      read: await readPackage(path, { ...how, ...halfOf(options, 0) }),
      options: how,
    });
  }
  await setUp(folder, packages, options);
  return packages.map(({ read }) => read.summary);
}

const isWhole = ({ read }: CheckedPackage): boolean => {
  const { what, from, to, since } = read.summary.scope;
  return what === 'all' && from === '' && to === '' && since === '';
};

/** The same with packages that were read before. */
export async function setUp(
  folder: string,
  packages: readonly CheckedPackage[],
  options: SetUpOptions = {},
): Promise<void> {
  const [first] = packages;
  if (!first) throw new StorageError('bad-input');
  const { id } = first.read.manifest.unit;
  const foreign = packages.find(({ read }) => read.manifest.unit.id !== id);
  if (foreign) throw new StorageError('package-foreign', { path: foreign.path });
  expectOneKeyEach(packages);
  if (!packages.some(isWhole)) throw new StorageError('package-partial', { path: first.path });
  const brought = joinSegments(packages.map(({ read }) => read.sets));
  const reads = packages.map(({ read }) => read);
  const provenance = new Provenance(id, emptyState(), undefined, reads);
  // What the logs in the same packages call forged; nothing else is known here yet.
  const sets = brought.flatMap(
    (set) => narrowed(set, (change) => provenance.of(set, change) !== 'forged') ?? [],
  );
  await buildWorkspace(folder, {
    unitId: id,
    ...(options.deviceName !== undefined && { deviceName: options.deviceName }),
    fill: async (site) => {
      const workspace = await openWorkspace(site);
      try {
        const { signal } = options;
        await takeFiles(workspace, packages, filesNamed(emptyState(), sets), {
          ...(signal && { signal }),
        });
        await workspace.appendForeign(sets, halfOf(options, 50));
        await keepReceipts(workspace, packages);
      } finally {
        await workspace.close();
      }
    },
  });
}

/** Who sets a PC up from a package trusts the PC that it came from. */
async function keepReceipts(
  workspace: Workspace,
  packages: readonly CheckedPackage[],
): Promise<void> {
  const now = clock.now();
  const at = now.toISOString();
  const edits = packages.flatMap(({ path, read }) => {
    const { device } = read.manifest;
    const { edit: receipt } = newReceipt({
      ...receiptFields(read.summary, path),
      direction: 'in',
      at,
      device: device.id,
      deviceName: device.name,
      added: read.summary.changeSets,
    });
    const { id, name, publicKey } = device;
    return [
      receipt,
      ...read.logs.map(keepPart),
      edit('trust', id, { status: 'trusted', publicKey, name, since: at }),
    ];
  });
  // Nothing is here yet that would have to be read first.
  await keepPrivately(workspace, emptyState(), 'transfer.import', edits, now);
}
