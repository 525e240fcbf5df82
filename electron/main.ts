import { app, ipcMain } from 'electron';
import { dataFolder, isPlainDay, switchValue } from './command-line';
import { registerAppScheme } from './security/protocol';
import { focusMainWindow, openMainWindow } from './windows/main-window';

// Written out, because the contract would bring zod along before the first window.
const callChannel: typeof import('../shared/rpc').callChannel = 'touyan:call';

// Before anything else is loaded: the window is what the user waits for.
registerAppScheme();
app.commandLine.appendSwitch('disable-background-networking');
app.commandLine.appendSwitch('disable-component-update');
app.commandLine.appendSwitch('disable-features', 'SpareRendererForSitePerProcess,MediaRouter');
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
app.commandLine.appendSwitch('lang', 'zh-CN');

const cliAt = process.argv.indexOf('--cli');

async function runCli(): Promise<void> {
  await app.whenReady();
  const { runCommand } = await import('./cli');
  app.exit(
    await runCommand(process.argv.slice(cliAt + 1), {
      stdout: (text) => process.stdout.write(text),
      stderr: (text) => process.stderr.write(text),
    }),
  );
}

async function runWindow(): Promise<void> {
  const folder = dataFolder();
  const today = switchValue('--today') ?? process.env.TOUYAN_TODAY;
  if (today !== undefined && !isPlainDay(today)) {
    process.stderr.write(`TOUYAN_TODAY 不是日期：${today}\n`);
    return app.exit(2);
  }
  // One window a data folder: the lock is taken where the folder is.
  if (process.env.TOUYAN_DATA || switchValue('--data'))
    app.setPath('userData', `${folder}/profile`);
  if (!app.requestSingleInstanceLock()) return app.exit(0);
  app.on('second-instance', focusMainWindow);
  app.on('window-all-closed', () => app.quit());
  await app.whenReady();
  const window = openMainWindow();
  // Calls may come before the data layer is there; they wait for it.
  const receiving = import('./services').then(({ startServices }) =>
    startServices(window, { folder, ...(today !== undefined && { today }) }),
  );
  ipcMain.handle(callChannel, async (event, name: unknown, input: unknown) =>
    (await receiving)(event, name, input),
  );
}

void (cliAt >= 0 ? runCli() : runWindow());
