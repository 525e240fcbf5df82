import { join } from 'node:path';
import { app, dialog } from 'electron';
import { AskedPackages, packagesIn, packagesTold, telling } from './asked-packages';
import { wrongStart } from './clock';
import { cliWords, foldersOf } from './command-line';
import { PolicyError, policyFolder } from './policy-folder';
import { portableFolder } from './portable-folder';
import { type Answering, listenForCalls } from './rpc/listen';
import { forbidNavigation } from './security/navigation';
import { firstPageServed, registerAppScheme } from './security/protocol';
import { refusedRequests, secureSession, silenceChromium } from './security/session';
import { planOf, Starts } from './start-record';
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
  const folders = foldersOf(process.argv, process.env, app.getPath('userData'), process.platform, {
    policy: policyFolder(),
    portable: app.isPackaged ? portableFolder(process.execPath, process.env) : undefined,
  });
  app.setPath('userData', folders.profile);
  const packages = new AskedPackages();
  const given = packagesIn(process.argv.slice(1), process.cwd());
  // Asked of the window that is open, if there is one.
  if (!app.requestSingleInstanceLock(telling(given))) return app.exit(0);
  packages.add(given);
  app.on('second-instance', (_event, argv, cwd, told) => {
    packages.add(packagesTold(told) ?? packagesIn(argv.slice(1), cwd));
    focusMainWindow();
  });
  // How macOS tells of a double click, also before the app is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    packages.add(packagesIn([path], '/'));
    focusMainWindow();
  });
  const starts = new Starts(folders.profile);
  const plan = planOf(starts.record, process.argv);
  starts.begin();
  if (plan.software) app.disableHardwareAcceleration();
  app.on('child-process-gone', (_event, { type, reason }) => {
    if (type === 'GPU' && reason !== 'clean-exit') starts.setGraphicsBad(true);
  });
  app.on('before-quit', () => starts.finish());
  await prepare();
  if (process.env.TOUYAN_TEST === '1') Reflect.set(globalThis, 'touyanTest', { refusedRequests });
  const window = openMainWindow();
  let services: Promise<Answering> | undefined;
  const started = (): Promise<Answering> => {
    services ??= import('./services').then(({ startServices }) =>
      startServices({ window, folders, packages, starts, plan }),
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
    const { zh, en } =
      error instanceof PolicyError
        ? error.sentence
        : {
            zh: '单位的数据没有改动。请再打开一次；仍不行请重新安装程序。',
            en: 'No data was changed. Open the program again, or else install it again.',
          };
    dialog.showErrorBox('头雁没有能够启动 / Touyan could not start', `${zh}\n${en}`);
  }
  app.exit(1);
}

const words = cliWords(process.argv);
(words ? runCli(words) : runWindow()).catch(giveUp);
