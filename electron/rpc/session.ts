import { setTimeout as wait } from 'node:timers/promises';
import type { Day } from '../../shared/calendar/day';
import type { ChangeSet } from '../../shared/changes/change-set';
import { recordOf, recordOrDefault } from '../../shared/changes/records';
import { addPart } from '../../shared/changes/snapshot';
import { applySet, emptyState } from '../../shared/changes/state';
import { unitId } from '../../shared/model/unit';
import type { CallOutput } from '../../shared/rpc';
import { remove } from '../storage/files';
import { StorageError } from '../storage/storage-error';
import {
  type Audience,
  createWorkspace,
  openWorkspace,
  type Workspace,
} from '../storage/workspace';

type Progress = (done: number, total: number) => void;

/** Where the session works and what it knows of the day. */
export interface SessionOptions {
  readonly ownFolder: string;
  readonly sampleFolder: string;
  readonly today: () => Day;
  /** Hears of every end of an open unit: closed, exchanged, locked. */
  readonly closed?: () => Promise<unknown>;
}

/** From so many change sets on it is worth writing a snapshot before the app ends. */
const longTail = 200;

interface Current {
  readonly workspace: Workspace;
  readonly isSample: boolean;
}

/**
 * The one data folder that is open, if any: the own one or the sample's. Opening, changing and
 * closing wait for each other; commits go to whatever is open.
 */
export class WorkspaceSession {
  #current: Current | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: SessionOptions) {}

  /** The open workspace. Throws StorageError `no-workspace`. */
  get workspace(): Workspace {
    if (!this.#current) throw new StorageError('no-workspace', { path: this.options.ownFolder });
    return this.#current.workspace;
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
      if (!this.#current || this.#current.isSample) {
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

  /** Appends a change set; resolves when it is on the disk. Throws StorageError. */
  async commit(set: ChangeSet, audience: Audience): Promise<void> {
    await this.workspace.append(set, audience);
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
      const workspace = await openWorkspace(this.options.ownFolder);
      this.#current = { workspace, isSample: false };
    } catch (error) {
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
    await current?.workspace.close();
    if (current) await this.options.closed?.();
  }

  async #describe(): Promise<CallOutput<'workspace.open'>> {
    if (!this.#current) return { status: 'empty' };
    const { workspace, isSample } = this.#current;
    workspace.renewReplica();
    const partNames = [...workspace.partNames];
    // What lies further back is read when the window has drawn its first page.
    const previousYear = Number(this.options.today().slice(0, 4)) - 1;
    const parts = await Promise.all(
      partNames
        .filter((name) => name === 'base' || Number(name) >= previousYear)
        .map(async (name) => ({ name, text: await workspace.readPart(name) })),
    );
    return {
      status: 'open',
      readOnly: workspace.readOnly,
      device: workspace.device,
      sample: isSample,
      folder: workspace.folder,
      counter: workspace.counter,
      partNames,
      parts,
      tail: [...workspace.tail],
    };
  }
}
