import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foundUnit, newFolder, type RunningApp, startApp } from './app';

const profile = newFolder('written');
let running: RunningApp;

beforeAll(async () => {
  running = await startApp(profile, '2026-11-02');
  await running.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768);
  });
  await foundUnit(running, ['王镕', '李敏']);
});

afterAll(async () => {
  await running.close();
  rmSync(profile, { recursive: true, force: true });
});

/** What is written, the day that it is, and whether something is to be said of it. */
const shapes: readonly (readonly [text: string, day: string, isSaid: boolean])[] = [
  ['2026.1.25', '2026-01-25', false],
  ['2026-1-25', '2026-01-25', false],
  ['2026/1/25', '2026-01-25', false],
  ['2026年1月25日', '2026-01-25', false],
  ['２０２６．１．２５', '2026-01-25', false],
  ['20260125', '2026-01-25', false],
  ['1.25', '2026-01-25', true],
  ['1月25日', '2026-01-25', true],
  ['26.1.25', '2026-01-25', true],
  ['2026-01-25 09:30', '2026-01-25', false],
  ['2026年1月25日（星期日）上午9:00', '2026-01-25', false],
  ['年底', '2026-12-31', true],
  ['6月底前', '2026-06-30', true],
  ['2026年11月', '2026-11-30', true],
];

describe('what people write', () => {
  test('each shape of a day is typed and pasted into a form', async () => {
    const { app, page } = running;
    await page.evaluate(() => {
      window.location.hash = '#/tasks?month=2026-11';
    });
    await page.getByRole('button', { name: '新增任务' }).click();
    const dialog = page.getByRole('dialog', { name: '新增任务' });
    const field = dialog.getByRole('textbox', { name: '时限' });
    const title = dialog.getByRole('textbox', { name: '任务', exact: true });
    const note = dialog
      .locator('.ty-field')
      .filter({ has: page.getByRole('textbox', { name: '时限' }) })
      .locator('.ty-hint, .ty-error');
    for (const [text, day, isSaid] of shapes) {
      for (const way of ['typed', 'pasted'] as const) {
        await field.focus();
        await page.keyboard.press('Control+A');
        await page.keyboard.press('Delete');
        if (way === 'typed') await page.keyboard.type(text);
        else {
          await app.evaluate(({ clipboard }, said) => clipboard.writeText(said), text);
          await page.keyboard.press('Control+V');
        }
        expect([text, way, await note.count()]).toEqual([text, way, isSaid ? 1 : 0]);
        // Leaving the field shows the day that was taken.
        await title.focus();
        expect([text, way, await field.inputValue()]).toEqual([text, way, day]);
      }
    }
  });

  test('what cannot be read is said, and the form does not save', async () => {
    const { page } = running;
    const dialog = page.getByRole('dialog', { name: '新增任务' });
    await dialog.getByRole('textbox', { name: '任务', exact: true }).fill('清点苗木');
    const field = dialog.getByRole('textbox', { name: '时限' });
    await field.fill('2026-02-30');
    await dialog.getByText(/“2026-02-30”/).waitFor();
    await dialog.getByRole('button', { name: '保存' }).click();
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    await field.fill('长期坚持');
    await dialog.getByText(/“长期坚持”没有具体日期/).waitFor();
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '清点苗木', exact: true }).click();
    const saved = page.getByRole('dialog', { name: '修改任务' });
    expect(await saved.getByRole('textbox', { name: '时限' }).inputValue()).toBe('长期坚持');
    await page.keyboard.press('Escape');
    await saved.waitFor({ state: 'detached' });
  });

  test('the calendar opens by keyboard on the day of our clock', async () => {
    const { page } = running;
    await page.getByRole('button', { name: '新增任务' }).click();
    const dialog = page.getByRole('dialog', { name: '新增任务' });
    const field = dialog.getByRole('textbox', { name: '时限' });
    await field.focus();
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByRole('grid', { name: /2026年11月/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => field.inputValue()).toBe('2026-11-09');
    await expect
      .poll(() => field.evaluate((element) => element === document.activeElement))
      .toBe(true);
    await page.keyboard.press('PageDown');
    await expect.poll(() => field.inputValue()).toBe('2026-11-02');
    await dialog.getByRole('button', { name: '取消' }).click();
    // A day that was chosen is not lost without a question.
    await page.getByRole('button', { name: '放弃' }).click();
    await dialog.waitFor({ state: 'detached' });
  });

  test('a block from the clipboard keeps its cells, deadlines in words and figures', async () => {
    const { app, page } = running;
    await page.getByRole('button', { name: '分解任务' }).click();
    const dialog = page.getByRole('dialog', { name: '分解任务' });
    const html =
      '<table><tr><td>工作任务</td><td>完成时限</td><td>牵头领导</td><td>措施</td></tr><tr><td>1.5万亩<br>人工造林</td><td>第三季度</td><td>王　镕</td><td>1.整地<br>2.栽植</td></tr><tr><td>①12.4宪法宣传日</td><td>12月31日前</td><td>李敏</td><td></td></tr></table>';
    // The type that is known here is the clipboard of pages, not Electron's own.
    await app.evaluate(
      ({ clipboard }, said) =>
        Reflect.apply(Reflect.get(clipboard, 'write'), clipboard, [
          { text: '工作任务 完成时限', html: said },
        ]),
      html,
    );
    await dialog.getByRole('textbox', { name: /每行一项任务/ }).focus();
    await page.keyboard.press('Control+V');
    await dialog.getByText(/共 2 项/).waitFor();
    const row = (name: RegExp) => dialog.getByRole('row', { name });
    await row(/1\.5万亩 人工造林/)
      .getByText('9月30日', { exact: true })
      .waitFor();
    await row(/1\.5万亩 人工造林/)
      .getByText('王镕')
      .waitFor();
    await row(/ ?12\.4宪法宣传日/)
      .getByText('12月31日', { exact: true })
      .waitFor();
    await dialog.getByRole('button', { name: '生成 2 项任务' }).click();
    await dialog.waitFor({ state: 'detached' });
  });

  test('nothing complained', () => {
    expect(running.complaints).toEqual([]);
  });
});
