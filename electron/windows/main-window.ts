import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app, BrowserWindow, screen } from 'electron';
import { admit } from '../security/sender';
import { type KeptBounds, keptBounds, leastOn, placeWindow } from './bounds';
import { pageUrl, webPreferences } from './page';
import { recoverPage } from './recovery';
import { followZoom } from './zoom';

let main: BrowserWindow | undefined;

const boundsFile = (): string => join(app.getPath('userData'), 'window.json');

function lastBounds(): KeptBounds | undefined {
  try {
    return keptBounds(readFileSync(boundsFile(), 'utf8'));
  } catch {
    return undefined;
  }
}

function keepBounds(window: BrowserWindow): void {
  const kept: KeptBounds = { ...window.getNormalBounds(), maximized: window.isMaximized() };
  try {
    mkdirSync(dirname(boundsFile()), { recursive: true });
    writeFileSync(boundsFile(), JSON.stringify(kept));
  } catch {
    // Where the window stood is not worth a word to the user.
  }
}

/** Opens the one main window; it shows paper at once and the page when it is there. */
export function openMainWindow(): BrowserWindow {
  const kept = lastBounds();
  const displays = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()];
  const areas = displays.map(({ workArea }) => workArea);
  const least = leastOn(areas);
  const window = new BrowserWindow({
    ...placeWindow(kept, areas),
    minWidth: least.width,
    minHeight: least.height,
    // --paper of the theme, so that the page comes without a flash.
    backgroundColor: '#fbf9f4',
    title: '头雁',
    autoHideMenuBar: true,
    webPreferences,
  });
  if (kept?.maximized) window.maximize();
  admit(window.webContents, 'main');
  recoverPage(window);
  followZoom(window);
  window.on('close', () => keepBounds(window));
  // Not 'window-all-closed': a print window may still be open.
  window.on('closed', () => app.quit());
  void window.loadURL(pageUrl('index.html'));
  main = window;
  return window;
}

/** A second start brings the first window to the front. */
export function focusMainWindow(): void {
  if (!main || main.isDestroyed()) return;
  if (main.isMinimized()) main.restore();
  main.show();
  main.focus();
}
