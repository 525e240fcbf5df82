import { existsSync } from 'node:fs';
import { join, parse } from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import type { FileKind } from '../rpc/file-name';
import { expectLocal } from '../rpc/local-path';
import type { Language } from '../rpc/settings';

const kinds = {
  docx: { zh: 'Word 文档', en: 'Word document' },
  pdf: { zh: 'PDF 文档', en: 'PDF document' },
  png: { zh: 'PNG 图片', en: 'PNG picture' },
  xlsx: { zh: 'Excel 工作簿', en: 'Excel workbook' },
  touyan: { zh: '头雁数据包', en: 'Touyan package' },
  txt: { zh: '纯文本', en: 'Plain text' },
} as const satisfies Record<FileKind, Record<Language, string>>;

const filterOf = (kind: FileKind, language: Language) => ({
  name: kinds[kind][language],
  extensions: [kind],
});

/** A path that ends as it should and, where the ending had to be added, overwrites nothing. */
function withEnding(path: string, kind: FileKind): string {
  if (path.toLowerCase().endsWith(`.${kind}`)) return path;
  const { dir, base } = parse(path);
  let free = join(dir, `${base}.${kind}`);
  for (let n = 2; existsSync(free); n += 1) free = join(dir, `${base} (${n}).${kind}`);
  return free;
}

/** The dialogs of one window. They throw StorageError `file-remote` for places off this machine. */
export function dialogsOf(window: BrowserWindow, language: () => Language) {
  return {
    /** Asks where to save; null when the user gave up. */
    async savePlace(proposal: string, kind: FileKind): Promise<string | null> {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        defaultPath: join(app.getPath('documents'), proposal),
        filters: [filterOf(kind, language())],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      });
      return canceled || !filePath ? null : withEnding(expectLocal(filePath), kind);
    },
    /** Asks for a sheet to read; null when the user gave up. Old kinds are offered to be told of. */
    async openSheet(): Promise<string | null> {
      const name = { zh: '表格', en: 'Sheets' }[language()];
      const extensions = ['xlsx', 'xlsm', 'csv', 'txt', 'xls', 'et'];
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        filters: [{ name, extensions }],
        properties: ['openFile'],
      });
      return canceled || !filePaths[0] ? null : expectLocal(filePaths[0]);
    },
    /** Asks for any files; none when the user gave up. */
    async chooseFiles(): Promise<readonly string[]> {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        properties: ['openFile', 'multiSelections'],
      });
      // Each is looked at where it is added, so that one does not stop the others.
      return canceled ? [] : filePaths;
    },
    /** Asks for a folder, e.g. of a stick; null when the user gave up. */
    async chooseFolder(): Promise<string | null> {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        properties: ['openDirectory', 'createDirectory'],
      });
      return canceled || !filePaths[0] ? null : expectLocal(filePaths[0]);
    },
    /** Asks where to save a file that keeps its kind; null when the user gave up. */
    async copyPlace(name: string): Promise<string | null> {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        defaultPath: join(app.getPath('documents'), name),
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      });
      return canceled || !filePath ? null : expectLocal(filePath);
    },
    /** Asks for packages to read; none when the user gave up. */
    async openPlaces(): Promise<readonly string[]> {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        filters: [filterOf('touyan', language())],
        properties: ['openFile', 'multiSelections'],
      });
      return canceled ? [] : filePaths.map(expectLocal);
    },
  };
}
