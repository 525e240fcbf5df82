// A month that is over, in the window, as Excel and on paper: the same figures.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSheetFile } from '../../electron/sheets/read-file';
import { chooseWhereToSave, newFolder, type RunningApp, startApp } from './app';

const profile = newFolder('past');
let running: RunningApp;

beforeAll(async () => {
  running = await startApp(profile, '2026-12-09');
  await running.page.getByRole('button', { name: '看看示例单位' }).click();
  await running.page.getByRole('navigation', { name: '主导航' }).waitFor();
});

afterAll(async () => {
  await running.close();
  rmSync(profile, { recursive: true, force: true });
});

async function visit(hash: string): Promise<void> {
  await running.page.evaluate((to) => {
    window.location.hash = to;
  }, `#/${hash}`);
}

const numbers = (text: string, ...patterns: RegExp[]): (number | undefined)[] =>
  patterns.map((pattern) => {
    const found = pattern.exec(text)?.[1];
    return found === undefined ? undefined : Number(found);
  });

/** How many rows of the workbook that the table of the page is saved as have a cell of this text. */
async function savedRows(path: string, text: string): Promise<number> {
  const { app, page } = running;
  await chooseWhereToSave(app, path);
  await page.getByRole('button', { name: '存为 Excel' }).last().click();
  await expect.poll(() => existsSync(path), { timeout: 15_000 }).toBe(true);
  const [sheet] = await readSheetFile(path);
  const rows = sheet?.grid ?? [];
  return rows.filter((row) => row.some((cell) => cell === text)).length;
}

test.each(['2026-10', '2026-11'])(
  'tasks and targets of %s stand in the window and its Excel as on paper',
  async (month) => {
    const { page } = running;
    await visit(`tasks?month=${month}`);
    await page.getByText(`按2026年${Number(month.slice(5))}月`).waitFor();
    const header = await page.locator('main').innerText();
    const window = numbers(header, /已销号 (\d+)/, /逾期 (\d+)/);
    const overdue = await savedRows(join(profile, `tasks-${month}.xlsx`), '已逾期');
    expect(overdue).toBe(window[1]);
    await visit(`targets?month=${month}`);
    const sentence = page.getByText(/项目标中/).first();
    await sentence.waitFor();
    const targets = /\d+项目标中[^。]*/.exec(await sentence.innerText())?.[0];
    await visit(`summary?document=monthly&month=${month}`);
    const paper = page.getByText(/共有任务\d+项/).first();
    await paper.waitFor();
    const text = await page.locator('main').innerText();
    expect(numbers(text, /已办结(\d+)项/, /有(\d+)项任务逾期未办结/)).toEqual(window);
    expect(window[0]).toBeGreaterThan(0);
    expect(window[1]).toBeGreaterThan(0);
    expect(targets).toBeTruthy();
    expect(text).toContain(targets);
  },
);
