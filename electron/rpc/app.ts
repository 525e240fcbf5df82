import { app, shell } from 'electron';
import { StorageError } from '../storage/storage-error';
import type { Section } from './dispatch';
import type { Settings } from './settings';

/** Files that this session wrote; only these can be shown in the file manager. */
export class WrittenFiles {
  private readonly paths = new Set<string>();

  /** Remembers a file. */
  add(path: string): void {
    this.paths.add(path);
  }

  has(path: string): boolean {
    return this.paths.has(path);
  }
}

/** Handlers of the calls about the app itself. */
export function appHandlers(
  settings: Settings,
  written: WrittenFiles,
  today: () => string,
): Section<'app'> {
  return {
    'app.info': async () => ({
      version: app.getVersion(),
      electron: process.versions.electron ?? '',
      platform: process.platform,
      language: await settings.language(),
      today: today(),
    }),
    'app.setLanguage': async (language) => {
      await settings.setLanguage(language);
      return null;
    },
    'app.reveal': (path) => {
      if (!written.has(path)) throw new StorageError('bad-input');
      shell.showItemInFolder(path);
      return null;
    },
  };
}
