import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorkspace, openWorkspace } from '../../electron/storage/workspace';
import { stampOf } from '../../shared/changes/stamp';
import { newFolder, type RunningApp, startApp } from './app';

const profile = newFolder('repair');
const data = join(profile, 'data');
const device = 'pcaaaaaa';

let running: RunningApp;

/** A unit with nine records, of which the fourth and the seventh line are damaged. */
async function makeDamaged(): Promise<void> {
  await createWorkspace(data, { deviceId: device });
  const workspace = await openWorkspace(data, { now: () => new Date('2026-11-03') });
  for (let counter = 1; counter <= 9; counter += 1) {
    const task = { title: `任务${counter}`, period: '2026-11' };
    const id = `0190c1b2-7e60-7a10-8c00-00000000010${counter}`;
    await workspace.append(
      {
        stamp: stampOf(counter, device),
        author: '王镕',
        wall: '2026-11-03T08:00:00.000Z',
        label: 'task.create',
        changes:
          counter === 1
            ? [{ collection: 'unit', id: 'unit', fields: { name: '云溪县档案服务中心' } }]
            : [{ collection: 'task', id, fields: task }],
      },
      'shared',
    );
  }
  await workspace.close();
  const file = join(data, `journal/${device}/2026-11.jsonl`);
  const lines = readFileSync(file, 'utf8').split('\n');
  for (const at of [3, 6]) lines[at] = lines[at]?.replace('任务', '□□') ?? '';
  writeFileSync(file, lines.join('\n'));
}

beforeAll(async () => {
  await makeDamaged();
  running = await startApp(profile);
});

afterAll(async () => {
  await running.close();
  rmSync(profile, { recursive: true, force: true });
});

describe('a damaged unit', () => {
  test('opens to be read and says where it is damaged', async () => {
    const banner = running.page.getByRole('alert').first();
    await banner.waitFor();
    expect(await banner.innerText()).toContain(`journal/${device}/2026-11.jsonl 第 4 行`);
  });

  test('is repaired from the banner: what can be read stays, the old files too', async () => {
    const { page } = running;
    await page.getByRole('button', { name: '查看并修复' }).click();
    const places = page.getByRole('table', { name: '损坏的位置' });
    await places.waitFor();
    expect(await places.getByRole('row').count()).toBe(3);
    await page.getByRole('button', { name: '开始修复' }).click();
    const outcome = page.getByRole('table', { name: '修复完成' });
    await outcome.waitFor();
    expect(await outcome.getByRole('row', { name: /保留的记录/ }).innerText()).toContain('7');
    await page.getByRole('button', { name: '打开数据' }).click();
    await page.getByRole('heading', { name: '2026年11月', level: 1 }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    const [kept = ''] = readdirSync(join(data, 'damaged'));
    const old = readFileSync(
      join(data, 'damaged', kept, `journal/${device}/2026-11.jsonl`),
      'utf8',
    );
    expect(old).toContain('□□');
    expect(running.complaints).toEqual([]);
  });

  test('can be looked through again from the settings, and is whole', async () => {
    const { page } = running;
    const nav = page.getByRole('navigation', { name: '主导航' });
    await nav.getByRole('link', { name: '单位设置' }).click();
    await page.getByRole('button', { name: '检查数据' }).click();
    await page.getByText('没有发现损坏').waitFor();
    await page.getByRole('button', { name: '返回' }).click();
    await page.getByRole('button', { name: '检查数据' }).waitFor();
    await nav.getByRole('link', { name: '首页' }).click();
    await page.getByRole('heading', { name: '2026年11月', level: 1 }).waitFor();
  });

  test('a second start shows the window that is there, and ends', async () => {
    const { app, page } = running;
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
    const second = spawn(
      process.env.TOUYAN_ELECTRON ?? '',
      [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        join(import.meta.dirname, '..', '..'),
        `--user-data-dir=${profile}`,
      ],
      { stdio: 'ignore' },
    );
    expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(0);
    await expect
      .poll(() =>
        app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized()),
      )
      .toBe(false);
    expect(await page.getByRole('heading', { name: '2026年11月', level: 1 }).isVisible()).toBe(
      true,
    );
  });
});
