import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newFolder, type RunningApp, refusedRequests, startApp } from './app';

const profile = newFolder('history');
const desk = newFolder('desk');

let running: RunningApp;

const visit = (name: string) =>
  running.page
    .getByRole('navigation', { name: '主导航' })
    .getByRole('link', { name, exact: true })
    .click();

const shot = (name: string) =>
  running.page.screenshot({ path: join(process.env.TOUYAN_SHOTS ?? desk, `${name}.png`) });

const restart = async () => {
  await running.close();
  running = await startApp(profile);
  await running.page.getByRole('navigation', { name: '主导航' }).waitFor();
};

/** Adds a task by its dialog. */
const addTask = async (title: string) => {
  const { page } = running;
  await page.getByRole('button', { name: '新增任务' }).first().click();
  await page.getByRole('textbox', { name: '任务', exact: true }).fill(title);
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
};

const tasks = async (): Promise<string[]> => {
  await visit('工作任务');
  await running.page.getByRole('heading', { name: '工作任务' }).waitFor();
  const names = await running.page
    .getByRole('button', { name: /^任务[甲乙丙丁戊]/ })
    .allTextContents();
  return names.map((name) => name.trim()).sort();
};

/** Presses keys and waits for what the window says of it. */
const press = async (keys: string, said: string) => {
  const { page } = running;
  for (const old of await page.locator('.ty-notice button').filter({ hasText: '×' }).all()) {
    await old.click().catch(() => undefined);
  }
  await page.locator('body').press(keys);
  await page.getByText(said).last().waitFor();
};

beforeAll(async () => {
  running = await startApp(profile);
  await running.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768);
  });
  const { page } = running;
  await page.getByRole('button', { name: '建立本单位' }).click();
  await page.getByLabel('单位全称').fill('云溪县档案服务中心');
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByLabel('姓名 1').fill('王镕');
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('radio', { name: '王镕' }).check();
  await page.getByRole('button', { name: '完成' }).click();
});

afterAll(async () => {
  await running.close();
  rmSync(profile, { recursive: true, force: true });
  rmSync(desk, { recursive: true, force: true });
});

describe('undo across restarts', () => {
  test('takes five actions back, does two again, and takes one of them back', async () => {
    await visit('工作任务');
    for (const title of ['任务甲', '任务乙', '任务丙', '任务丁', '任务戊']) await addTask(title);
    expect(await tasks()).toEqual(['任务丁', '任务丙', '任务乙', '任务戊', '任务甲'].sort());
    await restart();
    await visit('工作任务');
    for (let left = 4; left >= 0; left -= 1) {
      await press('Control+z', '已撤销：新增任务');
      await expect.poll(async () => (await tasks()).length).toBe(left);
    }
    // Founding the unit is no step of daily work.
    await press('Control+z', '没有可以撤销的操作');
    await press('Control+Shift+Z', '已恢复：新增任务');
    await expect.poll(tasks).toEqual(['任务甲']);
    await press('Control+y', '已恢复：新增任务');
    await expect.poll(tasks).toEqual(['任务乙', '任务甲'].sort());
    await restart();
    expect(await tasks()).toEqual(['任务乙', '任务甲'].sort());
    await press('Control+z', '已撤销：新增任务');
    await expect.poll(tasks).toEqual(['任务甲']);
    await restart();
    expect(await tasks()).toEqual(['任务甲']);
    await press('Control+Shift+Z', '已恢复：新增任务');
    await expect.poll(tasks).toEqual(['任务乙', '任务甲'].sort());
  });
});

describe('the history', () => {
  test('brings an old value back from the timeline of a record', async () => {
    const { page } = running;
    await visit('工作任务');
    await page.getByRole('button', { name: '任务甲' }).click();
    await page.getByRole('textbox', { name: '目标', exact: true }).fill('三万页');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '任务甲' }).click();
    await page.getByRole('textbox', { name: '目标', exact: true }).fill('五万页');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '任务甲' }).click();
    await page.getByRole('button', { name: '历史', exact: true }).click();
    const timeline = page.getByRole('dialog', { name: '任务甲 的历史' });
    await timeline.getByText('三万页').first().waitFor();
    await shot('timeline');
    await timeline.getByRole('button', { name: '恢复为此值：目标 三万页' }).click();
    await page.getByText('已恢复“目标”。').first().waitFor();
    await timeline.getByText('恢复历史值').waitFor();
    await timeline.getByRole('button', { name: '关闭' }).click();
    // The dialog below stayed open and was not saved by that.
    await page
      .getByRole('dialog', { name: '修改任务' })
      .getByRole('button', { name: '取消' })
      .click();
    await page.getByRole('button', { name: '任务甲' }).click();
    const goal = page.getByRole('textbox', { name: '目标', exact: true });
    expect(await goal.inputValue()).toBe('三万页');
    await page.getByRole('button', { name: '取消' }).click();
  });

  test('brings a deleted task back from the recycle bin', async () => {
    const { page } = running;
    await visit('工作任务');
    await page.getByRole('button', { name: '任务乙' }).click();
    await page.getByRole('button', { name: '删除', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await visit('历史记录');
    await page.getByRole('radio', { name: '回收站' }).check();
    const bin = page.getByRole('table', { name: '已删除的内容' });
    await bin.getByRole('checkbox', { name: '选择 任务乙' }).check();
    await bin
      .getByRole('row', { name: /任务乙/ })
      .getByText('王镕')
      .waitFor();
    await shot('bin');
    await page.getByRole('button', { name: '恢复选中的1项' }).click();
    await page.getByText('已恢复1项。').first().waitFor();
    expect(await tasks()).toContain('任务乙');
  });

  test('lists all changes, filtered by person, month, kind and text', async () => {
    const { page } = running;
    await visit('历史记录');
    const list = page.getByRole('table', { name: '改动清单，最近的在前' });
    await list.getByText('从回收站恢复').waitFor();
    const counted = async () =>
      Number(/\d+/.exec((await page.getByRole('status').first().textContent()) ?? '')?.[0]);
    const all = await counted();
    expect(all).toBeGreaterThan(15);
    await list
      .getByRole('row', { name: /从回收站恢复/ })
      .getByRole('button')
      .click();
    await list.getByText('任务乙').last().waitFor();
    await shot('changes');
    await page.getByLabel('内容类别').selectOption({ label: '任务' });
    await expect.poll(counted).toBeLessThan(all);
    await page.getByLabel('查找').fill('任务甲');
    await expect.poll(counted).toBeLessThan(12);
    await page.getByLabel('操作人').selectOption({ label: '王镕' });
    const month = await page.getByLabel('操作月份').locator('option').nth(1).getAttribute('value');
    await page.getByLabel('操作月份').selectOption(month ?? '');
    await expect.poll(counted).toBeGreaterThan(3);
    await shot('filtered');
    await page.getByLabel('查找').fill('没有这样的内容');
    await page.getByText('没有符合条件的改动').waitFor();
    await page.getByRole('button', { name: '清除筛选' }).click();
    await expect.poll(counted).toBe(all);
  });

  test('of a whole unit scrolls to the first day, and opens a record there', async () => {
    const { page, app } = running;
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768);
    });
    await visit('首页');
    await page.evaluate(() => window.touyan.call('workspace.openSample', null));
    await page.reload();
    await visit('历史记录');
    const list = page.getByRole('table', { name: '改动清单，最近的在前' });
    await list.getByRole('button').first().waitFor();
    await shot('sample');
    const frame = page.locator('.ty-history-frame');
    await list.getByRole('button').nth(3).click();
    await list.getByRole('button', { name: '历史' }).first().waitFor();
    await frame.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await list.getByText('建立单位').waitFor();
    expect(await list.getByRole('row').count()).toBeLessThan(60);
    await frame.evaluate((element) => element.scrollTo(0, 0));
    await list.getByRole('button', { name: '历史' }).first().waitFor();
    await shot('sample-open');
    await list.getByRole('button', { name: '历史' }).first().click();
    await page.getByRole('dialog').waitFor();
    await shot('sample-timeline');
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
  });

  test('makes no request and no complaint', async () => {
    expect(running.complaints).toEqual([]);
    expect(await refusedRequests(running.app)).toBe(0);
  });
});
