import { randomUUID } from 'node:crypto';
import { chmod, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Copies of evidence files that other programs show: each in a folder of its own that only this
 * user may enter. They are removed as soon as the unit is closed or locked, and at the next start
 * where a program still held one.
 */
export class OpenedCopies {
  constructor(private readonly folder: string) {}

  /** Lets `fill` write and use a copy of that name in a new folder, gone where it fails. */
  async make(name: string, fill: (path: string) => Promise<void>): Promise<void> {
    const own = join(this.folder, randomUUID());
    await mkdir(own, { recursive: true, mode: 0o700 });
    try {
      await fill(join(own, name));
    } catch (error) {
      await this.#remove(own);
      throw error;
    }
  }

  /** Removes all copies that no program holds. Never throws. */
  async clear(): Promise<void> {
    const owns = await readdir(this.folder).catch(() => []);
    await Promise.all(owns.map((name) => this.#remove(join(this.folder, name))));
  }

  async #remove(own: string): Promise<void> {
    try {
      // Windows does not remove what is marked as read-only.
      for (const name of await readdir(own)) await chmod(join(own, name), 0o600);
      await rm(own, { recursive: true, force: true });
    } catch {
      // A program has it open; the next time will do.
    }
  }
}
