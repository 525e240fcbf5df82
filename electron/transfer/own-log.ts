import { createHash, createHmac, createPrivateKey } from 'node:crypto';
import type { ChangeSet } from '../../shared/changes/change-set';
import { joinedParts } from '../../shared/changes/partial-set';
import { compareStamps, type Stamp } from '../../shared/changes/stamp';
import type { Workspace } from '../storage/workspace';
import { ownKey } from './devices';
import { headAfter, loggedSet, logStart, type OpenPart, partLength, signPart } from './log-part';

/** What this PC has shared so far, in the order of stamps. */
async function ownSets(workspace: Workspace): Promise<ChangeSet[]> {
  const sets = new Map<Stamp, ChangeSet>();
  for await (const set of workspace.ownSets()) {
    const known = sets.get(set.stamp);
    sets.set(set.stamp, known ? joinedParts(known, set) : set);
  }
  return [...sets.values()].sort((a, b) => compareStamps(a.stamp, b.stamp));
}

/**
 * The log of this PC, signed, in parts of equal length: the same sets give the same parts, however
 * often. None where this PC has no key to sign with.
 */
export async function ownLog(workspace: Workspace): Promise<OpenPart[]> {
  const pem = workspace.identity.privateKey;
  if (pem === undefined) return [];
  const own = { ...ownKey(workspace), privateKey: createPrivateKey(pem) };
  const secret = createHash('sha256').update(`touyan log salt ${pem}`).digest();
  const saltOf = (place: string): string =>
    createHmac('sha256', secret).update(place).digest('base64url').slice(0, 12);
  const logged = (await ownSets(workspace)).map((set) => loggedSet(set, saltOf));
  const parts: OpenPart[] = [];
  let start = logStart(workspace.unitId, own.id);
  for (let from = 0; from < logged.length; from += partLength) {
    const sets = logged.slice(from, from + partLength);
    parts.push(signPart(workspace.unitId, own, { from, start }, sets));
    start = sets.reduce(headAfter, start);
  }
  return parts;
}
