import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseWhereToSave, newFolder, type RunningApp, startApp } from './app';

const profile = newFolder('documents');
const place = newFolder('documents-out');
const tools = newFolder('documents-tools');
let running: RunningApp;

/** Stands for the `lp` of CUPS: keeps what it was asked and given; knows one printer. */
const standInLp = `#!/bin/sh
printf '%s\\n' "$@" > '${join(place, 'lp.asked')}'
case "$*" in *档案室*) cat > '${join(place, 'lp.pdf')}' ;; *) echo 'lp: no such printer' >&2; exit 1 ;; esac
`;

beforeAll(async () => {
  writeFileSync(join(tools, 'lp'), standInLp, { mode: 0o755 });
  const path = process.env.PATH;
  process.env.PATH = `${tools}:${path}`;
  running = await startApp(profile, '2026-11-24');
  process.env.PATH = path;
  const { page } = running;
  await page.getByRole('button', { name: '看看示例单位' }).click();
  await page.getByRole('navigation', { name: '主导航' }).waitFor({ timeout: 60_000 });
  await page.evaluate(() => {
    window.location.hash = '#/summary?document=personal&month=2026-11';
  });
  await page.locator('.paper-page').first().waitFor();
});

afterAll(async () => {
  await running.close();
  for (const folder of [profile, place, tools]) rmSync(folder, { recursive: true, force: true });
});

/** The next dialog for a folder answers with a new, empty one. */
async function chooseFolder(app: ElectronApplication): Promise<string> {
  const folder = newFolder('documents-batch');
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, folder);
  return folder;
}

/** Every window from now on knows these printers. */
async function standInPrinters(app: ElectronApplication, names: readonly string[]): Promise<void> {
  await app.evaluate(({ app: electron, webContents }, known) => {
    type Contents = ReturnType<typeof webContents.getAllWebContents>[number];
    const standIn = (contents: Contents) => {
      contents.getPrintersAsync = async () =>
        known.map((name) => ({ name, displayName: name, description: '', options: {} }));
    };
    for (const contents of webContents.getAllWebContents()) standIn(contents);
    electron.on('web-contents-created', (_event, contents) => standIn(contents));
  }, names);
}

const openBatch = async (way: string) => {
  const { page } = running;
  await page.getByRole('button', { name: '全部班子成员…' }).click();
  const dialog = page.getByRole('dialog', { name: '班子成员文书一并成文' });
  await dialog.getByText('共 9 份').waitFor();
  await dialog.getByRole('radio', { name: way }).check();
  return dialog;
};

describe('documents leave the app', () => {
  test('as PDF and as DOCX, with the fonts that were used', async () => {
    const { app, page } = running;
    await page.getByText(/^字体：标题/).waitFor();
    for (const [button, ending, mark] of [
      ['存为 PDF…', 'pdf', '%PDF-'],
      ['存为 DOCX…', 'docx', 'PK'],
    ] as const) {
      const path = join(place, `小结.${ending}`);
      await chooseWhereToSave(app, path);
      await page.getByRole('button', { name: button }).click();
      await page.getByText(path).first().waitFor();
      const file = readFileSync(path);
      expect(file.subarray(0, mark.length).toString('latin1')).toBe(mark);
      expect(file.length).toBeGreaterThan(5_000);
    }
    await page.getByText(/嵌入字体：/).waitFor();
    expect(readdirSync(place).sort()).toEqual(['小结.docx', '小结.pdf']);
  });

  test('to a printer with the choices made, or with a sentence where there is none', async () => {
    const { app, page } = running;
    const dialog = page.getByRole('dialog', { name: '打印' });
    await standInPrinters(app, []);
    await page.getByRole('button', { name: '打印…' }).click();
    await dialog.getByText('没有找到打印机').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });

    await standInPrinters(app, ['办公室', '档案室']);
    await page.getByRole('button', { name: '打印…' }).click();
    await dialog.getByLabel('打印机').selectOption('档案室');
    await dialog.getByLabel('份数').fill('9');
    await dialog.getByRole('radio', { name: '双面（短边翻）' }).check();
    await dialog.getByLabel(/灰度打印/).check();
    await dialog.getByRole('button', { name: '打印', exact: true }).click();
    await page.getByText(/页交给打印机，9 份/).waitFor();
    const asked = readFileSync(join(place, 'lp.asked'), 'utf8').split('\n');
    expect(asked.slice(0, 4)).toEqual(['-d', '档案室', '-n', '9']);
    for (const option of ['media=A4', 'sides=two-sided-short-edge', 'print-color-mode=monochrome'])
      expect(asked).toContain(option);
    const handed = readFileSync(join(place, 'lp.pdf'), 'latin1');
    expect(handed.startsWith('%PDF-') && handed.trimEnd().endsWith('%%EOF')).toBe(true);

    // What the system says against it is told, and nothing is lost.
    await page.getByRole('button', { name: '打印…' }).click();
    await dialog.getByLabel('打印机').selectOption('办公室');
    await dialog.getByRole('button', { name: '打印', exact: true }).click();
    await page.getByText(/打印没有完成/).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  test('of nine leaders, a file each', async () => {
    const folder = await chooseFolder(running.app);
    const dialog = await openBatch('每人一个 PDF');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached', timeout: 60_000 });
    const files = readdirSync(folder);
    expect(files).toHaveLength(9);
    for (const file of files) {
      expect(file).toMatch(/^0[1-9] .+\.pdf$/);
      expect(readFileSync(join(folder, file)).subarray(0, 5).toString('latin1')).toBe('%PDF-');
    }
    rmSync(folder, { recursive: true });
  });

  test('of nine leaders, stopped: whole files or none, and nothing beside them', async () => {
    const folder = await chooseFolder(running.app);
    const dialog = await openBatch('每人一个 PDF');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.getByRole('button', { name: '停止' }).click();
    await dialog.getByRole('progressbar').waitFor({ state: 'detached', timeout: 30_000 });
    const files = readdirSync(folder);
    expect(files.length).toBeLessThan(9);
    for (const file of files) {
      expect(file).toMatch(/\.pdf$/);
      expect(readFileSync(join(folder, file), 'latin1').trimEnd().endsWith('%%EOF')).toBe(true);
    }
    await running.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(running.complaints).toEqual([]);
    rmSync(folder, { recursive: true });
  });
});
