// npm test: types, lint, build, and every suite. npm run test:faults: the long loops.
// npm run test:office: documents and sheets through LibreOffice. npm run test:days: all suites under
// clocks of other days in other zones; `-- DAY [ZONE]` chooses some of them.
// Runs all stages, then ends with one plain line that sums them. What a fault came to is printed as
// it is told, in lines of its own.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { electronWithDisplay, root } from './electron.mjs';
import { firstRounds, otherDay, rounds, secondsUntil, shiftedClock } from './other-days.mjs';
import { buildSources } from './sources.mjs';

const tools = {
  tsc: 'typescript/bin/tsc',
  biome: '@biomejs/biome/bin/biome',
  vitest: 'vitest/vitest.mjs',
};
const scratch = mkdtempSync(join(tmpdir(), 'touyan-test-'));
const isFaults = process.argv.includes('--faults');
const isOffice = process.argv.includes('--office');
const isDays = process.argv.includes('--days');
const { executable, env } = await electronWithDisplay({
  tests: true,
  faults: isFaults,
  office: isOffice,
  days: isDays,
});
const testEnv = { ...env, TOUYAN_ELECTRON: executable, NO_COLOR: '1', FORCE_COLOR: '0' };

const sum = { passed: 0, failed: 0 };

function finish(name, began, { passed, failed }) {
  sum.passed += passed;
  sum.failed += failed;
  const seconds = ((Date.now() - began) / 1000).toFixed(1).padStart(6);
  console.log(`${name.padEnd(6)} ${seconds} s  ${passed} passed, ${failed} failed`);
}

let running;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    running?.kill(signal);
    process.exit(1);
  });
}

/** Prints the lines of a running test that tell what a fault came to. */
function tellFaults() {
  let rest = '';
  return (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.startsWith('fault: ')) console.log(line);
  };
}

/** Runs one of the tools to its end; answers its exit code and all that it printed. */
function run(tool, args, more = {}) {
  const child = spawn(process.execPath, [join(root, 'node_modules', tools[tool]), ...args], {
    cwd: root,
    env: { ...testEnv, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running = child;
  const printed = [];
  child.stdout.on('data', (chunk) => printed.push(chunk));
  child.stderr.on('data', (chunk) => printed.push(chunk));
  child.stdout.on('data', tellFaults());
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, text: Buffer.concat(printed).toString() }));
  });
}

/** A tool that passes or fails as a whole; what it printed is shown when it failed. */
async function check(name, tool, args) {
  const began = Date.now();
  const { code, text } = await run(tool, args);
  if (code !== 0) console.log(text);
  finish(name, began, code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
}

/**
 * One project of vitest.config.ts, or of its files those that `args` leaves. A project that ran no
 * test has failed.
 */
async function suite(project, { args = [], env: more = {} } = {}) {
  const began = Date.now();
  const report = join(scratch, `${project}.json`);
  rmSync(report, { force: true });
  const { code, text } = await run(
    'vitest',
    [
      'run',
      ...['--project', project, '--reporter=default', '--reporter=json'],
      `--outputFile.json=${report}`,
      ...args,
    ],
    more,
  );
  let passed = 0;
  let failed = 0;
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    passed = numPassedTests;
    // A file that cannot be loaded fails without a test of its own.
    failed = numFailedTests > 0 ? numFailedTests : Math.min(1, numFailedTestSuites);
  } catch {
    failed = 1;
  }
  if (failed === 0 && (passed === 0 || code !== 0)) failed = 1;
  if (failed > 0) console.log(text);
  finish(project, began, { passed, failed });
}

/** Rooms whose tests take most of the time and hardly know a day. */
const timelessRooms = ['cli', 'rpc', 'storage', 'transfer'];

/** What knows days, run on another day and in another zone than today's: see test/days. */
async function onOtherDay() {
  const round = otherDay();
  console.log(`as on ${round.day} in ${round.zone}:`);
  const env = { DATE_SHIFT: String(secondsUntil(round)), TZ: round.zone };
  const args = timelessRooms.flatMap((room) => ['--exclude', `test/unit/${room}/**`]);
  await suite('unit', { args, env });
  await suite('ui', { env });
}

/** All suites in rounds of a day and a zone, with the clock of the whole system moved. */
async function onAllDays() {
  const chosen = process.argv.slice(process.argv.indexOf('--days') + 1);
  const isChosen = ({ day, zone }) => chosen.every((one) => one === day || one === zone);
  if (!rounds.some(isChosen)) throw new Error(`no round is of ${chosen.join(' and ')}`);
  const library = shiftedClock(root, scratch);
  for (const [index, round] of rounds.entries()) {
    if (!isChosen(round)) continue;
    console.log(`as on ${round.day} in ${round.zone}:`);
    const env = {
      LD_PRELOAD: library,
      CLOCK_SHIFT: String(secondsUntil(round)),
      TZ: round.zone,
    };
    const projects =
      index < firstRounds || chosen.length > 0 ? ['unit', 'ui', 'e2e'] : ['unit', 'ui'];
    for (const project of projects) await suite(project, { env });
  }
}

try {
  const began = Date.now();
  const built = buildSources();
  finish('build', began, built ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  if (isFaults) await suite('faults');
  else if (isOffice) await suite('office');
  else if (isDays) await onAllDays();
  else {
    await check('types', 'tsc', ['--noEmit']);
    await check('lint', 'biome', ['ci', '--colors=off', '.']);
    for (const project of ['unit', 'ui', 'e2e']) await suite(project);
    await onOtherDay();
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exit(sum.failed > 0 ? 1 : 0);
