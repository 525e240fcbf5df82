import { join } from 'node:path';
import { appOrigin } from '../security/policy';
import { devOrigin } from '../security/session';

/** What every window of the app has: no Node, no way around the contract. */
export const webPreferences = {
  preload: join(__dirname, '..', 'preload', 'preload.cjs'),
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  webviewTag: false,
  spellcheck: false,
} as const;

/** Address of one of the app's two pages. */
export function pageUrl(page: 'index.html' | 'print.html'): string {
  return `${devOrigin() ?? appOrigin}/${page}`;
}
