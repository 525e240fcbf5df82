import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  chooseFile,
  chooseWhereToSave,
  foundUnit,
  newFolder,
  type RunningApp,
  refusedRequests,
  startApp,
} from './app';

// Three PCs and two folders as sticks: the office's, and one for each of two leaders.
const root = newFolder('exchange');
const stick = join(root, 'stick');
const back = join(root, 'back');
const leaders = ['王镕', '李喆', '赵珺'] as const;
let office: RunningApp;
let li: RunningApp;
let zhao: RunningApp;

const visit = async ({ page }: RunningApp, hash: string): Promise<Page> => {
  await page.evaluate((next) => {
    window.location.hash = next;
  }, `#/${hash}`);
  await page.locator('.ty-page-head h1').waitFor();
  return page;
};

async function setPost(pc: RunningApp, name: string, post: string): Promise<void> {
  const page = await visit(pc, 'settings');
  await page.getByRole('button', { name, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '修改人员' });
  await dialog.getByLabel('职务').fill(post);
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.waitFor({ state: 'detached' });
}

async function rateAll(pc: RunningApp): Promise<void> {
  const page = await visit(pc, 'rating');
  const stops = page.locator('[data-rating-row]');
  await page.locator('[data-rating-row="W5"]').waitFor();
  const count = await stops.count();
  await stops.first().getByRole('radio').first().focus();
  // A whole dimension first, then each of its rows.
  for (let stop = 0; stop < count; stop += 1) {
    await page.keyboard.press(stop % 3 === 0 ? '2' : '1');
    await page.keyboard.press('Enter');
  }
  await page.getByText('已评 45 项').waitFor();
  await page.getByRole('button', { name: '提交自评' }).click();
  await page.getByText('已提交').first().waitFor();
}

async function exportTo(pc: RunningApp, path: string): Promise<void> {
  await chooseWhereToSave(pc.app, path);
  const page = await visit(pc, 'exchange?view=out');
  await page.getByRole('button', { name: /^导出到/ }).click();
  await page.getByText('可以安全拔出U盘').waitFor();
}

/** The next dialogs answer with these files. */
const chooseFiles = ({ app }: RunningApp, paths: readonly string[]): Promise<void> =>
  app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [...filePaths] });
  }, paths);

async function setUp(profile: string, packageFile: string, owner: string): Promise<RunningApp> {
  const pc = await startApp(join(root, profile));
  await chooseFile(pc.app, packageFile);
  await pc.page.getByRole('button', { name: '从数据包建立' }).click();
  await pc.page.getByText('还没有选定这台电脑由谁使用').waitFor();
  const page = await visit(pc, 'settings');
  await page.getByLabel('这台电脑由谁使用').selectOption({ label: owner });
  await page.getByText('已保存。').first().waitFor();
  return pc;
}

/** Compares the fingerprints of all new PCs, looks at whose they are, and takes everything in. */
async function importAll(pc: RunningApp, paths: readonly string[]): Promise<void> {
  await chooseFiles(pc, paths);
  const page = await visit(pc, 'exchange?view=in');
  await page.getByRole('button', { name: /^选择数据包/ }).click();
  await page.getByRole('table', { name: '导入后会怎样' }).waitFor();
  for (const box of await page.getByRole('checkbox', { name: /^已核对，一致/ }).all()) {
    await box.check();
  }
  for (const box of await page.getByRole('checkbox', { name: /改动电脑的名称或使用人/ }).all()) {
    await box.check();
  }
  await page.getByRole('button', { name: '导入', exact: true }).click();
  await page.getByText(/^导入完成：/).waitFor();
}

beforeAll(async () => {
  mkdirSync(stick);
  mkdirSync(back);
  office = await startApp(join(root, 'office'));
  await foundUnit(office, leaders);
  await exportTo(office, join(stick, 'office.touyan'));
  li = await setUp('li', join(stick, 'office.touyan'), leaders[1]);
  zhao = await setUp('zhao', join(stick, 'office.touyan'), leaders[2]);
});

afterAll(async () => {
  for (const pc of [office, li, zhao]) await pc?.close();
  rmSync(root, { recursive: true, force: true });
});

describe('three PCs of one unit', () => {
  test('two leaders rate themselves, change the same record, and export', async () => {
    await rateAll(li);
    await rateAll(zhao);
    await setPost(li, leaders[0], '主任（主持全面工作）');
    await setPost(office, leaders[0], '党组书记、主任');
    await exportTo(li, join(stick, 'li.touyan'));
    await exportTo(zhao, join(stick, 'zhao.touyan'));
    expect(readdirSync(stick).toSorted()).toEqual(['li.touyan', 'office.touyan', 'zhao.touyan']);
  });

  test('the office sees what both bring before anything changes', async () => {
    await chooseFiles(office, [join(stick, 'li.touyan'), join(stick, 'zhao.touyan')]);
    const page = await visit(office, 'exchange?view=in');
    await page.getByRole('button', { name: /^选择数据包/ }).click();
    const preview = page.getByRole('table', { name: '导入后会怎样' });
    await preview.waitFor();
    expect(await preview.innerText()).toContain('李喆');
    expect(await preview.innerText()).toContain('赵珺');
    await page.getByRole('button', { name: '逐条看：人员与单位（李喆）' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: leaders[0] }).click();
    expect(await dialog.getByRole('table').innerText()).toContain('主任（主持全面工作）');
    await page.keyboard.press('Escape');
    // A stranger's package does not come in before its fingerprint was compared.
    expect(await page.getByRole('button', { name: '导入', exact: true }).isDisabled()).toBe(true);
    await visit(office, 'home');
    await page.getByText('3 人中已提交 0 人').waitFor();
  });

  test('the office merges both, settles the conflict, and sends everything back', async () => {
    await importAll(office, [join(stick, 'li.touyan'), join(stick, 'zhao.touyan')]);
    const page = await visit(office, 'home');
    await page.getByText('3 人中已提交 2 人').waitFor();
    await page.getByText('有 1 处数据冲突等待处理。').waitFor();
    await page.getByRole('link', { name: '去处理' }).click();
    const sides = page.getByRole('table', { name: /王镕/ });
    await sides.getByText('主任（主持全面工作）').first().waitFor();
    await sides.getByText('党组书记、主任').first().waitFor();
    await page.getByRole('button', { name: '用这个：党组书记、主任' }).click();
    await page.getByText('没有冲突。').waitFor();

    await chooseFiles(office, [back]);
    await visit(office, 'exchange?view=flow');
    await page.getByRole('button', { name: /^给各位做返回包/ }).click();
    await page.getByText('已做好 2 个返回包，0 个没有做成。').waitFor();
    const returned = readdirSync(back).map((name) => join(back, name));
    expect(returned).toHaveLength(2);

    const own = returned.find((path) => path.includes(leaders[1])) ?? '';
    await importAll(li, [own]);
    await visit(li, 'settings');
    await li.page.getByText('党组书记、主任').first().waitFor();
    await visit(li, 'home');
    await li.page.getByText('3 人中已提交 2 人').waitFor();
    // What came back from the office settled the conflict here too.
    expect(await li.page.getByText('数据冲突等待处理').count()).toBe(0);
  });

  test('an import is taken back as one action, and later work stays', async () => {
    const { page } = li;
    await setPost(li, leaders[2], '副主任（分管业务）');
    await visit(li, 'exchange?view=flow');
    await page.getByRole('button', { name: '撤回这次导入' }).first().click();
    const dialog = page.getByRole('dialog', { name: '撤回导入' });
    await dialog.getByRole('button', { name: '撤回', exact: true }).click();
    await page.getByText('这次导入已撤回。').waitFor();
    await visit(li, 'home');
    await page.getByText('3 人中已提交 1 人').waitFor();
    await visit(li, 'settings');
    await page.getByText('主任（主持全面工作）').first().waitFor();
    await page.getByText('副主任（分管业务）').first().waitFor();
  });

  test('nothing complained and nothing tried to leave', async () => {
    for (const pc of [office, li, zhao]) {
      expect(pc.complaints).toEqual([]);
      expect(await refusedRequests(pc.app)).toBe(0);
    }
  });
});
