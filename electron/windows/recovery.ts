import { app, type BrowserWindow, dialog } from 'electron';

/** So many crashes within `span` ms are one that reloading does not cure. */
const limit = 3;
const span = 60_000;

const sentences = {
  again: {
    message: '页面意外停止，已重新打开。 / The page stopped unexpectedly and was opened again.',
    detail:
      '已保存的记录都在；停止时正在填写、还没有保存的一步需要重做。\n' +
      'Everything saved is there; a step that was not saved yet has to be done again.',
  },
  over: {
    message: '页面接连意外停止，程序将关闭。 / The page keeps stopping; the program will close.',
    detail:
      '已保存的记录都在。请重新打开程序；仍不行请重新启动电脑。\n' +
      'Everything saved is there. Open the program again, or restart the PC.',
  },
} as const;

/** Brings a window's page back after a crash and says so; gives up when it crashes again and again. */
export function recoverPage(window: BrowserWindow): void {
  const crashes: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const now = performance.now();
    crashes.push(now);
    while ((crashes[0] ?? now) < now - span) crashes.shift();
    const isOver = crashes.length >= limit;
    if (!isOver) window.webContents.reload();
    const told = dialog.showMessageBox(window, {
      type: isOver ? 'error' : 'info',
      title: '头雁',
      ...(isOver ? sentences.over : sentences.again),
    });
    if (isOver) void told.finally(() => app.quit());
  });
}
