import type { State } from '../../shared/changes/state';
import type { CallOutput } from '../../shared/rpc';
import type { Workspace } from '../storage/workspace';
import { type ExportScope, gather } from './gather';
import { countsOf, segmentsOf } from './segments';

/** What deflate makes of journal lines, by experience. */
const journalRatio = 0.12;

/** What a package of that scope would hold, and about how long it would be. Writes nothing. */
export async function estimate(
  workspace: Workspace,
  state: State,
  scope: ExportScope,
  signal?: AbortSignal,
): Promise<CallOutput<'transfer.estimate'>> {
  const { sets, logs, files, drafts, bodyAndMind, since } = await gather(
    workspace,
    state,
    scope,
    signal,
  );
  const segments = segmentsOf(sets);
  const text = segments.reduce((sum, segment) => sum + Buffer.byteLength(segment.text), 0);
  // Hashes do not get shorter.
  const logBytes = logs.reduce((sum, { entries }) => sum + entries.join('').length, 0);
  const fileBytes = files.reduce((sum, { bytes }) => sum + bytes, 0);
  return {
    ...countsOf(sets),
    files: files.length,
    fileBytes,
    bytes:
      Math.ceil(text * journalRatio) +
      Math.ceil(logBytes * 0.75) +
      fileBytes +
      300 * (segments.length + files.length) +
      800,
    drafts,
    bodyAndMind,
    since: since ? { madeAt: since.madeAt, sha256: since.sha256 } : null,
  };
}
