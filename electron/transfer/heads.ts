import type { Stamp } from '../../shared/changes/stamp';
import type { Workspace } from '../storage/workspace';
import type { SetHead } from './record-view';

/** Author and time of sets that are in the journal; those that are not are left out. */
export async function headsOf(
  workspace: Workspace,
  stamps: readonly Stamp[],
): Promise<ReadonlyMap<Stamp, SetHead>> {
  const wanted = new Set(stamps);
  const found = new Map<Stamp, SetHead>();
  if (wanted.size === 0) return found;
  for await (const { stamp, author, wall } of workspace.sets('all')) {
    if (!wanted.has(stamp)) continue;
    found.set(stamp, { author, wall });
    if (found.size === wanted.size) break;
  }
  return found;
}
