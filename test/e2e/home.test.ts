import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { bringAxe, overflow, violations } from './accessibility';
import { foundUnit, newFolder, type RunningApp, startApp } from './app';

let running: RunningApp | undefined;

afterEach(async () => {
  await running?.close();
  running = undefined;
});

const shots = process.env.TOUYAN_SHOTS ?? newFolder('shots');

describe('home', () => {
  test('of the sample says what is red and whose; each figure leads to its list', async () => {
    running = await startApp(newFolder('home'));
    const { app, page, complaints } = running;
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768);
    });
    await page.getByRole('button', { name: '看看示例单位' }).click();
    const leaders = page.getByRole('table', { name: '各领导名下' });
    await leaders.waitFor({ timeout: 60_000 });
    await page.getByRole('table', { name: '自评与数据包' }).waitFor();
    await bringAxe(page);
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.screenshot({ path: join(shots, 'home.png') });
    await leaders.scrollIntoViewIfNeeded();
    await page.screenshot({ path: join(shots, 'home-leaders.png') });
    const link = leaders.getByRole('link', { name: /已逾期/ }).first();
    const count = Number(await link.innerText());
    expect(count).toBeGreaterThan(0);
    await link.click();
    await page.getByRole('status').filter({ hasText: '只列' }).waitFor();
    const due = page.getByRole('table', { name: '本月待办' });
    // The head of the table is a row as well.
    expect(await due.getByRole('row').count()).toBe(count + 1);
    await page.getByRole('link', { name: '全部列出' }).click();
    await page.getByRole('status').filter({ hasText: '只列' }).waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });

  test('of a new unit leads through its first steps, and shows one’s own', async () => {
    running = await startApp(newFolder('home'));
    const { page, complaints } = running;
    await foundUnit(running, ['王镕', '李敏']);
    const steps = page.getByRole('region', { name: '先做这几步' });
    await steps.getByRole('link', { name: '登记职工和科室' }).waitFor();
    await bringAxe(page);
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: join(shots, 'home-new.png') });
    await page.getByRole('radio', { name: '我的', exact: true }).check({ force: true });
    await page.getByText('本月没有等您办的事项。').waitFor();
    await steps.getByRole('link', { name: '列出今年的任务' }).click();
    await page.getByRole('dialog', { name: '分解任务' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });
});
