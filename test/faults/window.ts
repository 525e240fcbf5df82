import { join } from 'node:path';
import { type ElectronApplication, _electron as electron, type Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { createWorkspace, openWorkspace } from '../../electron/storage/workspace';
import { stampOf } from '../../shared/changes/stamp';
import { device, emptyFolder } from '../unit/storage/data-folder';

// The app's window, as a user has it, for tests that let the disk, the clock or the process fail.

const personId = '0190c1b2-7e60-7a10-8c00-000000000101';

/** A named unit with one person, whose PC this is. */
export async function newUnit(folder: string, unitId?: string): Promise<void> {
  await createWorkspace(folder, { deviceId: device, ...(unitId && { unitId }) });
  const workspace = await openWorkspace(folder);
  const changes = [
    { collection: 'unit', id: 'unit', fields: { name: '云溪县档案服务中心' } },
    { collection: 'person', id: personId, fields: { name: '王镕', post: '主任' } },
    { collection: 'device', id: device, fields: { person: personId } },
  ];
  const wall = new Date().toISOString();
  await workspace.append(
    { stamp: stampOf(1, device), author: '王镕', wall, label: 'unit.create', changes },
    'shared',
  );
  await workspace.close();
}

export interface Running {
  readonly app: ElectronApplication;
  readonly page: Page;
}

/**
 * Starts the built app on a data folder, by default with a profile of its own. The runtime is the one
 * that the test runner found.
 */
export async function start(
  data: string,
  env: Readonly<Record<string, string>> = {},
  ownProfile?: string,
): Promise<Running> {
  const executablePath = process.env.TOUYAN_ELECTRON;
  if (!executablePath) throw new Error('run the fault tests by npm run test:faults');
  const profile = ownProfile ?? (await emptyFolder());
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const app = await electron.launch({
    executablePath,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      join(import.meta.dirname, '..', '..'),
      `--user-data-dir=${profile}`,
    ],
    env: { ...Object.fromEntries(inherited), TOUYAN_DATA: data, ...env },
  });
  // Some of the tests kill it.
  onTestFinished(() => app.close().catch(() => undefined));
  const page = await app.firstWindow();
  page.setDefaultTimeout(20_000);
  await page.getByRole('navigation', { name: '主导航' }).waitFor();
  return { app, page };
}

/** Adds a task in the window; what the window says then is for the caller to see. */
export async function addTask(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: '新增任务' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '任务', exact: true }).fill(title);
  await dialog.getByRole('button', { name: '保存' }).click();
}

export const visitTasks = (page: Page) =>
  page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '工作任务' }).click();

/** The titles of all tasks in a data folder, which must be whole. */
export async function tasksIn(folder: string): Promise<string[]> {
  const workspace = await openWorkspace(folder);
  expect(workspace.readOnly).toBeNull();
  expect(await workspace.verify()).toEqual([]);
  const records = (await workspace.foldAll()).collections.get('task')?.records.values() ?? [];
  await workspace.close();
  return [...records].map(({ values }) => String(values.title)).sort();
}

/** Waits for the sentence that tells the user what happened, what was kept and what to do. */
export const told = (page: Page, sentence: string) => page.getByText(sentence).first().waitFor();

export async function addAndSee(page: Page, title: string): Promise<void> {
  await addTask(page, title);
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByRole('row', { name: new RegExp(title) }).waitFor();
}
