import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bringAxe, overflow, violations } from './accessibility';
import { chooseWhereToSave, newFolder, type RunningApp, startApp } from './app';

const profile = newFolder('targets');
const name = '档案数字化页数';
let running: RunningApp;

const visit = async (hash: string): Promise<void> => {
  const { page } = running;
  await page.evaluate((next) => {
    window.location.hash = next;
  }, `#/${hash}`);
  await page.locator('.ty-page-head h1').waitFor();
};

beforeAll(async () => {
  running = await startApp(profile, '2026-11-24');
  const { app, page } = running;
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768);
  });
  await page.getByRole('button', { name: '看看示例单位' }).click();
  await page.getByRole('navigation', { name: '主导航' }).waitFor();
  await bringAxe(page);
});

afterAll(async () => {
  await running.close();
  rmSync(profile, { recursive: true, force: true });
});

/** Like violations, after the charts are there. */
const isFine = async (): Promise<void> => {
  await running.page.waitForTimeout(600);
  expect(await violations(running.page)).toEqual([]);
  expect(await overflow(running.page)).toBeLessThanOrEqual(0);
};

describe('a target from plan to chart to record', () => {
  test('is planned by hand and measured', async () => {
    const { page } = running;
    await visit('targets');
    await page.getByRole('button', { name: '新增目标' }).click();
    const dialog = page.getByRole('dialog', { name: '新增目标' });
    await dialog.getByRole('textbox', { name: '目标名称' }).fill(name);
    await dialog.getByRole('textbox', { name: '目标值' }).fill('1000');
    await dialog.getByLabel('计量单位').fill('页');
    await dialog.getByLabel('分月方式').selectOption('hand');
    await dialog.getByLabel('10月').first().fill('60');
    await dialog.getByLabel('11月').first().fill('20');
    await dialog.getByLabel('12月').first().fill('20');
    await dialog.getByLabel('12月').first().press('Tab');
    await dialog.getByText('各月合计100，按比例对应全年目标1000。').waitFor();
    await dialog.getByLabel('10月').last().fill('540');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
    const row = page.getByRole('row', { name: new RegExp(name) });
    await row.getByText('滞后').waitFor();
    await row.getByText('600页', { exact: true }).waitFor();
    await row.getByText('900页，完不成').waitFor();
  });

  test('is found in its chart, which opens it by keyboard', async () => {
    const { page } = running;
    const mark = page.getByRole('button', { name: new RegExp(`^${name} 54%`) });
    await mark.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name, level: 1 }).waitFor();
    await page
      .getByText('截至10月完成540页，目标1000页，完成率54%；同期计划600页。年底预计900页')
      .first()
      .waitFor();
    await page.getByText('余下2个月，每月至少完成230页。').first().waitFor();
    await isFine();
  });

  test('a point of its chart leads to the value, which is corrected; the old one is kept', async () => {
    const { page } = running;
    await page.getByRole('button', { name: /^10月 完成 540页/ }).press('Enter');
    const dialog = page.getByRole('dialog', { name: `填报数值：${name}` });
    // The month of the point is the one to type into.
    await dialog.locator('input:focus').waitFor();
    expect(await dialog.getByLabel('10月').evaluate((field) => field.matches(':focus'))).toBe(true);
    await dialog.getByLabel('10月').fill('640');
    await dialog.getByLabel('11月').fill('200');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.getByText('更正：10月 540页 → 640页').waitFor();
    await dialog.getByText('请写明更正原因').waitFor();
    await dialog.getByRole('textbox', { name: '更正原因' }).fill('漏计一批，补报');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(/^10月：540页 → 640页，/).waitFor();
    await page.getByText('年底预计1050页').first().waitFor();
  });

  test('its goal is raised within the year, and what was judged before stays', async () => {
    const { page } = running;
    await page.getByRole('button', { name: '调整目标' }).click();
    const dialog = page.getByRole('dialog', { name: '调整目标' });
    await dialog.getByLabel('新目标值').fill('1400');
    await dialog.getByLabel('调整依据').fill('局务会纪要第12号');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('自11月起调整为1400页（局务会纪要第12号）').waitFor();
    const october = page.getByRole('row', { name: /^10月/ });
    await october.getByText('达到进度').waitFor();
    const november = page.getByRole('row', { name: /^11月/ });
    await november.getByText('滞后').waitFor();
  });

  test('a reminder rests on it and stands in the ledger of its leader', async () => {
    const { page } = running;
    await page.getByRole('button', { name: '登记奖惩追责' }).click();
    const dialog = page.getByRole('dialog', { name: '登记奖惩追责' });
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.getByText('请填写对象、所据目标或任务、制度依据、决定和日期。').waitFor();
    await dialog.getByRole('combobox', { name: '对象' }).fill('薛玥');
    await page.getByRole('option', { name: '薛玥' }).click();
    await dialog.getByRole('textbox', { name: '制度依据' }).fill('考核办法第九条');
    await dialog.getByRole('textbox', { name: '决定（一句话）' }).fill('书面提醒，年底前赶上进度');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
    await visit('targets?month=2026-11&view=consequences');
    const line = page.getByRole('row', { name: /^薛玥/ }).first();
    await line.getByText(/提醒 [12]/).waitFor();
    await page.getByRole('row', { name: /书面提醒，年底前赶上进度/ }).waitFor();
    await page.getByText('单项得分为序时完成率').waitFor();
    await isFine();
  });

  test('the unit sets the formula of the score', async () => {
    const { page } = running;
    await page.getByRole('button', { name: '设定计分办法' }).click();
    const dialog = page.getByRole('dialog', { name: '设定计分办法' });
    await dialog.getByLabel('每缺报1个月扣分').fill('2');
    await dialog.getByLabel('每缺报1个月扣分').press('Tab');
    await dialog.getByText('每缺报1个月扣2分').waitFor();
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('每缺报1个月扣2分').waitFor();
  });
});

describe('the charts of all targets', () => {
  test('each says in a sentence what it shows, and has its table', async () => {
    const { page } = running;
    await visit('targets?month=2026-10&view=charts');
    for (const title of ['总体进度', '比上月变化', '分组对比', '各月完成情况']) {
      await page.getByRole('figure', { name: title }).waitFor();
    }
    await page.getByText(/^总完成率由9月的[\d.]+%变为10月的[\d.]+%/).waitFor();
    for (const title of ['总体进度', '比上月变化', '分组对比']) {
      await page.getByRole('button', { name: `看数据表：${title}` }).click();
      await page.getByRole('table', { name: title }).waitFor();
    }
    await isFine();
  });

  test('a cell of the heat map leads to the target in that month, by arrows and Enter', async () => {
    const { page } = running;
    const map = page.getByRole('grid', { name: '各月完成情况' });
    await map.getByRole('gridcell', { name: /^营造林面积，截至1月/ }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '营造林面积', level: 1 }).waitFor();
    await page
      .getByText(/^截至3月完成/)
      .first()
      .waitFor();
    await page.getByRole('link', { name: '返回' }).click();
    await page.getByRole('figure', { name: '各月完成情况' }).waitFor();
  });

  test('a group leads to its targets', async () => {
    const { page } = running;
    await page.getByLabel('分组', { exact: true }).selectOption('mechanism');
    await page.getByRole('button', { name: '教育培训机制' }).first().click();
    await page.getByText('只看“教育培训机制”').waitFor();
    await page.getByRole('row', { name: /林业技术下乡场次/ }).waitFor();
    expect(await page.getByRole('row', { name: /营造林面积/ }).count()).toBe(0);
  });

  test('is saved as a picture and copied to the clipboard', async () => {
    const { page, app } = running;
    await visit('targets?month=2026-10&view=charts');
    const file = join(profile, '各月完成情况.png');
    await chooseWhereToSave(app, file);
    await page.getByRole('button', { name: '存为图片：各月完成情况' }).click();
    await page.getByText(/^图片已保存/).waitFor();
    const written = readFileSync(file);
    expect(written.subarray(1, 4).toString()).toBe('PNG');
    // Width and height stand at the head of a PNG: twice the page's own, with a margin.
    expect(written.readUInt32BE(16)).toBeGreaterThan(1800);
    expect(written.readUInt32BE(20)).toBeGreaterThan(1500);
    await page.getByRole('button', { name: '复制图片：总体进度' }).click();
    await page.getByText('图片已复制').waitFor();
    // The runtime of tests reads pictures the way of Electron 33, which the types no longer know.
    const size = await app.evaluate(({ clipboard }) =>
      Reflect.get(clipboard, 'readImage').call(clipboard).getSize(),
    );
    expect(size.width).toBeGreaterThan(1800);
    expect(running.complaints).toEqual([]);
  });
});
