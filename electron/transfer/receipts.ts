import { basename } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { ChangeSet } from '../../shared/changes/change-set';
import { draftSet, type Edit } from '../../shared/changes/draft';
import { edit, recordOrDefault } from '../../shared/changes/records';
import type { State } from '../../shared/changes/state';
import type { FieldsOf } from '../../shared/model/collections';
import type { Workspace } from '../storage/workspace';
import type { PackageSummary } from './manifest';

/** What every receipt says of its package. */
export function receiptFields(summary: PackageSummary, path: string): FieldsOf<'receipt'> {
  const { scope, author, madeAt, sha256, changeSets, changes, files, bytes } = summary;
  return {
    madeAt,
    author: author.slice(0, 500),
    fileName: basename(path).slice(0, 500),
    sha256,
    what: scope.what,
    who: scope.who,
    from: scope.from,
    to: scope.to,
    changeSets,
    changes,
    files,
    bytes,
    encrypted: summary.isEncrypted,
  };
}

/** The edit that writes a receipt, and its id. */
export function newReceipt(fields: FieldsOf<'receipt'>): { id: string; edit: Edit } {
  const id = uuidv7();
  return { id, edit: edit('receipt', id, fields) };
}

type PrivateLabel = 'transfer.export' | 'transfer.import' | 'transfer.trust';

/**
 * The private change set that keeps what this PC alone knows of an exchange: so it is encrypted
 * and backed up as everything else, and never leaves. `counter`: the highest taken so far.
 */
export function privateSet(
  workspace: Workspace,
  state: State,
  label: PrivateLabel,
  edits: readonly Edit[],
  about: { readonly now: Date; readonly counter: number },
): ChangeSet | undefined {
  state.counter = Math.max(state.counter, about.counter);
  const author = recordOrDefault(state, 'device', workspace.device).person;
  const signature = { device: workspace.device, author, wall: about.now.toISOString(), label };
  return draftSet(state, edits, signature);
}

/** Writes such a set. Answers it, for the window. Throws StorageError as `append` does. */
export async function keepPrivately(
  workspace: Workspace,
  state: State,
  label: PrivateLabel,
  edits: readonly Edit[],
  now: Date,
): Promise<ChangeSet | undefined> {
  // Whatever was appended since the state was read counts for the stamp.
  const set = privateSet(workspace, state, label, edits, { now, counter: workspace.counter });
  if (set) await workspace.append(set, 'private');
  return set;
}
