import { createHash } from 'node:crypto';
import type { ChangeSet } from '../../shared/changes/change-set';
import { flattenedSet } from '../../shared/changes/flatten';
import { counterOf, deviceOf, type Stamp, stampOf } from '../../shared/changes/stamp';
import type { Workspace } from '../storage/workspace';

/** The id under which is kept what a copy of a PC's folder wrote: the same wherever it is joined. */
function copyId(unit: string, device: string): string {
  const digest = createHash('sha256').update(`touyan copy ${unit} ${device}`).digest('hex');
  return BigInt(`0x${digest}`).toString(36).slice(-8);
}

/**
 * The sets with those of a copy of this PC's folder under an id of their own. A copy shows by a stamp
 * that this PC gave to another action; from there on, whatever claims to be this PC's and is not in
 * its journal is the copy's. Where nothing contradicts, it was lost here, and is left as it is.
 */
export async function withCopiesApart(
  workspace: Workspace,
  sets: readonly ChangeSet[],
): Promise<ChangeSet[]> {
  const strange = await workspace.strangeOwn(sets);
  const clashes = [...strange].filter(([, what]) => what === 'clash').map(([stamp]) => stamp);
  const first = clashes.sort()[0];
  if (first === undefined) return [...sets];
  const id = copyId(workspace.unitId, workspace.device);
  const to = (stamp: Stamp): Stamp =>
    stamp >= first && strange.has(stamp) && deviceOf(stamp) === workspace.device
      ? stampOf(counterOf(stamp), id)
      : stamp;
  return sets.map((set) => flattenedSet(set, to));
}
