import type { ChangeSet } from '../../shared/changes/change-set';
import { draftSet } from '../../shared/changes/draft';
import { importUndo, PartialFold, touchedBy } from '../../shared/changes/import-undo';
import { edit, listOf, recordOf, recordOrDefault } from '../../shared/changes/records';
import { counterOf, type Stamp } from '../../shared/changes/stamp';
import { unpackStamps } from '../../shared/changes/stamp-list';
import type { State } from '../../shared/changes/state';
import { clock } from '../clock';
import { StorageError } from '../storage/storage-error';
import type { Workspace } from '../storage/workspace';
import { keepPrivately } from './receipts';

/** What taking an import back did, or would do. */
export interface ImportTakenBack {
  readonly restored: number;
  readonly removed: number;
  readonly kept: number;
  /** Sets that were written, for the window; none where it was only counted. */
  readonly sets: readonly ChangeSet[];
}

/** Stamps that came with imports after a receipt was written. */
function importedLater(state: State, counter: number): ReadonlySet<Stamp> {
  const later = new Set<Stamp>();
  for (const { id, direction, stamps } of listOf(state, 'receipt')) {
    const record = state.collections.get('receipt')?.records.get(id);
    if (direction !== 'in' || !record || counterOf(record.at) <= counter) continue;
    for (const stamp of unpackStamps(stamps)) later.add(stamp);
  }
  return later;
}

/** The records that the import touched: with it, without it, and before it. */
async function effectOf(workspace: Workspace, state: State, id: string) {
  const receipt = recordOf(state, 'receipt', id);
  const record = state.collections.get('receipt')?.records.get(id);
  if (!receipt || !record || receipt.direction !== 'in' || receipt.undone !== '') {
    throw new StorageError('bad-input', { receipt: id });
  }
  const imported = unpackStamps(receipt.stamps);
  const brought: ChangeSet[] = [];
  for await (const set of workspace.sets('shared')) if (imported.has(set.stamp)) brought.push(set);
  const touched = touchedBy(brought);
  const counter = counterOf(record.at);
  const later = importedLater(state, counter);
  const without = new PartialFold(touched, imported);
  const earlier = new PartialFold(touched, imported);
  for await (const set of workspace.sets('all')) {
    without.add(set);
    if (counterOf(set.stamp) <= counter && !later.has(set.stamp)) earlier.add(set);
  }
  return {
    stamp: record.at,
    effect: { imported, touched, state, without: without.state, earlier: earlier.state },
  };
}

/**
 * Takes an import back by one more change set, which travels to the other PCs as any other; work
 * done since stays. `state` is the whole unit's. Throws StorageError `bad-input` where there is no
 * such import or it was taken back, and those of `append`.
 */
export async function undoImport(
  workspace: Workspace,
  state: State,
  receipt: string,
  options: { readonly isTrial?: boolean; readonly now?: () => Date } = {},
): Promise<ImportTakenBack> {
  const { stamp, effect } = await effectOf(workspace, state, receipt);
  const { edits, restored, removed, kept } = importUndo(effect);
  const counts = { restored, removed, kept };
  if (options.isTrial) return { ...counts, sets: [] };
  const now = (options.now ?? clock.now)();
  state.counter = Math.max(state.counter, workspace.counter);
  const signature = {
    device: workspace.device,
    author: recordOrDefault(state, 'device', workspace.device).person,
    wall: now.toISOString(),
    label: 'transfer.undoImport',
  };
  const set = draftSet(state, edits, signature, { undoes: stamp });
  const seals = edits.flatMap(({ collection, id }) => (collection === 'seal' ? [id] : []));
  if (set) await workspace.append(set, 'shared', new Set(seals));
  const mark = edit('receipt', receipt, { undone: set?.stamp ?? stamp });
  const marked = await keepPrivately(workspace, state, 'transfer.import', [mark], now);
  return { ...counts, sets: [set, marked].flatMap((one) => one ?? []) };
}
