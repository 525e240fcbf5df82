import { createPrivateKey, createPublicKey } from 'node:crypto';
import type { ChangeSet } from '../../shared/changes/change-set';
import { recordOf, recordOrDefault } from '../../shared/changes/records';
import { fold } from '../../shared/changes/state';
import { unitId } from '../../shared/model/unit';
import { buildWorkspace } from '../storage/build-workspace';
import { StorageError } from '../storage/storage-error';
import { openWorkspace, type Workspace } from '../storage/workspace';
import type { PackageSummary } from './manifest';
import { type Progress, type ReadPackage, readPackage } from './read-package';
import { joinSegments } from './segments';
import { writeContent } from './write-package';

export type { PackageSummary } from './manifest';

/** How a long job can be watched and stopped. */
export interface JobOptions {
  readonly signal?: AbortSignal;
  readonly progress?: Progress;
}

/** A key in the form manifests carry: SPKI DER, base64. */
function spkiOf(pem: string): string {
  return createPublicKey(pem).export({ type: 'spki', format: 'der' }).toString('base64');
}

/**
 * Writes all shared change sets of the unit to one file; drafts stay on this PC. `author` is the
 * name of who makes the package, by default that of whose PC this is. The file has its name only
 * once it was read back and found whole. Throws StorageError: `read-only` (no key to sign with),
 * `workspace-damaged`, `cancelled`, or what the disk reports; nothing is left behind then.
 */
export async function writePackage(
  workspace: Workspace,
  path: string,
  options: JobOptions & { readonly author?: string; readonly now?: () => Date } = {},
): Promise<PackageSummary> {
  const { id, name, publicKey, privateKey } = workspace.identity;
  if (!privateKey) throw new StorageError('read-only', { reason: 'no-key' });
  const sets: ChangeSet[] = [];
  for await (const set of workspace.sets('shared')) {
    if (options.signal?.aborted) throw new StorageError('cancelled');
    sets.push(set);
  }
  const state = fold(sets);
  const owner = recordOf(state, 'person', recordOrDefault(state, 'device', id).person);
  return writeContent(
    {
      unit: { id: workspace.unitId, name: recordOrDefault(state, 'unit', unitId).name },
      device: { id, name, publicKey: spkiOf(publicKey) },
      privateKey: createPrivateKey(privateKey),
      author: options.author ?? (owner?.name || name),
      madeAt: (options.now?.() ?? new Date()).toISOString(),
      sets,
    },
    path,
    options,
  );
}

/**
 * What a package is. It is read whole and checked on the way, so that what this tells can be
 * imported. Throws StorageError: `package-newer`, `package-altered`, `package-unreadable`, or what
 * the disk reports. Writes nothing.
 */
export async function inspectPackage(
  path: string,
  options: JobOptions = {},
): Promise<PackageSummary> {
  return (await readPackage(path, options)).summary;
}

/** How packages are read into an empty folder. */
export interface ImportOptions extends JobOptions {
  /** What this PC is to be called; its host name by default. */
  readonly deviceName?: string;
  /** Hash of the file that was inspected; another one that took its place is refused. */
  readonly expectedSha256?: string;
}

/** Both halves of an import as one job of a hundred steps. */
function halfOf({ signal, progress }: JobOptions, from: number): JobOptions {
  return {
    ...(signal && { signal }),
    ...(progress && {
      progress: (done, total) => progress(from + Math.round((50 * done) / Math.max(1, total)), 100),
    }),
  };
}

/**
 * Makes a data folder of a package on a PC that has none; the PC gets a device id of its own. Reads
 * and checks everything before the first byte is written, and the folder counts as made only when
 * everything is in it. Throws StorageError `workspace-not-empty` where there is data already, and
 * those of `inspectPackage`; the folder is left as it was then.
 */
export async function importPackage(
  folder: string,
  path: string,
  options: ImportOptions = {},
): Promise<PackageSummary> {
  const read = await readPackage(path, halfOf(options, 0));
  // The file that was looked at, not one that was put in its place since.
  if (options.expectedSha256 !== undefined && options.expectedSha256 !== read.summary.sha256) {
    throw new StorageError('package-altered', { place: '', path });
  }
  await build(folder, [read], [path], options);
  return read.summary;
}

/**
 * The same with several packages of one unit, whose change sets are joined. Throws StorageError
 * `package-foreign` where one belongs to another unit, `package-altered` where two contradict each
 * other.
 */
export async function importPackages(
  folder: string,
  paths: readonly string[],
  options: Omit<ImportOptions, 'expectedSha256'> = {},
): Promise<PackageSummary[]> {
  const packages: ReadPackage[] = [];
  for (const path of paths) packages.push(await readPackage(path, halfOf(options, 0)));
  await build(folder, packages, paths, options);
  return packages.map(({ summary }) => summary);
}

async function build(
  folder: string,
  packages: readonly ReadPackage[],
  paths: readonly string[],
  options: ImportOptions,
): Promise<void> {
  const [first] = packages;
  if (!first) throw new StorageError('bad-input');
  const { id } = first.manifest.unit;
  const foreign = packages.findIndex(({ manifest }) => manifest.unit.id !== id);
  if (foreign >= 0) throw new StorageError('package-foreign', { path: paths[foreign] ?? '' });
  const sets = joinSegments(packages.map((read) => read.sets));
  await buildWorkspace(folder, {
    unitId: id,
    ...(options.deviceName !== undefined && { deviceName: options.deviceName }),
    fill: async (site) => {
      const workspace = await openWorkspace(site);
      try {
        await workspace.appendForeign(sets, halfOf(options, 50));
      } finally {
        await workspace.close();
      }
    },
  });
}
