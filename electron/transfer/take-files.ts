import type { ChangeSet } from '../../shared/changes/change-set';
import { listOf } from '../../shared/changes/records';
import type { State } from '../../shared/changes/state';
import { StorageError } from '../storage/storage-error';
import type { Workspace } from '../storage/workspace';
import { type ReadOptions, type ReadPackage, withFiles } from './read-package';

/** A package that was read and checked, and how it is read again. */
export interface CheckedPackage {
  readonly path: string;
  readonly read: ReadPackage;
  readonly options: Pick<ReadOptions, 'key' | 'passphrase'>;
}

/** Hashes of the evidence files that records speak of: those here and those about to come. */
export function filesNamed(state: State, sets: readonly ChangeSet[]): Set<string> {
  const named = new Set(listOf(state, 'attachment').map(({ sha256 }) => sha256 as string));
  for (const set of sets) {
    for (const { collection, fields } of set.changes) {
      if (collection === 'attachment' && typeof fields.sha256 === 'string') {
        named.add(fields.sha256);
      }
    }
  }
  return named;
}

/**
 * Copies the evidence files of packages in, those that some record names. Answers those that were
 * not here before; takes them back where one fails or the work is cancelled.
 */
export async function takeFiles(
  workspace: Workspace,
  packages: readonly CheckedPackage[],
  named: ReadonlySet<string>,
  options: { readonly signal?: AbortSignal; readonly progress?: (files: number) => void } = {},
): Promise<string[]> {
  const taken: string[] = [];
  let seen = 0;
  try {
    for (const { path, read, options: how } of packages) {
      const wanted = read.files.filter((sha256) => named.has(sha256));
      if (wanted.length === 0) continue;
      await withFiles(path, how, async (open) => {
        for (const sha256 of wanted) {
          if (options.signal?.aborted) throw new StorageError('cancelled');
          if (await workspace.takeFile(sha256, () => open(sha256))) taken.push(sha256);
          seen += 1;
          options.progress?.(seen);
        }
      });
    }
    return taken;
  } catch (error) {
    await giveBack(workspace, taken);
    throw error;
  }
}

/** Removes files that `takeFiles` brought and no record speaks of after all. */
export async function giveBack(workspace: Workspace, taken: readonly string[]): Promise<void> {
  for (const sha256 of taken) await workspace.attachments.takeBack({ sha256, isNew: true });
}
