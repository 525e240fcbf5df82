import { join } from 'node:path';
import { app, dialog } from 'electron';
import { wrongStart } from './clock';
import { cliWords, foldersOf } from './command-line';
import { type Answering, listenForCalls } from './rpc/listen';
import { forbidNavigation } from './security/navigation';
import { firstPageServed, registerAppScheme } from './security/protocol';
import { refusedRequests, secureSession, silenceChromium } from './security/session';
import { focusMainWindow, openMainWindow } from './windows/main-window';

// This file and what it imports are all that is loaded before the window is there: no zod, no data
// layer, nothing that the first glance does not need. No top-level await either: Electron is not
// ready before the entry has run to its end.

registerAppScheme();
silenceChromium();

/** Gets Electron ready and closes it to the network. */
async function prepare(): Promise<void> {
  await app.whenReady();
  secureSession();
  forbidNavigation();
}

/** Writes out what is still on its way to a pipe. */
const flushed = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => stream.write('', () => resolve()));

/** One command without a window, over the same services. */
async function runCli(words: readonly string[]): Promise<void> {
  // Chromium's files go elsewhere, so that a window that is open is not disturbed.
  app.setPath('userData', join(app.getPath('userData'), 'cli'));
  // A print window that closes does not end the command.
  app.on('window-all-closed', () => undefined);
  // `touyan verify | head` ends when head does.
  process.stdout.on('error', () => app.exit(1));
  await prepare();
  const services = import('./print-services').then(({ startPrintServices }) =>
    startPrintServices(),
  );
  listenForCalls(async (...call) => (await services)(...call));
  const { runCommand } = await import('./cli');
  const code = await runCommand(words, {
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
  });
  await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
  app.exit(code);
}

async function runWindow(): Promise<void> {
  const wrong = wrongStart();
  if (wrong !== undefined) {
    process.stderr.write(`TOUYAN_TODAY 不是日期：“${wrong}”。\n`);
    return app.exit(2);
  }
  const folders = foldersOf(process.argv, process.env, app.getPath('userData'));
  app.setPath('userData', folders.profile);
  if (!app.requestSingleInstanceLock()) return app.exit(0);
  app.on('second-instance', focusMainWindow);
  await prepare();
  if (process.env.TOUYAN_TEST === '1') Reflect.set(globalThis, 'touyanTest', { refusedRequests });
  const window = openMainWindow();
  let services: Promise<Answering> | undefined;
  const started = (): Promise<Answering> => {
    services ??= import('./services').then(({ startServices }) =>
      startServices({ window, folders }),
    );
    return services;
  };
  // Loading the data layer holds main up, and with it the page; the page comes first, and then both
  // are at work at once. Where it comes another way, as from the dev server, its first call counts.
  const asked = new Promise<void>((resolve) => {
    listenForCalls(async (...call) => {
      resolve();
      return (await started())(...call);
    });
  });
  await Promise.race([firstPageServed, asked]);
  await started();
}

/** A program that cannot even start says so instead of showing an empty window for ever. */
function giveUp(error: unknown): void {
  const trace = error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${trace}\n`);
  if (!words) {
    dialog.showErrorBox(
      '头雁没有能够启动 / Touyan could not start',
      '单位的数据没有改动。请重新安装程序后再打开。\n' +
        'No data was changed. Please install the program again.',
    );
  }
  app.exit(1);
}

const words = cliWords(process.argv);
(words ? runCli(words) : runWindow()).catch(giveUp);
