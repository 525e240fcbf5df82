// npm run bench -- SUITE [--json FILE]: measures, prints a table, never judges.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './electron.mjs';

const folder = join(root, 'test/bench');
const suites = readdirSync(folder)
  .filter((name) => name.endsWith('.bench.mjs'))
  .map((name) => name.replace('.bench.mjs', ''));

function refuse(sentence) {
  console.error(sentence);
  process.exit(2);
}

let parsed;
try {
  parsed = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } });
} catch (error) {
  refuse(`${error.message.split('\n')[0]} Usage: npm run bench -- SUITE [--json FILE]`);
}
const [suite, ...rest] = parsed.positionals;
if (!suite) refuse(`Usage: npm run bench -- SUITE [--json FILE]. Suites: ${suites.join(', ')}.`);
if (rest.length > 0 || !existsSync(join(folder, `${suite}.bench.mjs`))) {
  refuse(`There is no suite "${[suite, ...rest].join(' ')}". Suites: ${suites.join(', ')}.`);
}

const { measure } = await import(join(folder, `${suite}.bench.mjs`));
const rows = (await measure()).map((row) => ({ suite, ...row }));
for (const row of rows) {
  const value = `${Number(row.value.toPrecision(4))} ${row.unit}`;
  const ratio = row.ratio === null ? '' : `× ${row.ratio.toFixed(2)}`;
  console.log(`${row.case.padEnd(24)} ${value.padStart(14)}  ${ratio}`);
}
if (parsed.values.json) writeFileSync(parsed.values.json, `${JSON.stringify(rows, null, 2)}\n`);
process.exit(0);
