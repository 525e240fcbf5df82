import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseFile, newFolder, type RunningApp, startApp } from './app';

const profile = newFolder('rating');
const desk = newFolder('rating-desk');
const today = '2026-11-20';
let running: RunningApp;

const visit = async (hash: string): Promise<void> => {
  const { page } = running;
  await page.evaluate((next) => {
    window.location.hash = next;
  }, `#/${hash}`);
  await page.waitForTimeout(200);
};

/** A heat map whose cells lead on. */
const grid = (name: string) => running.page.getByRole('grid', { name });
const stands = () => running.page.getByRole('region', { name: '办理情况' });
const bodyRows = (name: string) => grid(name).locator('tbody tr');

beforeAll(async () => {
  running = await startApp(profile, today);
  await running.page.getByRole('button', { name: '看看示例单位' }).click();
  await running.page.getByRole('navigation', { name: '主导航' }).waitFor();
  await visit('settings');
  await running.page.getByLabel('评分方式').selectOption('four');
});

afterAll(async () => {
  await running.close();
  for (const folder of [profile, desk]) rmSync(folder, { recursive: true, force: true });
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
    for (let row = 0; row < 46; row += 1) {
      await page.keyboard.press(row % 4 === 0 ? '1' : '2');
      await page.keyboard.press('Enter');
    }
    console.log(`46 rows by keyboard: ${((Date.now() - began) / 1000).toFixed(1)} s`);
    await page.getByText('已评 46 项').waitFor();
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
    // The keys go on with the next record; words are kept by the Esc that closes.
    await page.keyboard.press('Enter');
    await expect.poll(() => dialog.getByRole('button', { name: /^取下/ }).count()).toBe(2);
    await dialog.getByLabel('文字说明').fill('到站点看了三次');
    await page.keyboard.press('Escape');
    await row.getByText('佐证 3').waitFor();
    expect(await row.getByText('还没有佐证').count()).toBe(0);
  });

  test('rests on a record that is dragged and on a file, each counted', async () => {
    const { page } = running;
    const row = page.locator('[data-rating-row="A1.2"]');
    await row.getByRole('button', { name: /^佐证/ }).click();
    const dialog = page.getByRole('dialog');
    const record = dialog.locator('li[draggable="true"]').first();
    const name = await record.getByRole('button').getAttribute('aria-label');
    await record.dragTo(dialog.getByRole('region', { name: '已选佐证' }));
    await dialog.getByRole('button', { name: name?.replace('选用', '取下') ?? '' }).waitFor();
    const photo = join(desk, '现场照片.jpg');
    writeFileSync(photo, '照片');
    await chooseFile(running.app, photo);
    await dialog.getByRole('button', { name: '添加文件' }).click();
    await dialog.getByText('现场照片.jpg').first().waitFor();
    await page.keyboard.press('Escape');
    await row.getByText('佐证 2').waitFor();
  });

  test('names measures that become tasks, and shows what became of the last ones', async () => {
    const { page } = running;
    const words = page.getByLabel('定措施');
    await words.fill('1. 到站点蹲点三天。\n2. 每周集中学习半天。');
    await words.blur();
    await page.getByRole('button', { name: '列为任务：到站点蹲点三天' }).click();
    await page.getByRole('link', { name: '已列为任务' }).waitFor();
    await page.getByRole('button', { name: '列为任务：每周集中学习半天' }).waitFor();
    await visit('rating?month=2026-12');
    const last = page.getByRole('region', { name: '上期措施落实情况' });
    await last.getByText('未列为任务').waitFor();
    await last.getByRole('link', { name: '在办，完成 0%' }).click();
    const title = page.getByRole('dialog').getByRole('textbox', { name: /^任务/ }).first();
    expect(await title.inputValue()).toBe('到站点蹲点三天');
    await page.keyboard.press('Escape');
    await visit('rating?month=2026-11');
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
    // The cells come once the lines are drawn.
    await bodyRows('各期得分').nth(19).waitFor();
    await page.getByRole('button', { name: /^组织运筹/ }).click();
    await page.getByText(/^组织运筹能力最近得分/).waitFor();
    await page.getByRole('button', { name: /^2026-10 组织运筹/ }).waitFor();
    await grid('各期得分').getByRole('gridcell').first().click();
    await page.locator('[data-rating-row]').first().waitFor();
  });

  test('show the spread of the team without body and mind', async () => {
    await visit('rating?month=2026-10&view=team');
    await grid('成员与各方面').waitFor();
    expect(await bodyRows('成员与各方面').count()).toBeGreaterThan(1);
    expect(await grid('成员与各方面').innerText()).not.toContain('身心承受');
  });
});

describe('the rows of the self-rating', () => {
  test('are the unit’s from a month on; the quarter of months is drilled down to a month', async () => {
    const { page } = running;
    await visit('rating?month=2026-12&view=indicators');
    await page.getByRole('button', { name: '增加指标：创新意识' }).click();
    await page.locator('[data-indicator="A5.101"] input:focus').waitFor();
    await page.keyboard.type('推行一件事一次办');
    await page.keyboard.press('Enter');
    await page.getByLabel('权重：推行一件事一次办').fill('2');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '停用：思想解放、破旧立新' }).click();
    await page.getByText('已停用').waitFor();
    await visit('rating?month=2026-12');
    await page.locator('[data-rating-row="A5.101"]').getByText('推行一件事一次办').waitFor();
    expect(await page.locator('[data-rating-row="A5.1"]').count()).toBe(0);

    await visit('rating?month=2026-12&view=quarter');
    await page.getByText(/^由10月、11月已提交的自评合成/).waitFor();
    await grid('2026年第四季度得分')
      .getByRole('gridcell', { name: /^10月 创新意识/ })
      .click();
    await page.locator('[data-rating-row="A5.1"]').waitFor();
    expect(await page.locator('[data-rating-row="A5.101"]').count()).toBe(0);
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
