// Transfer: what it costs to merge nine leaders' month into ten years of history and into an empty
// unit, beside Automerge and Yjs merging the same edits, and to sum up a hundred units. One run.
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { root } from '../../build/electron.mjs';

const scratch = join(tmpdir(), 'touyan-bench-transfer');
// Below node_modules, so that Automerge and Yjs are found from there.
const bundled = join(root, 'node_modules/.touyan-bench');
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)];

async function bundle() {
  rmSync(bundled, { recursive: true, force: true });
  const built = await rolldown({
    input: join(root, 'test/bench/transfer/main.ts'),
    platform: 'node',
    external: ['@automerge/automerge', 'yjs'],
    logLevel: 'silent',
  });
  const names = { entryFileNames: 'main.mjs', chunkFileNames: '[name].mjs' };
  await built.write({ dir: bundled, ...names, format: 'esm', minify: true });
}

function run(name, years = 0) {
  const args = ['--expose-gc', '--max-old-space-size=8192', join(bundled, 'main.mjs')];
  const child = spawn(process.execPath, [...args, name, scratch, String(years)], {
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
      else
        reject(new Error(`${name} ${years}: ${Buffer.concat(complaints).toString().slice(-1000)}`));
    });
  });
}

async function measureYears(years) {
  const name = years === 0 ? 'empty' : `${years}y`;
  const { base, sets, fields } = await run('prepare', years);
  const seen = { merging: [], automerge: [], yjs: [], importing: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const job of Object.keys(seen)) {
      // Building ten years in the others takes long, merging does not vary much.
      if (round >= 2 && years > 0 && (job === 'automerge' || job === 'yjs')) continue;
      seen[job].push(await run(job, years));
    }
  }
  const of = (job, key) => median(seen[job].map((found) => found[key]));
  const ours = of('merging', 'time');
  const row = (title, value, unit, ratio = null) => ({
    case: `${title}-${name}`,
    value,
    unit,
    ratio,
  });
  return [
    row('history', base, 'sets'),
    row('months-edits', sets, 'sets'),
    row('months-fields', fields, 'fields'),
    row('merge', ours, 'ms'),
    // How many times longer each peer takes, and how much more memory it holds.
    row('merge-vs-automerge', of('automerge', 'time'), 'ms', of('automerge', 'time') / ours),
    row('merge-vs-yjs', of('yjs', 'time'), 'ms', of('yjs', 'time') / ours),
    row('memory', of('merging', 'memory'), 'MB'),
    row(
      'memory-vs-automerge',
      of('automerge', 'memory'),
      'MB',
      of('automerge', 'memory') / of('merging', 'memory'),
    ),
    row('memory-vs-yjs', of('yjs', 'memory'), 'MB', of('yjs', 'memory') / of('merging', 'memory')),
    row('import-from-files', of('importing', 'time'), 'ms'),
    row('import-peak-memory', of('importing', 'memory'), 'MB'),
  ];
}

/** Measures; see build/bench.mjs. */
export async function measure() {
  rmSync(scratch, { recursive: true, force: true });
  mkdirSync(scratch, { recursive: true });
  await bundle();
  const rows = [...(await measureYears(0)), ...(await measureYears(10))];
  const units = await run('rollingUp');
  rows.push({ case: 'roll-up-units', value: units.rows, unit: 'units', ratio: null });
  rows.push({ case: 'roll-up-100-units', value: units.time, unit: 'ms', ratio: null });
  rows.push({ case: 'roll-up-peak-memory', value: units.memory, unit: 'MB', ratio: null });
  rmSync(scratch, { recursive: true, force: true });
  rmSync(bundled, { recursive: true, force: true });
  return rows;
}
