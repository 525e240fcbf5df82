import { protocol, type Session } from 'electron';
import { appFile } from './app-file';
import { contentSecurityPolicy } from './policy';

/** Must run before Electron is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Chromium's ERR_FILE_NOT_FOUND. */
const fileNotFound = -6;

/** How long no file may be asked for until the first page counts as served, in ms. */
const quiet = 8;

let served: () => void = () => undefined;

/** Ends when the files of the first page were asked for: until then work on main holds the page up. */
export const firstPageServed = new Promise<void>((resolve) => {
  served = resolve;
});

/**
 * Serves `app://touyan/…` from a folder, with the policy on every answer. By the older of Electron's
 * two ways: the newer one loads Node's whole fetch before the first byte of the first page. Files are
 * read by Chromium and not by main, so that main may be at work while the page loads.
 */
export function serveApp(session: Session, root: string): void {
  let rest: NodeJS.Timeout | undefined;
  session.protocol.registerFileProtocol('app', ({ url, method }, answer) => {
    if (rest || url.endsWith('.js')) {
      clearTimeout(rest);
      rest = setTimeout(served, quiet);
    }
    const file = method === 'GET' ? appFile(url, root) : undefined;
    if (!file) return answer({ error: fileNotFound });
    answer({
      path: file.path,
      headers: {
        'content-type': file.contentType,
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-cache',
      },
    });
  });
}
