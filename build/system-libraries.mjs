// Finds out which system libraries, fonts and programs Electron and the tests lack on Linux, and
// installs them where that is possible without asking (Debian or Ubuntu as root).
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const aptPackages = {
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnss3.so': 'libnss3',
  'libasound.so.2': 'libasound2',
  'libgbm.so.1': 'libgbm1',
  'libXss.so.1': 'libxss1',
  'libXtst.so.6': 'libxtst6',
  'libnotify.so.4': 'libnotify4',
};

/** Whether a program is on the path. */
export const has = (program) =>
  spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0;

function missingLibraries(executable) {
  const { stdout } = spawnSync('ldd', [executable], { encoding: 'utf8' });
  const absent = [...(stdout ?? '').matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name);
  if (absent.length === 0) return [];
  // One absent library mostly means that none of Electron's were ever installed.
  return [
    ...new Set([
      ...absent.map((name) => aptPackages[name] ?? 'libgtk-3-0'),
      ...Object.values(aptPackages),
    ]),
  ];
}

function hasChineseFont() {
  if (!has('fc-list')) return false;
  const { stdout } = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return stdout.trim() !== '';
}

const hasOfficePart = (library) => existsSync(`/usr/lib/libreoffice/program/${library}`);

function isDebian() {
  return existsSync('/etc/debian_version') && has('apt-get');
}

/**
 * Makes sure that what is needed is there: always Electron's libraries and a Chinese font, Xvfb
 * where there is no display, for tests poppler's PDF tools, what faults are made with, a compiler
 * for the clock of other days, and LibreOffice. Ends the process with the exact command where it may not install by itself.
 */
export function requireSystemLibraries(
  executable,
  { tests = false, faults = false, office = false, days = false } = {},
) {
  if (process.platform !== 'linux') return;
  const wanted = missingLibraries(executable);
  if (!hasChineseFont()) wanted.push('fontconfig', 'fonts-noto-cjk');
  const noDisplay = !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  if (noDisplay && !has('Xvfb')) wanted.push('xvfb', 'xauth');
  if (tests && !has('pdftotext')) wanted.push('poppler-utils');
  if (faults) {
    if (!has('strace')) wanted.push('strace');
    if (!has('faketime')) wanted.push('faketime');
    if (!has('unshare') || !has('mount')) wanted.push('util-linux', 'mount');
  }
  if (days && !has('gcc')) wanted.push('gcc', 'libc6-dev');
  // Writer, Calc and the bridge to Python come one a package.
  if (office) {
    if (!has('soffice') || !hasOfficePart('libswlo.so')) wanted.push('libreoffice-writer-nogui');
    if (!has('soffice') || !hasOfficePart('libsclo.so')) wanted.push('libreoffice-calc-nogui');
    if (!existsSync('/usr/lib/python3/dist-packages/uno.py')) wanted.push('python3-uno');
  }
  installPackages(wanted);
}

/**
 * Installs packages of Debian where that is possible without asking. Ends the process with the exact
 * command where it is not.
 */
export function installPackages(wanted) {
  if (wanted.length === 0) return;
  const packages = [...new Set(wanted)].join(' ');
  const command = `apt-get update && apt-get install -y --no-install-recommends ${packages}`;
  if (!isDebian()) {
    console.error(`These are missing (Debian names): ${packages}. Please install them.`);
    process.exit(1);
  }
  if (process.getuid?.() !== 0) {
    console.error(`These are missing: ${packages}. Please run:\n  sudo sh -c '${command}'`);
    process.exit(1);
  }
  console.error(`Installing ${packages} …`);
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    maxBuffer: 1 << 26,
  });
  if (status !== 0) {
    console.error(`${stdout}\n${stderr}\nInstalling failed. The command was:\n  ${command}`);
    process.exit(1);
  }
}
