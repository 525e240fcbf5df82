import { app, Menu, type MenuItemConstructorOptions } from 'electron';

/**
 * The menu has what a text field needs on every platform; it is hidden until Alt is pressed.
 * Undo is not in it: the page undoes actions, a text field undoes typing, both by Ctrl+Z.
 */
export function installMenu(language: 'zh' | 'en'): void {
  const word = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
    {
      label: word('文件', 'File'),
      submenu: [
        {
          label: word('退出', 'Quit'),
          accelerator: 'CmdOrCtrl+Q',
          click: () => app.quit(),
        },
      ],
    },
    {
      label: word('编辑', 'Edit'),
      submenu: [
        { role: 'cut', label: word('剪切', 'Cut') },
        { role: 'copy', label: word('复制', 'Copy') },
        { role: 'paste', label: word('粘贴', 'Paste') },
        { role: 'selectAll', label: word('全选', 'Select all') },
      ],
    },
    {
      label: word('视图', 'View'),
      submenu: [
        { role: 'zoomIn', label: word('放大', 'Larger') },
        { role: 'zoomOut', label: word('缩小', 'Smaller') },
        { role: 'resetZoom', label: word('原始大小', 'Actual size') },
        { role: 'togglefullscreen', label: word('全屏', 'Full screen') },
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
