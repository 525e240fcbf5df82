// Makes a package for UOS and Kylin of an unpacked program: all below /opt/apps/<app id>, its entries
// beside it, no script of the package, nothing with the rights of root.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How Debian calls what Electron calls x64 and arm64. */
export const debianArch = { x64: 'amd64', arm64: 'arm64' };

/** Type of our packages, as in the desktop entry and the description of the type. */
export const packageMime = 'application/x-touyan';

const mimeXml = `<?xml version="1.0" encoding="utf-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="${packageMime}">
    <comment>Touyan package</comment>
    <comment xml:lang="zh_CN">头雁数据包</comment>
    <glob pattern="*.touyan"/>
  </mime-type>
</mime-info>
`;

const desktopEntry = (id) => `[Desktop Entry]
Type=Application
Name=Touyan
Name[zh_CN]=头雁
Comment=Workbench for the self-building of a grass-roots leadership team
Comment[zh_CN]=基层领导班子自身建设工作台
Exec=/opt/apps/${id}/files/touyan %F
Icon=${id}
Terminal=false
StartupWMClass=touyan
Categories=Office;
MimeType=${packageMime};
`;

function* filesBelow(path) {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const child = join(path, entry.name);
    yield child;
    if (entry.isDirectory()) yield* filesBelow(child);
  }
}

/** Packs the folder `unpacked` as `target`, a deb; `facts` are id, version, arch, depends, icon. */
export function makeUosDeb(unpacked, target, { id, version, arch, depends, icon, maintainer }) {
  const stage = mkdtempSync(join(tmpdir(), 'touyan-uos-'));
  try {
    chmodSync(stage, 0o755);
    const home = join(stage, 'opt/apps', id);
    const entries = join(home, 'entries');
    cpSync(unpacked, join(home, 'files'), { recursive: true, verbatimSymlinks: true });
    mkdirSync(join(entries, 'applications'), { recursive: true });
    writeFileSync(join(entries, 'applications', `${id}.desktop`), desktopEntry(id));
    mkdirSync(join(entries, 'icons/hicolor/512x512/apps'), { recursive: true });
    cpSync(icon, join(entries, 'icons/hicolor/512x512/apps', `${id}.png`));
    mkdirSync(join(entries, 'mime/packages'), { recursive: true });
    writeFileSync(join(entries, 'mime/packages', `${id}.xml`), mimeXml);
    const info = {
      appid: id,
      name: '头雁',
      version,
      arch: [debianArch[arch]],
      permissions: { autostart: false, notification: false, camera: false },
    };
    writeFileSync(join(home, 'info'), `${JSON.stringify(info, null, 2)}\n`);
    let bytes = 0;
    for (const path of filesBelow(stage)) {
      const found = lstatSync(path);
      bytes += found.size;
      // No file with the rights of root: the sandbox needs none where users have namespaces.
      if (!found.isSymbolicLink()) chmodSync(path, found.mode & 0o111 ? 0o755 : 0o644);
    }
    const control = [
      ['Package', id],
      ['Version', version],
      ['Architecture', debianArch[arch]],
      ['Maintainer', maintainer],
      ['Installed-Size', Math.ceil(bytes / 1024)],
      ['Depends', ['libc6 (>= 2.28)', ...depends].join(', ')],
      ['Section', 'misc'],
      ['Priority', 'optional'],
      ['Description', '头雁 Touyan: workbench of a leadership team'],
    ];
    mkdirSync(join(stage, 'DEBIAN'));
    writeFileSync(
      join(stage, 'DEBIAN/control'),
      control.map(([name, value]) => `${name}: ${value}\n`).join(''),
    );
    const { status, stderr } = spawnSync(
      'dpkg-deb',
      ['--root-owner-group', '-Zxz', '-z1', '--build', stage, target],
      { encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`dpkg-deb failed: ${stderr}`);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}
