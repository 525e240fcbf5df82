// Start-up: spawn until Home is usable, and memory a moment later, against a bare window of the
// same runtime. Runs alternate, medians are taken.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { _electron } from 'playwright-core';
import { electronWithDisplay, root, sandboxSwitches } from '../../build/electron.mjs';
import { buildSources } from '../../build/sources.mjs';
import { treeMemory } from './process-tree.mjs';

const rounds = Number(process.env.BENCH_ROUNDS ?? 9);
const scratch = join(tmpdir(), 'touyan-bench-start');
const today = '2026-11-23';
const hook = join(root, 'test/bench/usable.cjs');

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

function bareApp() {
  const folder = join(scratch, 'bare-app');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"name":"bare","main":"main.cjs"}');
  writeFileSync(
    join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadFile('index.html'));
app.on('window-all-closed', () => app.quit());
`,
  );
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><meta charset="utf-8"><p id="ready">头雁</p>',
  );
  return folder;
}

/** A data folder whose unit was named today, by hand, as a user would. */
async function newUnit(executable, env, folder) {
  if (existsSync(join(folder, 'touyan.json'))) return;
  const app = await _electron.launch({
    executablePath: executable,
    args: [...sandboxSwitches, root, `--user-data-dir=${join(scratch, 'profile-wizard')}`],
    env: { ...env, TOUYAN_DATA: folder, TOUYAN_TODAY: today },
  });
  const page = await app.firstWindow();
  await page.getByRole('button', { name: '建立本单位' }).click();
  await page.getByLabel('单位全称').fill('云溪县档案服务中心');
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByLabel('姓名 1').fill('王镕');
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('radio', { name: '王镕' }).check();
  await page.getByRole('button', { name: '完成' }).click();
  await page.locator('.ty-page-head').waitFor();
  await app.close();
}

function sampleUnit(years, folder) {
  if (existsSync(join(folder, 'touyan.json'))) return;
  const args = ['sample', '--data', folder, '--years', String(years)];
  const env = { ...process.env, TOUYAN_TODAY: today };
  spawnSync(process.execPath, [join(root, 'build/touyan.mjs'), ...args], { env, stdio: 'inherit' });
}

async function run(executable, env, one) {
  const began = performance.now();
  const profile = `--user-data-dir=${join(scratch, `profile-${one.name}`)}`;
  const child = spawn(executable, [...sandboxSwitches, '-r', hook, one.app, profile], {
    env: { ...env, ...one.env, BENCH_SELECTOR: one.selector, TOUYAN_TODAY: today },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const time = await new Promise((resolve, reject) => {
    child.stdout.on('data', (data) => {
      if (String(data).includes('usable')) resolve(performance.now() - began);
    });
    child.on('exit', () => reject(new Error(`${one.name} ended before it was usable`)));
    child.on('error', reject);
  });
  child.removeAllListeners('exit');
  await wait(1_500);
  const memory = treeMemory(child.pid);
  const gone = new Promise((resolve) => child.on('exit', resolve));
  child.kill('SIGTERM');
  await gone;
  return { time, memory };
}

/** One row a case: time to usable Home in ms and memory in MB, with the ratio to a bare window. */
export async function measure() {
  if (!buildSources()) process.exit(1);
  const { executable, env } = await electronWithDisplay();
  mkdirSync(scratch, { recursive: true });
  const data = (name) => join(scratch, `data-${name}`);
  await newUnit(executable, env, data('0y'));
  sampleUnit(1, data('1y'));
  sampleUnit(10, data('10y'));
  const home = '.ty-table tbody tr';
  const cases = [
    { name: 'bare', app: bareApp(), env: {}, selector: '#ready' },
    ...['0y', '1y', '10y'].map((name) => ({
      name,
      app: root,
      env: { TOUYAN_DATA: data(name) },
      selector: home,
    })),
  ];
  const seen = new Map(cases.map(({ name }) => [name, []]));
  // The first round warms caches and is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    for (const one of cases) {
      const result = await run(executable, env, one);
      if (round > 0) seen.get(one.name).push(result);
    }
  }
  const of = (name, key) => median(seen.get(name).map((result) => result[key]));
  return cases.flatMap(({ name }) => {
    const isBare = name === 'bare';
    const row = (kind, key, unit) => ({
      case: isBare ? `${kind}-bare` : `${kind}-vs-bare-${name}`,
      value: of(name, key),
      unit,
      ratio: isBare ? null : of(name, key) / of('bare', key),
    });
    return [row('start', 'time', 'ms'), row('memory', 'memory', 'MB')];
  });
}
