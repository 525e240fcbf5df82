import { join } from 'node:path';
import * as z from 'zod';
import { clock } from '../clock';
import { DataKey, dataKeySize } from '../storage/data-key';
import { makeFolder, readWhole, writeAside } from '../storage/files';
import { StorageError } from '../storage/storage-error';
import type { Vault } from '../storage/vault';

/** The system's place for secrets, which only this user of this PC can open. */
export interface Keychain {
  /** False where secrets would lie in the open, as on a Linux without a keyring. */
  isAvailable(): boolean;
  seal(text: string): Buffer;
  /** Throws where it cannot be opened, e.g. for another user. */
  open(sealed: Buffer): string;
}

const keptSchema = z.object({
  autoLockMinutes: z.number().int().min(0).max(240),
  /** Wrong tries since the last right one, and when the last was, in ms of this PC's clock. */
  failures: z.number().int().min(0),
  failedAt: z.number(),
  remembered: z.object({ key: z.string(), sealed: z.base64() }).optional(),
});

type Kept = z.infer<typeof keptSchema>;

/** Seconds to wait after the so many-th wrong try; then always the last. */
const waits = [1, 1, 2, 5, 15, 30, 60, 120, 300, 900];

const usual: Kept = { autoLockMinutes: 15, failures: 0, failedAt: 0 };

/** What this PC keeps of locking, apart from any unit: wrong tries, remembered key, minutes. */
export class VaultKeeper {
  readonly #path: string;
  #kept: Promise<Kept> | undefined;
  #guessing: Promise<unknown> = Promise.resolve();

  /** Keeps its file in `folder`, the profile; reads it when first asked. `now` is ms. */
  constructor(
    private readonly folder: string,
    private readonly keychain: Keychain,
    private readonly now: () => number = () => clock.now().getTime(),
  ) {
    this.#path = join(folder, 'vault.json');
  }

  /** Whether the system has a place for the key. */
  get canRemember(): boolean {
    return this.keychain.isAvailable();
  }

  /** Minutes without the user after which the unit locks itself; 0 for never. */
  async autoLockMinutes(): Promise<number> {
    return (await this.#read()).autoLockMinutes;
  }

  /** Throws StorageError where the disk refuses. */
  async setAutoLock(minutes: number): Promise<void> {
    await this.#change({ autoLockMinutes: minutes });
  }

  /** How long the next try must wait, in whole seconds; 0 for at once. */
  async waitSeconds(): Promise<number> {
    const { failures, failedAt } = await this.#read();
    const wait = waits[Math.min(failures, waits.length) - 1] ?? 0;
    // A clock that was set back must neither shorten the wait nor make it endless.
    const since = Math.max(0, this.now() - failedAt) / 1000;
    return Math.ceil(Math.max(0, wait - since));
  }

  /**
   * Lets `work` try a secret and gives what it opened. A wrong try makes the next one wait, also
   * after a restart. Throws StorageError `passphrase-wait` without trying, `wrong-passphrase`.
   */
  guess<T>(work: () => Promise<T | undefined>): Promise<T> {
    const done = this.#guessing.then(() => this.#guess(work));
    this.#guessing = done.catch(() => undefined);
    return done;
  }

  async #guess<T>(work: () => Promise<T | undefined>): Promise<T> {
    const before = await this.waitSeconds();
    if (before > 0) throw new StorageError('passphrase-wait', { waitSeconds: before });
    const { failures } = await this.#read();
    // Counted before it is tried, so that ending the program spares nobody the wait.
    await this.#count(failures + 1);
    const opened = await work();
    if (opened === undefined) {
      // The wait begins when the try has failed: on a slow PC the trying itself takes seconds.
      await this.#count(failures + 1);
      throw new StorageError('wrong-passphrase', { waitSeconds: await this.waitSeconds() });
    }
    await this.#count(0);
    return opened;
  }

  /** A full disk keeps nobody out of his unit; the count stays in memory then. */
  async #count(failures: number): Promise<void> {
    const next = { ...(await this.#read()), failures, failedAt: this.now() };
    this.#kept = Promise.resolve(next);
    await this.#write(next).catch(() => undefined);
  }

  /** Whether the key of that vault is remembered here. */
  async isRemembered(vault: Vault): Promise<boolean> {
    return (await this.#read()).remembered?.key === vault.key;
  }

  /** The remembered key of that vault, if the system still gives it. */
  async recall(vault: Vault): Promise<DataKey | undefined> {
    const { remembered } = await this.#read();
    if (remembered?.key !== vault.key || !this.canRemember) return undefined;
    try {
      const master = Buffer.from(
        this.keychain.open(Buffer.from(remembered.sealed, 'base64')),
        'base64',
      );
      const key = master.length === dataKeySize ? new DataKey(master) : undefined;
      return key?.id === vault.key ? key : undefined;
    } catch {
      return undefined;
    }
  }

  /** Remembers a key. Throws StorageError `bad-input` where the system has no place for it. */
  async remember(key: DataKey): Promise<void> {
    if (!this.canRemember) throw new StorageError('bad-input');
    const master = key.copyMaster();
    const sealed = this.keychain.seal(master.toString('base64')).toString('base64');
    master.fill(0);
    await this.#change({ remembered: { key: key.id, sealed } });
  }

  /** Forgets the remembered key. Throws StorageError where the disk refuses. */
  async forget(): Promise<void> {
    if ((await this.#read()).remembered) await this.#change({ remembered: undefined });
  }

  async #change(change: Partial<Kept>): Promise<void> {
    const next = { ...(await this.#read()), ...change };
    await this.#write(next);
    this.#kept = Promise.resolve(next);
  }

  async #write(kept: Kept): Promise<void> {
    await makeFolder(this.folder);
    await writeAside(this.#path, JSON.stringify(kept), 0o600);
  }

  #read(): Promise<Kept> {
    this.#kept ??= this.#readFile();
    return this.#kept;
  }

  /** A file that cannot be read counts as none. */
  async #readFile(): Promise<Kept> {
    try {
      const bytes = await readWhole(this.#path);
      return keptSchema.safeParse(JSON.parse(bytes?.toString('utf8') ?? 'null')).data ?? usual;
    } catch {
      return usual;
    }
  }
}
