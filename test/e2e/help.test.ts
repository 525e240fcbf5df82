import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bringAxe, violations } from './accessibility';
import { foundUnit, newFolder, type RunningApp, startApp } from './app';

let running: RunningApp;
let page: Page;

beforeAll(async () => {
  running = await startApp(newFolder('help'));
  ({ page } = running);
});

afterAll(() => running.close());

const manual = () => page.getByRole('dialog', { name: '使用手册' });

async function closeManual(): Promise<void> {
  await page.keyboard.press('Escape');
  await manual().waitFor({ state: 'detached' });
}

describe('the manual', () => {
  test('is there before there is a unit, by F1', async () => {
    const title = manual().getByRole('heading', { name: '十分钟上手' });
    // What hears of the key comes after the first page.
    await expect
      .poll(async () => {
        await page.keyboard.press('F1');
        return title.isVisible();
      })
      .toBe(true);
    await closeManual();
    await foundUnit(running);
  });

  test('opens at the page one is on, over a form that stays as it is', async () => {
    await page.getByRole('link', { name: '目标落实' }).click();
    await page.getByRole('button', { name: '新增目标' }).first().click();
    const name = page.getByRole('dialog').getByRole('textbox', { name: '目标名称' });
    await name.fill('营造林面积');
    await page.keyboard.press('F1');
    await manual().getByRole('heading', { name: '定目标' }).waitFor();
    await bringAxe(page);
    expect(await violations(page)).toEqual([]);
    const picture = manual().locator('img').first();
    await picture.scrollIntoViewIfNeeded();
    await expect
      .poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth))
      .toBe(1366);
    await page.screenshot({
      path: join(process.env.TOUYAN_SHOTS ?? newFolder('shots'), 'help.png'),
    });
    await closeManual();
    expect(await name.inputValue()).toBe('营造林面积');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '放弃' }).click();
  });

  test('is searched by words and pinyin, also from the search over everything', async () => {
    await page.keyboard.press('F1');
    await manual().getByRole('searchbox').fill('xiaohao');
    await manual().getByRole('button', { name: /^销号/ }).click();
    await manual().getByRole('heading', { name: '销号', exact: true }).waitFor();
    await closeManual();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: /^搜索/ }).waitFor();
    await page.keyboard.type('封存');
    await page.getByRole('group', { name: '使用手册' }).getByRole('option').first().click();
    await manual().getByRole('heading', { name: /封存/ }).first().waitFor();
    await closeManual();
  });

  test('has the shortcuts under ?, but not while one types', async () => {
    await page.getByRole('link', { name: '单位设置' }).click();
    const short = page.getByRole('textbox', { name: '简称' });
    await short.focus();
    await page.keyboard.type('?');
    expect(await manual().count()).toBe(0);
    await short.fill('');
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('?');
    await manual().getByRole('heading', { name: '快捷键' }).waitFor();
    await page.keyboard.press('Escape');
    expect(running.complaints).toEqual([]);
  });
});
