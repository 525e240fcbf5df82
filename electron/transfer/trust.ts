import { listOf, recordOf } from '../../shared/changes/records';
import type { State } from '../../shared/changes/state';

/** How far a device is trusted; see the contract. */
export type TrustStatus = 'own' | 'trusted' | 'unknown' | 'revoked' | 'changed-key' | 'false-own';

/** A device as its packages name it: its id, and its Ed25519 key (SPKI DER, base64). */
export interface DeviceKey {
  readonly id: string;
  readonly publicKey: string;
}

/**
 * How far packages of a device are trusted that are signed with `publicKey`. What counts is the key;
 * ids and names are only what somebody says of himself. Another key under this PC's own id, or this
 * PC's key under another id, is nobody's (`false-own`), and a revoked key stays revoked under any id.
 */
export function trustOf(state: State, own: DeviceKey | undefined, device: DeviceKey): TrustStatus {
  if (own && (device.id === own.id || device.publicKey === own.publicKey)) {
    const isBoth = device.id === own.id && device.publicKey === own.publicKey;
    return isBoth ? 'own' : 'false-own';
  }
  const isRevoked = listOf(state, 'trust').some(
    ({ id, publicKey, status }) =>
      status === 'revoked' && (id === device.id || publicKey === device.publicKey),
  );
  if (isRevoked) return 'revoked';
  const trust = recordOf(state, 'trust', device.id);
  if (!trust) return 'unknown';
  return trust.publicKey === device.publicKey ? 'trusted' : 'changed-key';
}
