import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { overflow } from './accessibility';
import { foundUnit, newFolder, type RunningApp, startApp } from './app';

const profile = newFolder('tasks');
let running: RunningApp;

const start = async (today: string): Promise<void> => {
  running = await startApp(profile, today);
  await running.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768);
  });
};

const visit = async (hash: string): Promise<void> => {
  await running.page.evaluate((next) => {
    window.location.hash = next;
  }, `#/${hash}`);
  await running.page.locator('.ty-page-head h1').waitFor();
};

const openTask = async (title: string) => {
  await running.page.getByRole('button', { name: title, exact: true }).click();
  return running.page.getByRole('dialog', { name: '修改任务' });
};

beforeAll(async () => {
  await start('2026-11-02');
  await foundUnit(running, ['王镕', '李敏']);
});

afterAll(async () => {
  await running.close();
  rmSync(profile, { recursive: true, force: true });
});

describe('a piece of work from outline to closing', () => {
  test('is typed as an outline, shown as read, and becomes a tree', async () => {
    const { page } = running;
    await visit('tasks?month=2026-11&scope=year');
    await page.getByRole('button', { name: '分解任务' }).click();
    const dialog = page.getByRole('dialog', { name: '分解任务' });
    const area = dialog.getByRole('textbox', { name: /每行一项任务/ });
    await area.fill('完成绿化任务｜4.2万亩｜2026-12-20｜王镕｜李敏\n秋季造林');
    // Tab indents the line that the cursor stands in.
    await page.keyboard.press('Tab');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('\t\t下达地块｜全部落实｜11月20日｜｜李敏');
    await dialog.getByText('共 3 项，五个明确齐全 2 项。').waitFor();
    await dialog.getByRole('row', { name: /秋季造林 2026年第四季度/ }).waitFor();
    await dialog.getByRole('button', { name: '生成 3 项任务' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page
      .getByRole('row', { name: /下达地块/ })
      .getByText('未下达')
      .waitFor();
    await page
      .getByRole('row', { name: /秋季造林/ })
      .getByText('缺目标、时限')
      .waitFor();
  });

  test('an unclear task is refused, clear ones are issued together', async () => {
    const { page } = running;
    await page.getByRole('checkbox', { name: '选择：秋季造林' }).check();
    await page.getByRole('toolbar').getByRole('button', { name: '下达' }).click();
    await page.getByText('五个明确不齐全，不能下达：目标、时限、具体负责人。').waitFor();
    await page.getByRole('toolbar').getByRole('button', { name: '全选' }).click();
    await page.getByRole('toolbar').getByRole('button', { name: '下达' }).click();
    await page.getByText('已下达 2 项任务。').first().waitFor();
    await page
      .getByRole('row', { name: /秋季造林/ })
      .getByText('未下达')
      .waitFor();
    await page
      .getByRole('row', { name: /下达地块/ })
      .getByText('未到期')
      .waitFor();
  });

  test('progress is reported; its deadline can no longer be written over', async () => {
    const { page } = running;
    const dialog = await openTask('下达地块');
    await expect(dialog.getByLabel('时限').getAttribute('readonly')).resolves.not.toBeNull();
    await dialog.getByLabel('本次进度（%）').fill('40');
    await dialog.getByLabel('进展情况').fill('已落实5个乡镇');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('row', { name: /下达地块.*40%/ }).waitFor();
    // Nothing was said of the tasks above: they stand where their parts do.
    await page.getByRole('row', { name: /秋季造林.*按下级任务汇总 40%.*40%/ }).waitFor();
    await page.getByRole('row', { name: /完成绿化任务.*按下级任务汇总 40%/ }).waitFor();
  });

  test('three weeks later it is overdue, is put off with reason and approver', async () => {
    await running.close();
    await start('2026-11-23');
    const { page } = running;
    await visit('tasks?month=2026-11');
    await page
      .getByRole('row', { name: /下达地块/ })
      .getByText('已逾期')
      .waitFor();
    let dialog = await openTask('下达地块');
    await dialog.getByRole('button', { name: '延期', exact: true }).click();
    dialog = page.getByRole('dialog', { name: '延期：下达地块' });
    await dialog.getByText('原时限 2026年11月20日').waitFor();
    await dialog.getByRole('button', { name: '延期', exact: true }).click();
    await dialog.getByText('请填写事由。').waitFor();
    await dialog.getByText('请选择批准人。').waitFor();
    await dialog.getByText('新时限要晚于现在的时限。').waitFor();
    await dialog.getByLabel('事由').fill('连续降雨，外业无法开展');
    await dialog.getByRole('textbox', { name: '新时限' }).fill('2026年12月10日');
    await dialog.getByLabel('批准人').selectOption({ index: 1 });
    await dialog.getByRole('button', { name: '延期', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    const row = page.getByRole('row', { name: /下达地块/ });
    await row.getByText('12月10日').waitFor();
    await row.getByText('原时限 11月20日').waitFor();
    await row.getByText('滞后').waitFor();
  });

  test('is closed with what was achieved, and not without', async () => {
    const { page } = running;
    let dialog = await openTask('下达地块');
    await dialog.getByText('连续降雨，外业无法开展').waitFor();
    // What is reported before one goes on to closing is kept.
    await dialog.getByLabel('本次进度（%）').fill('90');
    await dialog.getByRole('button', { name: '销号', exact: true }).click();
    await page.locator('tr', { hasText: '下达地块' }).getByText('90%').waitFor();
    dialog = page.getByRole('dialog', { name: '销号：下达地块' });
    await dialog.getByRole('button', { name: '销号', exact: true }).click();
    await dialog.getByText('销号要有依据：请填写完成情况或添加佐证材料。').waitFor();
    await dialog.getByLabel('完成情况').fill('12个乡镇地块全部落实');
    await dialog.getByRole('button', { name: '销号', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await page
      .getByRole('row', { name: /下达地块/ })
      .getByText('已完成')
      .waitFor();
  });
});

describe('the same tasks in other views, by keyboard', () => {
  test('on the board arrows move, Ctrl+→ goes to closing, Enter opens', async () => {
    const { page } = running;
    await visit('tasks?month=2026-11&scope=year&view=board');
    const column = (name: string) => page.getByRole('region', { name });
    await column('未下达 1 项')
      .getByRole('button', { name: /秋季造林/ })
      .focus();
    await page.keyboard.press('ArrowRight');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent ?? ''))
      .toContain('完成绿化任务');
    await page.keyboard.press('Control+ArrowRight');
    await page.getByRole('dialog', { name: '销号：完成绿化任务' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: '修改任务' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await overflow(running.page)).toBeLessThanOrEqual(0);
  });

  test('on the timeline Ctrl+→ puts an issued task off', async () => {
    const { page } = running;
    await visit('tasks?month=2026-11&scope=year&view=timeline');
    const list = page.getByRole('list', { name: '进度图' });
    await list.getByRole('button', { name: /^完成绿化任务：/ }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Control+ArrowRight');
    const dialog = page.getByRole('dialog', { name: '延期：完成绿化任务' });
    const day = dialog.getByRole('textbox', { name: '新时限' });
    await expect(day.inputValue()).resolves.toBe('2026-12-21');
    // The reason has the focus; nothing here needs a mouse.
    await page.keyboard.insertText('后期管护要到年底');
    await dialog.getByLabel('批准人').focus();
    await page.keyboard.press('ArrowDown');
    await dialog.getByRole('button', { name: '延期', exact: true }).focus();
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await list.getByRole('button', { name: /^完成绿化任务：.*12月21日/ }).waitFor();
    expect(await overflow(running.page)).toBeLessThanOrEqual(0);
  });

  test('a filter is kept under a name; a gap in charge is set and goes on the card', async () => {
    const { page } = running;
    await visit('tasks?month=2026-11&scope=year&view=list&state=closed');
    await page.getByRole('button', { name: '保存筛选' }).click();
    const naming = page.getByRole('dialog', { name: '保存筛选' });
    await naming.getByLabel('筛选名称').fill('已办结');
    await naming.getByRole('button', { name: '保存' }).click();
    await page.getByRole('button', { name: '清除筛选' }).click();
    await page.getByLabel('常用筛选').selectOption('已办结');
    await expect.poll(() => page.getByRole('row').count()).toBe(2);
    await visit('tasks?month=2026-11&view=charges');
    const row = page.getByRole('row', { name: /李敏/ });
    await row.getByText('未明确').first().waitFor();
    // From the gap of the line to that of the point by arrow; Enter opens, Escape leaves it a gap.
    await row.getByRole('button', { name: '李敏的工作线：未明确' }).focus();
    await page.keyboard.press('ArrowRight');
    const point = () => row.getByRole('button', { name: /^李敏的联系点/ });
    for (const [key, left] of [
      ['Escape', '李敏的联系点：未明确'],
      ['Enter', '李敏的联系点：云溪镇东坪村'],
    ] as const) {
      await page.keyboard.press('Enter');
      await page.keyboard.insertText('云溪镇东坪村');
      await page.keyboard.press(key);
      await expect.poll(() => point().getAttribute('aria-label')).toBe(left);
      await expect.poll(() => point().evaluate((it) => it === document.activeElement)).toBe(true);
    }
    await page.keyboard.press('Control+z');
    await row.getByRole('button', { name: '李敏的联系点：未明确' }).waitFor();
    await page.keyboard.press('Control+y');
    await row.getByRole('button', { name: '李敏的联系点：云溪镇东坪村' }).waitFor();
    // The same table stands under its mechanism.
    await visit('mechanisms?section=M2&view=charges&month=2026-11');
    await row.getByRole('button', { name: '李敏的联系点：云溪镇东坪村' }).waitFor();
    await row.getByRole('link', { name: '责任卡' }).click();
    await page.getByText('云溪镇东坪村').first().waitFor();
    expect(running.complaints).toEqual([]);
  });
});
