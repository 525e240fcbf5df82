#!/usr/bin/env node
// Stands in for fpm, which electron-builder would download: makes a deb or rpm of what fpm is told on
// the command line, with dpkg-deb or rpmbuild of the system. Only what electron-builder passes.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';

const text = { type: 'string' };
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    source: { ...text, short: 's' },
    target: { ...text, short: 't' },
    depends: { ...text, short: 'd', multiple: true, default: [] },
    'deb-recommends': { ...text, multiple: true, default: [] },
    'deb-compression': { ...text, default: 'xz' },
    'deb-priority': { ...text, default: 'optional' },
    'rpm-summary': text,
    'rpm-compression': { ...text, default: 'xz' },
    'rpm-os': text,
    iteration: { ...text, default: '1' },
    force: { type: 'boolean' },
    architecture: text,
    'after-install': text,
    'after-remove': text,
    description: text,
    version: text,
    package: text,
    name: text,
    maintainer: text,
    vendor: text,
    url: text,
    category: { ...text, default: 'misc' },
    license: text,
  },
});
if (values.target !== 'deb' && values.target !== 'rpm') {
  throw new Error(`only deb and rpm packages are made here: ${values.target}`);
}

function bytesBelow(path) {
  const found = lstatSync(path);
  if (!found.isDirectory()) return found.size;
  return readdirSync(path).reduce((sum, name) => sum + bytesBelow(join(path, name)), 0);
}

const stage = mkdtempSync(join(tmpdir(), 'touyan-deb-'));

/** Packs what is staged as a deb; answers the exit code. */
function packDeb() {
  const size = Math.ceil(bytesBelow(stage) / 1024);

  const control = join(stage, 'DEBIAN');
  mkdirSync(control);
  const [summary = '', ...more] = values.description.split('\n').map((line) => line.trim());
  const fields = {
    Package: values.name,
    Version: values.version,
    Architecture: values.architecture,
    Maintainer: values.maintainer,
    'Installed-Size': size,
    Depends: values.depends.join(', '),
    Recommends: values['deb-recommends'].join(', '),
    Section: values.category,
    Priority: values['deb-priority'],
    Description: [summary, ...more.filter(Boolean)].join('\n '),
  };
  const lines = Object.entries(fields).filter(([, value]) => value);
  writeFileSync(
    join(control, 'control'),
    lines.map(([name, value]) => `${name}: ${value}\n`).join(''),
  );
  for (const [script, name] of [
    [values['after-install'], 'postinst'],
    [values['after-remove'], 'postrm'],
  ]) {
    if (!script) continue;
    cpSync(script, join(control, name));
    chmodSync(join(control, name), 0o755);
  }

  const { status } = spawnSync(
    'dpkg-deb',
    ['--root-owner-group', `-Z${values['deb-compression']}`, '--build', stage, values.package],
    { stdio: 'inherit' },
  );
  return status ?? 1;
}

/** A script of the package as a section of the spec; nothing where there is none. */
const section = (name, script) => (script ? `%${name}\n${readFileSync(script, 'utf8')}\n` : '');

/** How rpm calls what electron-builder tells fpm in Debian's words. */
const rpmArch = { amd64: 'x86_64', arm64: 'aarch64' };

/** Packs what is staged as an rpm; answers the exit code. */
function packRpm() {
  const top = mkdtempSync(join(tmpdir(), 'touyan-rpm-'));
  try {
    const [summary = values.name] = values.description.split('\n');
    const names = readdirSync(stage, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => `"/${relative(stage, join(entry.parentPath, entry.name))}"`);
    const spec = `Name: ${values.name}
Version: ${values.version.replaceAll('-', '_')}
Release: ${values.iteration}
Summary: ${values['rpm-summary'] ?? summary}
License: ${values.license ?? 'Apache-2.0'}
Group: ${values.category}
URL: ${values.url ?? ''}
${values.vendor ? `Vendor: ${values.vendor}\n` : ''}AutoReqProv: no
${values.depends.map((name) => `Requires: ${name}\n`).join('')}
%global __os_install_post %{nil}
%global _build_id_links none
%define _binary_payload w2.xzdio
%description
${values.description}
%files
%defattr(-,root,root,-)
${names.join('\n')}
${section('post', values['after-install'])}${section('postun', values['after-remove'])}`;
    writeFileSync(join(top, 'package.spec'), spec);
    const { status } = spawnSync(
      'rpmbuild',
      [
        ...['-bb', '--quiet', '--define', `_topdir ${top}`, '--buildroot', join(top, 'root')],
        ...[
          '--target',
          rpmArch[values.architecture] ?? values.architecture,
          '--define',
          `__spec_install_post cp -a ${stage}/. %{buildroot}`,
        ],
        ...['--define', `_rpmdir ${top}/out`, join(top, 'package.spec')],
      ],
      { stdio: 'inherit' },
    );
    if (status !== 0) return status ?? 1;
    const [made] = readdirSync(join(top, 'out'), { recursive: true }).filter((name) =>
      name.endsWith('.rpm'),
    );
    cpSync(join(top, 'out', made), values.package);
    return 0;
  } finally {
    rmSync(top, { recursive: true, force: true });
  }
}

try {
  chmodSync(stage, 0o755);
  for (const mapping of positionals) {
    const [, from, to] = /^(.*)=(.*)$/.exec(mapping);
    mkdirSync(dirname(join(stage, to)), { recursive: true });
    cpSync(from, join(stage, to), { recursive: true, verbatimSymlinks: true });
    if (lstatSync(join(stage, to)).isFile()) chmodSync(join(stage, to), 0o644);
  }
  process.exitCode = values.target === 'deb' ? packDeb() : packRpm();
} finally {
  rmSync(stage, { recursive: true, force: true });
}
