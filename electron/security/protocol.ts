import { readFile } from 'node:fs/promises';
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

/** Serves `app://touyan/…` from a folder, with the policy on every answer. */
export function serveApp(session: Session, root: string): void {
  session.protocol.handle('app', async ({ url, method }) => {
    const file = method === 'GET' ? appFile(url, root) : undefined;
    const body = file && (await readFile(file.path).catch(() => undefined));
    if (!file || !body) return new Response(null, { status: 404 });
    return new Response(new Uint8Array(body), {
      headers: {
        'content-type': file.contentType,
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-cache',
      },
    });
  });
}
