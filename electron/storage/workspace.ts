import { join } from 'node:path';
import type { ChangeSet } from '../../shared/changes/change-set';
import type { Part, PartName } from '../../shared/changes/snapshot';
import { counterOf, deviceOf, largestStep, type Stamp } from '../../shared/changes/stamp';
import { emptyState, fold, type State } from '../../shared/changes/state';
import type { RpcError } from '../../shared/rpc';
import { clock } from '../clock';
import { type AddedFile, Attachments, type CopyOptions } from './attachments';
import type { Covered } from './chain';
import type { DataKey } from './data-key';
import { sortForeign, strangeSets } from './foreign-sets';
import { type Device, readDevice } from './identity';
import { Journal, type LinePlace } from './journal';
import type { Damage, JournalLine } from './journal-scan';
import { acquireLock, type Lock, type LockTiming } from './lock';
import { type BeforeMigration, expectReadable, readSettledMarker, settleFolder } from './migration';
import { openReplica, type Replica, type ReplicaNotice } from './replica';
import { expectSealsStand, sealsOf, touchesSeals } from './seal-check';
import { expectFit, expectKept, expectNoJump } from './set-check';
import {
  removeOtherGenerations,
  type SnapshotIndex,
  snapshotSecret,
  writeGeneration,
} from './snapshot';
import { StorageError, storageError } from './storage-error';
import { isCopied, tiePlace } from './tie';
import type { Vault } from './vault';
import { type Problem, verifyWorkspace } from './verify';
import { WriteQueue } from './write-queue';

export { createWorkspace } from './identity';
export type { Problem } from './verify';

/** Who may see a change set: everybody, or only this PC. */
export type Audience = 'shared' | 'private';

/** What opening did on its own: an unfinished line kept in `file`, or the snapshot made anew. */
export type Notice = { readonly kind: 'kept-aside'; readonly file: string } | ReplicaNotice;

const streamOf = { shared: 'journal', private: 'private' } as const;

const streamsOf = (audience: Audience | 'all') =>
  audience === 'all' ? (['journal', 'private'] as const) : ([streamOf[audience]] as const);

/** Foreign sets that are made durable together; between them an import can be cancelled. */
const foreignBatch = 2_000;

/** The error that tells where a journal is damaged. */
const damageError = ({ file, line }: Damage): StorageError =>
  new StorageError('workspace-damaged', { file, line });

interface Opened {
  readonly folder: string;
  readonly unitId: string;
  readonly key: DataKey | undefined;
  readonly identity: Device;
  readonly now: () => Date;
  readonly journal: Journal;
  readonly lock: Lock | undefined;
  readonly readOnly: StorageError | undefined;
  readonly replica: Replica;
  readonly notices: readonly Notice[];
  /** Places from which on lines are missing. */
  readonly lost: readonly Damage[];
}

/** Gets the key of an encrypted unit; undefined where it is not to be had. May throw. */
export type KeySource = (vault: Vault, unit: string) => Promise<DataKey | undefined>;

/** An open data folder. Keeps no folded state: it hands out snapshot parts and the sets after. */
export class Workspace {
  readonly folder: string;
  readonly unitId: string;
  /** Id of this PC in stamps. */
  readonly device: string;
  /** This PC's name and keys. */
  readonly identity: Device;
  readonly notices: readonly Notice[];
  /** Key of an encrypted unit. */
  readonly key: DataKey | undefined;
  /** The evidence files. Written to by `addFile` alone. */
  readonly attachments: Attachments;
  readonly #opened: Opened;
  readonly #queue: WriteQueue;
  #replica: Replica;
  /** The newest snapshot on the disk, and how much of the replica's tail it holds. */
  #newest: { index: SnapshotIndex; tailFrom: number } | undefined;
  #snapshotting: Promise<void> | undefined;
  #isClosed = false;

  constructor(opened: Opened) {
    this.#opened = opened;
    this.#replica = opened.replica;
    this.folder = opened.folder;
    this.unitId = opened.unitId;
    this.device = opened.identity.id;
    this.identity = opened.identity;
    this.notices = opened.notices;
    this.key = opened.key;
    this.attachments = new Attachments(opened.folder, opened.key);
    this.#queue = new WriteQueue(opened.replica.counter, async (sets, audience) => {
      await opened.lock?.confirm();
      await opened.journal.append(streamOf[audience], this.device, sets, this.#month());
      for (const set of sets) this.#replica.tail.push(set);
    });
  }

  /** Why nothing may be written; null where it may. */
  get readOnly(): RpcError | null {
    if (this.#opened.lock?.isLost) return { code: 'workspace-locked' };
    return this.#opened.readOnly?.rpcError ?? null;
  }

  /** Highest Lamport counter in the folder. */
  get counter(): number {
    return this.#queue.counter;
  }

  /** Names of the snapshot parts that `readPart` gives; none while the folder is young. */
  get partNames(): readonly PartName[] {
    return this.#replica.partNames;
  }

  /** Change sets, shared and private, that the parts do not hold; grows with every append. */
  get tail(): readonly ChangeSet[] {
    return this.#replica.tail;
  }

  /** How many change sets the newest snapshot on the disk lacks; Infinity where it is useless. */
  get unsnapshotted(): number {
    if (!this.#newest && this.#replica.isInMemory) return Number.POSITIVE_INFINITY;
    return this.#replica.tail.length - (this.#newest?.tailFrom ?? 0);
  }

  /** A part for `addPart`. A damaged part is made anew from the journal. */
  readPart(name: PartName): Promise<Part> {
    return this.#replica.readPart(name);
  }

  /** All parts for `addPart`, one after the other. */
  readParts(): AsyncGenerator<Part> {
    return this.#replica.readParts();
  }

  /**
   * Makes `partNames`, `readPart` and `tail` those of the newest snapshot. For a window that starts
   * afresh: one that is still reading parts would mix two snapshots.
   */
  renewReplica(): void {
    if (!this.#newest) return;
    const { index, tailFrom } = this.#newest;
    this.#replica = this.#replica.after(index, tailFrom);
    this.#newest = undefined;
  }

  /**
   * Appends a set of this device; resolves when it is on the disk. Sets appended at the same time
   * share one flush. Throws StorageError: `read-only`, `stale-stamp` (not of this device, or not
   * newer than everything seen), `counter-jump`, `does-not-fit` (the model), `sealed` (it would alter a sealed
   * document, unless it is one of `takenBack`), `workspace-locked`, or the disk's.
   */
  async append(set: ChangeSet, audience: Audience, takenBack?: ReadonlySet<string>): Promise<void> {
    this.#expectWritable();
    const fitting = expectFit(set, 'own');
    expectKept(fitting, { audience, isEncrypted: this.key !== undefined });
    if (deviceOf(set.stamp) !== this.device || counterOf(set.stamp) <= this.#queue.claimed) {
      throw new StorageError('stale-stamp', {
        stamp: set.stamp,
        counter: this.#queue.claimed,
      });
    }
    expectNoJump([fitting], this.#queue.claimed);
    if (!touchesSeals(fitting)) return this.#queue.write(fitting, audience);
    await this.#queue.write(fitting, audience, async (before) => {
      expectSealsStand(
        fitting,
        await sealsOf(this.readParts(), [...this.tail, ...before]),
        takenBack,
      );
    });
  }

  /**
   * Appends sets of other devices (in a recovery, own ones that this folder lost as well) to the
   * shared stream: all of them, or none when it fails or is cancelled. Those already here are left
   * alone. Throws StampClash where a stamp is taken by another content or a set claims to be this
   * PC's, StorageError `does-not-fit`, `cancelled` and those of `append`.
   */
  async appendForeign(
    sets: readonly ChangeSet[],
    options: {
      signal?: AbortSignal;
      progress?: (done: number, total: number) => void;
      /** The user has said that this PC lost records of its own, which now come back. */
      isRecovery?: boolean;
      /**
       * Makes the private set that tells of the import; it is written first, so that whatever came
       * in is told of even after a crash. `counter`: the highest that is taken so far.
       */
      receipt?: (added: readonly ChangeSet[], counter: number) => ChangeSet | undefined;
    } = {},
  ): Promise<{ added: ChangeSet[]; known: number; receipt: ChangeSet | undefined }> {
    this.#expectWritable();
    const { journal, lock } = this.#opened;
    const expectGoingOn = () => {
      if (options.signal?.aborted) throw new StorageError('cancelled');
    };
    const fitting = sets.map((set) => expectFit(set, 'foreign'));
    expectNoJump(fitting, this.#queue.claimed);
    const isEncrypted = this.key !== undefined;
    for (const set of fitting) expectKept(set, { audience: 'shared', isEncrypted });
    return this.#queue.run(async () => {
      await lock?.confirm();
      const { fresh, known } = await sortForeign(journal, fitting, {
        own: this.device,
        isRecovery: options.isRecovery ?? false,
      });
      const added = [...fresh.values()].flat();
      const top = added.reduce((most, { stamp }) => Math.max(most, counterOf(stamp)), 0);
      const receipt = options.receipt?.(added, Math.max(top, this.#queue.claimed));
      let done = 0;
      await journal.orNothing(async () => {
        if (receipt) {
          const fitting = expectFit(receipt, 'own');
          await journal.append('private', this.device, [fitting], this.#month());
        }
        for (const [device, ofDevice] of fresh) {
          for (let at = 0; at < ofDevice.length; at += foreignBatch) {
            expectGoingOn();
            const batch = ofDevice.slice(at, at + foreignBatch);
            await journal.append('journal', device, batch, this.#month());
            done += batch.length;
            options.progress?.(done, added.length);
          }
        }
        expectGoingOn();
      });
      for (const set of added) this.#replica.tail.push(set);
      if (receipt) this.#replica.tail.push(receipt);
      this.#queue.raise(receipt ? counterOf(receipt.stamp) : top);
      return { added, known, receipt };
    });
  }

  /**
   * Those sets that claim to be this PC's own and are not in its journal, or stand there otherwise
   * (`clash`): forged, written by a copy of this folder, or lost here. `appendForeign` takes those
   * that were lost, in a recovery alone.
   */
  strangeOwn(sets: readonly ChangeSet[]): Promise<ReadonlyMap<Stamp, 'missing' | 'clash'>> {
    return this.#queue.run(() => strangeSets(this.#opened.journal, sets, this.device));
  }

  /**
   * Copies an evidence file in, to be named by an attachment record afterwards. Throws StorageError
   * `read-only`, `workspace-locked` and those of `Attachments.add`.
   */
  async addFile(source: string, options: CopyOptions = {}): Promise<AddedFile> {
    this.#expectWritable();
    await this.#opened.lock?.confirm();
    return this.attachments.add(source, options);
  }

  /**
   * Takes the content of an evidence file in that came in a package, under its SHA-256; true where
   * it was not here. Throws StorageError `read-only`, `workspace-locked` and those of
   * `Attachments.takeIn`.
   */
  async takeFile(sha256: string, chunks: () => AsyncIterable<Buffer>): Promise<boolean> {
    this.#expectWritable();
    await this.#opened.lock?.confirm();
    return this.attachments.takeIn(sha256, chunks);
  }

  /**
   * All sets that were durable when the walk began, in the order of the files. Throws StorageError
   * `workspace-damaged` at a damaged line: what is copied elsewhere must be whole.
   */
  async *sets(audience: Audience | 'all'): AsyncGenerator<ChangeSet> {
    for await (const found of this.#opened.journal.scan(streamsOf(audience))) {
      for (const item of found) {
        if (item.kind === 'set') yield item.set;
        else if (item.kind !== 'torn') throw damageError(item);
      }
    }
  }

  /** Shared sets of this PC itself, as far as they are durable. Throws as `sets`. */
  async *ownSets(): AsyncGenerator<ChangeSet> {
    for await (const found of this.#opened.journal.scan(['journal'], { device: this.device })) {
      for (const item of found) {
        if (item.kind === 'set') yield item.set;
        else if (item.kind !== 'torn') throw damageError(item);
      }
    }
  }

  /** How far the journal is durable now, between two writes: no half import is in it. */
  journalReaches(): Promise<Covered> {
    return this.#queue.run(async () => this.#opened.journal.reaches());
  }

  /** Lines of both streams between two reaches, with their places; damaged ones as well. */
  journalLines(after: Covered, covered: Covered): AsyncGenerator<(JournalLine | Damage)[]> {
    return this.#opened.journal.scan(['journal', 'private'], { after, covered });
  }

  /** The set of a line that `journalLines` gave; undefined where it cannot be read any more. */
  readLine(place: LinePlace): Promise<ChangeSet | undefined> {
    return this.#opened.journal.readLine(place);
  }

  /**
   * The fold of the whole journal, made anew on each call and kept nowhere. Damage throws, unless
   * the workspace was opened read-only because of it: then everything readable is folded.
   */
  foldAll(): Promise<State> {
    return this.#fold(undefined);
  }

  async #fold(covered: Covered | undefined): Promise<State> {
    const state = emptyState();
    const isKnownDamaged = this.#opened.readOnly?.code === 'workspace-damaged';
    const { journal } = this.#opened;
    for await (const found of journal.scan(['journal', 'private'], {
      covered,
    })) {
      const sets: ChangeSet[] = [];
      for (const item of found) {
        if (item.kind === 'set') sets.push(item.set);
        else if (item.kind !== 'torn' && !isKnownDamaged) throw damageError(item);
      }
      fold(sets, state);
    }
    return state;
  }

  /**
   * Folds the journal into a new snapshot on the disk. Appends go on meanwhile; the open replica
   * keeps its own parts until `renewReplica` or the next start.
   */
  writeSnapshot(): Promise<void> {
    this.#expectWritable();
    this.#snapshotting ??= this.#writeSnapshot().finally(() => {
      this.#snapshotting = undefined;
    });
    return this.#snapshotting;
  }

  async #writeSnapshot(): Promise<void> {
    // Between two writes, so that no half import is covered.
    const [covered, tailFrom, replica] = await this.#queue.run(async () => [
      this.#opened.journal.reaches(),
      this.#replica.tail.length,
      this.#replica,
    ]);
    const index = await writeGeneration(this.folder, await this.#fold(covered), covered, {
      secret: snapshotSecret(this.identity),
      key: this.key,
    });
    if (replica === this.#replica) this.#newest = { index, tailFrom };
    await removeOtherGenerations(this.folder, [index.generation, this.#replica.generation]);
  }

  /** Everything that is wrong with the folder's content; an empty list means it is whole. */
  async verify(): Promise<Problem[]> {
    const { journal, lost } = this.#opened;
    const found = await verifyWorkspace(this.folder, journal, this.#replica, this.attachments);
    const isTold = ({ file }: Damage) =>
      found.some((one) => one.kind === 'lost' && one.file === file);
    const others = lost.filter((one) => !isTold(one));
    return [...found, ...others.map(({ kind, file, line }) => ({ kind, file, line, detail: '' }))];
  }

  /** Waits for what is being written, then gives the folder free. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    const { journal, lock, folder } = this.#opened;
    await this.#snapshotting?.catch(() => undefined);
    await this.attachments.close();
    await this.#queue.run(() => journal.close());
    const newest = this.#newest?.index.generation ?? this.#replica.generation;
    if (lock && !lock.isLost && newest !== undefined) {
      await removeOtherGenerations(folder, [newest]).catch(() => undefined);
    }
    await lock?.release();
  }

  #month(): string {
    return this.#opened.now().toISOString().slice(0, 7);
  }

  #expectWritable(): void {
    if (this.#isClosed) throw new StorageError('no-workspace');
    const reason = this.readOnly;
    if (reason) throw new StorageError('read-only', { reason: reason.code });
  }
}

/** Counters that were made to jump leave no room for what is to come; a repair brings them down. */
const jumpOf = ({ counter }: Replica): Damage | undefined =>
  counter > largestStep ? { kind: 'counter', file: 'journal', line: 0, at: 0 } : undefined;

/** Takes the lock; a folder or disk that cannot be written to opens read-only with that reason. */
async function lockOrReason(folder: string, timing: Partial<LockTiming> | undefined) {
  try {
    return { lock: await acquireLock(folder, timing), reason: undefined };
  } catch (error) {
    const reason = storageError(error, folder);
    if (reason.code !== 'no-access' && reason.code !== 'disk-full') throw reason;
    return { lock: undefined, reason };
  }
}

/**
 * Opens a data folder. Journal bytes that the snapshot covers are not read. Throws StorageError:
 * `no-workspace`, `workspace-newer`, `locked` (an encrypted unit for which the key does not fit or
 * was not given), `workspace-locked` (with the `host` that has it), or
 * `workspace-damaged` where not even the folder's own two marks can be read, `workspace-unfinished`
 * (a replacement was cut short and cannot be ended, because the folder cannot be written to). A
 * damaged journal, a full disk, a folder without write access and one of an older format that could
 * not be migrated open read-only.
 */
export async function openWorkspace(
  folder: string,
  options: {
    readOnly?: boolean;
    /** Ties the folder to this PC and place; a copy of it opens read-only (`workspace-copied`). */
    isTied?: boolean;
    now?: () => Date;
    lock?: Partial<LockTiming>;
    /** Of an encrypted unit, or where to get it; forgotten by who gave it, after `close`. */
    key?: DataKey | KeySource | undefined;
    /** Called before a folder of an older format is changed; if it throws, nothing is. */
    beforeMigration?: BeforeMigration | undefined;
  } = {},
): Promise<Workspace> {
  // A folder that is none, or a newer app's, does not even get a lock.
  await expectReadable(folder);
  const { lock, reason } = options.readOnly
    ? { lock: undefined, reason: new StorageError('read-only') }
    : await lockOrReason(folder, options.lock);
  try {
    const { marker, refused } = lock
      ? await settleFolder(folder, options.beforeMigration)
      : { marker: await readSettledMarker(folder) };
    const isCopy = options.isTied === true && (await isCopied(folder));
    if (options.isTied && lock && !isCopy) await tiePlace(folder).catch(() => undefined);
    const { unit, vault } = marker;
    const given = options.key;
    const key = typeof given === 'function' ? vault && (await given(vault, unit)) : given;
    if (vault?.key !== key?.id) throw new StorageError('locked', { path: folder });
    const identity = await readDevice(folder, key && { unit, key });
    const isWriter = lock !== undefined && refused === undefined && !isCopy;
    const journal = new Journal(folder, unit, key);
    const { replica, findings, notices } = await openReplica(
      folder,
      journal,
      isWriter,
      snapshotSecret(identity),
    );
    const damage = findings.damages.find(({ kind }) => kind !== 'torn') ?? jumpOf(replica);
    const kept = findings.kept.map((file) => ({ kind: 'kept-aside', file }) as const);
    return new Workspace({
      folder,
      unitId: unit,
      key,
      identity,
      now: options.now ?? clock.now,
      journal,
      lock,
      readOnly: damage
        ? damageError(damage)
        : refused === undefined
          ? (reason ??
            (isCopy ? new StorageError('workspace-copied', { path: folder }) : undefined))
          : storageError(refused, folder),
      replica,
      notices: [...kept, ...notices],
      lost: findings.damages.filter(({ kind }) => kind === 'lost'),
    });
  } catch (error) {
    await lock?.release();
    throw storageError(error, join(folder, 'journal'));
  }
}
