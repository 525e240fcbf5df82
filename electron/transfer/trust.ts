import { recordOf } from '../../shared/changes/records';
import type { State } from '../../shared/changes/state';

/** How far a device is trusted; see the contract. */
export type TrustStatus = 'own' | 'trusted' | 'unknown' | 'revoked' | 'changed-key';

/** How far packages of a device are trusted that are signed with `publicKey`. */
export function trustOf(
  state: State,
  own: string | undefined,
  device: { readonly id: string; readonly publicKey: string },
): TrustStatus {
  if (device.id === own) return 'own';
  const trust = recordOf(state, 'trust', device.id);
  if (!trust) return 'unknown';
  if (trust.status === 'revoked') return 'revoked';
  return trust.publicKey === device.publicKey ? 'trusted' : 'changed-key';
}
