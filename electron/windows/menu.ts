import {
  app,
  type BrowserWindow,
  dialog,
  Menu,
  type MenuItemConstructorOptions,
  shell,
} from 'electron';
import type { Language } from '../rpc/settings';
import { zoom } from './zoom';

/** What the menu shows and where its entries lead. */
export interface MenuOptions {
  readonly language: Language;
  readonly window: BrowserWindow;
  readonly dataFolder: string;
}

type Word = (zh: string, en: string) => string;

const wordIn =
  (language: Language): Word =>
  (zh, en) =>
    language === 'zh' ? zh : en;

const editing = (word: Word): MenuItemConstructorOptions[] => [
  { role: 'cut', label: word('剪切', 'Cut') },
  { role: 'copy', label: word('复制', 'Copy') },
  { role: 'paste', label: word('粘贴', 'Paste') },
  { role: 'selectAll', label: word('全选', 'Select all') },
];

/**
 * The menu of the app, hidden until Alt is pressed. Undo is not in it: the page undoes actions, a
 * text field undoes typing, both by Ctrl+Z in the page.
 */
export function installMenu({ language, window, dataFolder }: MenuOptions): void {
  const word = wordIn(language);
  const about = (): void => {
    void dialog.showMessageBox(window, {
      type: 'info',
      title: word('关于头雁', 'About Touyan'),
      message: `头雁 Touyan ${app.getVersion()}`,
      detail: word(
        `领导班子自身建设工作台。数据只保存在本机：\n${dataFolder}`,
        `Workbench for the self-building of a leadership team. Its data stays on this PC:\n${dataFolder}`,
      ),
    });
  };
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
    {
      label: word('文件', 'File'),
      submenu: [
        {
          label: word('打开数据文件夹', 'Open data folder'),
          click: () => void shell.openPath(dataFolder),
        },
        { type: 'separator' },
        { label: word('退出', 'Quit'), accelerator: 'CmdOrCtrl+Q', click: () => app.quit() },
      ],
    },
    { label: word('编辑', 'Edit'), submenu: editing(word) },
    {
      label: word('视图', 'View'),
      submenu: [
        ...(
          [
            ['in', word('放大', 'Larger'), 'CmdOrCtrl+Plus'],
            ['out', word('缩小', 'Smaller'), 'CmdOrCtrl+-'],
            ['usual', word('原始大小', 'Actual size'), 'CmdOrCtrl+0'],
          ] as const
        ).map(([way, label, accelerator]) => ({
          label,
          accelerator,
          // The key itself is heard by the window, with all its spellings.
          registerAccelerator: false,
          click: () => zoom(window, way),
        })),
        { role: 'togglefullscreen', label: word('全屏', 'Full screen') },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' as const }]),
      ],
    },
    {
      label: word('帮助', 'Help'),
      submenu: [{ label: word('关于头雁', 'About Touyan'), click: about }],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

/** The right mouse button in a text field offers what every other program offers there. */
export function offerEditing(window: BrowserWindow, language: () => Language): void {
  window.webContents.on('context-menu', (_event, { isEditable, selectionText }) => {
    const items = editing(wordIn(language()));
    const copyOnly = items.filter(({ role }) => role === 'copy');
    const shown = isEditable ? items : selectionText.trim() === '' ? [] : copyOnly;
    if (shown.length > 0) Menu.buildFromTemplate(shown).popup({ window });
  });
}
