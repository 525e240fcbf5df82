// npm run dev: the app with hot reload.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { electronWithDisplay, root, sandboxSwitches } from './electron.mjs';
import { forgetBuild } from './sources.mjs';

const { executable, env } = await electronWithDisplay();
forgetBuild();
const child = spawn(
  process.execPath,
  [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'dev', '--watch'],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...env,
      ELECTRON_EXEC_PATH: executable,
      ELECTRON_MAJOR_VER: '33',
      ...(sandboxSwitches.length > 0 && { NO_SANDBOX: '1' }),
    },
  },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
