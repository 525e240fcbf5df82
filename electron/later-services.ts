import { type BrowserWindow, shell } from 'electron';
import type { Day } from '../shared/calendar/day';
import type { AskedPackages } from './asked-packages';
import { documentToDocx } from './documents/docx';
import { documentsToPdf } from './documents/pdf';
import { printDocuments, printersOf } from './documents/print';
import { attachmentHandlers } from './rpc/attachments';
import type { BackupKeeper } from './rpc/backup-keeper';
import { replaceBackups } from './rpc/backup-schedule';
import { backupHandlers } from './rpc/backups';
import { documentHandlers } from './rpc/documents';
import { DraftStore, draftHandlers } from './rpc/drafts';
import type { Emit, FirstName, Handlers } from './rpc/handlers';
import { historyHandlers } from './rpc/history';
import type { OpenedCopies } from './rpc/opened-copies';
import { pictureHandlers } from './rpc/pictures';
import { repairHandlers } from './rpc/repair';
import type { WorkspaceSession } from './rpc/session';
import type { Language } from './rpc/settings';
import { sheetHandlers } from './rpc/sheets';
import { transferHandlers } from './rpc/transfer';
import { vaultHandlers } from './rpc/vault';
import type { VaultKeeper } from './rpc/vault-keeper';
import { readInProcess } from './sheets/reader';
import { setsInBackups } from './storage/backup-content';
import { readPackageInProcess } from './transfer/reader';
import { copyPicture, copyText } from './windows/clipboard';
import { dialogsOf } from './windows/dialogs';
import { printWindows } from './windows/print-window';

export { contract } from '../shared/rpc';

/** What the first services made and the others work on. */
export interface FirstPieces {
  /** The app's own folder on this PC. */
  readonly profile: string;
  readonly window: BrowserWindow;
  readonly session: WorkspaceSession;
  readonly keeper: VaultKeeper;
  readonly backups: BackupKeeper;
  readonly copies: OpenedCopies;
  /** What the system asked to open. */
  readonly packages: AskedPackages;
  readonly language: () => Language;
  readonly today: () => Day;
  /** Hears of a file that was written at the user's wish. */
  readonly wrote: (path: string) => void;
  readonly emit: Emit;
}

/** Answers all calls but the first ones. */
export function laterHandlers(pieces: FirstPieces): Omit<Handlers, FirstName> {
  const { window, session, keeper, backups, copies, packages, language, today, wrote, emit } =
    pieces;
  const places = dialogsOf(window, language);
  const drafts = new DraftStore(pieces.profile);
  return {
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
    ...sheetHandlers(
      { ...places, read: readInProcess, wrote, onClosed: (heard) => session.onClosed(heard) },
      emit,
    ),
    ...pictureHandlers({ ...places, copyPicture, wrote }),
    ...attachmentHandlers(
      session,
      { ...places, openPath: (path) => shell.openPath(path), copies, wrote },
      emit,
    ),
    ...historyHandlers(session, emit),
    ...transferHandlers(
      session,
      {
        ...places,
        asked: () => packages.take(),
        backups,
        today,
        wrote,
        reader: readPackageInProcess,
      },
      emit,
    ),
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
    ...draftHandlers(session, drafts),
    ...vaultHandlers(session, keeper, emit, backups, async () => {
      // Listing seals what was typed before there was a key.
      await drafts.list(session.draftPlace()).catch(() => undefined);
      return replaceBackups(session, backups);
    }),
  };
}
