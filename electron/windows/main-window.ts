import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app, BrowserWindow } from 'electron';
import { forbidNavigation } from '../security/navigation';
import { appOrigin } from '../security/protocol';
import { admit } from '../security/sender';
import { devOrigin, secureSession } from '../security/session';

let main: BrowserWindow | undefined;

interface Bounds {
  readonly width: number;
  readonly height: number;
  readonly x?: number;
  readonly y?: number;
  readonly maximized?: boolean;
}

const standard: Bounds = { width: 1280, height: 800 };

const boundsFile = (): string => join(app.getPath('userData'), 'window.json');

/** Where the window stood last time. Checked by hand: zod is not loaded before the first window. */
function rememberedBounds(): Bounds {
  try {
    const value: unknown = JSON.parse(readFileSync(boundsFile(), 'utf8'));
    if (typeof value !== 'object' || value === null) return standard;
    const number = (name: string): number | undefined => {
      const field: unknown = Reflect.get(value, name);
      return Number.isSafeInteger(field) ? Number(field) : undefined;
    };
    const [width, height, x, y] = ['width', 'height', 'x', 'y'].map(number);
    if (!width || !height || width < 800 || height < 500) return standard;
    const place = x !== undefined && y !== undefined ? { x, y } : {};
    return {
      width,
      height,
      ...place,
      maximized: Reflect.get(value, 'maximized') === true,
    };
  } catch {
    return standard;
  }
}

function rememberBounds(window: BrowserWindow): void {
  const bounds = {
    ...window.getNormalBounds(),
    maximized: window.isMaximized(),
  };
  try {
    mkdirSync(dirname(boundsFile()), { recursive: true });
    writeFileSync(boundsFile(), JSON.stringify(bounds));
  } catch {
    // Where the window stood is not worth a word to the user.
  }
}

/** What every window of the app has: no Node, no way around the contract. */
export const webPreferences = {
  preload: join(__dirname, '..', 'preload', 'preload.cjs'),
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  webviewTag: false,
  spellcheck: false,
  enableWebSQL: false,
} as const;

/** Address of one of the app's two pages. */
export function pageUrl(page: 'index.html' | 'print.html'): string {
  return `${devOrigin() ?? appOrigin}/${page}`;
}

/** Opens the one main window; it shows paper at once and the page when it is there. */
export function openMainWindow(): BrowserWindow {
  secureSession();
  forbidNavigation();
  const { maximized, ...bounds } = rememberedBounds();
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 1000,
    minHeight: 600,
    backgroundColor: '#fbf9f4',
    title: '头雁',
    autoHideMenuBar: true,
    webPreferences,
  });
  if (maximized) window.maximize();
  admit(window);
  window.on('close', () => rememberBounds(window));
  void window.loadURL(pageUrl('index.html'));
  main = window;
  return window;
}

/** A second start brings the first window to the front. */
export function focusMainWindow(): void {
  if (!main || main.isDestroyed()) return;
  if (main.isMinimized()) main.restore();
  main.focus();
}
