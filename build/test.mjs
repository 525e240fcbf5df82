// npm test: types, lint, build, and every suite. npm run test:faults: the long loops.
// npm run test:office: documents and sheets through LibreOffice.
// Runs all stages, then ends with one plain line that sums them. What a fault came to is printed as
// it is told, in lines of its own.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { electronWithDisplay, root } from './electron.mjs';
import { buildSources } from './sources.mjs';

const tools = {
  tsc: 'typescript/bin/tsc',
  biome: '@biomejs/biome/bin/biome',
  vitest: 'vitest/vitest.mjs',
};
const scratch = mkdtempSync(join(tmpdir(), 'touyan-test-'));
const isFaults = process.argv.includes('--faults');
const isOffice = process.argv.includes('--office');
const { executable, env } = await electronWithDisplay({
  tests: true,
  faults: isFaults,
  office: isOffice,
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
function run(tool, args) {
  const child = spawn(process.execPath, [join(root, 'node_modules', tools[tool]), ...args], {
    cwd: root,
    env: testEnv,
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

/** One project of vitest.config.ts. A project that ran no test has failed. */
async function suite(project) {
  const began = Date.now();
  const report = join(scratch, `${project}.json`);
  const { code, text } = await run('vitest', [
    'run',
    ...['--project', project, '--reporter=default', '--reporter=json'],
    `--outputFile.json=${report}`,
  ]);
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

try {
  const began = Date.now();
  const built = buildSources();
  finish('build', began, built ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  if (isFaults) await suite('faults');
  else if (isOffice) await suite('office');
  else {
    await check('types', 'tsc', ['--noEmit']);
    await check('lint', 'biome', ['ci', '--colors=off', '.']);
    for (const project of ['unit', 'ui', 'e2e']) await suite(project);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exit(sum.failed > 0 ? 1 : 0);
