// Interactions in the window: from the act of the user until what he asked for is drawn, in ms. Each
// file of ui/ is a topic: a unit filled with much, and the interactions in it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { electronWithDisplay, root, sandboxSwitches } from '../../build/electron.mjs';
import { buildSources } from '../../build/sources.mjs';

const rounds = Number(process.env.BENCH_ROUNDS ?? 9);
// Its own, so that two runs at once do not take the data from under each other.
const scratch = mkdtempSync(join(tmpdir(), 'touyan-bench-ui-'));
const today = '2026-11-23';
const folder = join(root, 'test/bench/ui');

/** All of them, or the one that BENCH_TOPIC names. */
const topics = readdirSync(folder).filter(
  (file) => file.endsWith('.mjs') && file.startsWith(process.env.BENCH_TOPIC ?? ''),
);

const sorted = (values) => [...values].sort((a, b) => a - b);
const at = (values, share) => sorted(values)[Math.floor((values.length - 1) * share)];

/** Goes to a place by its hash; for the way to where an interaction begins. */
export async function visit(page, hash, selector) {
  await page.evaluate((next) => {
    window.location.hash = next;
  }, `#/${hash}`);
  await page.locator(selector).first().waitFor();
  await page.waitForTimeout(300);
}

/**
 * Time from `act` until `isDone` holds and the frame that shows it is painted. Both run in the page
 * and get `given`; measured there, so that the way between the processes does not count.
 */
export const timed = (page, act, isDone, given) =>
  page.evaluate(
    ([actText, doneText, input]) => {
      const run = new Function('given', `(${actText})(given)`);
      const done = new Function('given', `return (${doneText})(given)`);
      return new Promise((resolve) => {
        const began = performance.now();
        run(input);
        const look = () => {
          if (!done(input)) return requestAnimationFrame(look);
          // A message arrives when the frame of this callback has been painted and handed over.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - began);
          return port2.postMessage(null);
        };
        requestAnimationFrame(look);
      });
    },
    [act.toString(), isDone.toString(), given ?? null],
  );

/** A data folder with the sample unit of some years, written anew when it is not there. */
function sampleUnit(years) {
  const data = join(scratch, `data-${years}y`);
  if (!existsSync(join(data, 'touyan.json'))) {
    const args = ['sample', '--data', data, '--years', String(years)];
    spawnSync(process.execPath, [join(root, 'build/touyan.mjs'), ...args], {
      env: { ...process.env, TOUYAN_TODAY: today },
      stdio: 'inherit',
    });
  }
  return data;
}

/** Times of a round by name; a case with one time only gives a number. */
const partsOf = (label, time) =>
  typeof time === 'number'
    ? [[label, time]]
    : Object.entries(time).map(([part, value]) => [`${label}-${part}`, value]);

/** Two rows a time: median, and the slowest of all rounds but one in twenty. */
export async function measure() {
  if (!buildSources()) process.exit(1);
  const { executable, env } = await electronWithDisplay();
  const rows = [];
  for (const name of topics) {
    const { years, prepare, cases } = await import(join(folder, name));
    const profile = join(scratch, name.replace('.mjs', ''));
    rmSync(profile, { recursive: true, force: true });
    mkdirSync(profile, { recursive: true });
    const app = await _electron.launch({
      executablePath: executable,
      args: [...sandboxSwitches, root, `--user-data-dir=${profile}`],
      env: { ...env, TOUYAN_TODAY: today, ...(years && { TOUYAN_DATA: sampleUnit(years) }) },
    });
    const page = await app.firstWindow();
    page.setDefaultTimeout(60_000);
    await page.locator('#app nav[aria-hidden]').waitFor({ state: 'detached' });
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768);
    });
    if (!years) await page.getByRole('button', { name: '看看示例单位' }).click();
    await page.locator('.ty-page-head h1').waitFor();
    await prepare(page);
    for (const { name: label, run } of cases) {
      const times = new Map();
      // The first round warms caches and is not counted.
      for (let round = 0; round <= rounds; round += 1) {
        const time = await run(page, round);
        if (round === 0) continue;
        for (const [part, value] of partsOf(label, time)) {
          times.set(part, [...(times.get(part) ?? []), value]);
        }
      }
      for (const [part, values] of times) {
        rows.push({ case: part, value: at(values, 0.5), unit: 'ms', ratio: null });
        rows.push({ case: `${part}-p95`, value: at(values, 0.95), unit: 'ms', ratio: null });
      }
    }
    await app.close();
  }
  rmSync(scratch, { recursive: true, force: true });
  return rows;
}
