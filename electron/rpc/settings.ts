import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod';
import { writeAside } from '../storage/files';

const settingsSchema = z.object({ language: z.enum(['zh', 'en']) });

type Language = z.infer<typeof settingsSchema>['language'];

/** What this PC remembers apart from any unit. A file that cannot be read counts as none. */
export class Settings {
  constructor(private readonly path: string) {}

  /** Language of the window: Chinese until somebody chooses otherwise. */
  async language(): Promise<Language> {
    try {
      const parsed = settingsSchema.safeParse(JSON.parse(await readFile(this.path, 'utf8')));
      return parsed.success ? parsed.data.language : 'zh';
    } catch {
      return 'zh';
    }
  }

  /** Remembers the language. Throws what the disk reports. */
  async setLanguage(language: Language): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true });
    await writeAside(this.path, JSON.stringify({ language } satisfies z.infer<typeof settingsSchema>));
  }
}
