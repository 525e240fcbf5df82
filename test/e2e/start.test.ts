import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chooseWhereToSave, foundUnit, newFolder, type RunningApp, startApp } from './app';

const root = join(import.meta.dirname, '..', '..');

/** A second start with the same profile, as a double click makes it; ends with its exit code. */
function startAgain(profile: string, args: readonly string[], cwd: string): Promise<number | null> {
  const child = spawn(
    process.env.TOUYAN_ELECTRON ?? '',
    [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      root,
      `--user-data-dir=${profile}`,
      ...args,
    ],
    { cwd, stdio: 'ignore' },
  );
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  });
}

async function exported({ app, page }: RunningApp, path: string): Promise<void> {
  await chooseWhereToSave(app, path);
  await page.evaluate(() => {
    window.location.hash = '#/exchange?view=out';
  });
  await page.getByRole('button', { name: /^导出到/ }).click();
  await page.getByText('可以安全拔出U盘').waitFor();
}

test('a package that is double-clicked opens in the window that runs, on the page of imports', async () => {
  const folder = newFolder('start-packages');
  const profile = join(folder, 'profile');
  const stick = join(folder, '优 盘');
  mkdirSync(stick);
  const pc = await startApp(profile);
  try {
    await foundUnit(pc);
    await exported(pc, join(stick, '甲.touyan'));
    copyFileSync(join(stick, '甲.touyan'), join(stick, '乙.touyan'));
    await pc.page.evaluate(() => {
      window.location.hash = '#/tasks';
    });
    expect(await startAgain(profile, ['甲.touyan'], stick)).toBe(0);
    await pc.page.getByRole('cell', { name: '甲.touyan' }).waitFor();
    expect(await pc.page.evaluate(() => window.location.hash)).toBe('#/exchange?view=in');
    // While the page is shown, one more comes to those that are open.
    expect(await startAgain(profile, [join(stick, '乙.touyan')], folder)).toBe(0);
    await pc.page.getByRole('cell', { name: '乙.touyan' }).waitFor();
    expect(await pc.page.getByRole('cell', { name: '甲.touyan' }).count()).toBe(1);
    // A start that asks for nothing only brings the window to the front.
    expect(await startAgain(profile, [], folder)).toBe(0);
    expect(pc.complaints).toEqual([]);
  } finally {
    await pc.close();
  }
});

test('a drawing process that dies makes the next start draw without it, until it is trusted again', async () => {
  const profile = newFolder('start-graphics');
  const record = join(profile, 'start.json');
  const first = await startApp(profile);
  await foundUnit(first);
  const pid = await first.app.evaluate(
    ({ app }) => app.getAppMetrics().find(({ type }) => type === 'GPU')?.pid,
  );
  if (pid === undefined) throw new Error('there is a process that draws');
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => existsSync(record) && readFileSync(record, 'utf8')).toContain('true');
  await first.close();

  const second = await startApp(profile);
  try {
    const drawing = await second.app.evaluate(({ app }) => app.getGPUFeatureStatus());
    expect(drawing.gpu_compositing).toMatch(/^disabled/);
    await second.page.evaluate(() => {
      window.location.hash = '#/settings';
    });
    await second.page.getByText('显卡驱动出过错').waitFor();
    await second.page.getByRole('button', { name: '下次启动重新使用显卡' }).click();
    await second.page.getByText('下次启动时重新使用显卡加速。').waitFor();
  } finally {
    await second.close();
  }
  expect(existsSync(record)).toBe(false);
});

test('after two starts that came to nothing a page offers what can be done, and opens when asked', async () => {
  const profile = newFolder('start-failed');
  const first = await startApp(profile);
  await foundUnit(first);
  await first.close();
  writeFileSync(join(profile, 'start.json'), '{"unfinished":2}');
  const again = await startApp(profile);
  try {
    const alert = again.page.getByRole('alert').filter({ hasText: '没有启动完成' });
    await alert.waitFor();
    for (const name of ['再试一次', '查看并修复', '从备份恢复']) {
      expect(await alert.getByRole('button', { name }).count()).toBe(1);
    }
    await alert.getByRole('button', { name: '从备份恢复' }).click();
    await again.page.getByRole('button', { name: '返回' }).click();
    await again.page.getByRole('button', { name: '再试一次' }).click();
    await again.page.locator('.ty-page-head').waitFor();
  } finally {
    await again.close();
  }
  expect(existsSync(join(profile, 'start.json'))).toBe(false);
});
