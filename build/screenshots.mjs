// Takes the pictures of docs/screenshots from the sample unit and the empty app, for eyes to judge.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { electronWithDisplay, root, sandboxSwitches } from './electron.mjs';
import { buildSources } from './sources.mjs';

const sizes = [
  { name: '1366x768', width: 1366, height: 768 },
  { name: '1920x1080', width: 1920, height: 1080 },
];
/** Name of the picture and the hash of the page. */
const pages = {
  home: 'home',
  rating: 'rating',
  mechanisms: 'mechanisms',
  'mechanisms-year': 'mechanisms?section=M4&view=year',
  'mechanisms-four': 'mechanisms?section=M3&view=four',
  registers: 'registers?kind=risk-point',
  tasks: 'tasks',
  targets: 'targets',
  summary: 'summary',
  exchange: 'exchange',
  backups: 'backups',
  history: 'history',
  settings: 'settings',
};
const today = process.env.TOUYAN_TODAY ?? '2026-11-23';
const target = join(root, 'docs/screenshots');

if (!buildSources()) process.exit(1);
const { executable, env } = await electronWithDisplay();
mkdirSync(target, { recursive: true });

/** The first pages of a kind of document, as the preview shows them. */
async function shootPaper(page, kind) {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/summary?document=${kind}`);
  await page.getByRole('radio', { name: '双页' }).check({ force: true });
  await page.waitForTimeout(1_500);
  const desk = page.locator('.ty-desk-top');
  if (!(await desk.locator('.paper-page').first().isVisible())) {
    console.error(`No document of kind ${kind}`);
    return;
  }
  await desk.screenshot({ path: join(target, `document-${kind}.png`) });
}

for (const size of sizes) {
  const folder = mkdtempSync(join(tmpdir(), 'touyan-pictures-'));
  const app = await _electron.launch({
    executablePath: executable,
    args: [...sandboxSwitches, root, `--user-data-dir=${folder}`],
    env: { ...env, TOUYAN_TODAY: today },
  });
  const page = await app.firstWindow();
  await page.locator('#app nav[aria-hidden]').waitFor({ state: 'detached' });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) console.error(message.text());
  });
  page.on('pageerror', (error) => console.error(String(error)));
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0].setContentSize(width, height);
  }, size);
  const shoot = async (name) => {
    await page.waitForTimeout(700);
    await page.screenshot({ path: join(target, `${name}-${size.name}.png`) });
  };
  await page.getByRole('button', { name: '看看示例单位' }).waitFor();
  await shoot('welcome');
  await page.getByRole('button', { name: '看看示例单位' }).click();
  await page.getByRole('navigation', { name: '主导航' }).waitFor({ timeout: 60_000 });
  for (const [name, address] of Object.entries(pages)) {
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, `#/${address}`);
    await page.locator('.ty-page-head h1').waitFor();
    await shoot(name);
  }
  // Paper is the same on every screen; two pages beside each other at 1:1 need room.
  if (size === sizes.at(-1)) {
    await page.evaluate(() => {
      window.location.hash = '#/summary';
    });
    const kinds = await page
      .getByLabel('文书', { exact: true })
      .locator('option')
      .evaluateAll((options) => options.map(({ value }) => value));
    for (const kind of kinds) await shootPaper(page, kind);
  }
  await app.close();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`Pictures are in ${target}`);
process.exit(0);
