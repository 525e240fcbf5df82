import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newFolder, type RunningApp, startApp } from './app';

const profile = newFolder('rating');
const today = '2026-11-20';
let running: RunningApp;

const visit = async (hash: string): Promise<void> => {
  const { page } = running;
  await page.evaluate((next) => {
    window.location.hash = next;
  }, `#/${hash}`);
  await page.waitForTimeout(200);
};

const table = (name: string) => running.page.getByRole('table', { name });
const stands = () => running.page.getByRole('region', { name: '办理情况' });
const bodyRows = (name: string) => table(name).locator('tbody tr');

beforeAll(async () => {
  running = await startApp(profile, today);
  await running.page.getByRole('button', { name: '看看示例单位' }).click();
  await running.page.getByRole('navigation', { name: '主导航' }).waitFor();
  await visit('settings');
  await running.page.getByLabel('评分方式').selectOption('four');
});

afterAll(async () => {
  await running.close();
  rmSync(profile, { recursive: true, force: true });
});

describe('the self-rating of a month', () => {
  test('is filled in by keyboard: a whole dimension at once, and row by row', async () => {
    const { page } = running;
    await visit('rating?month=2026-11');
    const whole = page.getByRole('radiogroup', { name: '整个方面：主动意识' });
    await whole.getByRole('radio').first().focus();
    await page.keyboard.press('2');
    await page.getByText('已评 3 项').waitFor();
    await page.keyboard.press('Enter');
    const began = Date.now();
    for (let row = 0; row < 45; row += 1) {
      await page.keyboard.press(row % 4 === 0 ? '1' : '2');
      await page.keyboard.press('Enter');
    }
    console.log(`45 rows by keyboard: ${((Date.now() - began) / 1000).toFixed(1)} s`);
    await page.getByText('已评 45 项').waitFor();
    expect(Date.now() - began).toBeLessThan(180_000);
  });

  test('asks for evidence, and takes a record of the month by Enter', async () => {
    const { page } = running;
    const row = page.locator('[data-rating-row="A1.1"]');
    await row.getByText('还没有佐证').waitFor();
    await row.getByRole('radio').first().focus();
    await page.keyboard.press('e');
    const dialog = page.getByRole('dialog');
    const offered = dialog.getByRole('button', { name: /^选用/ });
    await offered.first().focus();
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: /^取下/ }).waitFor();
    await page.keyboard.press('Escape');
    await row.getByText('佐证 1').waitFor();
    expect(await row.getByText('还没有佐证').count()).toBe(0);
  });

  test('is submitted with time and author', async () => {
    const { page } = running;
    await page.getByRole('button', { name: '提交自评' }).click();
    await stands().getByText('已提交', { exact: true }).waitFor();
    expect(await stands().innerText()).toMatch(/2026年.*提交/);
  });
});

describe('two years of scores', () => {
  test('stand in lines and in a heatmap, each cell leading to its sheet', async () => {
    const { page } = running;
    await visit('rating?month=2026-10&view=trend');
    await page.getByText(/方面上升/).waitFor();
    expect(await bodyRows('各期得分').count()).toBeGreaterThanOrEqual(20);
    await table('各期得分').getByRole('button').first().click();
    await page.locator('[data-rating-row]').first().waitFor();
  });

  test('show the spread of the team without body and mind', async () => {
    await visit('rating?month=2026-10&view=team');
    await table('成员与各方面').waitFor();
    expect(await bodyRows('成员与各方面').count()).toBeGreaterThan(1);
    expect(await table('成员与各方面').innerText()).not.toContain('身心承受');
  });
});

describe('a sheet that the head gives back', () => {
  test('is returned with a reason, and submitted again by its owner, across a restart', async () => {
    const { page } = running;
    await visit('rating?month=2026-10');
    const second = await page.getByLabel('自评人').locator('option').nth(1).getAttribute('value');
    await visit(`rating?month=2026-10&person=${second}`);
    await stands().getByLabel('主要负责人点评').fill('请补充第三项佐证。');
    await stands().getByRole('button', { name: '退回修改' }).click();
    await stands().getByText('已退回', { exact: true }).waitFor();
    await running.close();

    running = await startApp(profile, today);
    await running.page.getByRole('button', { name: '看看示例单位' }).click();
    await running.page.getByRole('navigation', { name: '主导航' }).waitFor();
    await visit('settings');
    await running.page.getByLabel('这台电脑由谁使用').selectOption(second);
    await visit(`rating?month=2026-10&person=${second}`);
    await stands().getByText('请补充第三项佐证。').waitFor();
    await running.page.getByRole('button', { name: '提交自评' }).click();
    await stands().getByText('已重新提交', { exact: true }).waitFor();
    expect(await stands().locator('li').count()).toBeGreaterThanOrEqual(3);
  });

  test('stands on one page of paper', async () => {
    const { page } = running;
    await stands().getByRole('link', { name: '打印自评表' }).click();
    await page.getByText('共 1 页').waitFor();
    expect(running.complaints).toEqual([]);
  });
});
