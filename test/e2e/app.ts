import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';

/** The project's folder: Electron is told to run the built app in it. */
const root = join(import.meta.dirname, '..', '..');

/** A running app and its window. */
export interface RunningApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** What the page wrote to its console as an error, faults included. */
  readonly complaints: string[];
  close(): Promise<void>;
}

/** An empty folder of this test run. */
export const newFolder = (name: string): string => mkdtempSync(join(tmpdir(), `touyan-${name}-`));

/** The time of day at which the app's clock begins, far from midnight wherever and whenever. */
const morning = 'T10:00';

/**
 * Starts the real app, with its files in `profile`. TOUYAN_ELECTRON is the runtime that the test
 * runner found; the sandbox is off for root only, as everywhere.
 */
export async function startApp(profile: string, today = '2026-11-23'): Promise<RunningApp> {
  const executablePath = process.env.TOUYAN_ELECTRON;
  if (!executablePath) throw new Error('run the end-to-end tests by npm test');
  const app = await _electron.launch({
    executablePath,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      root,
      `--user-data-dir=${profile}`,
    ],
    env: {
      ...process.env,
      TOUYAN_TODAY: today.includes('T') ? today : today + morning,
      TOUYAN_TEST: '1',
    } as Record<string, string>,
  });
  const page = await app.firstWindow();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  // The first page is drawn once main has loaded; an `evaluate` before that may lose its answer.
  await page.locator('#app nav[aria-hidden]').waitFor({ state: 'detached' });
  return { app, page, complaints, close: () => app.close() };
}

/** The next save dialog answers with this path, as if the user had chosen it. */
export async function chooseWhereToSave(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
}

/** The next open dialog answers with this file. */
export async function chooseFile(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, file) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [file] });
  }, path);
}

/** How many requests tried to leave the app since it started. */
export function refusedRequests(app: ElectronApplication): Promise<number> {
  return app.evaluate(() => {
    const seen: unknown = Reflect.get(globalThis, 'touyanTest');
    if (typeof seen !== 'object' || seen === null) throw new Error('TOUYAN_TEST was not set');
    const refused: unknown = Reflect.get(seen, 'refusedRequests');
    if (typeof refused !== 'object' || refused === null) throw new Error('nothing was counted');
    return Number(Reflect.get(refused, 'count'));
  });
}

/** Goes through the wizard: a unit with these leaders, of whom the first has this PC. */
export async function foundUnit(
  { page }: RunningApp,
  leaders: readonly string[] = ['王镕'],
): Promise<void> {
  await page.getByRole('button', { name: '建立本单位' }).click();
  await page.getByLabel('单位全称').fill('云溪县档案服务中心');
  await page.getByRole('button', { name: '下一步' }).click();
  for (const [index, name] of leaders.entries()) {
    await page.getByLabel(`姓名 ${index + 1}`).fill(name);
    await page.getByLabel(`职务 ${index + 1}`).fill(index === 0 ? '主任' : '副主任');
  }
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('radio', { name: leaders[0] ?? '' }).check();
  await page.getByRole('button', { name: '完成' }).click();
  await page.locator('.ty-page-head').waitFor();
}
