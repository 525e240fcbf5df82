import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseWhereToSave, foundUnit, newFolder, type RunningApp, startApp } from './app';

const profile = newFolder('registers');
const list = join(profile, '台账.pdf');

/** Where one party day on warning education counts: section, item, as the checklists name them. */
const places = [
  ['抓党员活动', '党员活动日（固定日）'],
  ['抓党员活动', '类型：警示教育'],
  ['“四位一体”廉政监督机制', '职工警示教育大会'],
  ['“四位一体”廉政监督机制', '念廉经'],
] as const;

let running: RunningApp;

const visit = (name: string) =>
  running.page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name }).click();

/** The words of the lights of the four places. */
async function lights(): Promise<string[]> {
  const { page } = running;
  await visit('机制抓手');
  const found: string[] = [];
  for (const [section, item] of places) {
    await page.getByRole('link', { name: section, exact: true }).click();
    const row = page.getByRole('row').filter({ hasText: item }).first();
    found.push(await row.locator('td').first().innerText());
  }
  return found;
}

const isDone = (words: readonly string[]) => words.map((word) => word.includes('已完成'));

beforeAll(async () => {
  running = await startApp(profile, '2026-11-24');
  await foundUnit(running, ['王镕', '李喆']);
});

afterAll(async () => {
  await running.close();
  rmSync(profile, { recursive: true, force: true });
});

describe('one record, many uses', () => {
  test('nothing is done in a new unit', async () => {
    expect(isDone(await lights())).toEqual([false, false, false, false]);
  });

  test('a party day on warning education, recorded once from its checklist, turns four places green', async () => {
    const { page } = running;
    await page.getByRole('link', { name: '抓党员活动', exact: true }).click();
    await page.getByRole('link', { name: '去登记：类型：警示教育' }).click();
    const form = page.getByRole('dialog', { name: '登记党员活动日' });
    await form.waitFor();
    expect(await form.getByLabel('类型').inputValue()).toBe('warning');
    for (const item of ['党员活动日（固定日）', '类型：警示教育', '职工警示教育大会', '念廉经']) {
      await form.getByText(item).first().waitFor();
    }
    await form.getByRole('button', { name: '保存' }).click();
    await form.getByText('请填写“主题”。').waitFor();
    await form.getByRole('textbox', { name: '主题' }).fill('以案为鉴主题党日');
    await form
      .getByRole('group', { name: '参加人员' })
      .getByRole('button', { name: '选人' })
      .click();
    await form.getByLabel('按姓名或拼音查找').fill('wr');
    await form.getByRole('checkbox', { name: '王镕' }).check();
    expect(await form.getByRole('checkbox').count()).toBe(1);
    await form.getByRole('button', { name: '保存' }).click();
    await page.getByText('党员活动日已保存。').waitFor();
    expect(isDone(await lights())).toEqual([true, true, true, true]);
  });

  test('deleted, they turn back; restored, they are green again', async () => {
    const { page } = running;
    await visit('台账登记');
    await page.getByRole('link', { name: '党员活动日', exact: false }).first().click();
    await page.getByRole('button', { name: '以案为鉴主题党日' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '删除' }).click();
    await page.getByText('党员活动日已删除。').waitFor();
    expect(isDone(await lights())).toEqual([false, false, false, false]);
    await page.keyboard.press('Control+z');
    await page.getByText('已撤销：').first().waitFor();
    expect(isDone(await lights())).toEqual([true, true, true, true]);
  });

  test('the checklist leads to the record, which can be copied and printed as a list', async () => {
    const { page, app } = running;
    await visit('机制抓手');
    await page.getByRole('link', { name: '抓党员活动', exact: true }).click();
    await page
      .getByRole('link', { name: /以案为鉴主题党日/ })
      .first()
      .click();
    const record = page.getByRole('dialog', { name: '以案为鉴主题党日' });
    await record.getByText('王镕').waitFor();
    await record.getByRole('button', { name: '照此再登一条' }).click();
    const form = page.getByRole('dialog', { name: '登记党员活动日' });
    expect(await form.getByRole('textbox', { name: '主题' }).inputValue()).toBe('以案为鉴主题党日');
    await form.getByRole('textbox', { name: '主题' }).fill('第二次主题党日');
    await form.getByRole('button', { name: '保存' }).click();
    await form.waitFor({ state: 'detached' });
    await page.getByText('显示 2 条，共 2 条。').waitFor();
    await page.getByRole('searchbox', { name: '查找' }).fill('第二次');
    await page.getByText('显示 1 条，共 2 条。').waitFor();
    await chooseWhereToSave(app, list);
    await page.getByRole('button', { name: '存为 PDF' }).click();
    await expect.poll(async () => existsSync(list), { timeout: 20_000 }).toBe(true);
  });

  test('nothing complained', () => {
    expect(running.complaints).toEqual([]);
  });
});
