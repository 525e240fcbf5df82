import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bringAxe, overflow, violations } from './accessibility';
import { newFolder, type RunningApp, startApp } from './app';

const profile = newFolder('mechanisms');
let running: RunningApp;

const visit = async (hash: string): Promise<void> => {
  const { page } = running;
  await page.evaluate((next) => {
    window.location.hash = next;
  }, `#/${hash}`);
  await page.locator('.ty-page-head h1').waitFor();
};

beforeAll(async () => {
  const holidays = { '2027': { off: '01-01', work: '' } };
  writeFileSync(join(profile, 'holidays.json'), JSON.stringify(holidays));
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

describe('the mechanisms of the sample unit', () => {
  test.each([
    ['section=M1', '教育培训机制'],
    ['section=M1&view=training', '轮训覆盖'],
    ['section=M3&view=year', '全年'],
    ['section=M3&view=four', '四位一体'],
    ['section=M3&view=risks', '风险点'],
    ['section=M4&view=care', '婚丧嫁娶慰问'],
    ['section=G1&view=study', '规定学习任务'],
    ['section=G1&view=habits', '领导习惯：先学一步、多学一点、学深一些、做多一点、做好一点'],
    ['section=G2&view=rules', '六类制度覆盖'],
    ['section=G2&view=reports', '廉政承诺、述廉、个人有关事项报告'],
    ['section=G3&view=branch', '支部全年活动日'],
    ['section=G3&view=steps', '2026年第四季度党员五步'],
  ])('%s is accessible and fits a small screen', async (params, table) => {
    await visit(`mechanisms?month=2026-11&${params}`);
    await running.page.getByRole('table', { name: table }).first().waitFor();
    expect(await violations(running.page)).toEqual([]);
    expect(await overflow(running.page)).toBeLessThanOrEqual(0);
  });

  test('a cell of the year leads to the record that turned it green', async () => {
    const { page } = running;
    await visit('mechanisms?month=2026-11&section=M3&view=year');
    await page.getByRole('link', { name: '职工警示教育大会，6月：已完成' }).click();
    const record = page.getByRole('dialog');
    await record.waitFor();
    expect(await record.innerText()).toContain('职工警示教育大会');
    await record.getByRole('button', { name: '关闭' }).click();
    await page.keyboard.press('Alt+ArrowLeft');
    await page.getByRole('table', { name: '全年' }).waitFor();
  });

  test('a year beyond the holiday tables, that of this PC included, says so', async () => {
    const { page } = running;
    await visit('mechanisms?month=2028-03&section=M3&view=year');
    await page.getByText('法定节假日已收录至 2027 年，2028 年的期限只按周末推算。').waitFor();
  });

  test('a coverage gap, a pair and a visit lead to their records', async () => {
    const { page } = running;
    await visit('mechanisms?month=2026-11&section=M1&view=training');
    const pairs = page.getByRole('table', { name: '传帮带' });
    expect(await pairs.getByRole('row').count()).toBeGreaterThan(2);
    await pairs.getByRole('link').first().click();
    await page.getByRole('dialog').getByText('师傅').waitFor();
    await page.keyboard.press('Escape');
    await visit('mechanisms?month=2026-11&section=M4&view=care');
    await page.getByRole('link', { name: '去登记：婚丧嫁娶慰问' }).click();
    await page.getByRole('dialog', { name: '登记婚丧嫁娶慰问' }).waitFor();
    await page.keyboard.press('Escape');
  });

  test('an item is handed over, and the handover stays told', async () => {
    const { page } = running;
    await visit('mechanisms?month=2026-11&section=M1');
    await page.getByRole('button', { name: '分工：制定年度培训计划' }).click();
    const dialog = page.getByRole('dialog', { name: '制定年度培训计划' });
    await dialog.getByText(/^自 2025年1月2日 起由/).waitFor();
    const leader = dialog.getByRole('combobox', { name: '责任领导' });
    const before = await leader.inputValue();
    await leader.fill('');
    await leader.pressSequentially('毛喆');
    await page.getByRole('option', { name: /毛喆/ }).click();
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByText('责任分工已保存：1 项。').waitFor();
    await page.getByRole('button', { name: '分工：制定年度培训计划' }).click();
    const lines = dialog.getByRole('listitem');
    await lines.nth(1).waitFor();
    expect(await lines.allInnerTexts()).toEqual([
      expect.stringMatching(/^自 2026年11月\d+日 起由毛喆负责/),
      expect.stringMatching(new RegExp(`^自 2025年1月2日 起由${before}负责`)),
    ]);
    await page.keyboard.press('Escape');
  });

  test('many items are assigned at once', async () => {
    const { page } = running;
    await visit('mechanisms?month=2026-11&section=G2');
    await page.getByRole('button', { name: '批量分工' }).click();
    const dialog = page.getByRole('dialog', { name: '责任分工' });
    const leader = dialog.getByRole('combobox', { name: '责任领导' });
    await leader.pressSequentially('薛玥');
    await page.getByRole('option', { name: /薛玥/ }).click();
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByText(/责任分工已保存：\d\d 项。/).waitFor();
    const table = page.getByRole('table', { name: '抓制度建设' });
    expect(await table.getByText(/薛玥负责/).count()).toBeGreaterThan(9);
  });

  test('nothing complained', () => {
    expect(running.complaints).toEqual([]);
  });
});
