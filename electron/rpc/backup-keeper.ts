import { join } from 'node:path';
import * as z from 'zod';
import type { Day } from '../../shared/calendar/day';
import { type RpcError, rpcErrorSchema } from '../../shared/rpc/error';
import { clock } from '../clock';
import { backUpClosed, backUpOpen } from '../storage/backup';
import { type BackupSource, clearCopies } from '../storage/backup-content';
import {
  type BackingUp,
  type BackupManifest,
  type BackupReason,
  BackupStore,
} from '../storage/backup-store';
import type { DataKey } from '../storage/data-key';
import { makeFolder, readWhole, writeAside } from '../storage/files';
import { readMarker } from '../storage/marker';
import { StorageError, storageError } from '../storage/storage-error';
import type { Workspace } from '../storage/workspace';

/** The two places: beside the app's own files, and a folder or stick that the user chose. */
export const backupPlaces = ['own', 'second'] as const;

export type BackupPlace = (typeof backupPlaces)[number];

/** Folder that is made inside the one the user chose. */
const secondFolder = '头雁备份';

const failureSchema = z.strictObject({
  /** When it began to fail, ISO 8601. */
  since: z.string(),
  error: rpcErrorSchema,
});

export type BackupFailure = z.infer<typeof failureSchema>;

const statusSchema = z.strictObject({
  /** The folder that the user chose; absent where none. */
  second: z.string().max(4096).optional(),
  /** Day of the last automatic backup, by place. */
  lastDay: z.record(z.string(), z.string()),
  /** What has failed and not worked since, by place. */
  failed: z.record(z.string(), failureSchema),
});

type Status = z.infer<typeof statusSchema>;

/** How the unit to be backed up lies: open, or a folder that is not open. */
type Source = Workspace | string;

interface KeeperOptions {
  /** Folder of what this PC keeps apart from any unit. */
  readonly profile: string;
  readonly today: () => Day;
  readonly now?: () => Date;
  /** Hears of every change of places, backups and failures. */
  readonly changed?: () => void;
}

/** Makes backups in all places, one at a time, and remembers where that failed. */
export class BackupKeeper {
  #status: Status = { lastDay: {}, failed: {} };
  #last: Promise<unknown> = Promise.resolve();
  readonly #ready: Promise<void>;

  constructor(private readonly options: KeeperOptions) {
    this.#ready = this.#read();
    void clearCopies(this.copies).catch(() => undefined);
  }

  get #path(): string {
    return join(this.options.profile, 'backups.json');
  }

  /** Where contents of backups are copied to while they are looked into. */
  get copies(): string {
    return join(this.options.profile, 'opened-backups');
  }

  async #read(): Promise<void> {
    try {
      const bytes = await readWhole(this.#path);
      this.#status = statusSchema.parse(JSON.parse(bytes?.toString('utf8') ?? 'null'));
    } catch {
      // What cannot be read counts as nothing remembered: the next backup shows how things are.
    }
  }

  async #write(change: Partial<Status>): Promise<void> {
    this.#status = { ...this.#status, ...change };
    await makeFolder(this.options.profile);
    await writeAside(this.#path, JSON.stringify(this.#status));
    this.options.changed?.();
  }

  /** The folder that the user chose for second copies; undefined where none. */
  async secondFolder(): Promise<string | undefined> {
    await this.#ready;
    return this.#status.second;
  }

  /** Takes a folder for second copies, or none. Throws StorageError where it cannot be remembered. */
  async chooseSecond(folder: string | undefined): Promise<void> {
    await this.#ready;
    const { second: _second, ...rest } = this.#status;
    const { second: _failed, ...failed } = rest.failed;
    const { second: _day, ...lastDay } = rest.lastDay;
    this.#status = { ...rest, failed, lastDay };
    await this.#write(folder === undefined ? {} : { second: folder });
  }

  /** The stores by place; the second one only where a folder was chosen. */
  async stores(): Promise<readonly { place: BackupPlace; store: BackupStore }[]> {
    await this.#ready;
    const { second } = this.#status;
    const own = { place: 'own' as const, store: this.#ownStore() };
    if (second === undefined) return [own];
    return [own, { place: 'second', store: new BackupStore(join(second, secondFolder)) }];
  }

  #ownStore(): BackupStore {
    return new BackupStore(join(this.options.profile, 'backups'));
  }

  /** The store of one place. Throws StorageError `bad-input` where no such place is chosen. */
  async store(place: BackupPlace): Promise<BackupStore> {
    const found = (await this.stores()).find((one) => one.place === place);
    if (!found) throw new StorageError('bad-input', { place });
    return found.store;
  }

  /** All backups of the unit in a folder, newest first, for what the folder has lost. */
  async sources(folder: string, key: DataKey | undefined): Promise<readonly BackupSource[]> {
    const { unit } = await readMarker(folder);
    const found: BackupSource[] = [];
    for (const { store } of await this.stores()) {
      const manifests = await store.list().catch(() => []);
      for (const manifest of manifests.reverse()) {
        if (manifest.unit !== unit) continue;
        found.push({ store, manifest, parent: this.copies, ...(key && { key }) });
      }
    }
    return found;
  }

  /** Readable backups of a unit, by place; of a stick that is away none. */
  async plain(
    unit: string,
  ): Promise<readonly { place: BackupPlace; path: string; manifest: BackupManifest }[]> {
    const found: { place: BackupPlace; path: string; manifest: BackupManifest }[] = [];
    for (const { place, store } of await this.stores()) {
      for (const manifest of await store.list().catch(() => [])) {
        if (manifest.unit !== unit || manifest.key !== undefined) continue;
        found.push({ place, path: store.place, manifest });
      }
    }
    return found;
  }

  /** Removes one readable backup for good. Throws StorageError of the disk. */
  async removePlain(place: BackupPlace, id: string): Promise<void> {
    const store = await this.store(place);
    await this.#alone(() =>
      store.removeWhere((manifest) => manifest.id === id && manifest.key === undefined),
    );
  }

  /** What fails, by place. */
  async failures(): Promise<readonly ({ place: BackupPlace } & BackupFailure)[]> {
    await this.#ready;
    return backupPlaces.flatMap((place) => {
      const failure = this.#status.failed[place];
      return failure ? [{ place, ...failure }] : [];
    });
  }

  /**
   * Backs a unit up in every place. A place that fails is remembered until it works again. Throws
   * the first failure where no place worked at all, and StorageError `cancelled`.
   */
  backUp(
    source: Source,
    reason: BackupReason,
    job: BackingUp = {},
    only?: readonly BackupPlace[],
  ): Promise<readonly BackupManifest[]> {
    return this.#alone(async () => {
      const made: BackupManifest[] = [];
      const failures: StorageError[] = [];
      for (const { place, store } of await this.stores()) {
        if (only && !only.includes(place)) continue;
        try {
          made.push(await this.#make(store, source, reason, job));
          await this.#worked(place);
        } catch (error) {
          const failure = storageError(error, store.place);
          if (failure.code === 'cancelled') throw failure;
          failures.push(failure);
          await this.#failed(place, failure.rpcError);
        }
      }
      if (made.length === 0 && failures[0]) throw failures[0];
      return made;
    });
  }

  async #make(
    store: BackupStore,
    source: Source,
    reason: BackupReason,
    job: BackingUp,
  ): Promise<BackupManifest> {
    const now = (this.options.now ?? clock.now)();
    const made = await (typeof source === 'string'
      ? backUpClosed(store, source, { ...job, reason, now })
      : backUpOpen(store, source, { ...job, reason, now }));
    // Of an encrypted unit nothing readable stays, once there is an encrypted backup in its place.
    if (made.key !== undefined) {
      await store.removeWhere(({ unit, key }) => unit === made.unit && key === undefined);
    }
    return made;
  }

  /** Whether the automatic backup of today is still to be made somewhere, or to be tried again. */
  async isDue(): Promise<boolean> {
    await this.#ready;
    const today = this.options.today();
    return (await this.stores()).some(({ place }) => this.#status.lastDay[place] !== today);
  }

  /** The backup of the day, in the places that have none of today yet. Never throws. */
  async daily(workspace: Workspace): Promise<void> {
    await this.#ready;
    const today = this.options.today();
    const places = (await this.stores())
      .map(({ place }) => place)
      .filter((place) => this.#status.lastDay[place] !== today);
    if (places.length === 0) return;
    await this.backUp(workspace, 'daily', {}, places).catch(() => undefined);
  }

  async #worked(place: BackupPlace): Promise<void> {
    const { [place]: _failed, ...failed } = this.#status.failed;
    const lastDay = { ...this.#status.lastDay, [place]: this.options.today() };
    // Not being able to remember it must not turn a good backup into a failed one.
    await this.#write({ failed, lastDay }).catch(() => undefined);
  }

  async #failed(place: BackupPlace, error: RpcError): Promise<void> {
    const since =
      this.#status.failed[place]?.since ?? (this.options.now ?? clock.now)().toISOString();
    const failed = { ...this.#status.failed, [place]: { since, error } };
    await this.#write({ failed }).catch(() => undefined);
  }

  #alone<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }
}
