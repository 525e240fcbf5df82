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
  'rating-quarter': 'rating?month=2026-09&view=quarter',
  'rating-trend': 'rating?month=2026-10&view=trend',
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
/** Name of the picture of a chart, the page it is on and its title there, in colour and in grey. */
const charts = [
  ['bullet', 'targets?month=2026-11', /目标完成情况/],
  ['progress', 'targets?month=2026-10&view=charts', '总体进度'],
  ['waterfall', 'targets?month=2026-10&view=charts', '比上月变化'],
  ['groups', 'targets?month=2026-10&view=charts', '分组对比'],
  ['heatmap', 'targets?month=2026-10&view=charts', '各月完成情况'],
  ['burn-up', 'targets?month=2026-10', /./, '营造林面积'],
  ['burn-up-band', 'targets?month=2026-10', /./, '生态保护专项资金支出'],
];
/** `charts` takes the charts alone, `documents` the documents. */
const alone = process.argv[2];
const takes = (what) => alone === undefined || alone === what;
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

/** Each chart as it is, and as a printer without colour would show it. */
async function shootCharts(page) {
  for (const [name, address, title, of] of charts) {
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, `#/${address}`);
    if (of) await page.getByRole('button', { name: of, exact: true }).click();
    await page.waitForTimeout(1_500);
    const figure = page.getByRole('figure', { name: title }).first();
    await page.mouse.move(0, 0);
    for (const grey of [false, true]) {
      await figure.evaluate(
        (element, filter) => {
          element.style.filter = filter;
          element.style.background = 'var(--paper)';
        },
        grey ? 'grayscale(1)' : 'none',
      );
      await figure.screenshot({ path: join(target, `chart-${name}${grey ? '-grey' : ''}.png`) });
    }
    await figure.evaluate((element) => element.removeAttribute('style'));
  }
}

const wanted = { charts: sizes.slice(0, 1), documents: sizes.slice(-1) };

for (const size of wanted[alone] ?? sizes) {
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
  const resize = (to) =>
    app.evaluate(({ BrowserWindow }, { width, height }) => {
      BrowserWindow.getAllWindows()[0].setContentSize(width, height);
    }, to);
  await resize(size);
  const shoot = async (name) => {
    await page.waitForTimeout(700);
    await page.screenshot({ path: join(target, `${name}-${size.name}.png`) });
  };
  await page.getByRole('button', { name: '看看示例单位' }).waitFor();
  if (takes('pages')) await shoot('welcome');
  await page.getByRole('button', { name: '看看示例单位' }).click();
  await page.getByRole('navigation', { name: '主导航' }).waitFor({ timeout: 60_000 });
  if (size === sizes[0] && takes('charts')) {
    // A chart is taken whole only where it is in sight.
    await resize({ width: size.width, height: 1_600 });
    await shootCharts(page);
    await resize(size);
  }
  for (const [name, address] of takes('pages') ? Object.entries(pages) : []) {
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, `#/${address}`);
    await page.locator('.ty-page-head h1').waitFor();
    await shoot(name);
  }
  // Paper is the same on every screen; two pages beside each other at 1:1 need room.
  if (size === sizes.at(-1) && takes('documents')) {
    await page.evaluate(() => {
      window.location.hash = '#/summary';
    });
    const choice = page.getByLabel('文书', { exact: true });
    await choice.waitFor();
    const kinds = await choice
      .locator('option')
      .evaluateAll((options) => options.map(({ value }) => value));
    for (const kind of kinds) await shootPaper(page, kind);
  }
  await app.close();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`Pictures are in ${target}`);
process.exit(0);
