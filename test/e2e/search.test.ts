import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bringAxe, violations } from './accessibility';
import { newFolder, type RunningApp, startApp } from './app';

let running: RunningApp;
let page: Page;

beforeAll(async () => {
  running = await startApp(newFolder('search'));
  ({ page } = running);
  await page.getByRole('button', { name: '看看示例单位' }).click();
  await page.locator('.ty-page-head').waitFor();
});

afterAll(() => running.close());

const field = () => page.getByRole('combobox', { name: /^搜索/ });

async function ask(words: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await field().waitFor();
  await page.keyboard.type(words);
  await page.locator(`.ty-search[data-sought="${words}"]`).waitFor();
}

const options = () => page.locator('.ty-search').getByRole('option');

describe('search over everything', () => {
  test('opens by its button and by Ctrl+K, offers what is often used, and goes by Esc', async () => {
    await page.getByRole('button', { name: /搜索/ }).click();
    await options().first().waitFor();
    await bringAxe(page);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await field().waitFor({ state: 'detached' });
    await ask('学习');
    await options().first().waitFor();
    expect(await violations(page)).toEqual([]);
    await page.screenshot({
      path: join(process.env.TOUYAN_SHOTS ?? newFolder('shots'), 'search.png'),
    });
    await page.keyboard.press('Escape');
  });

  test('leads to a page by its initials', async () => {
    await ask('mbls');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '目标落实' }).waitFor();
  });

  test('opens a record of a register by pinyin, and the same one again', async () => {
    await page.evaluate(() => {
      window.location.hash = '#/registers?kind=talk';
    });
    const row = page.locator('.ty-registers-open').first();
    const title = await row.innerText();
    for (let round = 0; round < 2; round += 1) {
      await ask(title);
      await options().first().waitFor();
      const found = page.getByRole('group', { name: '台账记录' }).getByRole('option').first();
      await found.click();
      await page.getByRole('dialog', { name: title }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
  });

  test('begins what one means to do', async () => {
    await ask('xzrw');
    await options().filter({ hasText: '新增任务' }).first().click();
    await page.getByRole('dialog', { name: '新增任务' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('finds what was entered a moment ago, and says where nothing is found', async () => {
    await page.getByRole('button', { name: '新增任务' }).first().click();
    await page.getByRole('textbox', { name: /^任务/ }).first().fill('擘画乡贤馆');
    await page.getByRole('dialog').getByRole('button', { name: '保存', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await ask('xiangxianguan');
    await options().filter({ hasText: '擘画乡贤馆' }).first().waitFor();
    await page.keyboard.press('Escape');
    await ask('没有这样的东西');
    await page.getByText(/没有找到/).waitFor();
    await page.keyboard.press('Escape');
    expect(running.complaints).toEqual([]);
  });

  test('Ctrl+F goes to the search of the list', async () => {
    await page.evaluate(() => {
      window.location.hash = '#/registers?kind=talk';
    });
    const own = page.getByRole('searchbox');
    await own.waitFor();
    await page.keyboard.press('Control+f');
    await expect.poll(() => own.evaluate((one) => one === document.activeElement)).toBe(true);
  });
});
