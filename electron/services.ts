import { join } from 'node:path';
import { app, type BrowserWindow, powerMonitor, shell } from 'electron';
import type { Day } from '../shared/calendar/day';
import type { Folders } from './command-line';
import { documentToDocx } from './documents/docx';
import { documentsToPdf } from './documents/pdf';
import { printDocuments, printersOf } from './documents/print';
import { appHandlers } from './rpc/app';
import { attachmentHandlers } from './rpc/attachments';
import { startAutoLock } from './rpc/auto-lock';
import { BackupKeeper } from './rpc/backup-keeper';
import { replaceBackups, scheduleBackups } from './rpc/backup-schedule';
import { backupHandlers } from './rpc/backups';
import { eventChannel } from './rpc/channel';
import { answer } from './rpc/dispatch';
import { documentHandlers, printWindowHandlers } from './rpc/documents';
import type { Emit, Handlers } from './rpc/handlers';
import { historyHandlers } from './rpc/history';
import { readHolidays } from './rpc/holidays';
import type { Answering } from './rpc/listen';
import { OpenedCopies } from './rpc/opened-copies';
import { pictureHandlers } from './rpc/pictures';
import { repairHandlers } from './rpc/repair';
import { WorkspaceSession } from './rpc/session';
import { defaultLanguage, Settings } from './rpc/settings';
import { sheetHandlers } from './rpc/sheets';
import { localDay } from './rpc/today';
import { transferHandlers } from './rpc/transfer';
import { lockUnit, vaultHandlers } from './rpc/vault';
import { VaultKeeper } from './rpc/vault-keeper';
import { workspaceHandlers } from './rpc/workspace';
import { systemKeychain } from './security/keychain';
import { readInProcess } from './sheets/reader';
import { setsInBackups } from './storage/backup-content';
import { copyPicture, copyText } from './windows/clipboard';
import { dialogsOf } from './windows/dialogs';
import { installMenu, offerEditing } from './windows/menu';
import { printWindows } from './windows/print-window';

/** How long the end of the app may be held up, in ms; what was acknowledged is on the disk then. */
const quitPatience = 5_000;

/** What this start was asked for. */
export interface ServiceOptions {
  readonly window: BrowserWindow;
  readonly folders: Folders;
  /** The app's calendar day where it is not this PC's. */
  readonly today?: Day;
}

/** Ends the session before the app does, once, and not longer than the patience. */
function endWithApp(window: BrowserWindow, session: WorkspaceSession): void {
  let state: 'running' | 'ending' | 'ended' = 'running';
  app.on('before-quit', (event) => {
    if (state === 'ended') return;
    event.preventDefault();
    if (state === 'ending') return;
    state = 'ending';
    // The user is done; the rest needs no window.
    if (!window.isDestroyed()) window.hide();
    void session.end(quitPatience).finally(() => {
      state = 'ended';
      app.quit();
    });
  });
}

/** The data layer, loaded after the window was made. Gives what answers the windows' calls. */
export async function startServices(options: ServiceOptions): Promise<Answering> {
  const { window, folders } = options;
  const today = (): Day => options.today ?? localDay(new Date());
  const copies = new OpenedCopies(join(folders.profile, 'opened'));
  const keeper = new VaultKeeper(folders.profile, systemKeychain());
  const backups = new BackupKeeper({
    profile: folders.profile,
    today,
    changed: () =>
      void backups.failures().then((failing) => {
        emit('backups.changed', { failing: failing.length > 0 });
      }),
  });
  const session = new WorkspaceSession({
    ownFolder: folders.data,
    sampleFolder: folders.sample,
    today,
    keeper,
    beforeMigration: async (folder) => void (await backups.backUp(folder, 'migration')),
    // No copy of what a unit keeps outlives its being open.
    closed: () => copies.clear(),
  });
  void copies.clear();
  scheduleBackups(session, backups);
  // Read while the page is still loading.
  session.prepare();
  endWithApp(window, session);
  const locale = defaultLanguage(app.getPreferredSystemLanguages());
  const [settings, holidays] = await Promise.all([
    Settings.read(folders.profile, locale),
    readHolidays(folders.profile),
  ]);
  const language = () => settings.language;
  const showMenu = (): void =>
    installMenu({ language: language(), window, dataFolder: folders.data });
  showMenu();
  offerEditing(window, language);

  const emit: Emit = (name, payload) => {
    if (!window.isDestroyed()) window.webContents.send(eventChannel, name, payload);
  };
  const writtenFiles = new Set<string>();
  const wrote = (path: string): void => void writtenFiles.add(path);
  const places = dialogsOf(window, language);
  startAutoLock({
    idleSeconds: () => powerMonitor.getSystemIdleTime(),
    onAway: (heard) => {
      powerMonitor.on('lock-screen', heard);
      powerMonitor.on('suspend', heard);
    },
    minutes: () => keeper.autoLockMinutes(),
    lock: (reason) => lockUnit(session, reason, emit),
  });
  const handlers: Handlers = {
    ...appHandlers({
      version: app.getVersion(),
      electron: process.versions.electron ?? '',
      today,
      language,
      holidays,
      setLanguage: async (next) => {
        await settings.setLanguage(next);
        showMenu();
      },
      reveal: (path) => shell.showItemInFolder(path),
      writtenFiles,
    }),
    ...workspaceHandlers(session, emit),
    ...documentHandlers(
      {
        ...places,
        writers: { pdf: documentsToPdf, docx: documentToDocx },
        printers: () => printersOf(window.webContents),
        print: printDocuments,
        copyText,
        windows: printWindows,
        wrote,
      },
      emit,
    ),
    ...sheetHandlers({ ...places, read: readInProcess, wrote }, emit),
    ...pictureHandlers({ ...places, copyPicture, wrote }),
    ...attachmentHandlers(
      session,
      { ...places, openPath: (path) => shell.openPath(path), copies, wrote },
      emit,
    ),
    ...historyHandlers(session, emit),
    ...transferHandlers(session, { ...places, backups, today, wrote }, emit),
    ...backupHandlers(session, { keeper: backups, chooseFolder: places.chooseFolder }, emit),
    ...repairHandlers(
      session,
      {
        wrote,
        extraSets: async function* (folder, key) {
          // The files as they are, damage and all, before anything is mended.
          await backups.backUp(folder, 'repair').catch(() => undefined);
          yield* setsInBackups(await backups.sources(folder, key));
        },
      },
      emit,
    ),
    ...vaultHandlers(session, keeper, emit, () => replaceBackups(session, backups)),
  };
  return (caller, name, input) => answer(name, input, handlers, caller);
}

/** Answers print windows alone, for the command line. */
export function startPrintServices(): Answering {
  const handlers = printWindowHandlers(printWindows);
  return (caller, name, input) => answer(name, input, handlers, caller);
}
