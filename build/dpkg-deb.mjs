#!/usr/bin/env node
// Stands in for fpm, which electron-builder would download: makes a deb of what fpm is told on the
// command line, with dpkg-deb of the system. Only the options that electron-builder passes.
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
import { dirname, join } from 'node:path';
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
if (values.target !== 'deb') throw new Error(`only deb packages are made here: ${values.target}`);

function bytesBelow(path) {
  const found = lstatSync(path);
  if (!found.isDirectory()) return found.size;
  return readdirSync(path).reduce((sum, name) => sum + bytesBelow(join(path, name)), 0);
}

const stage = mkdtempSync(join(tmpdir(), 'touyan-deb-'));
try {
  chmodSync(stage, 0o755);
  for (const mapping of positionals) {
    const [, from, to] = /^(.*)=(.*)$/.exec(mapping);
    mkdirSync(dirname(join(stage, to)), { recursive: true });
    cpSync(from, join(stage, to), { recursive: true, verbatimSymlinks: true });
    if (lstatSync(join(stage, to)).isFile()) chmodSync(join(stage, to), 0o644);
  }
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
  process.exitCode = status ?? 1;
} finally {
  rmSync(stage, { recursive: true, force: true });
}
