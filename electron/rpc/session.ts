import { setTimeout as wait } from 'node:timers/promises';
import type { Day } from '../../shared/calendar/day';
import type { ChangeSet } from '../../shared/changes/change-set';
import { recordOf, recordOrDefault } from '../../shared/changes/records';
import { addPart } from '../../shared/changes/snapshot';
import { applySet, emptyState } from '../../shared/changes/state';
import { unitId } from '../../shared/model/unit';
import type { CallOutput } from '../../shared/rpc';
import { type BackupSource, copyOfBackup } from '../storage/backup-content';
import { DataKey } from '../storage/data-key';
import { remove } from '../storage/files';
import { makeDevice, writeDevice } from '../storage/identity';
import { finishRebuild } from '../storage/rebuild';
import { StorageError } from '../storage/storage-error';
import { untie } from '../storage/tie';
import {
  type Audience,
  createWorkspace,
  type KeySource,
  openWorkspace,
  type Workspace,
} from '../storage/workspace';
import type { VaultKeeper } from './vault-keeper';

type Progress = (done: number, total: number) => void;

/** A promise and what ends it; Promise.withResolvers is not in Node 20. */
function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** Where the session works and what it knows of the day. */
export interface SessionOptions {
  readonly ownFolder: string;
  readonly sampleFolder: string;
  readonly today: () => Day;
  /** Of a copy of the program that keeps its data beside itself and goes from PC to PC. */
  readonly isPortable?: boolean | undefined;
  /** Hears of every end of an open unit: closed, exchanged, locked. */
  readonly closed?: () => Promise<unknown>;
  /** Hears of a folder of an older format before it is migrated. */
  readonly beforeMigration?: (folder: string) => Promise<void>;
  /** What this PC keeps of locking; without it an encrypted unit opens only by `unlock`. */
  readonly keeper?: VaultKeeper | undefined;
}

/** From so many change sets on it is worth writing a snapshot before the app ends. */
const longTail = 200;

interface Current {
  readonly workspace: Workspace;
  readonly isSample: boolean;
  /** Set while a backup is being looked at: when it was made, and the copy that is shown. */
  readonly backup?: { readonly madeAt: string; readonly folder: string };
}

/**
 * The one data folder that is open, if any: the own one or the sample's. Opening, changing and
 * closing wait for each other; commits go to whatever is open.
 */
export class WorkspaceSession {
  #current: Current | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #isLocked = false;
  readonly #closedHeard: (() => void)[] = [];
  /** After a locking, not even a remembered key opens the unit again. */
  #mustAsk = false;
  /** Of a folder that is too damaged to be opened with it. */
  #spareKey: DataKey | undefined;
  readonly #ending = new AbortController();
  /** Ends when the own folder was written anew. */
  #rewriting: Promise<void> | undefined;

  constructor(private readonly options: SessionOptions) {}

  /** What is made to go from PC to PC is tied to none. */
  get #isTied(): boolean {
    return this.options.isPortable !== true;
  }

  /** The open workspace. Throws StorageError `no-workspace`, or `locked`. */
  get workspace(): Workspace {
    if (this.#current) return this.#current.workspace;
    const path = this.options.ownFolder;
    throw new StorageError(this.#isLocked ? 'locked' : 'no-workspace', { path });
  }

  /** Whether it is the own folder that is open, not the sample's. */
  get isOwn(): boolean {
    return this.#current !== undefined && !this.#current.isSample && !this.#current.backup;
  }

  /** Whether the own folder is encrypted and closed, and nothing else is open. */
  get isLocked(): boolean {
    return this.#current === undefined && this.#isLocked;
  }

  /** Lets `heard` know of every end of an open unit, so that it can let go of what it knows of it. */
  onClosed(heard: () => void): void {
    this.#closedHeard.push(heard);
  }

  /** Whether a backup is being looked at. */
  get isBrowsing(): boolean {
    return this.#current?.backup !== undefined;
  }

  /** Id of the unit that is open; undefined where none is. */
  get openUnit(): string | undefined {
    return this.#current?.workspace.unitId;
  }

  /**
   * Where drafts of what is open belong; unit '' while there is none. Throws StorageError `locked`.
   */
  draftPlace(): { readonly unit: string; readonly key: DataKey | undefined } {
    if (this.#isLocked) return { unit: this.workspace.unitId, key: undefined };
    const workspace = this.#current?.workspace;
    return { unit: workspace?.unitId ?? '', key: workspace?.key };
  }

  /** The open workspace, once a rewriting of its folder is over. Throws as `workspace`. */
  async settled(): Promise<Workspace> {
    await this.#rewriting;
    return this.workspace;
  }

  /** Opens the own folder ahead of the first question; what fails is told to who asks. */
  prepare(): void {
    void this.#alone(() => this.#openOwn()).catch(() => undefined);
  }

  /** What is open, else the own folder; `empty` where there is none yet. */
  open(): Promise<CallOutput<'workspace.open'>> {
    return this.#alone(async () => {
      if (!this.#current) await this.#openOwn();
      return this.#describe();
    });
  }

  /** Makes and opens the own folder. Throws StorageError as createWorkspace does. */
  create(): Promise<CallOutput<'workspace.open'>> {
    return this.#alone(async () => {
      await createWorkspace(this.options.ownFolder);
      await this.#close();
      await this.#openOwn();
      return this.#describe();
    });
  }

  /** Opens the sample unit, made first where it is not there. */
  openSample(progress: Progress): Promise<CallOutput<'workspace.open'>> {
    return this.#alone(async () => {
      if (this.#current?.isSample) return this.#describe();
      const workspace = await this.#sample(progress);
      await this.#close();
      this.#current = { workspace, isSample: true };
      return this.#describe();
    });
  }

  /** Goes back to the own folder. */
  leaveSample(): Promise<CallOutput<'workspace.open'>> {
    return this.#alone(async () => {
      if (!this.isOwn) {
        await this.#close();
        await this.#openOwn();
      }
      return this.#describe();
    });
  }

  /**
   * Lets `fill` make the own folder, then opens it. Throws StorageError `workspace-not-empty` where
   * it is open already, and what `fill` throws; what was open stays open then.
   */
  fillOwn(fill: (folder: string) => Promise<unknown>): Promise<CallOutput<'workspace.open'>> {
    return this.#alone(async () => {
      const path = this.options.ownFolder;
      if (this.#current && !this.#current.isSample) {
        throw new StorageError('workspace-not-empty', { path });
      }
      await fill(path);
      await this.#close();
      await this.#openOwn();
      return this.#describe();
    });
  }

  /**
   * Shows a backup of the own unit, to be read only, until `leaveSample`. Throws StorageError
   * `backup-damaged`, `locked` and those of openWorkspace; what was open stays open then.
   */
  browse(source: BackupSource): Promise<CallOutput<'workspace.open'>> {
    return this.#alone(async () => {
      const key = this.#current?.workspace.key;
      const folder = await copyOfBackup(source.store, source.manifest, source.parent);
      // Kept over the closing, which forgets the key.
      const kept = key && new DataKey(key.copyMaster());
      try {
        const workspace = await openWorkspace(folder, { readOnly: true, key: kept });
        await this.#close();
        const { madeAt } = source.manifest;
        this.#current = { workspace, isSample: false, backup: { madeAt, folder } };
      } catch (error) {
        kept?.forget();
        await remove(folder).catch(() => undefined);
        throw error;
      }
      return this.#describe();
    });
  }

  /**
   * Lets `rebuild` make the own folder anew, which is closed before, and opens it. Throws what
   * `rebuild` throws; what was there is opened again then.
   */
  rebuildOwn(
    rebuild: (folder: string) => Promise<{ movedTo: string | null; key: DataKey | undefined }>,
  ): Promise<CallOutput<'backups.rebuild'>> {
    return this.#alone(async () => {
      await this.#close();
      let movedTo: string | null = null;
      try {
        const rebuilt = await rebuild(this.options.ownFolder);
        movedTo = rebuilt.movedTo;
        const workspace = await openWorkspace(this.options.ownFolder, { key: rebuilt.key });
        this.#current = { workspace, isSample: false };
        this.#isLocked = false;
      } finally {
        if (!this.#current) await this.#openOwn().catch(() => undefined);
      }
      return { workspace: await this.#describe(), movedTo };
    });
  }

  /**
   * Goes on with a folder that was found to be a copy: as a `new` PC with an id and keys of its own,
   * which keeps all records, or as the same PC that has `moved` here. Throws StorageError
   * `bad-input` where it is no copy.
   */
  settleCopy(as: 'new' | 'moved'): Promise<CallOutput<'workspace.open'>> {
    return this.#alone(async () => {
      const { workspace } = this;
      const { folder, unitId, key, identity, readOnly } = workspace;
      if (!this.isOwn || readOnly?.code !== 'workspace-copied') throw new StorageError('bad-input');
      // Kept over the closing, which forgets the key.
      const kept = key && new DataKey(key.copyMaster());
      await this.#close();
      const device = makeDevice(undefined, as === 'new' ? undefined : identity.name);
      if (as === 'new') await writeDevice(folder, device, kept && { unit: unitId, key: kept });
      await untie(folder);
      await this.#reopen(folder, kept, false);
      return this.#describe();
    });
  }

  /** Appends a change set; resolves when it is on the disk. Throws StorageError. */
  async commit(set: ChangeSet, audience: Audience): Promise<void> {
    if (this.#rewriting) await this.#rewriting;
    await this.workspace.append(set, audience);
  }

  /**
   * Opens the own folder with the key that `source` gives. Throws StorageError as openWorkspace
   * and `source` do; the unit stays locked then.
   */
  unlock(source: KeySource): Promise<CallOutput<'workspace.open'>> {
    return this.#alone(async () => {
      if (!this.isOwn) {
        await this.#openWith(source);
        this.#mustAsk = false;
      }
      return this.#describe();
    });
  }

  /** Opens the own folder in place of what is open. A key that opened nothing is forgotten. */
  async #openWith(source: KeySource): Promise<void> {
    const given: DataKey[] = [];
    const remembering: KeySource = async (vault, unit) => {
      const key = await source(vault, unit);
      if (key) given.push(key);
      return key;
    };
    try {
      const workspace = await openWorkspace(this.options.ownFolder, {
        key: remembering,
        isTied: this.#isTied,
        beforeMigration: this.options.beforeMigration,
      });
      await this.#close();
      this.#current = { workspace, isSample: false };
      this.#isLocked = false;
    } catch (error) {
      const isDamaged = error instanceof StorageError && error.code === 'workspace-damaged';
      // What the key cannot open, a repair with it may.
      for (const key of given) {
        if (isDamaged) this.#spareKey = key;
        else key.forget();
      }
      throw error;
    }
  }

  /**
   * Locks the own folder: what is being written is finished, the folder closed, the key forgotten.
   * False where no encrypted unit is open.
   */
  lock(): Promise<boolean> {
    return this.#alone(async () => {
      this.#forgetSpare();
      // The sample has no key; a backup that is being looked at is locked as the unit itself.
      if (!this.#current?.workspace.key) return false;
      this.#isLocked = true;
      this.#mustAsk = true;
      await this.#close();
      return true;
    });
  }

  /** Runs `work` on the own, writable workspace while nothing else opens or closes it. */
  onOwn<T>(work: (workspace: Workspace) => Promise<T>): Promise<T> {
    return this.#alone(() => work(this.#ownWritable()));
  }

  /**
   * Lets `rewrite` exchange the content of the own folder, which is closed meanwhile; changes wait
   * for the end. `rewrite` gets the key so far and gives the one to go on with; `ending` tells it
   * that the app is closing. Where it throws, the folder is as it was and is opened again.
   */
  rewriteOwn(
    rewrite: (
      folder: string,
      key: DataKey | undefined,
      ending: AbortSignal,
    ) => Promise<DataKey | undefined>,
  ): Promise<void> {
    return this.#alone(async () => {
      const { folder, key } = this.#ownWritable();
      const { promise, resolve } = withResolvers();
      this.#rewriting = promise;
      // Kept over the closing, which forgets the key.
      const kept = key && new DataKey(key.copyMaster());
      let next = kept;
      try {
        await this.#close();
        next = await rewrite(folder, kept, this.#ending.signal);
      } finally {
        try {
          const workspace = await openWorkspace(folder, { key: next, isTied: this.#isTied });
          this.#current = { workspace, isSample: false };
        } finally {
          if (next !== kept) kept?.forget();
          this.#rewriting = undefined;
          resolve();
        }
      }
    });
  }

  /** Runs `work` on the folder that is open, or that failed to open, with its key if it has one. */
  onDamaged<T>(work: (folder: string, key: DataKey | undefined) => Promise<T>): Promise<T> {
    return this.#alone(() => {
      const workspace = this.#current?.workspace;
      const key = workspace ? workspace.key : this.#spareKey;
      return work(workspace?.folder ?? this.options.ownFolder, key);
    });
  }

  /**
   * Lets `mend` make the content of the open, or not opened, folder anew while it is closed, and
   * opens it again. What cannot be opened afterwards is told to who asks next.
   */
  repair<T>(mend: (folder: string, key: DataKey | undefined) => Promise<T>): Promise<T> {
    return this.#alone(async () => {
      const { workspace, isSample = false } = this.#current ?? {};
      const folder = workspace?.folder ?? this.options.ownFolder;
      // Kept over the closing, which forgets the key.
      const known = workspace ? workspace.key : this.#spareKey;
      const key = known && new DataKey(known.copyMaster());
      const { promise, resolve } = withResolvers();
      // Changes made meanwhile wait for the repaired folder.
      this.#rewriting = promise;
      try {
        await this.#close();
        return await mend(folder, key);
      } finally {
        await (isSample || key ? this.#reopen(folder, key, isSample) : this.#openOwn()).catch(() =>
          key?.forget(),
        );
        this.#rewriting = undefined;
        resolve();
      }
    });
  }

  async #reopen(folder: string, key: DataKey | undefined, isSample: boolean): Promise<void> {
    this.#current = {
      workspace: await openWorkspace(folder, { key, isTied: this.#isTied && !isSample }),
      isSample,
    };
    this.#isLocked = false;
  }

  #ownWritable(): Workspace {
    const { workspace } = this;
    if (!this.isOwn) throw new StorageError('no-workspace', { path: this.options.ownFolder });
    const reason = workspace.readOnly;
    if (reason) throw new StorageError('read-only', { reason: reason.code });
    return workspace;
  }

  /** The unit's name and whose PC this is (else the PC's own name), without reading any year. */
  async names(): Promise<{ unit: string; author: string }> {
    const { workspace } = this;
    const state = emptyState();
    for (const name of workspace.partNames) {
      if (name === 'base') addPart(state, await workspace.readPart(name));
    }
    for (const set of workspace.tail) applySet(state, set);
    const { person } = recordOrDefault(state, 'device', workspace.device);
    const unit = recordOrDefault(state, 'unit', unitId);
    return {
      unit: unit.shortName || unit.name,
      author: recordOf(state, 'person', person)?.name || workspace.identity.name,
    };
  }

  /**
   * Ends the session: what is being written is finished, a long tail is folded into a snapshot,
   * the folder is given free. Takes at most `patience` ms; everything acknowledged is on the disk
   * in any case.
   */
  async end(patience: number): Promise<void> {
    this.#ending.abort();
    const ended = this.#alone(async () => {
      const workspace = this.#current?.workspace;
      if (workspace && !workspace.readOnly && workspace.unsnapshotted >= longTail) {
        await workspace.writeSnapshot();
      }
    })
      .catch(() => undefined)
      .then(() => this.#alone(() => this.#close()));
    await Promise.race([ended, wait(patience, undefined, { ref: false })]);
  }

  #alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #openOwn(): Promise<void> {
    try {
      await finishRebuild(this.options.ownFolder);
      const { keeper } = this.options;
      await this.#openWith(async (vault) => (this.#mustAsk ? undefined : keeper?.recall(vault)));
    } catch (error) {
      this.#isLocked = error instanceof StorageError && error.code === 'locked';
      if (this.#isLocked) return;
      // No data yet is no failure: the wizard is shown.
      if (!(error instanceof StorageError) || error.code !== 'no-workspace') throw error;
    }
  }

  async #sample(progress: Progress): Promise<Workspace> {
    const { sampleFolder, today } = this.options;
    try {
      return await openWorkspace(sampleFolder);
    } catch (error) {
      if (!(error instanceof StorageError) || error.code !== 'no-workspace') throw error;
    }
    // A folder without its marker is what a making that was cut short left behind.
    await remove(sampleFolder);
    const { sampleDefaults, writeSample } = await import('./sample-unit');
    await writeSample(sampleFolder, { ...sampleDefaults, today: today() }, { progress });
    return openWorkspace(sampleFolder);
  }

  async #close(): Promise<void> {
    const current = this.#current;
    this.#current = undefined;
    this.#forgetSpare();
    if (current) for (const heard of this.#closedHeard) heard();
    try {
      await current?.workspace.close();
      if (current) await this.options.closed?.();
      if (current?.backup) await remove(current.backup.folder).catch(() => undefined);
    } finally {
      current?.workspace.key?.forget();
    }
  }

  #forgetSpare(): void {
    this.#spareKey?.forget();
    this.#spareKey = undefined;
  }

  async #describeLocked(): Promise<CallOutput<'workspace.open'>> {
    const { keeper, ownFolder } = this.options;
    return {
      status: 'locked',
      folder: ownFolder,
      canRemember: keeper?.canRemember ?? false,
      waitSeconds: (await keeper?.waitSeconds()) ?? 0,
    };
  }

  async #describe(): Promise<CallOutput<'workspace.open'>> {
    if (!this.#current) return this.#isLocked ? this.#describeLocked() : { status: 'empty' };
    const { workspace, isSample, backup } = this.#current;
    workspace.renewReplica();
    const partNames = [...workspace.partNames];
    // What lies further back is read when the window has drawn its first page.
    const previousYear = Number(this.options.today().slice(0, 4)) - 1;
    const parts = await Promise.all(
      partNames
        .filter((name) => name === 'base' || Number(name) >= previousYear)
        .map(async (name) => ({ name, lines: [...(await workspace.readPart(name))] })),
    );
    return {
      status: 'open',
      readOnly: workspace.readOnly,
      device: workspace.device,
      sample: isSample,
      ...(backup && { backup: backup.madeAt }),
      folder: workspace.folder,
      counter: workspace.counter,
      partNames,
      parts,
      tail: [...workspace.tail],
    };
  }
}
