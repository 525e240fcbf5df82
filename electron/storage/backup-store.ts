import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { deviceIdSchema } from '../../shared/changes/stamp';
import { keptBackups } from './backup-retention';
import { hashOf } from './blobs';
import { listFolder, makeFolder, readChunks, readWhole, remove, sizeOf, writeAside } from './files';
import { sha256 } from './journal-line';
import { StorageError } from './storage-error';
import { asideEnding, streamAside } from './streamed-file';

/** Why a backup was made. */
export const backupReasons = [
  'daily',
  'by-hand',
  'import',
  'restore',
  'migration',
  'repair',
  'encryption',
] as const;

export const backupReasonSchema = z.enum(backupReasons);

export type BackupReason = z.infer<typeof backupReasonSchema>;

const fileSchema = z.strictObject({
  /** Inside the data folder, with `/`. */
  path: z
    .string()
    .max(300)
    .regex(/^(?!.*(?:^|\/)\.\.(?:\/|$))[A-Za-z0-9][A-Za-z0-9._/-]*$/),
  bytes: z.number().int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Of a journal file: hash of its last line, which stands for all lines before it. */
  tip: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});

const bodySchema = z.strictObject({
  format: z.literal(1),
  unit: z.uuid(),
  device: deviceIdSchema,
  madeAt: z.iso.datetime(),
  reason: backupReasonSchema,
  counter: z.number().int().min(0),
  /** Id of the data key of an encrypted unit. */
  key: z.string().max(100).optional(),
  files: z.array(fileSchema).max(2_000_000),
});

/** What a backup is made of: the data folder's own files, as they lay there. */
export type BackupManifest = z.infer<typeof bodySchema> & { readonly id: string };

export type BackupFile = z.infer<typeof fileSchema>;

/** A file of the data folder to be backed up: so many bytes of it. */
export interface BackupSource {
  readonly path: string;
  readonly bytes: number;
  /** Hash of the last line of a journal file, where it is known. */
  readonly tip?: string;
  /** What is kept in place of the file. */
  readonly content?: Buffer;
}

/** How a backup is followed and stopped; `done` and `total` are bytes. */
export interface BackingUp {
  readonly signal?: AbortSignal | undefined;
  readonly progress?: ((done: number, total: number) => void) | undefined;
}

const manifestName = /^(\d{8}T\d{6}Z-[a-z-]+-[0-9a-f]{6})\.json$/;
const objectName = /^[0-9a-f]{64}$/;

/**
 * Backups in one place. Contents are kept once, under their hash: a month of the journal that has
 * not changed takes no room in the next backup. A manifest names what one backup holds and is
 * written last; without it a backup does not exist.
 */
export class BackupStore {
  constructor(readonly place: string) {}

  #objectPath(hash: string): string {
    return join(this.place, 'objects', hash.slice(0, 2), hash);
  }

  get #manifests(): string {
    return join(this.place, 'backups');
  }

  /** All backups that can be read, oldest first by the order of their making. */
  async list(): Promise<BackupManifest[]> {
    const found: BackupManifest[] = [];
    for (const name of await listFolder(this.#manifests, 'files')) {
      const id = manifestName.exec(name)?.[1];
      const manifest = id === undefined ? undefined : await this.#read(id);
      if (manifest) found.push(manifest);
    }
    return found.sort((a, b) => a.counter - b.counter || (a.madeAt < b.madeAt ? -1 : 1));
  }

  /** One backup. Throws StorageError `backup-damaged` where it is gone or not what was written. */
  async manifest(id: string): Promise<BackupManifest> {
    const manifest = manifestName.test(`${id}.json`) ? await this.#read(id) : undefined;
    if (!manifest) throw new StorageError('backup-damaged', { path: join(this.#manifests, id) });
    return manifest;
  }

  /** A manifest is two lines: the hash of the second, and the content. */
  async #read(id: string): Promise<BackupManifest | undefined> {
    const text = (await readWhole(join(this.#manifests, `${id}.json`)))?.toString('utf8') ?? '';
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    if (end !== 64 || sha256(body) !== text.slice(0, end)) return undefined;
    try {
      const { data } = bodySchema.safeParse(JSON.parse(body));
      return data && { ...data, id };
    } catch {
      return undefined;
    }
  }

  /**
   * Makes a backup of files of `folder`. `known` are hashes of files that are known not to have
   * changed; those are not read again where the store has them. Everything new is read back and
   * checked before the backup is listed. Throws StorageError `cancelled` and those of the disk; no
   * backup is listed then, and older ones are whole.
   */
  async make(
    folder: string,
    about: Omit<BackupManifest, 'id' | 'files' | 'format'>,
    sources: readonly BackupSource[],
    job: BackingUp & { readonly known?: ReadonlyMap<string, BackupFile> } = {},
  ): Promise<BackupManifest> {
    const total = sources.reduce((sum, { bytes }) => sum + bytes, 0);
    let done = 0;
    await makeFolder(this.#manifests);
    const files: BackupFile[] = [];
    for (const source of sources) {
      if (job.signal?.aborted) throw new StorageError('cancelled');
      files.push(await this.#keep(folder, source, job.known?.get(source.path)));
      done += source.bytes;
      job.progress?.(done, total);
    }
    const body = JSON.stringify({ format: 1, ...about, files });
    const stamp = about.madeAt.replace(/[-:]|\.\d+/g, '');
    const id = `${stamp}-${about.reason}-${randomBytes(3).toString('hex')}`;
    await writeAside(join(this.#manifests, `${id}.json`), `${sha256(body)}\n${body}`);
    return this.manifest(id);
  }

  async #keep(
    folder: string,
    { path, bytes, tip, content: instead }: BackupSource,
    known: BackupFile | undefined,
  ): Promise<BackupFile> {
    if (instead) return this.#keepBytes(path, instead);
    // A repair writes months that are over anew, some of them with the same length.
    const isSame = known?.bytes === bytes && known.tip === tip;
    if (isSame && (await sizeOf(this.#objectPath(known.sha256))) === bytes) {
      return known;
    }
    const from = join(folder, path);
    const content = await hashOf(readChunks(from, 0, bytes));
    if (content.bytes !== bytes) throw new StorageError('folder-gone', { path: from });
    const file = { path, bytes, sha256: content.sha256, ...(tip !== undefined && { tip }) };
    // One that is there but has rotted is written again.
    if (!(await this.#isWhole(file))) await this.#write(from, file);
    return file;
  }

  async #keepBytes(path: string, content: Buffer): Promise<BackupFile> {
    const file = { path, bytes: content.length, sha256: sha256(content) };
    const to = this.#objectPath(file.sha256);
    if (!(await this.#isWhole(file))) {
      await makeFolder(join(to, '..'));
      await writeAside(to, content);
      if (!(await this.#isWhole(file))) throw new StorageError('disk-failed', { path: to });
    }
    return file;
  }

  async #write(from: string, { bytes, sha256: hash }: BackupFile): Promise<void> {
    const to = this.#objectPath(hash);
    await makeFolder(join(to, '..'));
    await streamAside(to, readChunks(from, 0, bytes), {
      check: async (aside) => {
        const written = await hashOf(readChunks(aside, 0, Number.MAX_SAFE_INTEGER));
        if (written.sha256 !== hash) throw new StorageError('disk-failed', { path: to });
      },
    });
  }

  async #isWhole({ bytes, sha256: hash }: BackupFile): Promise<boolean> {
    const path = this.#objectPath(hash);
    if ((await sizeOf(path)) !== bytes) return false;
    return (await hashOf(readChunks(path, 0, bytes))).sha256 === hash;
  }

  /** The files of a backup that are missing or not what was written, by reading all of them. */
  async damaged(manifest: BackupManifest, job: BackingUp = {}): Promise<BackupFile[]> {
    const total = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0);
    let done = 0;
    const damaged: BackupFile[] = [];
    for (const file of manifest.files) {
      if (job.signal?.aborted) throw new StorageError('cancelled');
      if (!(await this.#isWhole(file))) damaged.push(file);
      done += file.bytes;
      job.progress?.(done, total);
    }
    return damaged;
  }

  /**
   * Writes the files of a backup into a new folder. Throws StorageError `backup-damaged` at the
   * first file that is not what was written.
   */
  async copyOut(manifest: BackupManifest, into: string, job: BackingUp = {}): Promise<void> {
    const total = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0);
    let done = 0;
    for (const file of manifest.files) {
      if (job.signal?.aborted) throw new StorageError('cancelled');
      const from = this.#objectPath(file.sha256);
      if (!(await this.#isWhole(file))) throw new StorageError('backup-damaged', { path: from });
      const to = join(into, file.path);
      await makeFolder(join(to, '..'));
      await streamAside(to, readChunks(from, 0, file.bytes));
      done += file.bytes;
      job.progress?.(done, total);
    }
  }

  /** Removes the backups that `isUnwanted`, and what no other backup needs. */
  async removeWhere(isUnwanted: (manifest: BackupManifest) => boolean): Promise<void> {
    for (const manifest of await this.list()) {
      if (isUnwanted(manifest)) await remove(join(this.#manifests, `${manifest.id}.json`));
    }
    await this.#sweep();
  }

  /** Removes what the rule does not keep of the backups of one unit. */
  async prune(unit: string): Promise<void> {
    const kept = keptBackups((await this.list()).filter((manifest) => manifest.unit === unit));
    await this.removeWhere((manifest) => manifest.unit === unit && !kept.has(manifest.id));
  }

  /** Contents that no listed backup needs, and rests of writing that was cut short. */
  async #sweep(): Promise<void> {
    const names = await listFolder(this.#manifests, 'files');
    const listed = await this.list();
    // A manifest that cannot be read may still need contents that nothing else names.
    if (listed.length < names.filter((name) => manifestName.test(name)).length) return;
    const needed = new Set(listed.flatMap(({ files }) => files.map((file) => file.sha256)));
    const objects = join(this.place, 'objects');
    for (const group of await listFolder(objects, 'folders')) {
      for (const name of await listFolder(join(objects, group), 'files')) {
        const isOurs = objectName.test(name) || name.endsWith(asideEnding);
        if (isOurs && !needed.has(name)) await remove(join(objects, group, name));
      }
    }
  }
}
