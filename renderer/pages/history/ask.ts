import type { CallInput, CallName, CallOutput } from '../../../shared/rpc';
import { call } from '../../state/bridge';
import { allSent } from '../../state/workspace';

/**
 * Asks main about the history once what this window changed is on the disk: main tells what is
 * there. Rejects with CallFailed.
 */
export async function askHistory<N extends Extract<CallName, `history.${string}`>>(
  name: N,
  input: CallInput<N>,
): Promise<CallOutput<N>> {
  await allSent();
  return call(name, input);
}
