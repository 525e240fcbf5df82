import { pathToFileURL } from 'node:url';
import { startTests, type Task, type VitestRunner, type VitestRunnerConfig } from '@vitest/runner';

// Runs bundled test files in a plain Node, as one process, and prints one line for each test. Takes
// the place of vitest's own worker, which is native code of the system that built it.

const config: VitestRunnerConfig = {
  root: process.cwd(),
  setupFiles: [],
  name: 'windows',
  passWithNoTests: false,
  testNamePattern: undefined,
  allowOnly: false,
  sequence: { seed: 1, hooks: 'stack', setupFiles: 'list' },
  chaiConfig: undefined,
  maxConcurrency: 5,
  testTimeout: 120_000,
  hookTimeout: 120_000,
  retry: 0,
  includeTaskLocation: false,
  tags: [],
  tagsFilter: undefined,
  strictTags: false,
};

// The profile of a user with a Chinese name, which wine would replace with its own.
const home = process.env.TOUYAN_TEST_HOME;
if (home) {
  Object.assign(process.env, {
    USERPROFILE: home,
    APPDATA: `${home}\\AppData\\Roaming`,
    TEMP: `${home}\\AppData\\Local\\Temp`,
    TMP: `${home}\\AppData\\Local\\Temp`,
  });
}

const counts = { passed: 0, failed: 0, skipped: 0 };

function tell(file: string, task: Task, names: readonly string[]): void {
  const path = task.name ? [...names, task.name] : names;
  const errors = task.result?.errors ?? [];
  if (task.type === 'suite') {
    if (task.result?.state === 'fail' && (errors.length > 0 || task.tasks.length === 0)) {
      counts.failed += 1;
      console.log(`not ok ${file} > ${path.join(' > ')}`);
      for (const { message, stack } of errors) console.log(`    ${stack ?? message}`);
    }
    for (const inner of task.tasks) tell(file, inner, path);
    return;
  }
  const state = task.result?.state;
  if (state === 'pass') counts.passed += 1;
  else if (state === 'fail') counts.failed += 1;
  else counts.skipped += 1;
  if (state === 'pass') return;
  console.log(`${state === 'fail' ? 'not ok' : 'skipped'} ${file} > ${path.join(' > ')}`);
  for (const { message, stack } of errors) console.log(`    ${stack ?? message}`);
}

const runner: VitestRunner = {
  config,
  importFile: async (path) => import(pathToFileURL(path).href),
};

// What vitest's `expect` and `vi` ask of the worker they believe to run in.
Reflect.set(globalThis, '__vitest_worker__', {
  metaEnv: process.env,
  config: { ...config, snapshotOptions: { expand: false }, expect: {}, fakeTimers: {} },
  environment: { name: 'node' },
  onCleanup: () => undefined,
  providedContext: {},
});

// What waits for a timer that holds nobody up is still to be waited for.
const alive = setInterval(() => undefined, 1_000);

for (const path of process.argv.slice(2)) {
  const began = performance.now();
  const before = { ...counts };
  const [file] = await startTests([path], runner);
  const name = path.replaceAll('\\', '/').replace(/^.*\/test\//, 'test/');
  if (file) for (const task of [file]) tell(name, { ...task, name: '' }, []);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const { passed, failed } = counts;
  console.log(
    `${name}: ${passed - before.passed} passed, ${failed - before.failed} failed, ${seconds} s`,
  );
}
console.log(`${process.platform} ${process.version}: ${JSON.stringify(counts)}`);
clearInterval(alive);
process.exit(counts.failed > 0 || counts.passed === 0 ? 1 : 0);
