import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { bringAxe, violations } from './accessibility';
import { foundUnit, newFolder, type RunningApp, startApp } from './app';

// What was typed and not saved, whichever way one leaves. Each test has a unit of its own.

let running: RunningApp | undefined;

afterEach(async () => {
  const { app } = running ?? {};
  running = undefined;
  // A test that fails in the middle leaves something unsaved, which the window would ask about.
  await app?.evaluate(({ app: own }) => own.exit()).catch(() => undefined);
});

async function start(profile: string): Promise<Page> {
  running = await startApp(profile);
  return running.page;
}

/** What the button of the window and the window manager do: Electron hears the same event of both. */
const closeWindow = () =>
  running?.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());

/** Waits for the app to end by itself. */
async function ended(): Promise<void> {
  const child = running?.app.process();
  if (child?.exitCode === null && child.signalCode === null) {
    await new Promise((resolve) => child.once('exit', resolve));
  }
  running = undefined;
}

/** Ends the app as a power cut does, once a draft with these words is on the disk. */
async function cutPower(profile: string, words: string): Promise<void> {
  const texts = () =>
    draftFiles(profile).map((name) => readFileSync(join(profile, 'drafts', name), 'utf8'));
  await expect.poll(() => texts().join(), { timeout: 10_000 }).toContain(words);
  running?.app.process().kill('SIGKILL');
  await ended();
}

/** The drafts that are whole: what is being written stands aside until then. */
function draftFiles(profile: string): string[] {
  try {
    return readdirSync(join(profile, 'drafts')).filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
}

const visit = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name }).click();

const title = (page: Page) =>
  page.getByRole('dialog').getByRole('textbox', { name: '任务', exact: true });

async function beginTask(page: Page, text: string): Promise<void> {
  await visit(page, '工作任务');
  await page.getByRole('button', { name: '新增任务' }).first().click();
  await title(page).fill(text);
}

const question = (page: Page) => page.getByRole('alertdialog');

const answer = (page: Page, name: string) =>
  question(page).getByRole('button', { name, exact: true }).click();

describe('a form that is half filled in', () => {
  test('keeps the window open: back to it, then saved', async () => {
    const profile = newFolder('leaving');
    const page = await start(profile);
    await foundUnit(running as RunningApp);
    await beginTask(page, '起草实施方案');
    await closeWindow();
    await question(page).waitFor();
    await bringAxe(page);
    expect(await violations(page)).toEqual([]);
    await page.screenshot({ path: process.env.TOUYAN_SHOT ?? join(profile, 'question.png') });
    await page.keyboard.press('Escape');
    await question(page).waitFor({ state: 'detached' });
    expect(await title(page).inputValue()).toBe('起草实施方案');
    await closeWindow();
    // Saving is what Enter does.
    await question(page).waitFor();
    await page.keyboard.press('Enter');
    await ended();
    expect(draftFiles(profile)).toEqual([]);
    const again = await start(profile);
    await visit(again, '工作任务');
    await again.getByRole('row', { name: /起草实施方案/ }).waitFor();
  });

  test('that cannot be saved stays; kept as a draft it is offered and goes on', async () => {
    const profile = newFolder('leaving');
    const page = await start(profile);
    await foundUnit(running as RunningApp);
    await beginTask(page, '');
    await page
      .getByRole('dialog')
      .getByRole('textbox', { name: '目标', exact: true })
      .fill('印发到各股室');
    await closeWindow();
    await answer(page, '保存');
    await page.getByRole('dialog').getByText('请填写任务').waitFor();
    await title(page).fill('整理档案目录');
    await closeWindow();
    await answer(page, '留作草稿');
    await ended();
    const again = await start(profile);
    const drafts = again.getByRole('region', { name: '没有保存的草稿' });
    await drafts.getByText('整理档案目录').waitFor();
    await bringAxe(again);
    expect(await violations(again)).toEqual([]);
    await drafts.getByRole('button', { name: /接着填/ }).click();
    await title(again).waitFor();
    expect(await title(again).inputValue()).toBe('整理档案目录');
    await again.getByRole('dialog').getByRole('button', { name: '保存', exact: true }).click();
    await again.getByRole('row', { name: /整理档案目录/ }).waitFor();
    await expect.poll(() => draftFiles(profile)).toEqual([]);
  });

  test('let go leaves nothing behind, by Esc and by closing', async () => {
    const profile = newFolder('leaving');
    const page = await start(profile);
    await foundUnit(running as RunningApp);
    await beginTask(page, '不要的任务');
    await expect.poll(() => draftFiles(profile), { timeout: 10_000 }).toHaveLength(1);
    await page.keyboard.press('Escape');
    await answer(page, '放弃');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => draftFiles(profile)).toEqual([]);
    await beginTask(page, '也不要的任务');
    await closeWindow();
    await answer(page, '放弃');
    await ended();
    expect(draftFiles(profile)).toEqual([]);
  });

  test('is there after a power cut, with its people and its kind', async () => {
    const profile = newFolder('leaving');
    const page = await start(profile);
    await foundUnit(running as RunningApp);
    await page.evaluate(() => {
      window.location.hash = '#/registers?kind=talk';
    });
    await page.getByRole('button', { name: '登记一条' }).first().click();
    const dialog = page.getByRole('dialog');
    const text = dialog.getByRole('textbox', { name: '主题' });
    await text.fill('谈岗位调整');
    await cutPower(profile, '谈岗位调整');
    const again = await start(profile);
    const drafts = again.getByRole('region', { name: '没有保存的草稿' });
    await drafts.getByRole('button', { name: /接着填/ }).click();
    await again.getByRole('dialog').waitFor();
    expect(await again.getByRole('textbox', { name: '主题' }).inputValue()).toBe('谈岗位调整');
  });

  test('of the wizard goes on where it was', async () => {
    const profile = newFolder('leaving');
    const page = await start(profile);
    await page.getByRole('button', { name: '建立本单位' }).click();
    await page.getByLabel('单位全称').fill('云溪县档案服务中心');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByLabel('姓名 1').fill('王镕');
    await cutPower(profile, '王镕');
    const again = await start(profile);
    await again.getByLabel('姓名 1').waitFor();
    expect(await again.getByLabel('姓名 1').inputValue()).toBe('王镕');
    await again.getByRole('button', { name: '下一步' }).click();
    await again.getByRole('radio', { name: '王镕' }).check();
    await again.getByRole('button', { name: '完成' }).click();
    await again.getByText('云溪县档案服务中心').first().waitFor();
    expect(draftFiles(profile)).toEqual([]);
  });
});

describe('a field that saves itself', () => {
  test('has done so when the window closes or another page is shown', async () => {
    const profile = newFolder('leaving');
    const page = await start(profile);
    await foundUnit(running as RunningApp);
    await visit(page, '单位设置');
    const short = page.getByRole('textbox', { name: '简称' });
    await short.fill('县档案中心');
    await page.keyboard.press('Alt+ArrowLeft');
    await page.getByRole('heading', { level: 1, name: /2026年/ }).waitFor();
    await visit(page, '单位设置');
    expect(await short.inputValue()).toBe('县档案中心');
    await short.fill('档案中心');
    await closeWindow();
    await ended();
    const again = await start(profile);
    await visit(again, '单位设置');
    expect(await again.getByRole('textbox', { name: '简称' }).inputValue()).toBe('档案中心');
  });
});
