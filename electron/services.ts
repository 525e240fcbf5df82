import { join } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import { appHandlers, WrittenFiles } from './rpc/app';
import { documentsHandlers } from './rpc/documents';
import { Office } from './rpc/office';
import { type Receiver, receiver } from './rpc/serve';
import { Settings } from './rpc/settings';
import { transferHandlers } from './rpc/transfer';
import { workspaceHandlers } from './rpc/workspace';
import { refusedRequests } from './security/session';
import { installMenu } from './windows/menu';

const two = (number: number): string => String(number).padStart(2, '0');

/** This PC's calendar day. */
function clockDay(): string {
  const now = new Date();
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** How long writing the snapshot may hold up the end of the app, in ms. */
const quitPatience = 10_000;

/** The data layer; loaded after the window was made. Gives what answers the window's calls. */
export function startServices(
  window: BrowserWindow,
  { folder, today }: { readonly folder: string; readonly today?: string },
): Receiver {
  const day = (): string => today ?? clockDay();
  const userData = app.getPath('userData');
  const office = new Office({ folder, sampleFolder: join(userData, 'sample'), today: day });
  const settings = new Settings(join(userData, 'settings.json'));
  const written = new WrittenFiles();
  void settings.language().then(installMenu);

  let isClosed = false;
  app.on('before-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    const late = new Promise((resolve) => setTimeout(resolve, quitPatience));
    void Promise.race([office.close().catch(() => undefined), late]).then(() => {
      isClosed = true;
      app.quit();
    });
  });

  // End-to-end tests ask how many requests tried to leave the app.
  if (process.env.TOUYAN_TEST === '1') Reflect.set(globalThis, 'refusedRequests', refusedRequests);

  return receiver({
    ...appHandlers(settings, written, day),
    ...workspaceHandlers(office),
    ...documentsHandlers(window, written),
    ...transferHandlers(window, office, written),
  });
}
