import { join } from 'node:path';
import { app, type BrowserWindow, powerMonitor, shell } from 'electron';
import { firstCalls } from '../shared/rpc/first';
import type { AskedPackages } from './asked-packages';
import { clock, shiftOfClock } from './clock';
import type { Folders } from './command-line';
import { portableName } from './portable-folder';
import { appHandlers } from './rpc/app';
import { lockUnit, startAutoLock } from './rpc/auto-lock';
import { BackupKeeper } from './rpc/backup-keeper';
import { scheduleBackups } from './rpc/backup-schedule';
import { eventChannel } from './rpc/channel';
import { type Answers, answer, isCallOf } from './rpc/dispatch';
import type { Emit, FirstName, Handlers } from './rpc/handlers';
import { readHolidays } from './rpc/holidays';
import type { Answering } from './rpc/listen';
import { OpenedCopies } from './rpc/opened-copies';
import { WorkspaceSession } from './rpc/session';
import { defaultLanguage, Settings } from './rpc/settings';
import { VaultKeeper } from './rpc/vault-keeper';
import { workspaceHandlers } from './rpc/workspace';
import { systemKeychain } from './security/keychain';
import type { StartPlan, Starts } from './start-record';
import { closeToOthers } from './storage/files';
import { StorageError } from './storage/storage-error';
import { type Closing, guardClosing } from './windows/closing';
import { installMenu, offerEditing } from './windows/menu';

/** How long the end of the app may be held up, in ms; what was acknowledged is on the disk then. */
const quitPatience = 5_000;

/** What this start was asked for. */
export interface ServiceOptions {
  readonly window: BrowserWindow;
  readonly folders: Folders;
  /** What the system asked to open. */
  readonly packages: AskedPackages;
  readonly starts: Starts;
  readonly plan: StartPlan;
}

/** Ends the session before the app does, once, and not longer than the patience. */
function endWithApp(window: BrowserWindow, session: WorkspaceSession, closing: Closing): void {
  let state: 'running' | 'ending' | 'ended' = 'running';
  app.on('before-quit', (event) => {
    if (state === 'ended') return;
    event.preventDefault();
    if (state === 'ending') return;
    // The page is asked about what is unsaved; once its window is closed, the app goes on to quit.
    if (!window.isDestroyed() && closing.asks()) {
      window.close();
      return;
    }
    state = 'ending';
    // The user is done; the rest needs no window.
    if (!window.isDestroyed()) window.hide();
    void session.end(quitPatience).finally(() => {
      state = 'ended';
      app.quit();
    });
  });
}

/**
 * `workspace.open`, of which the first answer ends the start. In safe mode that first answer is why
 * nothing was opened; who asks once more, opens.
 */
function beginning(
  session: WorkspaceSession,
  starts: Starts,
  { safe }: StartPlan,
): Handlers['workspace.open'] {
  let isHeld = safe !== undefined;
  return async () => {
    if (isHeld) {
      isHeld = false;
      starts.finish();
      throw new StorageError('safe-mode');
    }
    try {
      return await session.open();
    } finally {
      starts.finish();
    }
  };
}

/**
 * The data layer, loaded after the window was made. Gives what answers the windows' calls; what the
 * first page does not need is loaded with the first call that does.
 */
export async function startServices(options: ServiceOptions): Promise<Answering> {
  const { window, folders, packages, starts, plan } = options;
  const { today } = clock;
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
    isPortable: folders.data.split(/[\\/]/).includes(portableName),
    keeper,
    beforeMigration: async (folder) => void (await backups.backUp(folder, 'migration')),
    // No copy of what a unit keeps outlives its being open.
    closed: () => copies.clear(),
  });
  void copies.clear();
  void closeToOthers(folders.data);
  scheduleBackups(session, backups);
  // Read while the page is still loading; of a start that may fail again, nothing by itself.
  if (!plan.safe) session.prepare();
  const closing = guardClosing(window, () => emit('app.closing', null));
  endWithApp(window, session, closing);
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
  packages.listen(() => emit('transfer.asked', null));
  const writtenFiles = new Set<string>();
  const wrote = (path: string): void => void writtenFiles.add(path);
  startAutoLock({
    idleSeconds: () => powerMonitor.getSystemIdleTime(),
    onAway: (heard) => {
      powerMonitor.on('lock-screen', heard);
      powerMonitor.on('suspend', heard);
    },
    minutes: () => keeper.autoLockMinutes(),
    lock: (reason) => lockUnit(session, reason, emit),
  });
  const handlers: Pick<Handlers, FirstName> = {
    ...appHandlers({
      version: app.getVersion(),
      electron: process.versions.electron ?? '',
      shift: shiftOfClock(),
      language,
      holidays,
      hasPackages: () => packages.areThere,
      graphics: () => ({ software: plan.software, isBad: starts.record.isGraphicsBad }),
      trustGraphics: () => starts.setGraphicsBad(false),
      setLanguage: async (next) => {
        await settings.setLanguage(next);
        showMenu();
      },
      guardClosing: closing.setGuarded,
      leave: closing.leave,
      reveal: (path) => shell.showItemInFolder(path),
      writtenFiles,
    }),
    ...workspaceHandlers(session, emit),
    'workspace.open': beginning(session, starts, plan),
    'backups.failures': async () => [...(await backups.failures())],
  };
  const isLocked = (): boolean => session.isLocked;
  const first: Answers = { calls: firstCalls, handlers, isLocked };
  let all: Promise<Answers> | undefined;
  const whole = (): Promise<Answers> => {
    const pieces = {
      ...{ profile: folders.profile, window, session, keeper, backups, copies, packages },
      ...{ language, today, wrote, emit },
    };
    all ??= import('./later-services').then(({ laterHandlers, contract }) => ({
      calls: contract,
      isLocked,
      handlers: { ...handlers, ...laterHandlers(pieces) } satisfies Handlers,
    }));
    return all;
  };
  return async (caller, name, input) =>
    answer(name, input, isCallOf(firstCalls, name) ? first : await whole(), caller);
}
