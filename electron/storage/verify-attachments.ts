import type { State } from '../../shared/changes/state';
import type { Attachments } from './attachments';
import { blobFiles, blobPath } from './blobs';
import type { Problem } from './verify';

interface Wanted {
  readonly sha256: string;
  /** Names of the file and the records that it belongs to. */
  readonly owners: string[];
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Every content that a record speaks of, deleted ones too: the history may need it again. */
function wantedBy(state: State): Map<string, Wanted> {
  const wanted = new Map<string, Wanted>();
  for (const { values } of state.collections.get('attachment')?.records.values() ?? []) {
    const sha256 = text(values.sha256);
    if (sha256 === '') continue;
    const known = wanted.get(sha256) ?? { sha256, owners: [] };
    known.owners.push(
      `${text(values.name)} ← ${text(values.ownerCollection)} ${text(values.ownerId)}`,
    );
    wanted.set(sha256, known);
  }
  return wanted;
}

/**
 * What is wrong with the evidence files: content that is missing or altered, with the records it
 * belongs to, and files that no record speaks of. Reads every file wholly.
 */
export async function attachmentProblems(
  folder: string,
  attachments: Attachments,
  state: State,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  const known = new Set<string>();
  for (const { sha256, owners } of wantedBy(state).values()) {
    const file = blobPath(attachments.nameOf(sha256));
    known.add(file);
    const found = await attachments.stateOf(sha256);
    if (found === 'whole') continue;
    problems.push({ kind: `attachment-${found}`, file, line: 0, detail: owners.join('; ') });
  }
  for await (const { path: file } of blobFiles(folder)) {
    if (known.has(file)) continue;
    problems.push({ kind: 'attachment-orphan', file, line: 0, detail: '' });
  }
  return problems;
}
