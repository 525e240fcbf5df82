import type { ChangeSet } from '../../shared/changes/change-set';
import { type Part, type PartName, snapshotParts } from '../../shared/changes/snapshot';
import { counterOf, type Stamp } from '../../shared/changes/stamp';
import { applySet, emptyState, fold, type State } from '../../shared/changes/state';
import { SnapshotIsStale } from './chain';
import type { Findings, Journal } from './journal';
import {
  isBound,
  readIndex,
  readPartLines,
  removeOtherGenerations,
  type SnapshotIndex,
  writeGeneration,
} from './snapshot';
import { StorageError } from './storage-error';
import { missingSets } from './witness';

/** Threads that Node reads files with, unless told otherwise. */
const readAhead = 4;

/** Longest tail for which a missing snapshot is no reason to make one while opening. */
const longestTail = 500;

/**
 * The snapshot was not used: `missing` or unreadable, or `stale`, which means that the journal lost
 * lines or was exchanged since it was made.
 */
export interface ReplicaNotice {
  readonly kind: 'snapshot-rebuilt';
  readonly reason: 'missing' | 'stale';
}

/** What a window needs to build the state: snapshot parts, and the sets they do not hold. */
export class Replica {
  #parts: Map<PartName, Part> | undefined;
  readonly #counter: number;

  /**
   * On the snapshot of `index`, or on a `state` that could not be written, or on the tail alone.
   * `floor`: counters up to this one are taken although their sets are not here.
   */
  constructor(
    private readonly folder: string,
    private readonly journal: Journal,
    private readonly index: SnapshotIndex | undefined,
    readonly tail: ChangeSet[],
    state?: State,
    floor = 0,
    /** Parts that are being read already; each is handed out once. */
    private readonly early = new Map<PartName, Promise<Part | undefined>>(),
  ) {
    this.#parts = state && snapshotParts(state);
    this.#counter = Math.max(state?.counter ?? 0, index?.counter ?? 0, floor);
  }

  /** Whether parts had to be made anew and the disk has no good ones. */
  get isInMemory(): boolean {
    return this.#parts !== undefined;
  }

  /** Names of the parts; none where everything is in the tail. */
  get partNames(): PartName[] {
    return this.#parts ? [...this.#parts.keys()] : Object.keys(this.index?.parts ?? {});
  }

  /** Highest Lamport counter in parts and tail. */
  get counter(): number {
    return this.tail.reduce((top, { stamp }) => Math.max(top, counterOf(stamp)), this.#counter);
  }

  /** The snapshot's generation on the disk, if it is there. */
  get generation(): number | undefined {
    return this.index?.generation;
  }

  /** The lines of a part. Throws StorageError `bad-input` for a name that is none. */
  async readPart(name: PartName): Promise<Part> {
    if (!this.partNames.includes(name)) throw new StorageError('bad-input', { part: name });
    if (!this.#parts && this.index) {
      const begun = this.early.get(name);
      this.early.delete(name);
      const part = await (begun ?? readPartLines(this.folder, this.index, name, this.journal.key));
      if (part !== undefined) return part;
      // From the same sets as the damaged one, so that parts already handed out fit to it.
      this.#parts = snapshotParts(await this.#foldCovered());
    }
    const part = this.#parts?.get(name);
    if (part === undefined) throw new StorageError('bad-input', { part: name });
    return part;
  }

  /**
   * All parts, one after the other. While one is being worked on the next ones are read, as
   * many as the system reads at the same time: as quick as reading all at once, and less to hold.
   */
  async *readParts(): AsyncGenerator<Part> {
    // Newest first: those may have been read already.
    const names = this.partNames.reverse();
    const ahead = names.slice(0, readAhead).map((name) => this.readPart(name));
    // A failure is met where its part is asked for.
    for (const reading of ahead) reading.catch(() => undefined);
    for (let at = 0; at < names.length; at += 1) {
      const part = await ahead.shift();
      const next = names[at + readAhead];
      if (next !== undefined) {
        const reading = this.readPart(next);
        reading.catch(() => undefined);
        ahead.push(reading);
      }
      if (part !== undefined) yield part;
    }
  }

  async #foldCovered(): Promise<State> {
    const state = emptyState();
    const covered = this.index?.covered ?? {};
    for await (const found of this.journal.scan(['journal', 'private'], {
      covered,
    })) {
      fold(
        found.flatMap((item) => (item.kind === 'set' ? [item.set] : [])),
        state,
      );
    }
    return state;
  }

  /** The replica on a newer snapshot, which holds the first `tailFrom` sets of the tail. */
  after(index: SnapshotIndex, tailFrom: number): Replica {
    return new Replica(this.folder, this.journal, index, this.tail.slice(tailFrom));
  }
}

/** How many years a window shows first; see `workspace.open`. */
const firstYears = 2;

/** Begins to read what a window asks for first, while the journal is still being looked at. */
function readEarly(folder: string, index: SnapshotIndex, journal: Journal) {
  const names = Object.keys(index.parts).sort();
  return new Map(
    names.slice(-firstYears - 1).map((name) => {
      const reading = readPartLines(folder, index, name, journal.key);
      // A failure is met where the part is asked for, if it is.
      reading.catch(() => undefined);
      return [name, reading] as const;
    }),
  );
}

/** Opens the journal on the snapshot, or on none: then everything is read and one is made. */
export async function openReplica(
  folder: string,
  journal: Journal,
  isWriter: boolean,
  secret: string,
): Promise<{ replica: Replica; findings: Findings; notices: ReplicaNotice[] }> {
  const index = await readIndex(folder);
  if (index && isBound(index, secret)) {
    const early = readEarly(folder, index, journal);
    try {
      const findings = await journal.open({
        covered: index.covered,
        repair: isWriter,
      });
      if (isWriter) await removeOtherGenerations(folder, [index.generation]);
      return {
        replica: new Replica(folder, journal, index, findings.tail, undefined, 0, early),
        findings,
        notices: [],
      };
    } catch (error) {
      if (!(error instanceof SnapshotIsStale)) throw error;
    }
  }
  const state = emptyState();
  const tail: ChangeSet[] = [];
  const seen = new Set<Stamp>();
  const each = (set: ChangeSet) => {
    seen.add(set.stamp);
    applySet(state, set);
    if (tail.length <= longestTail) tail.push(set);
  };
  const findings = await journal.open({ repair: isWriter, known: index?.covered, each });
  for (const { device } of missingSets(state, (stamp) => seen.has(stamp))) {
    findings.damages.push({ kind: 'lost', file: `journal/${device}`, line: 1, at: 0 });
  }
  // Sets that the journal lost may live on other PCs: their stamps must not be given twice.
  state.counter = Math.max(state.counter, index?.counter ?? 0);
  const notices: ReplicaNotice[] = index ? [{ kind: 'snapshot-rebuilt', reason: 'stale' }] : [];
  if (tail.length <= longestTail) {
    const replica = new Replica(folder, journal, undefined, tail, undefined, state.counter);
    return { replica, findings, notices };
  }
  if (!index) notices.push({ kind: 'snapshot-rebuilt', reason: 'missing' });
  const replica =
    (isWriter && findings.damages.length === 0
      ? await writtenReplica(folder, journal, state, secret)
      : undefined) ?? new Replica(folder, journal, undefined, [], state);
  return { replica, findings, notices };
}

/** A replica on a snapshot written just now; undefined where the disk refuses it. */
async function writtenReplica(
  folder: string,
  journal: Journal,
  state: State,
  secret: string,
): Promise<Replica | undefined> {
  try {
    const index = await writeGeneration(folder, state, journal.reaches(), {
      secret,
      key: journal.key,
    });
    await removeOtherGenerations(folder, [index.generation]);
    return new Replica(folder, journal, index, []);
  } catch (error) {
    if (error instanceof StorageError) return undefined;
    throw error;
  }
}
