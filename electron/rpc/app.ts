import { StorageError } from '../storage/storage-error';
import type { SectionHandlers } from './handlers';
import type { KeptHolidays } from './holidays';

type Language = 'zh' | 'en';

/** What the machine tells the app's own calls. */
export interface AppServices {
  readonly version: string;
  readonly electron: string;
  /** Milliseconds by which the app's clock is ahead of this PC's. */
  readonly shift: number;
  readonly language: () => Language;
  readonly holidays: KeptHolidays;
  readonly hasPackages: () => boolean;
  readonly graphics: () => {
    readonly software: 'asked' | 'failed' | undefined;
    readonly isBad: boolean;
  };
  readonly trustGraphics: () => void;
  /** Keeps the choice; throws StorageError where the disk refuses. */
  readonly setLanguage: (language: Language) => Promise<void>;
  /** Shows a file in the system's file manager. */
  readonly reveal: (path: string) => void;
  /** Whether the page is asked before the window closes. */
  readonly guardClosing: (isGuarded: boolean) => void;
  /** Closes the window without asking. */
  readonly leave: () => void;
  /** Files that this session wrote at the user's wish. */
  readonly writtenFiles: ReadonlySet<string>;
}

/** The calls on the app itself. */
export function appHandlers(services: AppServices): SectionHandlers<'app'> {
  return {
    'app.info': () => ({
      version: services.version,
      electron: services.electron,
      platform: process.platform,
      language: services.language(),
      clockShift: services.shift,
      holidays: [...services.holidays.tables],
      areHolidaysWrong: services.holidays.isWrong,
      hasPackages: services.hasPackages(),
      software: services.graphics().software ?? 'no',
      isGraphicsBad: services.graphics().isBad,
    }),
    'app.trustGraphics': () => {
      services.trustGraphics();
      return null;
    },
    'app.setLanguage': async (language) => {
      await services.setLanguage(language);
      return null;
    },
    'app.guardClosing': (isGuarded) => {
      services.guardClosing(isGuarded);
      return null;
    },
    'app.leave': () => {
      services.leave();
      return null;
    },
    'app.reveal': (path) => {
      if (!services.writtenFiles.has(path)) throw new StorageError('bad-input');
      services.reveal(path);
      return null;
    },
  };
}
