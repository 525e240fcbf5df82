// Runs the built app in Electron with everything in place: runtime, libraries, display.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { withDisplay } from './display.mjs';
import { electronExecutable } from './electron-runtime.mjs';
import { requireSystemLibraries } from './system-libraries.mjs';

/** The project's folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Chromium refuses its sandbox to root; everywhere else the sandbox stays on. */
export const sandboxSwitches =
  process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** The executable and an environment in which it can open a window. */
export async function electronWithDisplay(options) {
  const executable = await electronExecutable();
  requireSystemLibraries(executable, options);
  return { executable, env: await withDisplay() };
}

/** Runs `electron . args` and gives its exit code; signals are passed on. */
export async function runElectron(args, { env: extra = {} } = {}) {
  const { executable, env } = await electronWithDisplay();
  const child = spawn(executable, [...sandboxSwitches, root, ...args], {
    cwd: process.cwd(),
    env: { ...env, ...extra },
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal ? 1 : (code ?? 1)));
  });
}
