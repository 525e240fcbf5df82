// npm run dist [-- TARGET … [--arch x64|arm64]]: builds the app and packs it into release/.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { Arch, build, Platform } from 'electron-builder';
import { root } from './electron.mjs';
import { electronExecutable, isRegistryRuntime } from './electron-runtime.mjs';
import { writeMaterials } from './materials.mjs';
import { packageConfig } from './package-config.mjs';
import { readFuses } from './read-fuses.mjs';
import { buildSources } from './sources.mjs';
import { debianArch, makeUosDeb } from './uos-deb.mjs';

const platforms = {
  linux: {
    platform: Platform.LINUX,
    targets: ['dir', 'deb', 'rpm', 'AppImage', 'tar.gz', 'uos'],
  },
  win32: { platform: Platform.WINDOWS, targets: ['nsis', 'portable', 'zip'] },
  darwin: { platform: Platform.MAC, targets: ['dmg'] },
};
const usual = { linux: ['dir', 'deb'], win32: ['nsis', 'portable', 'zip'], darwin: ['dmg'] };
const known = Object.values(platforms).flatMap(({ targets }) => targets);

function refuse(sentence) {
  console.error(sentence);
  process.exit(2);
}

function wishes() {
  const usage = `Usage: npm run dist -- [${known.join(' | ')}] [--arch x64|arm64|universal]`;
  let parsed;
  try {
    parsed = parseArgs({
      allowPositionals: true,
      options: { arch: { type: 'string', default: process.arch } },
    });
  } catch (error) {
    refuse(`${error.message.split('. ')[0]}. ${usage}`);
  }
  const { arch } = parsed.values;
  const archs = process.platform === 'darwin' ? ['universal', 'x64', 'arm64'] : ['x64', 'arm64'];
  if (!archs.includes(arch)) refuse(`There is no build for ${arch}. ${usage}`);
  const targets = parsed.positionals.length > 0 ? parsed.positionals : usual[process.platform];
  const unknown = targets?.find((target) => !known.includes(target));
  if (!targets || unknown) refuse(`There is no target "${unknown}". ${usage}`);
  return { arch, targets };
}

const { arch, targets: asked } = wishes();
// A package for UOS is made of the folder.
const targets = [...new Set(asked.map((target) => (target === 'uos' ? 'dir' : target)))];
const hosts = Object.entries(platforms).filter(([, { targets: own }]) =>
  own.some((target) => targets.includes(target)),
);
const isForHere = hosts.every(([host]) => host === process.platform) && arch === process.arch;

/** The Electron that is here, for packages for this kind of machine; else electron-builder's. */
async function electronHere() {
  if (!isForHere) return undefined;
  const executable = await electronExecutable();
  // On macOS electron-builder wants the folder that holds Electron.app.
  const depth = process.platform === 'darwin' ? '../../..' : '.';
  const folder = join(dirname(executable), depth);
  const version = readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
  if (isRegistryRuntime(executable)) {
    console.log(`Packing Electron ${version} of the package registry: for trials, no release.`);
  }
  return { folder, version };
}

if (!buildSources({ quiet: false })) process.exit(1);
// fpm cannot be had where only a package registry is; a deb needs no more than dpkg-deb, an rpm than
// rpmbuild.
if (targets.every((target) => ['dir', 'deb', 'rpm', 'tar.gz'].includes(target))) {
  process.env.CUSTOM_FPM_PATH = join(root, 'build/fpm.mjs');
  // Where there is a 7-Zip of the system, electron-builder need not fetch its own.
  if (existsSync('/usr/bin/7za')) process.env.ELECTRON_BUILDER_7ZIP_PATH ??= '/usr/bin/7za';
}

const wanted = new Map();
for (const [, { platform, targets: own }] of hosts) {
  const names = targets.filter((target) => own.includes(target));
  wanted.set(platform, new Map([[Arch[arch], names]]));
}
const config = packageConfig(await electronHere());
const folders = [];
const made = await build({
  projectDir: root,
  targets: wanted,
  config: {
    ...config,
    afterPack: async (context) => {
      await config.afterPack(context);
      folders.push(context);
    },
  },
});

if (asked.includes('uos')) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { appId, deb, linux } = config;
  const target = join(root, 'release', `${appId}_${version}_${debianArch[arch]}.deb`);
  const unpacked = join(
    root,
    'release',
    arch === 'x64' ? 'linux-unpacked' : `linux-${arch}-unpacked`,
  );
  makeUosDeb(unpacked, target, {
    id: appId,
    version,
    arch,
    depends: deb.depends,
    icon: join(root, 'build/icon.png'),
    maintainer: linux.maintainer,
  });
  made.push(target);
}

const wrong = [];
for (const context of folders) wrong.push(...(await readFuses(context)));
wrong.push(...writeMaterials());
for (const file of made) console.log(relative(root, file));
for (const sentence of wrong) console.error(sentence);
process.exit(wrong.length > 0 ? 1 : 0);
