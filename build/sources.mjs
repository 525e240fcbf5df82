// Builds out/ when its sources changed since the last build.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './electron.mjs';

const inputs = [
  'electron',
  'renderer',
  'shared',
  'electron.vite.config.ts',
  'build/first-chunk-budget.mjs',
  'package.json',
  'package-lock.json',
];

function* filesBelow(path) {
  const folder = readdirSync(path, { withFileTypes: true });
  for (const entry of folder.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) yield* filesBelow(child);
    else yield child;
  }
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const input of inputs) {
    const path = join(root, input);
    const files = /\.\w+$/.test(input) ? [path] : filesBelow(path);
    for (const file of files) hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex');
}

const mark = join(root, 'out', 'fingerprint');

/** Says that out/ is not, or not any more, what the sources make. */
export function forgetBuild() {
  rmSync(mark, { force: true });
}

/** Brings out/ up to date. Answers false when the build failed, after printing why. */
export function buildSources({ quiet = true } = {}) {
  const print = fingerprint();
  if (existsSync(mark) && readFileSync(mark, 'utf8') === print) {
    if (!quiet) console.log('out/ is up to date.');
    return true;
  }
  forgetBuild();
  const built = spawnSync(
    process.execPath,
    [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'],
    { cwd: root, encoding: 'utf8', env: { ...process.env, ELECTRON_MAJOR_VER: '33' } },
  );
  if (built.status !== 0 || !quiet) process.stderr.write(`${built.stdout}${built.stderr}`);
  if (built.status !== 0) return false;
  writeFileSync(mark, print);
  return true;
}
