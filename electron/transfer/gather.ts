import type { ChangeSet } from '../../shared/changes/change-set';
import { joinedParts, narrowed } from '../../shared/changes/partial-set';
import { listOf, type recordOf, recordOrDefault } from '../../shared/changes/records';
import { counterOf, type Stamp } from '../../shared/changes/stamp';
import { unpackStamps } from '../../shared/changes/stamp-list';
import type { State } from '../../shared/changes/state';
import { isBodyAndMind } from '../../shared/insight/exchange/private-change';
import { Authored, inScope } from '../../shared/insight/exchange/scope';
import { StorageError } from '../storage/storage-error';
import type { Workspace } from '../storage/workspace';
import { type LogPart, type OpenPart, partFor } from './log-part';
import { ownLog } from './own-log';
import { keptParts } from './provenance';
import type { PackageFile } from './write-package';

/** What a package is to hold; see `exportScopeSchema`. */
export interface ExportScope {
  readonly what: 'all' | 'department' | 'mine';
  readonly who: string;
  readonly from: string | null;
  readonly to: string | null;
  /** Device whose last package this one goes on from; '' for none. */
  readonly since: string;
  readonly attachments: boolean;
  readonly bodyAndMind: boolean;
}

/** Everything shared, with nothing that is private. */
export const wholeUnit: ExportScope = {
  what: 'all',
  who: '',
  from: null,
  to: null,
  since: '',
  attachments: false,
  bodyAndMind: false,
};

type Receipt = NonNullable<ReturnType<typeof recordOf<'receipt'>>>;

/** What a package of a scope would hold. */
export interface Gathered {
  readonly sets: readonly ChangeSet[];
  /** Signed logs of those who wrote the sets, showing no more than the sets do. */
  readonly logs: readonly LogPart[];
  readonly files: readonly PackageFile[];
  /** The newest set that this PC has shared; empty for none. */
  readonly newest: Stamp | '';
  /** Change sets of drafts, and ratings of body and mind, that stay here. */
  readonly drafts: number;
  readonly bodyAndMind: number;
  /** The package that this one goes on from. */
  readonly since: Receipt | undefined;
  readonly who: string;
}

/** The counter at which a receipt was written: everything made here later is newer. */
function counterOfReceipt(state: State, { id }: Receipt): number {
  const record = state.collections.get('receipt')?.records.get(id);
  return record ? counterOf(record.at) : 0;
}

/** Receipts of a device, in the order of writing, which no wall clock can bend. */
const receiptsOf = (state: State, direction: 'in' | 'out', device: string): Receipt[] =>
  listOf(state, 'receipt')
    .filter((receipt) => receipt.direction === direction && receipt.device === device)
    .sort((a, b) => counterOfReceipt(state, a) - counterOfReceipt(state, b));

/**
 * Tells what came here after a package was written: what was made later, which has higher stamps,
 * and what was imported later, which the receipts list.
 */
function cameAfter(state: State, since: Receipt): (stamp: Stamp) => boolean {
  const counter = counterOfReceipt(state, since);
  const imported = listOf(state, 'receipt')
    .filter((receipt) => receipt.direction === 'in' && counterOfReceipt(state, receipt) > counter)
    .map(({ stamps }) => unpackStamps(stamps));
  return (stamp) => counterOf(stamp) > counter || imported.some((stamps) => stamps.has(stamp));
}

/** Adds the evidence files that a set names. */
function noteFiles(set: ChangeSet, files: Map<string, number>): void {
  for (const { collection, fields } of set.changes) {
    const { sha256, bytes } = fields;
    if (collection !== 'attachment' || typeof sha256 !== 'string' || sha256 === '') continue;
    if (typeof bytes === 'number' && bytes > 0) files.set(sha256, bytes);
  }
}

/**
 * The parts of logs that go along with sets: of this PC all of them, so that its whole history is
 * signed once, save in what goes on from an earlier package; of others those that tell of the sets.
 */
function logsOf(
  workspace: Workspace,
  state: State,
  sets: readonly ChangeSet[],
  { own, isGoingOn }: { readonly own: readonly OpenPart[]; readonly isGoingOn: boolean },
): LogPart[] {
  const byStamp = new Map<Stamp, ChangeSet>();
  for (const set of sets) {
    const known = byStamp.get(set.stamp);
    byStamp.set(set.stamp, known ? joinedParts(known, set) : set);
  }
  const tells = (part: OpenPart): boolean => part.sets.some(({ stamp }) => byStamp.has(stamp));
  const others = keptParts(workspace.unitId, state).filter(
    ({ device }) => device !== workspace.device,
  );
  return [...(isGoingOn ? own.filter(tells) : own), ...others.filter(tells)].map((part) =>
    partFor(part, byStamp),
  );
}

/**
 * Collects what a package of a scope holds; `state` is the whole unit's. Throws StorageError
 * `workspace-damaged`, `cancelled`.
 */
export async function gather(
  workspace: Workspace,
  state: State,
  scope: ExportScope,
  signal?: AbortSignal,
): Promise<Gathered> {
  const owner = recordOrDefault(state, 'device', workspace.device).person;
  const who = scope.what === 'mine' ? scope.who || owner : scope.who;
  const [since] = scope.since === '' ? [] : receiptsOf(state, 'out', scope.since).slice(-1);
  const isNew = since && cameAfter(state, since);
  const shares = new Set(scope.bodyAndMind && owner !== '' ? [owner] : []);
  const wanted = { ...scope, who, bodyAndMindOf: shares };
  const authored = new Authored(state, wanted);
  if (scope.what !== 'all') for await (const set of workspace.sets('shared')) authored.add(set);
  const keep = inScope(state, wanted, authored);
  const sets: ChangeSet[] = [];
  const files = new Map<string, number>();
  let bodyAndMind = 0;
  for await (const set of workspace.sets('shared')) {
    if (signal?.aborted) throw new StorageError('cancelled');
    if (isNew && !isNew(set.stamp)) continue;
    const kept = narrowed(set, keep);
    if (kept !== set) {
      bodyAndMind += set.changes.filter((change) => isBodyAndMind(state, change, shares)).length;
    }
    if (!kept) continue;
    sets.push(kept);
    if (scope.attachments) noteFiles(kept, files);
  }
  let drafts = 0;
  for await (const set of workspace.sets('private')) {
    if (set.changes.some(({ collection }) => collection === 'rating' || collection === 'sheet')) {
      drafts += 1;
    }
  }
  const missing = new Set(await workspace.attachments.missingOf([...files.keys()]));
  const own = await ownLog(workspace);
  return {
    sets,
    logs: logsOf(workspace, state, sets, { own, isGoingOn: since !== undefined }),
    newest: own.at(-1)?.sets.at(-1)?.stamp ?? '',
    files: [...files]
      .filter(([sha256]) => !missing.has(sha256))
      .map(([sha256, bytes]) => ({ sha256, bytes })),
    drafts,
    bodyAndMind,
    since,
    who,
  };
}
