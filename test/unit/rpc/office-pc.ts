import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { onTestFinished } from 'vitest';
import { appHandlers } from '../../../electron/rpc/app';
import { attachmentHandlers } from '../../../electron/rpc/attachments';
import { BackupKeeper } from '../../../electron/rpc/backup-keeper';
import { replaceBackups } from '../../../electron/rpc/backup-schedule';
import { backupHandlers } from '../../../electron/rpc/backups';
import { answer } from '../../../electron/rpc/dispatch';
import { documentHandlers } from '../../../electron/rpc/documents';
import { DraftStore, draftHandlers } from '../../../electron/rpc/drafts';
import type { Caller, Handlers } from '../../../electron/rpc/handlers';
import { historyHandlers } from '../../../electron/rpc/history';
import { OpenedCopies } from '../../../electron/rpc/opened-copies';
import { pictureHandlers } from '../../../electron/rpc/pictures';
import { repairHandlers } from '../../../electron/rpc/repair';
import { WorkspaceSession } from '../../../electron/rpc/session';
import type { Language } from '../../../electron/rpc/settings';
import { sheetHandlers } from '../../../electron/rpc/sheets';
import { transferHandlers } from '../../../electron/rpc/transfer';
import { vaultHandlers } from '../../../electron/rpc/vault';
import { VaultKeeper } from '../../../electron/rpc/vault-keeper';
import { workspaceHandlers } from '../../../electron/rpc/workspace';
import { pieceOf } from '../../../electron/sheets/piece';
import { readSheetFile } from '../../../electron/sheets/read-file';
import { StorageError } from '../../../electron/storage/storage-error';
import type { ChangeSet } from '../../../shared/changes/change-set';
import { stampOf } from '../../../shared/changes/stamp';
import type { ReportDocument } from '../../../shared/report/blocks';
import { type CallInput, type CallName, type CallOutput, contract } from '../../../shared/rpc';

export const mainCaller: Caller = { id: 1, role: 'main' };
export const printCaller: Caller = { id: 2, role: 'print' };

export const report: ReportDocument = {
  title: '2026年11月工作总结',
  language: 'zh-CN',
  pageNumbers: 'outer',
  blocks: [
    { type: 'title', text: '2026年11月工作总结' },
    { type: 'paragraph', text: '本月完成三项任务。', section: 'plan' },
  ],
};

/** The caller who is entitled to a call. */
export const callerOf = (name: CallName): Caller =>
  name === 'documents.current' || name === 'documents.ready' ? printCaller : mainCaller;

/** A PC with the real handlers on folders of its own; only dialogs, paper and Electron are not. */
export async function officePc() {
  const root = await mkdtemp(join(tmpdir(), 'touyan-rpc-'));
  const copies = new OpenedCopies(join(root, 'opened'));
  const clock = { now: Date.parse('2026-11-23T08:00:00Z') };
  const keychain = { isThere: true };
  const newKeeper = (): VaultKeeper =>
    new VaultKeeper(
      join(root, 'profile'),
      {
        isAvailable: () => keychain.isThere,
        seal: (text) => Buffer.from(Buffer.from(text).map((byte) => byte ^ 0x5a)),
        open: (sealed) => Buffer.from(sealed.map((byte) => byte ^ 0x5a)).toString(),
      },
      () => clock.now,
    );
  const keeper = newKeeper();
  const backups = new BackupKeeper({ profile: join(root, 'profile'), today: () => '2026-11-23' });
  const session = new WorkspaceSession({
    ownFolder: join(root, 'data'),
    sampleFolder: join(root, 'sample'),
    today: () => '2026-11-23',
    closed: () => copies.clear(),
    keeper,
  });
  onTestFinished(async () => {
    await session.end(10_000);
    await rm(root, { recursive: true, force: true });
  });
  const log: string[] = [];
  /** Packages that were double-clicked. */
  const asked: string[] = [];
  const events: [string, unknown][] = [];
  const emit = (name: string, payload: unknown): void => void events.push([name, payload]);
  const writtenFiles = new Set<string>();
  const wrote = (path: string): void => void writtenFiles.add(path);
  const today = (): string => '2026-11-23';
  const chosen: { savePlace: string | null; openPlaces: string[]; folder: string | null } = {
    folder: null,
    savePlace: join(root, 'saved'),
    openPlaces: [],
  };
  const revealed: string[] = [];
  const copied: Buffer[] = [];
  const texts: string[] = [];
  /** What the user chooses next, and what the system's programs were given. */
  const files = { chosen: [] as string[], opened: [] as string[], complaint: '' };
  let language: Language = 'zh';
  const places = {
    savePlace: async () => chosen.savePlace,
    openPlaces: async () => chosen.openPlaces,
    chooseFolder: async () => chosen.folder,
    chooseFiles: async () => files.chosen,
    copyPlace: async () => chosen.savePlace,
  };
  const handlers: Handlers = {
    ...appHandlers({
      version: '0.1.0',
      electron: '33.2.1',
      shift: 0,
      language: () => language,
      holidays: { tables: [], isWrong: false },
      hasPackages: () => asked.length > 0,
      graphics: () => ({ software: undefined, isBad: false }),
      trustGraphics: () => undefined,
      setLanguage: async (next) => {
        language = next;
      },
      guardClosing: () => undefined,
      leave: () => undefined,
      reveal: (path) => void revealed.push(path),
      writtenFiles,
    }),
    ...workspaceHandlers(session, emit),
    ...documentHandlers(
      {
        ...places,
        chooseFolder: async () => chosen.folder,
        writers: {
          pdf: async (documents) => ({
            pdf: Buffer.from('%PDF-1.4'),
            pages: documents.length,
            fonts: [],
          }),
          docx: async () => Buffer.from('PK'),
        },
        printers: async () => [{ name: 'PDF', title: 'PDF', isDefault: true }],
        print: async (documents) => ({ pages: documents.length }),
        copyText: (text) => void texts.push(text),
        windows: {
          current: (id) => {
            if (id !== printCaller.id) throw new StorageError('bad-input');
            return { documents: [report], purpose: 'file' };
          },
          ready: () => undefined,
        },
        wrote,
      },
      emit,
    ),
    ...sheetHandlers(
      {
        ...places,
        openSheet: async () => files.chosen[0] ?? null,
        read: async (path, { progress }) => {
          const sheets = await readSheetFile(path, progress);
          return {
            sheets: sheets.map(({ about }) => about),
            rows: async (sheet, from, count) => pieceOf(sheets[sheet]?.grid ?? [], from, count),
            close: () => undefined,
          };
        },
        wrote,
        onClosed: (heard) => session.onClosed(heard),
      },
      emit,
    ),
    ...pictureHandlers({ ...places, copyPicture: async (png) => copied.push(png) > 0, wrote }),
    ...attachmentHandlers(
      session,
      {
        ...places,
        openPath: async (path) => {
          files.opened.push(path);
          return files.complaint;
        },
        copies,
        wrote,
      },
      emit,
    ),
    ...draftHandlers(session, new DraftStore(join(root, 'profile'))),
    ...historyHandlers(session, emit),
    ...transferHandlers(
      session,
      { ...places, asked: () => asked.splice(0), backups, today, wrote },
      emit,
    ),
    ...repairHandlers(session, { wrote }, emit),
    'backups.failures': async () => [...(await backups.failures())],
    ...backupHandlers(session, { keeper: backups, chooseFolder: async () => chosen.folder }, emit),
    ...vaultHandlers(session, keeper, emit, backups, () => replaceBackups(session, backups)),
  };
  const ask = (name: unknown, input: unknown, caller: Caller = mainCaller) =>
    answer(
      name,
      input,
      { calls: contract, handlers, isLocked: () => session.isLocked },
      caller,
      (line) => void log.push(line),
    );
  return {
    root,
    session,
    backups,
    /** Time of the waits after wrong passphrases, in ms. */
    clock,
    keychain,
    /** What a restarted program knows. */
    newKeeper,
    /** The session of a program that was started again. */
    restart: () =>
      new WorkspaceSession({
        ownFolder: join(root, 'data'),
        sampleFolder: join(root, 'sample'),
        today,
        keeper: newKeeper(),
      }),
    handlers,
    log,
    events,
    chosen,
    revealed,
    copied,
    texts,
    files,
    ask,
    /** Makes a call that must succeed. */
    async call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
      const result = await ask(name, input, callerOf(name));
      if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`);
      // `ask` is not generic; the name says which output it is.
      return result.value as CallOutput<N>;
    },
  };
}

export type OfficePc = Awaited<ReturnType<typeof officePc>>;

/** A change set that may be committed next. */
export function nextSet({ session }: OfficePc, title = '任务'): ChangeSet {
  const { workspace } = session;
  return {
    stamp: stampOf(workspace.counter + 1, workspace.device),
    author: '',
    wall: '2026-11-03T08:00:00.000Z',
    label: 'task.create',
    changes: [{ collection: 'task', id: uuidv7(), fields: { title, period: '2026-11' } }],
  };
}

/** Hash of every file below a folder with its path; the lock is no content. */
export async function hashOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name !== 'lock')
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const path of paths)
    hash
      .update(path)
      .update('\0')
      .update(await readFile(path));
  return hash.digest('hex');
}
