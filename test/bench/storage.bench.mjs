// Storage: what a commit costs beside a plain append with fsync and beside stores that rewrite
// their file, and what opening costs beside JSON.parse. All in one run, on one disk, in Electron.
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { electronWithDisplay, root, sandboxSwitches } from '../../build/electron.mjs';

const scratch = join(tmpdir(), 'touyan-bench-storage');
const rounds = Number(process.env.BENCH_ROUNDS ?? 9);
const commitRounds = 400;
const peerRounds = 5;
const allYears = [1, 3, 10];

const sorted = (values) => [...values].sort((a, b) => a - b);
const at = (values, share) => sorted(values)[Math.floor((values.length - 1) * share)];
const median = (values) => at(values, 0.5);

/** The jobs bundled as the app's main process is; what few jobs need is loaded by those. */
async function bundle() {
  const folder = join(scratch, 'app');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const built = await rolldown({
    input: join(root, 'test/bench/storage/main.ts'),
    platform: 'node',
    external: ['electron'],
    logLevel: 'silent',
  });
  await built.write({
    dir: folder,
    entryFileNames: 'main.cjs',
    chunkFileNames: '[name].cjs',
    format: 'cjs',
    minify: true,
  });
  writeFileSync(join(folder, 'package.json'), '{"name":"bench","main":"main.cjs"}');
  return folder;
}

/** What the job itself said, without what Chromium says of the machine. */
const ownWords = (chunks) =>
  Buffer.concat(chunks)
    .toString()
    .split('\n')
    .filter((line) => !/:ERROR:|:WARNING:/.test(line))
    .join('\n');

async function jobRunner() {
  const app = await bundle();
  const { executable, env } = await electronWithDisplay();
  const args = [...sandboxSwitches, '--js-flags=--expose-gc', app];
  args.push(`--user-data-dir=${join(scratch, 'profile')}`);
  return (name, years, count = 0) => {
    const child = spawn(executable, args, {
      env: { ...env, BENCH_JOB: [name, scratch, years, count].join('|') },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const printed = [];
    const complaints = [];
    child.stdout.on('data', (chunk) => printed.push(chunk));
    child.stderr.on('data', (chunk) => complaints.push(chunk));
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', () => {
        const line = /bench:(.*)/.exec(Buffer.concat(printed).toString());
        if (line) resolve(JSON.parse(line[1]));
        else reject(new Error(`${name} ${years}: ${ownWords(complaints)}`));
      });
    });
  };
}

/** Rows of one size of data. */
async function measureYears(run, years) {
  const name = `${years}y`;
  await run('prepare', years);
  const { app, limit, bytes } = await run('commits', years, commitRounds);
  const peers = await run('peers', years, peerRounds);
  const seen = { opening: [], firstPage: [], parsing: [], folding: [] };
  // The first round warms the disk's cache and is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    for (const job of Object.keys(seen)) {
      if (job === 'folding' && round > 3) continue;
      const found = await run(job, years);
      if (round > 0) seen[job].push(found);
    }
  }
  const held = await run('holding', years);
  const of = (job, key) => median(seen[job].map((found) => found[key]));
  const parse = of('parsing', 'time');
  const commit = median(app);
  const row = (title, value, unit, ratio = null) => ({
    case: `${title}-${name}`,
    value,
    unit,
    ratio,
  });
  return [
    row('fsync', median(limit), 'ms'),
    row('commit-vs-fsync', commit, 'ms', commit / median(limit)),
    row('commit-p99-vs-fsync-p99', at(app, 0.99), 'ms', at(app, 0.99) / at(limit, 0.99)),
    row('bytes-per-commit', bytes, 'B'),
    // How many times slower each peer is than a commit of the app.
    row('commit-vs-lowdb', median(peers.lowdb), 'ms', median(peers.lowdb) / commit),
    row(
      'commit-vs-electron-store',
      median(peers.electronStore),
      'ms',
      median(peers.electronStore) / commit,
    ),
    row(
      'commit-vs-electron-json-storage',
      median(peers.electronJsonStorage),
      'ms',
      median(peers.electronJsonStorage) / commit,
    ),
    row('parse', parse, 'ms'),
    row('open-vs-parse', of('opening', 'time'), 'ms', of('opening', 'time') / parse),
    row('open-first-page-vs-parse', of('firstPage', 'time'), 'ms', of('firstPage', 'time') / parse),
    row(
      'fold-without-snapshot-vs-parse',
      of('folding', 'time'),
      'ms',
      of('folding', 'time') / parse,
    ),
    row('memory-vs-parse', held.heap / 1e6, 'MB', held.heap / of('parsing', 'heap')),
  ];
}

/** One row a case and size; ratios above 1 mean slower, except commit-vs-<store>: times faster. */
export async function measure() {
  const run = await jobRunner();
  const rows = [];
  for (const years of allYears) rows.push(...(await measureYears(run, years)));
  const [one, ten] = ['commit-vs-fsync-1y', 'commit-vs-fsync-10y'].map((name) =>
    rows.find((row) => row.case === name),
  );
  rows.push({
    case: 'commit-10y-vs-1y',
    value: ten.value,
    unit: 'ms',
    ratio: ten.value / one.value,
  });
  return rows;
}
