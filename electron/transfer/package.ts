import { createPrivateKey } from 'node:crypto';
import type { ChangeSet } from '../../shared/changes/change-set';
import { recordOf, recordOrDefault } from '../../shared/changes/records';
import { unitId } from '../../shared/model/unit';
import { clock } from '../clock';
import { StorageError } from '../storage/storage-error';
import type { Workspace } from '../storage/workspace';
import { spkiOf } from './devices';
import { type ExportScope, gather, wholeUnit } from './gather';
import type { PackageSummary } from './manifest';
import { type Progress, type ReadOptions, readPackage } from './read-package';
import { keepPrivately, newReceipt, receiptFields } from './receipts';
import { wholeState } from './workspace-state';
import { writeContent } from './write-package';

export type { PackageSummary } from './manifest';

/** How a long job can be watched and stopped. */
export interface JobOptions {
  readonly signal?: AbortSignal;
  readonly progress?: Progress;
}

/** What is to be written, and for whom. */
export interface ExportOptions extends JobOptions {
  /** Everything shared where it is not said. */
  readonly scope?: ExportScope;
  /** The device that it is made for. */
  readonly for?: string;
  readonly passphrase?: string | undefined;
  /** Name of who makes the package, by default that of whose PC this is. */
  readonly author?: string;
  readonly now?: () => Date;
}

/** A package that was written, and the private set that keeps its receipt. */
export interface Written {
  readonly summary: PackageSummary;
  readonly receipt: ChangeSet | undefined;
}

/**
 * Writes the shared change sets of a scope to one file; drafts stay on this PC, and ratings of body
 * and mind unless their owner says otherwise. The file has its name only once it was read back and
 * found whole; then the receipt is kept. Throws StorageError: `read-only` (no key to sign with),
 * `workspace-damaged`, `cancelled`, or what the disk reports; nothing is left behind then.
 */
export async function writePackage(
  workspace: Workspace,
  path: string,
  options: ExportOptions = {},
): Promise<Written> {
  const { id, name, publicKey, privateKey } = workspace.identity;
  if (!privateKey) throw new StorageError('read-only', { reason: 'no-key' });
  const state = await wholeState(workspace);
  const scope = options.scope ?? wholeUnit;
  const gathered = await gather(workspace, state, scope, options.signal);
  const owner = recordOf(state, 'person', recordOrDefault(state, 'device', id).person);
  const now = (options.now ?? clock.now)();
  const summary = await writeContent(
    {
      unit: { id: workspace.unitId, name: recordOrDefault(state, 'unit', unitId).name },
      device: { id, name, publicKey: spkiOf(publicKey) },
      privateKey: createPrivateKey(privateKey),
      author: options.author ?? (owner?.name || name),
      madeAt: now.toISOString(),
      scope: {
        what: scope.what,
        ...(gathered.who && { who: gathered.who }),
        ...(scope.from !== null && { from: scope.from }),
        ...(scope.to !== null && { to: scope.to }),
        ...(gathered.since && { since: gathered.since.sha256 }),
        ...(options.for && { for: options.for }),
      },
      sets: gathered.sets,
      logs: gathered.logs,
      files: gathered.files,
      contentOf: (sha256) => workspace.attachments.contentOf(sha256),
    },
    path,
    options,
  );
  if (workspace.readOnly) return { summary, receipt: undefined };
  const { edit } = newReceipt({
    ...receiptFields(summary, path),
    direction: 'out',
    at: now.toISOString(),
    device: options.for ?? '',
    deviceName: options.for ? recordOrDefault(state, 'device', options.for).name : '',
    newest: gathered.newest,
  });
  const receipt = await keepPrivately(workspace, state, 'transfer.export', [edit], now);
  return { summary, receipt };
}

/**
 * What a package is. It is read whole and checked on the way, so that what this tells can be
 * imported. Throws StorageError: `package-newer`, `package-altered`, `package-unreadable`,
 * `package-locked`, `wrong-passphrase`, or what the disk reports. Writes nothing.
 */
export async function inspectPackage(
  path: string,
  options: ReadOptions = {},
): Promise<PackageSummary> {
  return (await readPackage(path, options)).summary;
}
