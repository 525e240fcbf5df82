import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foundUnit, newFolder, type RunningApp, startApp } from './app';

const profile = newFolder('backups');
const stick = join(newFolder('stick'), 'E');

let running: RunningApp;

const visit = (name: string) =>
  running.page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name }).click();

/** The next folder dialog answers with this folder. */
const chooseFolder = (path: string) =>
  running.app.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [folder] });
  }, path);

async function addTask(title: string): Promise<void> {
  const { page } = running;
  await page.getByRole('button', { name: '新增任务' }).click();
  await page.getByRole('dialog').getByLabel('任务 *').fill(title);
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
  await page.getByRole('button', { name: title }).waitFor();
}

const isShown = (title: string) => running.page.getByRole('button', { name: title }).isVisible();

beforeAll(async () => {
  running = await startApp(profile, '2026-11-24');
  await foundUnit(running);
});

afterAll(async () => {
  await running.close();
  for (const folder of [profile, stick]) rmSync(folder, { recursive: true, force: true });
});

describe('backups', () => {
  test('are made by hand, in two places', async () => {
    const { page } = running;
    await visit('工作任务');
    await addTask('整理档案');
    await addTask('修缮库房');
    await visit('备份恢复');
    await page.getByRole('button', { name: '立即备份' }).click();
    await page.getByText('备份已完成并核对无误。').waitFor();
    await chooseFolder(stick);
    await page.getByRole('button', { name: '选择U盘或文件夹' }).click();
    await page.getByText(join(stick, '头雁备份')).waitFor();
    await page.getByRole('row').nth(2).waitFor();
    expect(existsSync(join(stick, '头雁备份', 'backups'))).toBe(true);
    await page
      .getByRole('button', { name: /^核对 / })
      .first()
      .click();
    await page.getByText('这份备份完好。').waitFor();
  });

  test('give back one record, and the restoring can be undone', async () => {
    const { page } = running;
    await visit('工作任务');
    for (const title of ['整理档案', '修缮库房']) {
      await page.getByRole('button', { name: title }).click();
      await page.getByRole('dialog').getByRole('button', { name: '删除' }).click();
      await page.getByRole('button', { name: title }).waitFor({ state: 'detached' });
    }
    await addTask('新增的任务');
    await visit('备份恢复');
    await page
      .getByRole('button', { name: /的备份比较$/ })
      .last()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('备份之后改过 0 条、删了 2 条、新增 1 条。').waitFor();
    await dialog.getByRole('checkbox', { name: /修缮库房/ }).check();
    await dialog.getByRole('button', { name: '恢复所选（1）' }).click();
    await page.getByText('已恢复 1 条记录。').waitFor();
    await visit('工作任务');
    await page.getByRole('button', { name: '修缮库房' }).waitFor();
    expect([await isShown('整理档案'), await isShown('新增的任务')]).toEqual([false, true]);
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: '修缮库房' }).waitFor({ state: 'detached' });
  });

  test('give back everything, which can be undone as well', async () => {
    const { page } = running;
    await visit('备份恢复');
    // The oldest one; restoring has made another since.
    await page
      .getByRole('button', { name: /的备份比较$/ })
      .last()
      .click();
    await page.getByRole('dialog').getByRole('button', { name: '全部恢复' }).click();
    await page.getByText('已恢复 3 条记录。').waitFor();
    await visit('工作任务');
    await page.getByRole('button', { name: '整理档案' }).waitFor();
    expect([await isShown('修缮库房'), await isShown('新增的任务')]).toEqual([true, false]);
    await page.keyboard.press('Control+z');
    await page.getByRole('button', { name: '新增的任务' }).waitFor();
    expect(await isShown('整理档案')).toBe(false);
    await page.keyboard.press('Control+Shift+z');
    await page.getByRole('button', { name: '整理档案' }).waitFor();
  });

  test('can be looked at, and not changed', async () => {
    const { page } = running;
    await visit('备份恢复');
    await page
      .getByRole('button', { name: /^查看 / })
      .first()
      .click();
    await page.getByText(/^正在查看 .* 的备份/).waitFor();
    await visit('工作任务');
    await page.getByRole('button', { name: '新增的任务' }).waitFor();
    await page.getByRole('button', { name: '新增任务' }).click();
    await page.getByRole('dialog').getByLabel('任务 *').fill('不该保存');
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await page.getByRole('alert').filter({ hasText: '只读' }).first().waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: '放弃' }).click();
    await page.getByRole('button', { name: '回到现在' }).click();
    await page.getByRole('button', { name: '整理档案' }).waitFor();
    expect(await isShown('不该保存')).toBe(false);
    expect(await readdir(join(profile, 'opened-backups'))).toEqual([]);
  });

  test('that fail are shown on Home until they work again', async () => {
    const { page } = running;
    rmSync(stick, { recursive: true });
    writeFileSync(stick, '');
    await visit('备份恢复');
    await page.getByRole('button', { name: '立即备份' }).click();
    await page.getByText(/^自 .* 起备份失败/).waitFor();
    await visit('首页');
    await page.getByText(/^备份没有成功/).waitFor();
    await running.close();
    running = await startApp(profile, '2026-11-24');
    await running.page.getByText(/^备份没有成功/).waitFor();
    rmSync(stick);
    await running.page.getByRole('button', { name: '再试一次' }).click();
    await running.page.getByText(/^备份没有成功/).waitFor({ state: 'detached' });
    expect(running.complaints).toEqual([]);
  });

  test('bring back a lost data folder', async () => {
    await running.close();
    writeFileSync(join(profile, 'data', 'device.json'), 'broken');
    running = await startApp(profile, '2026-11-24');
    const { page } = running;
    await page.getByRole('button', { name: '从备份恢复' }).click();
    await page
      .getByRole('button', { name: /^用 .* 的备份恢复$/ })
      .first()
      .click();
    await page.getByText(/^已从备份恢复。原来的文件夹移到了/).waitFor();
    await visit('工作任务');
    await page.getByRole('button', { name: '整理档案' }).waitFor();
    await addTask('恢复以后的任务');
    expect(running.complaints).toEqual([]);
  });
});
