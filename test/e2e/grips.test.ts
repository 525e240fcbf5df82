import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newFolder, type RunningApp, startApp } from './app';

const profile = newFolder('grips');
let running: RunningApp;

/** Shows a view of a section in November 2026. */
const view = async (section: string, name: string): Promise<void> => {
  const { page } = running;
  await page.evaluate((next) => {
    window.location.hash = next;
  }, `#/mechanisms?month=2026-11&section=${section}&view=${name}`);
  await page.locator('.ty-view-head').first().waitFor();
};

const table = (name: string | RegExp) => running.page.getByRole('table', { name });

beforeAll(async () => {
  running = await startApp(profile, '2026-11-24');
  const { page } = running;
  await page.getByRole('button', { name: '看看示例单位' }).click();
  await page.getByRole('navigation', { name: '主导航' }).waitFor();
});

afterAll(async () => {
  await running.close();
  rmSync(profile, { recursive: true, force: true });
});

describe('theory study', () => {
  test('a required task is ticked off for all, and is done; undo takes it back', async () => {
    const { page } = running;
    await view('G1', 'study');
    const row = table('规定学习任务').getByRole('row').filter({ hasText: '未到期' }).last();
    const [completed = '', required = ''] = (await row.locator('td').nth(4).innerText()).split(
      ' / ',
    );
    expect(Number(completed)).toBeLessThan(Number(required));
    const title = await row.getByRole('link').innerText();
    const lines = table('规定学习任务').getByRole('row').filter({ hasText: title });
    await row.getByRole('button', { name: /^登记完成/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '全选' }).click();
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await lines.last().innerText()).toContain(`${required} / ${required}`);
    expect(await lines.last().innerText()).toContain('已完成');
    await page.getByRole('button', { name: '撤销' }).click();
    await lines.last().getByText(`${completed} / ${required}`).waitFor();
  });

  test('who makes up for a session gets its hours', async () => {
    const { page } = running;
    await view('G1', 'study');
    const session = table('集中学和分组学')
      .getByRole('row')
      .filter({ hasText: '集中学' })
      .filter({ has: page.getByRole('button', { name: /^补学/ }) })
      .first();
    const cells = session.locator('td');
    const hours = Number(await cells.nth(3).innerText());
    const who = (await cells.nth(4).innerText()).split('、')[0] ?? '';
    const own = table('个人学时').getByRole('row').filter({ hasText: who }).locator('td').first();
    const owed = (await cells.nth(5).innerText()).includes(who);
    const before = Number(await own.innerText());
    await session.getByRole('button', { name: /^补学/ }).click();
    const dialog = page.getByRole('dialog');
    const box = dialog.getByRole('checkbox', { name: new RegExp(`^${who}`) });
    expect(await box.isChecked()).toBe(!owed);
    await box.click();
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(Number(await own.innerText())).toBe(owed ? before + hours : before - hours);
  });

  test('a habit is noted in a line, and counted for its week', async () => {
    const { page } = running;
    await view('G1', 'habits');
    const week = '11月23日 至 11月29日';
    const tick = page.getByRole('checkbox', { name: `已做到：先学一步，${week}` });
    expect(await tick.isChecked()).toBe(false);
    await page.getByLabel(`做了什么：先学一步，${week}`).fill('中心组材料提前两天读完');
    await page.keyboard.press('Enter');
    await page.getByText('已记下：先学一步').waitFor();
    expect(await tick.isChecked()).toBe(true);
    await page.getByRole('button', { name: '写入自评依据' }).click();
    await page.getByText('已写入2026年11月自评草稿的依据。').waitFor();
    await page.getByText('只存于这台电脑，不进数据包，不汇总，不评比。').waitFor();
  });
});

describe('rules', () => {
  test('a rule gets a new version, and the one before stays in its history', async () => {
    const { page } = running;
    await view('G2', 'rules');
    const row = table('制度一览').getByRole('row').filter({ hasText: '公文处理办法' });
    const versions = await row.getByRole('listitem').count();
    await row.getByRole('button', { name: '办理：公文处理办法' }).click();
    const dialog = page.getByRole('dialog', { name: '制度办理：公文处理办法' });
    await dialog.getByRole('radio', { name: '修订，出新版本' }).check();
    expect(await dialog.getByLabel('新版本', { exact: true }).inputValue()).toBe('2026年版');
    await dialog.getByLabel('新文号').fill('青林发〔2026〕88号');
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByText('已出新版本：公文处理办法').waitFor();
    expect(await row.getByRole('listitem').count()).toBe(versions + 1);
    expect(await row.innerText()).toMatch(/未到期[\s\S]*青林发〔2026〕88号[\s\S]*现行/);
  });

  test('a category leads to its rules, and a review in time is told', async () => {
    const { page } = running;
    await view('G2', 'rules');
    await table('六类制度覆盖').getByRole('button', { name: '财务管理' }).click();
    const rows = table('制度一览').getByRole('row').filter({ hasText: '财务管理' });
    expect(await table('制度一览').getByRole('row').count()).toBe((await rows.count()) + 1);
    await rows.first().getByRole('button', { name: /^办理/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByText(/^已复审：/).waitFor();
    expect(await rows.first().innerText()).toMatch(/未到期[\s\S]*2027年11月/);
  });

  test('a plain unit is told that contents of reports are not kept', async () => {
    const { page } = running;
    await view('G2', 'reports');
    await page
      .getByRole('button', { name: /^报告内容：/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('本单位数据没有加密，只能记是否报告和日期。').waitFor();
    expect(await dialog.getByRole('textbox').count()).toBe(0);
    await page.keyboard.press('Escape');
  });
});

describe('activity days', () => {
  test('the year is planned at one sitting', async () => {
    const { page } = running;
    await view('G3', 'branch');
    await page.getByRole('button', { name: '编制全年安排' }).click();
    const dialog = page.getByRole('dialog', { name: '2026 年党员活动日安排' });
    await dialog.getByLabel('12月主题').fill('12月主题党日：年终总结谈心');
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByText('全年安排已保存：12 次。').waitFor();
    await table('支部全年活动日').getByText('12月主题党日：年终总结谈心').waitFor();
  });

  test('five steps are walked through, and the measures become tasks', async () => {
    const { page } = running;
    await view('G3', 'steps');
    const start = page.getByRole('button', { name: /^开始五步：/ }).first();
    const name = (await start.innerText()).trim();
    await start.click();
    const dialog = page.getByRole('dialog', { name: `党员五步：${name}` });
    await dialog.getByLabel('岗位和承诺').fill('挂牌上岗，服务不过夜');
    await dialog.getByRole('button', { name: '下一步' }).click();
    await dialog.getByLabel('差距是什么').fill('到联系户次数少');
    await dialog.getByRole('button', { name: '下一步' }).click();
    await dialog.getByLabel('达到什么目标').fill('每月到户一次');
    await dialog.getByRole('textbox', { name: '什么时候达到' }).click();
    await page.keyboard.type('12月25日');
    await dialog.getByRole('button', { name: '下一步' }).click();
    await dialog.getByLabel('用什么措施').fill('1. 每月走访联系户\n2. 建立服务台账');
    await dialog.getByText('把新措施转为任务（2 项）').waitFor();
    const leader = dialog.getByRole('combobox', { name: '任务的牵头领导' });
    if ((await leader.inputValue()) === '') {
      await leader.pressSequentially('毛喆');
      await page.getByRole('option', { name: /毛喆/ }).click();
    }
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByText(`已保存${name}的五步，新增任务 2 项。`).waitFor();
    const row = table(/党员五步$/)
      .getByRole('row')
      .filter({ hasText: '到联系户次数少' });
    expect(await row.innerText()).toContain('0/2 项已办结');
    await page.evaluate(() => {
      window.location.hash = '#/tasks?month=2026-12';
    });
    const task = page.getByRole('row', { name: /每月走访联系户/ });
    await task.getByText('齐全').waitFor();
    await task.getByText('未到期').waitFor();
  });

  test('nothing complained', () => {
    expect(running.complaints).toEqual([]);
  });
});
