import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  chooseFile,
  chooseWhereToSave,
  newFolder,
  type RunningApp,
  refusedRequests,
  startApp,
} from './app';

const unit = '云溪县档案服务中心';
const leaders = ['王镕', '李喆', '张堃'] as const;
const task = '完成馆藏文书档案数字化三万页';
const target = '查阅接待办结率';

const profile = newFolder('main-path');
const secondProfile = newFolder('second-pc');
const pdf = join(profile, '小结.pdf');
const packageFile = join(profile, '单位.touyan');

let running: RunningApp;

const visit = (name: string) =>
  running.page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name }).click();

const heading = (name: string) => running.page.getByRole('heading', { name, level: 1 });

beforeAll(async () => {
  running = await startApp(profile);
});

afterAll(async () => {
  await running.close();
  rmSync(profile, { recursive: true, force: true });
  rmSync(secondProfile, { recursive: true, force: true });
});

describe('from first start to a printed monthly summary', () => {
  test('the wizard names the unit, enters three leaders and says whose PC this is', async () => {
    const { page } = running;
    await page.getByRole('button', { name: '建立本单位' }).click();
    await page.getByRole('button', { name: '下一步' }).click();
    await expect(page.getByText('请填写单位全称。').isVisible()).resolves.toBe(true);
    await page.getByLabel('单位全称').fill(unit);
    await page.keyboard.press('Enter');
    // A post of nobody is asked about, not dropped.
    await page.getByLabel('职务 2').fill('副主任');
    await page.getByLabel('姓名 1').fill(leaders[0]);
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByText('第 2 行没有姓名。').waitFor();
    for (const [index, name] of leaders.entries()) {
      await page.getByLabel(`姓名 ${index + 1}`).fill(name);
      await page.getByLabel(`职务 ${index + 1}`).fill(index === 0 ? '主任' : '副主任');
    }
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('radio', { name: leaders[0] }).check();
    await page.getByRole('button', { name: '完成' }).click();
    await heading('2026年11月').waitFor();
  });

  test('one leader rates all 11 dimensions by keyboard and submits', async () => {
    const { page } = running;
    await visit('班子自评');
    const stops = page.locator('[data-rating-row]');
    await page.locator('[data-rating-row="W5"]').waitFor();
    // A dimension's own choice stands before its rows, and is passed over here.
    const areRows = await stops.evaluateAll((all) =>
      all.map((stop) => !stop.hasAttribute('data-rating-whole')),
    );
    expect(areRows.filter(Boolean)).toHaveLength(45);
    await stops.first().getByRole('radio').first().focus();
    const began = Date.now();
    let rated = 0;
    for (const isRow of areRows) {
      if (isRow) {
        await page.keyboard.press(rated % 3 === 0 ? '2' : '1');
        rated += 1;
      }
      await page.keyboard.press('Enter');
    }
    console.log(`45 rows by keyboard: ${((Date.now() - began) / 1000).toFixed(1)} s`);
    await page.getByText('已评 45 项').waitFor();
    await page.getByText('11 个方面中已评 11 个').waitFor();
    await page.getByRole('button', { name: '提交自评' }).click();
    await page.getByText('已提交。如需修改，请先撤回。').waitFor();
  });

  test('a check item is ticked, undone by keyboard, and ticked with date and note', async () => {
    const { page } = running;
    await visit('机制抓手');
    await page.getByRole('button', { name: '打勾：梳理能力短板清单' }).click();
    await page.getByText('已办：梳理能力短板清单').waitFor();
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: '打勾：梳理能力短板清单' }).waitFor();
    await page.getByRole('button', { name: '记录：梳理能力短板清单' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('办理说明').fill('列出短板四条，逐条明确责任人');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('列出短板四条，逐条明确责任人').waitFor();
  });

  test('a task gets its five clarities', async () => {
    const { page } = running;
    await visit('工作任务');
    await page.getByRole('button', { name: '新增任务' }).click();
    const dialog = page.getByRole('dialog', { name: '新增任务' });
    await dialog.getByRole('textbox', { name: '任务', exact: true }).fill(task);
    await dialog.getByRole('textbox', { name: '目标' }).fill('三万页');
    await dialog.getByLabel('牵头领导').selectOption({ label: '李喆 副主任' });
    await dialog.getByRole('combobox', { name: '具体负责人' }).fill('张');
    await page.getByRole('option', { name: /张堃/ }).click();
    await dialog.getByRole('textbox', { name: '时限' }).click();
    await page.keyboard.type('2026.11.28');
    await dialog.getByRole('button', { name: '下达' }).click();
    await dialog.waitFor({ state: 'detached' });
    const row = page.getByRole('row', { name: new RegExp(task) });
    await row.getByText('齐全').waitFor();
    await row.getByText('11月28日').waitFor();
  });

  test('a target gets a measurement and its chart', async () => {
    const { page } = running;
    await visit('目标落实');
    await page.getByRole('button', { name: '新增目标' }).click();
    const dialog = page.getByRole('dialog', { name: '新增目标' });
    await dialog.getByRole('textbox', { name: '目标名称' }).fill(target);
    await dialog.getByRole('textbox', { name: '目标值' }).fill('９８');
    await dialog.getByLabel('计量单位').fill('%');
    await dialog.getByLabel('计算方式').selectOption('point');
    await dialog.getByLabel('11月').fill('99.2');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: '截至2026年11月目标完成情况' }).waitFor();
    await page
      .getByRole('row', { name: new RegExp(target) })
      .getByText('99.2%', { exact: true })
      .waitFor();
  });

  test('the summary previews what was recorded and is written as a PDF', async () => {
    const { page, app } = running;
    await visit('单位设置');
    await page.getByLabel('评分方式').selectOption('hundred');
    await page.getByText('已保存。').first().waitFor();
    await visit('文书材料');
    const paper = page.locator('.paper-page');
    await paper.first().waitFor();
    const shown = (await paper.allTextContents()).join('').replace(/\s/g, '');
    expect(shown).toContain(`${unit}2026年11月工作总结`);
    expect(shown).toContain(task);
    expect(shown).toContain(target);
    await chooseWhereToSave(app, pdf);
    await page.getByRole('button', { name: /存为 PDF/ }).click();
    await page.getByText('已写出').waitFor();
    expect(existsSync(pdf)).toBe(true);
    const text = execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' });
    const plain = text.replace(/\s/g, '');
    expect(plain).toContain(unit);
    expect(plain).toContain(task);
    expect(plain).toContain(leaders[0]);
    // 30 rows at 95 and 15 at 80, one of each three in every dimension of three: 90.
    expect(plain).toMatch(/9\d(?:\.\d)?/);
    expect(plain).toContain('—1—');
    const info = execFileSync('pdfinfo', [pdf], { encoding: 'utf8' });
    expect(info).toMatch(/Page size:\s+59[45]\.\d+ x 84[12]\.\d+ pts \(A4\)/);
  });

  test('everything is there after a restart', async () => {
    expect(await refusedRequests(running.app)).toBe(0);
    expect(running.complaints).toEqual([]);
    await running.close();
    running = await startApp(profile);
    const { page } = running;
    await heading('2026年11月').waitFor();
    await page.getByText('3 人中已提交 1 人').waitFor();
    await visit('班子自评');
    await page.getByText('已评 45 项').waitFor();
    await visit('机制抓手');
    await page.getByText('列出短板四条，逐条明确责任人').waitFor();
    await visit('工作任务');
    await page.getByRole('row', { name: new RegExp(task) }).waitFor();
    await visit('目标落实');
    await page
      .getByRole('row', { name: new RegExp(target) })
      .getByText('99.2%', { exact: true })
      .waitFor();
  });

  test('the unit is exported to one file and set up on an empty PC from it', async () => {
    await chooseWhereToSave(running.app, packageFile);
    await visit('数据交换');
    await running.page.getByRole('button', { name: /^导出到/ }).click();
    await running.page.getByText('可以安全拔出U盘').waitFor();
    expect(await refusedRequests(running.app)).toBe(0);
    await running.close();

    running = await startApp(secondProfile);
    await chooseFile(running.app, packageFile);
    await running.page.getByRole('button', { name: '从数据包建立' }).click();
    await heading('2026年11月').waitFor();
    await visit('工作任务');
    await running.page.getByRole('row', { name: new RegExp(task) }).waitFor();
    await visit('班子自评');
    // The four rows on body and mind stay on their owner's PC.
    await running.page.getByText('已评 41 项').waitFor();
    expect(await refusedRequests(running.app)).toBe(0);
    expect(running.complaints).toEqual([]);
  });
});
