// What electron-builder makes of out/: contents, names, targets and fuses of the packages.
import { rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Fuses of a release: the program runs its own asar and nothing else, and cannot be turned into a
 * plain Node, debugged from outside, or given other code by the environment.
 */
export const fuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
};

/** Name of a package of ours, in ASCII: some sticks and shares of offices know no other letters. */
const artifact = (kind) => `Touyan-\${version}-${kind}-\${arch}.\${ext}`;

/** Packages of records, which a double click opens on the page of imports. */
const packages = {
  ext: 'touyan',
  // On Windows the name of the kind of file in the registry, which build/installer.nsh takes away.
  name: 'Touyan.Package',
  description: '头雁数据包 / Touyan package',
  mimeType: 'application/x-touyan',
  role: 'Editor',
};

const eachArch = (target) => ({ target, arch: ['x64', 'arm64'] });

/** Configuration of electron-builder; `electron` names the unpacked Electron to use, if any. */
export function packageConfig(electron) {
  return {
    appId: 'org.touyan.app',
    // ASCII, since it becomes folder names; the window and the desktop entry say 头雁.
    productName: 'Touyan',
    copyright: 'Apache-2.0',
    directories: { output: 'release', buildResources: 'build' },
    // Everything is bundled into out/, so no node_modules.
    files: ['out/**', '!out/fingerprint', 'package.json', '!node_modules'],
    extraFiles: ['LICENSE'],
    fileAssociations: packages,
    asar: true,
    npmRebuild: false,
    electronLanguages: ['zh-CN', 'en-US'],
    ...(electron && { electronDist: electron.folder, electronVersion: electron.version }),
    electronFuses: fuses,
    extraMetadata: {
      author: { name: 'Touyan maintainers', email: 'maintainers@touyan.invalid' },
      // electron-builder wants a home page for Linux packages; there is none yet.
      homepage: 'https://touyan.invalid/',
      desktopName: 'touyan.desktop',
    },
    icon: 'build/icon.png',
    // No update server is ever asked.
    publish: null,
    afterPack: ({ appOutDir, packager }) =>
      rmSync(join(packager.getResourcesDir(appOutDir), 'default_app.asar'), { force: true }),
    linux: {
      target: ['dir', 'deb', 'rpm', 'AppImage', 'tar.gz'].map(eachArch),
      artifactName: artifact('linux'),
      maintainer: 'Touyan maintainers <maintainers@touyan.invalid>',
      executableName: 'touyan',
      category: 'Office',
      synopsis: 'Workbench for the self-building of a grass-roots leadership team',
      description: '基层领导班子自身建设工作台：自评、机制、任务、目标、月度小结，数据只在本机。',
      syncDesktopName: true,
      desktop: {
        entry: {
          Name: 'Touyan',
          'Name[zh_CN]': '头雁',
          Comment: 'Workbench for the self-building of a grass-roots leadership team',
          'Comment[zh_CN]': '基层领导班子自身建设工作台',
        },
      },
    },
    deb: {
      depends: [
        'libgtk-3-0 | libgtk-3-0t64',
        'libnss3',
        'libasound2 | libasound2t64',
        'libgbm1',
        'libxss1',
        'libxtst6',
        'libnotify4',
        'xdg-utils',
      ],
      recommends: ['fonts-noto-cjk'],
    },
    rpm: {
      depends: [
        'gtk3',
        'nss',
        'alsa-lib',
        'mesa-libgbm',
        'libXScrnSaver',
        'libXtst',
        'libnotify',
        'xdg-utils',
      ],
    },
    win: {
      target: ['nsis', 'portable', 'zip'].map(eachArch),
      artifactName: artifact('win'),
      legalTrademarks: 'Touyan 头雁',
      // Never asks for an administrator; where one installs for all, the installer asks.
      requestedExecutionLevel: 'asInvoker',
    },
    portable: { artifactName: artifact('portable'), requestExecutionLevel: 'user' },
    nsis: {
      oneClick: false,
      // For this user, or for all where an administrator says so; silently by /currentuser, /allusers.
      perMachine: false,
      allowElevation: true,
      packElevateHelper: true,
      license: 'LICENSE',
      include: 'build/installer.nsh',
      uninstallDisplayName: '头雁 Touyan',
      allowToChangeInstallationDirectory: true,
      buildUniversalInstaller: false,
      installerLanguages: ['zh_CN', 'en_US'],
      deleteAppDataOnUninstall: false,
      shortcutName: '头雁',
      artifactName: artifact('win-setup'),
    },
    mac: {
      target: [{ target: 'dmg', arch: ['universal'] }],
      artifactName: artifact('mac'),
      category: 'public.app-category.business',
      extendInfo: { CFBundleDisplayName: '头雁', CFBundleDevelopmentRegion: 'zh_CN' },
    },
  };
}
