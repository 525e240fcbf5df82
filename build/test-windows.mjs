// npm run test:windows [-- FILE …]: tests of what touches the machine, on Windows' own Node; under
// wine where this is not Windows. Ends with one line that sums them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleTests, testFiles, unbundled } from './bundle-tests.mjs';
import { windowsMachine, windowsPath } from './wine.mjs';

const rooms = [
  'test/unit/storage',
  'test/unit/transfer',
  'test/unit/sheet',
  'test/unit/rpc',
  'test/unit/cli',
  'test/unit/start',
  'test/unit/model',
  'test/unit/security',
  'test/unit/names',
  'test/windows',
];
const wanted = process.argv.slice(2);
const all = rooms
  .flatMap(testFiles)
  .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)));
const files = all.filter((file) => !unbundled(file));
for (const file of all) if (unbundled(file)) console.log(`left out: ${file} ${unbundled(file)}`);

const scratch = mkdtempSync(join(tmpdir(), 'touyan-windows-'));
let machine;
const clear = () => {
  machine?.end();
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    clear();
    process.exit(1);
  });
}

const began = Date.now();
let exitCode = 1;
try {
  machine = await windowsMachine(join(scratch, 'machine'));
  const site = join(scratch, 'bundle');
  const scripts = await bundleTests([...files, 'test/windows/lane/run.ts'], site, windowsPath);
  const runner = scripts.pop();
  const { code, text } = await machine.run(
    join(site, runner),
    scripts.map((script) => windowsPath(join(site, script))),
    (lines) => process.stdout.write(lines),
  );
  const last = text.trimEnd().split('\n').at(-1) ?? '';
  const counts = /\{"passed":(\d+),"failed":(\d+)/.exec(last);
  const seconds = ((Date.now() - began) / 1000).toFixed(0);
  const where = machine.isWine ? 'under wine' : 'on Windows';
  const [, passed = '0', failed = '1'] = counts ?? [];
  console.log(`${where}, ${seconds} s: ${passed} passed, ${failed} failed`);
  if (!counts) console.log(`Node ended with ${code} in the middle.`);
  exitCode = counts ? code : 1;
} finally {
  clear();
}
process.exit(exitCode);
