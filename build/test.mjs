// npm test: types, lint, build, and every suite. npm run test:faults: the long loops.
// Runs all stages, then ends with one plain line that sums them.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { electronWithDisplay, root } from './electron.mjs';
import { buildSources } from './sources.mjs';

const bin = (name) => join(root, 'node_modules', '.bin', name);
const scratch = mkdtempSync(join(tmpdir(), 'touyan-test-'));
const { executable, env } = await electronWithDisplay({ tests: true });
const testEnv = { ...env, TOUYAN_ELECTRON: executable, NO_COLOR: '1', FORCE_COLOR: '0' };

const sum = { passed: 0, failed: 0 };

function finish(name, began, { passed, failed }) {
  sum.passed += passed;
  sum.failed += failed;
  const seconds = ((Date.now() - began) / 1000).toFixed(1).padStart(6);
  console.log(`${name.padEnd(6)} ${seconds} s  ${passed} passed, ${failed} failed`);
}

/** A tool that passes or fails as a whole; what it printed is shown when it failed. */
function check(name, command, args) {
  const began = Date.now();
  const run = spawnSync(command, args, { cwd: root, env: testEnv, encoding: 'utf8' });
  if (run.status !== 0) console.log(`${run.stdout}${run.stderr}`);
  finish(name, began, run.status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
}

/** One project of vitest.config.ts. A project that ran no test has failed. */
function suite(project) {
  const began = Date.now();
  const report = join(scratch, `${project}.json`);
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json'];
  const run = spawnSync(bin('vitest'), [...args, `--outputFile.json=${report}`], {
    cwd: root,
    env: testEnv,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
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
  if (passed === 0 || (run.status !== 0 && failed === 0)) failed += 1;
  if (failed > 0) console.log(`${run.stdout}${run.stderr}`);
  finish(project, began, { passed, failed });
}

const isFaults = process.argv.includes('--faults');
try {
  const began = Date.now();
  const built = buildSources();
  finish('build', began, built ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  if (isFaults) suite('faults');
  else {
    check('types', bin('tsc'), ['--noEmit']);
    check('lint', bin('biome'), ['ci', '--colors=off', '.']);
    for (const project of ['unit', 'ui', 'e2e']) suite(project);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
console.log(`${sum.passed} passed, ${sum.failed} failed`);
process.exit(sum.failed > 0 ? 1 : 0);
