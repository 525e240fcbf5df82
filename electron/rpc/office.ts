import { mkdir } from 'node:fs/promises';
import type { CallOutput } from '../../shared/rpc';
import { StorageError } from '../storage/storage-error';
import { createWorkspace, openWorkspace, type Workspace } from '../storage/workspace';

/** The data folders of this PC and the day that the app lives in. */
export interface OfficeOptions {
  /** Folder of the own unit. */
  readonly folder: string;
  /** Folder of the sample unit. */
  readonly sampleFolder: string;
  /** The app's calendar day, `YYYY-MM-DD`. */
  readonly today: () => string;
}

type OpenAnswer = CallOutput<'workspace.open'>;

/** Sets beyond the snapshot from which a new one is worth writing. */
const longTail = 500;

/** The one open workspace: the own unit or the sample. */
export class Office {
  private workspace: Workspace | undefined;
  private inSample = false;
  private opening: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: OfficeOptions) {}

  /** The open workspace. Throws StorageError `no-workspace`. */
  get current(): Workspace {
    if (!this.workspace) throw new StorageError('no-workspace');
    return this.workspace;
  }

  /** Folder that is open or would be. */
  get folder(): string {
    return this.inSample ? this.options.sampleFolder : this.options.folder;
  }

  get today(): string {
    return this.options.today();
  }

  /** Opens what is not open yet and answers with what the window needs first. */
  open(): Promise<OpenAnswer> {
    return this.inTurn(async () => {
      if (!this.workspace) {
        try {
          this.workspace = await openWorkspace(this.folder);
        } catch (error) {
          if (error instanceof StorageError && error.code === 'no-workspace') {
            return { status: 'empty' };
          }
          throw error;
        }
      }
      this.workspace.renewReplica();
      return this.describe(this.workspace);
    });
  }

  /** Makes an empty data folder and opens it. Throws StorageError `workspace-exists`. */
  async create(): Promise<OpenAnswer> {
    if (this.workspace) throw new StorageError('workspace-exists');
    await mkdir(this.folder, { recursive: true });
    await createWorkspace(this.folder);
    return this.open();
  }

  /** Opens the sample unit, made first where there is none yet. */
  async openSample(make: (folder: string) => Promise<void>): Promise<OpenAnswer> {
    await this.close();
    this.inSample = true;
    const opened = await this.open();
    if (opened.status === 'open') return opened;
    try {
      await make(this.folder);
    } catch (error) {
      this.inSample = false;
      throw error;
    }
    return this.open();
  }

  /** Goes back to the own unit. */
  async leaveSample(): Promise<OpenAnswer> {
    await this.close();
    this.inSample = false;
    return this.open();
  }

  /** Text of a snapshot part that was not read at the start. */
  readPart(name: string): Promise<string> {
    return this.current.readPart(name);
  }

  /** Writes the snapshot where it is worth it, then gives the folder free. */
  close(): Promise<void> {
    return this.inTurn(async () => {
      const { workspace } = this;
      this.workspace = undefined;
      if (!workspace) return;
      try {
        if (workspace.readOnly === null && workspace.unsnapshotted >= longTail) {
          await workspace.writeSnapshot();
        }
      } catch {
        // A cache that could not be written costs the next start some time, nothing else.
      } finally {
        await workspace.close();
      }
    });
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.opening.then(work, work);
    this.opening = turn.catch(() => undefined);
    return turn;
  }

  private async describe(workspace: Workspace): Promise<OpenAnswer> {
    const year = Number(this.today.slice(0, 4));
    const partNames = [...workspace.partNames];
    const first = partNames.filter((name) => name === 'base' || Number(name) >= year - 1);
    return {
      status: 'open',
      readOnly: workspace.readOnly,
      device: workspace.device,
      sample: this.inSample,
      folder: workspace.folder,
      counter: workspace.counter,
      partNames,
      parts: await Promise.all(
        first.map(async (name) => ({ name, text: await workspace.readPart(name) })),
      ),
      tail: [...workspace.tail],
    };
  }
}
