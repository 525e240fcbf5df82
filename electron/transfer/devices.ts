import { createPublicKey } from 'node:crypto';
import { listOf, recordOf, recordOrDefault } from '../../shared/changes/records';
import type { State } from '../../shared/changes/state';
import type { CallOutput } from '../../shared/rpc';
import type { Workspace } from '../storage/workspace';
import { fingerprintOf } from './fingerprint';
import type { DeviceKey, TrustStatus } from './trust';

type Device = CallOutput<'transfer.devices'>[number];

/** A key in the form manifests carry: SPKI DER, base64. */
export function spkiOf(pem: string): string {
  return createPublicKey(pem).export({ type: 'spki', format: 'der' }).toString('base64');
}

/** This PC as its packages name it. */
export const ownKey = ({ device, identity }: Workspace): DeviceKey => ({
  id: device,
  publicKey: spkiOf(identity.publicKey),
});

/** All devices that write into the unit or have sent a package, the own one first. */
export function devicesOf(workspace: Workspace, state: State): Device[] {
  const receipts = listOf(state, 'receipt');
  const ids = new Set([
    workspace.device,
    ...listOf(state, 'device').map(({ id }) => id),
    ...listOf(state, 'trust').map(({ id }) => id),
  ]);
  const lastOf = (device: string, direction: 'in' | 'out'): string =>
    receipts
      .filter((receipt) => receipt.device === device && receipt.direction === direction)
      .reduce((last, { at }) => (at > last ? at : last), '');
  return [...ids].map((id) => {
    const { name, person } = recordOrDefault(state, 'device', id);
    const trust = recordOf(state, 'trust', id);
    const isOwn = id === workspace.device;
    const key = isOwn ? ownKey(workspace).publicKey : trust?.publicKey;
    const status: TrustStatus = isOwn ? 'own' : (trust?.status ?? 'unknown');
    return {
      id,
      name: name || trust?.name || (isOwn ? workspace.identity.name : ''),
      person,
      status,
      fingerprint: key ? fingerprintOf(key) : null,
      lastIn: lastOf(id, 'in'),
      lastOut: lastOf(id, 'out'),
    };
  });
}
