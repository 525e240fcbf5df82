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

/**
 * Serves `app://touyan/…` from a folder, with the policy on every answer. By the older of Electron's
 * two ways: the newer one loads Node's whole fetch before the first byte of the first page.
 */
export function serveApp(session: Session, root: string): void {
  session.protocol.registerBufferProtocol('app', async ({ url, method }, answer) => {
    const file = method === 'GET' ? appFile(url, root) : undefined;
    const data = file && (await readFile(file.path).catch(() => undefined));
    if (!file || !data) return answer({ statusCode: 404, data: Buffer.alloc(0) });
    answer({
      data,
      headers: {
        'content-type': file.contentType,
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-cache',
      },
    });
  });
}
