// npm run test:package [-- --built]: as root on Debian x64. Makes the packages that can be made here,
// installs each, starts it as an ordinary user with the sandbox on, removes it, and looks whether the
// data stayed. The script of the Windows installer is compiled and run by wine over a stand-in.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from './electron.mjs';
import { has, installPackages } from './system-libraries.mjs';
import { windowsMachine, windowsPath } from './wine.mjs';

if (process.platform !== 'linux' || process.getuid?.() !== 0) {
  console.error('Installing packages needs root on Debian; nothing was done.');
  process.exit(2);
}

const release = join(root, 'release');
const scratch = mkdtempSync(join(tmpdir(), 'touyan-package-'));
chmodSync(scratch, 0o755);
const counts = { passed: 0, failed: 0 };

function hold(what, isSo) {
  counts[isSo ? 'passed' : 'failed'] += 1;
  console.log(`${isSo ? 'ok' : 'not ok'} ${what}`);
}

function run(command, args, options = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', ...options });
  return { status, text: `${stdout ?? ''}${stderr ?? ''}` };
}

const wanted = [
  ['7za', 'p7zip-full'],
  ['makensis', 'nsis'],
  ['xvfb-run', 'xvfb'],
  ['xauth', 'xauth'],
  ['desktop-file-validate', 'desktop-file-utils'],
  ['update-mime-database', 'shared-mime-info'],
].flatMap(([program, name]) => (has(program) ? [] : [name]));
installPackages(wanted);

/** Runs a program as an ordinary user with a home of its own. */
const asUser = (home, command, args, options) =>
  run(
    'runuser',
    ['-u', 'nobody', '--', 'env', `HOME=${home}`, `XDG_CONFIG_HOME=${home}`, command, ...args],
    options,
  );

/** What the kernel says of the pages of that very program: others may run, too. */
function processes(word) {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return line.includes(word) && line.includes('--type=renderer')
          ? [readFileSync(`/proc/${pid}/status`, 'utf8')]
          : [];
      } catch {
        return [];
      }
    });
}

/** Starts a program as an ordinary user: a command, then the window until it has its unit open. */
async function smoke(name, program) {
  const home = join(scratch, name);
  mkdirSync(home);
  run('chown', ['nobody', home]);
  const data = join(home, 'unit');
  const quiet = ['--disable-gpu', '--log-level=3'];
  const made = asUser(home, 'xvfb-run', [
    '-a',
    program,
    ...quiet,
    '--cli',
    'sample',
    '--data',
    data,
    '--years',
    '1',
    '--leaders',
    '3',
    '--staff',
    '5',
  ]);
  hold(`${name}: a sample unit is written by the command line (${made.status})`, made.status === 0);
  if (made.status !== 0) console.log(made.text);
  const window = spawn(
    'runuser',
    [
      '-u',
      'nobody',
      '--',
      'env',
      `HOME=${home}`,
      `XDG_CONFIG_HOME=${home}`,
      'xvfb-run',
      '-a',
      program,
      `--data=${data}`,
    ],
    { stdio: 'ignore', detached: true },
  );
  const isOpen = () => existsSync(join(data, 'lock'));
  for (let tries = 0; tries < 240 && !isOpen(); tries += 1) await wait(250);
  hold(`${name}: the window opens the unit, as nobody`, isOpen());
  const pages = processes(program);
  hold(
    `${name}: its pages are in the sandbox (seccomp, ${pages.length} processes)`,
    pages.length > 0 && pages.every((status) => /^Seccomp:\s*2$/m.test(status)),
  );
  process.kill(-window.pid, 'SIGTERM');
  await new Promise((resolve) => window.on('exit', resolve));
  await wait(2_000);
  const checked = asUser(home, 'xvfb-run', [
    '-a',
    program,
    ...quiet,
    '--cli',
    'verify',
    '--data',
    data,
  ]);
  hold(`${name}: the unit is whole afterwards`, checked.status === 0);
  return data;
}

const withoutSetuid = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).every(
    (entry) =>
      !entry.isFile() || (statSync(join(entry.parentPath, entry.name)).mode & 0o6000) === 0,
  );

async function throughDeb(name, file, facts) {
  const installed = run('apt-get', ['install', '-y', '--no-install-recommends', file], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  hold(`${name}: installs with what it depends on`, installed.status === 0);
  if (installed.status !== 0) return console.log(installed.text.slice(-2_000));
  const desktop = run('desktop-file-validate', [facts.desktop]);
  hold(`${name}: its desktop entry is valid`, desktop.status === 0);
  hold(
    `${name}: it is offered .touyan`,
    readFileSync(facts.desktop, 'utf8').includes('application/x-touyan'),
  );
  hold(`${name}: nothing in it has the rights of root`, withoutSetuid(facts.home));
  const data = await smoke(name, facts.program);
  const removed = run('apt-get', ['remove', '-y', facts.package]);
  hold(`${name}: is removed`, removed.status === 0 && !existsSync(facts.program));
  hold(`${name}: the data stays`, existsSync(join(data, 'touyan.json')));
}

const asarHash = () =>
  createHash('sha256')
    .update(readFileSync(join(release, 'linux-unpacked/resources/app.asar')))
    .digest('hex');

function dist(targets) {
  const { status, text } = run('node', ['build/dist.mjs', ...targets], {
    cwd: root,
    maxBuffer: 1 << 26,
    env: { ELECTRON_BUILDER_COMPRESSION_LEVEL: '1', ...process.env },
  });
  if (status !== 0) console.log(text.slice(-4_000));
  return status === 0;
}

async function installerUnderWine() {
  const site = join(scratch, 'nsis');
  const tree = join(site, 'tree');
  mkdirSync(tree, { recursive: true });
  writeFileSync(join(tree, 'Touyan.exe'), 'MZ');
  copyFileSync(join(root, 'build/installer.nsh'), join(site, 'installer.nsh'));
  const own = join(root, 'node_modules/app-builder-lib/templates/nsis/include');
  copyFileSync(join(own, 'FileAssociation.nsh'), join(site, 'FileAssociation.nsh'));
  const setup = join(site, 'Touyan-win-setup-x64.exe');
  const compiled = run(
    'makensis',
    [
      ...['-V2', '-WX', '-INPUTCHARSET', 'UTF8', `-DOUT=${setup}`, `-DTREE=${tree}`],
      `-X!addincludedir ${site}`,
      join(root, 'test/package/installer.nsi'),
    ],
    { env: { ...process.env, LC_ALL: 'C.UTF-8' } },
  );
  hold('installer: build/installer.nsh compiles without a warning', compiled.status === 0);
  if (compiled.status !== 0) return console.log(compiled.text);
  const machine = await windowsMachine(join(scratch, 'windows'));
  const steps = await machine.run(join(root, 'test/package/installer-steps.mjs'), [
    windowsPath(setup),
  ]);
  machine.end();
  for (const line of steps.text.trim().split(/\r?\n/))
    hold(line.replace(/^(not )?ok /, ''), line.startsWith('ok '));
}

try {
  if (!process.argv.includes('--built')) {
    hold(
      'packages are made: folder, deb, rpm, tar.gz, UOS',
      dist(['dir', 'deb', 'rpm', 'tar.gz', 'uos']),
    );
    const first = asarHash();
    rmSync(join(root, 'out'), { recursive: true, force: true });
    hold(
      'made once more from nothing, the asar is the same',
      dist(['dir']) && asarHash() === first,
    );
    console.log(`app.asar ${first}`);
  }
  const files = readdirSync(release);
  const find = (pattern) => join(release, files.find((name) => pattern.test(name)) ?? 'nothing');
  await throughDeb('deb', find(/-amd64\.deb$/), {
    program: '/opt/Touyan/touyan',
    package: 'touyan',
    home: '/opt/Touyan',
    desktop: '/usr/share/applications/touyan.desktop',
  });
  const uos = '/opt/apps/org.touyan.app';
  await throughDeb('UOS', find(/^org\.touyan\.app_.*\.deb$/), {
    program: `${uos}/files/touyan`,
    package: 'org.touyan.app',
    home: uos,
    desktop: `${uos}/entries/applications/org.touyan.app.desktop`,
  });
  const unpacked = join(scratch, 'tar');
  mkdirSync(unpacked);
  run('tar', [
    'xzf',
    find(/\.tar\.gz$/),
    '-C',
    unpacked,
    '--strip-components=1',
    '--no-same-owner',
  ]);
  await smoke('tar.gz', join(unpacked, 'touyan'));
  await installerUnderWine();
} finally {
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
}
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed > 0 ? 1 : 0);
