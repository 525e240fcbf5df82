// Documents: the month of nine leaders in one PDF, from the button to the file, against a bare
// printToPDF of the same pages as finished HTML in a new window. Medians of alternating runs.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { _electron } from 'playwright-core';
import { electronWithDisplay, root, sandboxSwitches } from '../../build/electron.mjs';
import { buildSources } from '../../build/sources.mjs';

const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Runs in main: how long a new window takes to show a finished page and to print it. */
async function bare({ BrowserWindow }) {
  const began = performance.now();
  const window = new BrowserWindow({ show: false, width: 1200, height: 1200 });
  await window.loadURL('app://touyan/bare.html');
  await window.webContents.executeJavaScript('document.fonts.ready.then(() => 0)');
  await window.webContents.printToPDF({
    preferCSSPageSize: true,
    printBackground: true,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  });
  const took = performance.now() - began;
  window.destroy();
  return took;
}

export async function measure() {
  if (!buildSources()) throw new Error('the build failed');
  const { executable, env } = await electronWithDisplay();
  const folder = mkdtempSync(join(tmpdir(), 'touyan-bench-documents-'));
  const app = await _electron.launch({
    executablePath: executable,
    args: [...sandboxSwitches, root, `--user-data-dir=${folder}`],
    env: { ...env, TOUYAN_TODAY: '2026-11-23' },
  });
  try {
    const page = await app.firstWindow();
    await page.getByRole('button', { name: '看看示例单位' }).click();
    await page.getByRole('navigation', { name: '主导航' }).waitFor({ timeout: 90_000 });
    const out = join(folder, 'out.pdf');
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, out);
    // The pages as the preview shows them, leader by leader, and the rules they are drawn by.
    const visit = async (subject) => {
      await page.evaluate(
        (hash) => {
          window.location.hash = hash;
        },
        `#/summary?document=personal&month=2026-11${subject && `&subject=${subject}`}`,
      );
      await wait(300);
      await page.locator('.ty-desk-top .paper-page').first().waitFor();
      return page
        .locator('.ty-desk-top .paper-page')
        .evaluateAll((pages) => pages.map((one) => one.outerHTML));
    };
    await visit('');
    const subjects = await page
      .getByLabel('班子成员', { exact: true })
      .locator('option')
      .evaluateAll((options) => options.map(({ value }) => value));
    if (subjects.length !== 9) throw new Error(`nine leaders, not ${subjects.length}`);
    const pages = [];
    for (const subject of subjects) pages.push(...(await visit(subject)));
    const css = await page.evaluate(() => {
      const rules = [...document.styleSheets]
        .flatMap((sheet) => [...sheet.cssRules].map((rule) => [rule.cssText, sheet.href]))
        .map(([text, href]) =>
          text.replace(/url\("(?!app:)([^"]*)"\)/g, (_all, to) => `url("${new URL(to, href)}")`),
        );
      const style = document.querySelector('.ty-desk-top .paper-page')?.getAttribute('style') ?? '';
      return [...rules, `.paper-page{${style}}`].join('\n');
    });
    const link = '<link rel="stylesheet" href="/bare.css">';
    const html = `<!doctype html><html lang="zh-CN"><meta charset="utf-8">${link}<body class="paper-only">${pages.join('')}`;
    const own = [];
    const others = [];
    // Served as the app serves its own pages: same fonts, same policy.
    const place = (ending) => join(root, `out/renderer/bare.${ending}`);
    writeFileSync(place('css'), css);
    writeFileSync(place('html'), html);
    for (let round = 0; round <= rounds; round += 1) {
      rmSync(out, { force: true });
      await page.getByRole('button', { name: '全部班子成员…' }).click();
      const dialog = page.getByRole('dialog', { name: '班子成员文书一并成文' });
      await dialog.waitFor();
      const began = performance.now();
      await dialog.getByRole('button', { name: '保存' }).click();
      while (!existsSync(out)) await wait(1);
      const took = performance.now() - began;
      await dialog.waitFor({ state: 'detached' });
      await wait(300);
      const bareTook = await app.evaluate(bare);
      if (round === 0) continue;
      own.push(took);
      others.push(bareTook);
    }
    const ratio = median(own) / median(others);
    return [
      { case: 'pdf', value: median(own), unit: 'ms', ratio: null },
      { case: 'bare', value: median(others), unit: 'ms', ratio: null },
      { case: 'pdf-vs-bare', value: ratio, unit: '×', ratio },
    ];
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
    for (const ending of ['css', 'html'])
      rmSync(join(root, `out/renderer/bare.${ending}`), { force: true });
  }
}
