import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseWhereToSave, newFolder, type RunningApp, startApp } from './app';

const profile = newFolder('documents');
const place = newFolder('documents-out');
let running: RunningApp;

beforeAll(async () => {
  running = await startApp(profile, '2026-11-24');
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
  for (const folder of [profile, place]) rmSync(folder, { recursive: true, force: true });
});

/** The next dialog for a folder answers with a new, empty one. */
async function chooseFolder(app: ElectronApplication): Promise<string> {
  const folder = newFolder('documents-batch');
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, folder);
  return folder;
}

const openBatch = async (way: string) => {
  const { page } = running;
  await page.getByRole('button', { name: '全部班子成员…' }).click();
  const dialog = page.getByRole('dialog', { name: '班子成员文书一并成文' });
  await dialog.getByText('共 9 份').waitFor();
  await dialog.getByText(way).click();
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

  test('to a printer with choices, or with a sentence where there is none', async () => {
    const { page } = running;
    await page.getByRole('button', { name: '打印…' }).click();
    const dialog = page.getByRole('dialog', { name: '打印' });
    await dialog.getByText('没有找到打印机').or(dialog.getByLabel('份数')).first().waitFor();
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
