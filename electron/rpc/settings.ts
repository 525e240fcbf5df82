import { join } from 'node:path';
import * as z from 'zod';
import { makeFolder, readWhole, writeAside } from '../storage/files';

const settingsSchema = z.object({ language: z.enum(['zh', 'en']) });

export type Language = z.infer<typeof settingsSchema>['language'];

/**
 * The window's language where nobody chose one: Chinese for a Chinese system and wherever the
 * system does not say, as under `LANG=C`; else English. `locales` are language tags, the preferred
 * one first.
 */
export function defaultLanguage(locales: readonly string[]): Language {
  const [first = ''] = locales;
  const isNamed = /^[a-z]{2,3}(?:[-_.]|$)/i.test(first) && !/^(zh|posix)/i.test(first);
  return isNamed ? 'en' : 'zh';
}

/** What this PC remembers apart from any unit. A file that cannot be read counts as none. */
export class Settings {
  readonly #path: string;
  #language: Language;

  private constructor(
    private readonly folder: string,
    language: Language,
  ) {
    this.#path = join(folder, 'settings.json');
    this.#language = language;
  }

  /** Reads the settings in a folder; `otherwise` is the language where none is kept. */
  static async read(folder: string, otherwise: Language): Promise<Settings> {
    try {
      const bytes = await readWhole(join(folder, 'settings.json'));
      const kept = settingsSchema.safeParse(JSON.parse(bytes?.toString('utf8') ?? 'null')).data;
      return new Settings(folder, kept?.language ?? otherwise);
    } catch {
      return new Settings(folder, otherwise);
    }
  }

  /** Language of the window. */
  get language(): Language {
    return this.#language;
  }

  /** Remembers the language. Throws StorageError where the disk refuses. */
  async setLanguage(language: Language): Promise<void> {
    const kept: z.infer<typeof settingsSchema> = { language };
    await makeFolder(this.folder);
    await writeAside(this.#path, JSON.stringify(kept));
    this.#language = language;
  }
}
