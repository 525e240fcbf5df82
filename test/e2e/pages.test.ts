import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bringAxe, overflow, violations } from './accessibility';
import { newFolder, type RunningApp, refusedRequests, startApp } from './app';

const pages = [
  'home',
  'rating',
  'mechanisms',
  'registers',
  'tasks',
  'tasks?view=board',
  'tasks?view=charges',
  'targets',
  'summary',
  'exchange',
  'backups',
  'history',
  'settings',
] as const;

const profile = newFolder('pages');
let running: RunningApp;

beforeAll(async () => {
  running = await startApp(profile);
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

const visit = async (name: (typeof pages)[number]): Promise<void> => {
  const { page } = running;
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/${name}`);
  await page.locator('.ty-page-head h1').waitFor();
  // Charts and paper come a moment later.
  await page.waitForTimeout(600);
};

describe('the sample unit', () => {
  test.each(pages)('%s is accessible and fits a small screen', async (name) => {
    await visit(name);
    expect(await violations(running.page)).toEqual([]);
    expect(await overflow(running.page)).toBeLessThanOrEqual(0);
  });

  test('every page is there in English', async () => {
    const { page } = running;
    await visit('settings');
    await page.getByLabel('界面语言').selectOption('en');
    for (const name of pages) {
      await visit(name);
      const title = await page.locator('.ty-page-head h1').innerText();
      expect(title).toMatch(/^[A-Za-z0-9 -]+$/);
      const buttons = await page.locator('.ty-page-head button').allInnerTexts();
      expect(buttons.join('')).not.toMatch(/\p{Script=Han}/u);
      expect(await overflow(running.page)).toBeLessThanOrEqual(0);
    }
    await visit('settings');
    await page.getByLabel('Language').selectOption('zh');
  });

  test('nothing complained and nothing tried to leave', async () => {
    expect(running.complaints).toEqual([]);
    expect(await refusedRequests(running.app)).toBe(0);
  });
});
