import type { ChangeSet } from '../../shared/changes/change-set';
import type { Edit } from '../../shared/changes/draft';
import { edit } from '../../shared/changes/records';
import { packStamps } from '../../shared/changes/stamp-list';
import {
  applyChange,
  isConflicting,
  type RecordState,
  type State,
} from '../../shared/changes/state';
import { previewOf, type Taking, takenOf } from '../../shared/insight/exchange/preview';
import { clock } from '../clock';
import { expectNoJump } from '../storage/set-check';
import { StorageError } from '../storage/storage-error';
import type { Workspace } from '../storage/workspace';
import { ownKey } from './devices';
import { withCopiesApart } from './join-copies';
import { judgingOf } from './judging';
import { Provenance, partEdits } from './provenance';
import type { Progress } from './read-package';
import { newReceipt, privateSet, receiptFields } from './receipts';
import { joinSegments } from './segments';
import { type CheckedPackage, filesNamed, giveBack, takeFiles } from './take-files';
import { trustOf } from './trust';

/** How packages are merged into a unit. */
export interface MergeOptions {
  readonly signal?: AbortSignal;
  readonly progress?: Progress;
  /** What of the packages is taken; all that is not flagged by default. */
  readonly take?: Taking;
  /** Devices whose fingerprints the user compared just now. */
  readonly trust?: readonly string[];
  /** Takes back what this PC itself once wrote and has lost; else sets under its id are left out. */
  readonly recover?: boolean;
  readonly now?: () => Date;
}

/** What came of a merge. */
export interface Merged {
  /** Change sets that were new here, and the private set with the receipts: for the window. */
  readonly added: readonly ChangeSet[];
  readonly receipt: ChangeSet | undefined;
  readonly known: number;
  readonly files: number;
  /** Fields that are in conflict since. */
  readonly conflicts: number;
  /** Ids of the receipts, one a package; none where nothing was new. */
  readonly receipts: readonly string[];
}

/** Throws StorageError where a package may not be merged into the unit. */
export function expectMergeable(
  workspace: Workspace,
  state: State,
  { path, read }: CheckedPackage,
  trusted: readonly string[],
): void {
  const { unit, device } = read.manifest;
  if (unit.id !== workspace.unitId) throw new StorageError('package-foreign', { path });
  const status = trustOf(state, ownKey(workspace), device);
  const params = { path, device: device.name, id: device.id };
  if (status === 'false-own') throw new StorageError('package-false-own', params);
  if (status === 'revoked') throw new StorageError('package-revoked', params);
  if (status === 'changed-key' && !trusted.includes(device.id)) {
    throw new StorageError('package-key-changed', params);
  }
  if (status === 'unknown' && !trusted.includes(device.id)) {
    throw new StorageError('package-untrusted', params);
  }
}

/** Throws StorageError `package-key-changed` where two packages name one device by two keys. */
export function expectOneKeyEach(packages: readonly CheckedPackage[]): void {
  const keys = new Map<string, string>();
  for (const { path, read } of packages) {
    const { id, name, publicKey } = read.manifest.device;
    const known = keys.get(id);
    if (known !== undefined && known !== publicKey) {
      throw new StorageError('package-key-changed', { path, device: name, id });
    }
    keys.set(id, publicKey);
  }
}

/** Fields that are in conflict once sets are applied, and were not before. */
function newConflicts(state: State, sets: readonly ChangeSet[]): number {
  const records = new Map<string, { before: RecordState | undefined; after: RecordState }>();
  for (const set of sets) {
    for (const change of set.changes) {
      const key = `${change.collection} ${change.id}`;
      const before =
        records.get(key)?.before ??
        state.collections.get(change.collection)?.records.get(change.id);
      const after = applyChange(records.get(key)?.after ?? before, change, set.stamp);
      records.set(key, { before, after });
    }
  }
  let count = 0;
  for (const { before, after } of records.values()) {
    for (const field of Object.keys(after.rivals ?? {})) {
      if (isConflicting(after, field) && !(before && isConflicting(before, field))) count += 1;
    }
  }
  return count;
}

/** The receipts and trusts of an import; each new set counts for the first package that has it. */
function importEdits(
  packages: readonly CheckedPackage[],
  added: readonly ChangeSet[],
  trusted: readonly string[],
  about: { readonly at: string; readonly conflicts: number },
): { edits: Edit[]; receipts: string[] } {
  const open = new Set(added.map(({ stamp }) => stamp));
  const edits: Edit[] = [];
  const receipts: string[] = [];
  for (const { path, read } of packages) {
    const { id: device, name, publicKey } = read.manifest.device;
    const own = read.sets.flatMap(({ stamp }) => (open.delete(stamp) ? [stamp] : []));
    const receipt = newReceipt({
      ...receiptFields(read.summary, path),
      direction: 'in',
      at: about.at,
      device,
      deviceName: name,
      added: own.length,
      known: read.sets.length - own.length,
      conflicts: receipts.length === 0 ? about.conflicts : 0,
      stamps: packStamps(own),
    });
    receipts.push(receipt.id);
    edits.push(receipt.edit);
    if (!trusted.includes(device)) continue;
    edits.push(edit('trust', device, { status: 'trusted', publicKey, name, since: about.at }));
  }
  return { edits, receipts };
}

/**
 * Merges packages into an open unit as one action: the union of change sets, whatever the order and
 * however often. `state` is the whole unit's. Everything is durable or nothing is. Throws
 * StorageError `package-foreign`, `package-untrusted`, `package-revoked`, `package-key-changed`,
 * `package-false-own`, `package-altered`, `does-not-fit`, `cancelled`, StampClash, or what the disk reports.
 */
export async function mergePackages(
  workspace: Workspace,
  state: State,
  packages: readonly CheckedPackage[],
  options: MergeOptions = {},
): Promise<Merged> {
  const { signal, progress, trust = [], take = { flagged: [] } } = options;
  const now = (options.now ?? clock.now)();
  for (const one of packages) expectMergeable(workspace, state, one, trust);
  expectOneKeyEach(packages);
  const joined = joinSegments(packages.map(({ read }) => read.sets));
  const brought = options.recover ? await withCopiesApart(workspace, joined) : joined;
  const strange = options.recover ? new Map() : await workspace.strangeOwn(brought);
  const provenance = new Provenance(
    workspace.unitId,
    state,
    workspace.device,
    packages.map(({ read }) => read),
  );
  const all = brought.filter(({ stamp }) => !strange.has(stamp));
  // Before a file is copied in.
  expectNoJump(all, workspace.counter);
  const sets = takenOf(all, previewOf(state, all, judgingOf(state, now, provenance)), take);
  const fileCount = packages.reduce((sum, { read }) => sum + read.files.length, 0);
  const total = fileCount + sets.length;
  const how = { ...(signal && { signal }) };
  const taken = await takeFiles(workspace, packages, filesNamed(state, sets), {
    ...how,
    progress: (files) => progress?.(files, total),
  });
  let receipts: string[] = [];
  const receiptOf = (added: readonly ChangeSet[], counter: number): ChangeSet | undefined => {
    // Importing the same again changes nothing, not even the list of imports.
    if (added.length === 0 && taken.length === 0) return undefined;
    const about = { at: now.toISOString(), conflicts: newConflicts(state, added) };
    const made = importEdits(packages, added, trust, about);
    receipts = made.receipts;
    const edits = [...made.edits, ...partEdits(state, provenance, added)];
    return privateSet(workspace, state, 'transfer.import', edits, { now, counter });
  };
  try {
    const { added, known, receipt } = await workspace.appendForeign(sets, {
      ...how,
      isRecovery: options.recover ?? false,
      progress: (done) => progress?.(fileCount + done, total),
      receipt: receiptOf,
    });
    const found = newConflicts(state, added);
    return { added, receipt, known, files: taken.length, conflicts: found, receipts };
  } catch (error) {
    await giveBack(workspace, taken);
    throw error;
  }
}
