import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainTextIn } from '../unit/storage/plain-text';
import { foundUnit, newFolder, type RunningApp, startApp } from './app';

const profile = newFolder('vault');
const first = '林海听松二〇二六';
const second = '明月松间照清泉石上流';
const matters = '住房一处，已如实报告';

let running: RunningApp;
let recoveryCode = '';

const visit = (name: string) =>
  running.page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name }).click();

const lock = () => running.page.getByRole('dialog', { name: '已上锁' });

async function unlock(secret: string, field: '口令' | '恢复码' = '口令'): Promise<void> {
  await lock().getByLabel(field, { exact: true }).fill(secret);
  await running.page.keyboard.press('Enter');
}

async function restart(): Promise<void> {
  await running.close();
  running = await startApp(profile, '2026-11-24');
  await lock().waitFor();
}

beforeAll(async () => {
  running = await startApp(profile, '2026-11-24');
  await foundUnit(running);
});

afterAll(async () => {
  await running.close();
  rmSync(profile, { recursive: true, force: true });
});

describe('passphrase and lock', () => {
  test('the unit is encrypted, and the recovery code shown once', async () => {
    const { page } = running;
    await visit('单位设置');
    await page.getByRole('button', { name: '设口令并加密' }).click();
    const dialog = page.getByRole('dialog', { name: '设口令并加密' });
    await dialog.getByLabel('口令（至少 8 个字符）').fill('短');
    await dialog.getByLabel('再输一次').fill('不同');
    await dialog.getByRole('button', { name: '确定' }).click();
    await dialog.getByText('两次输入的口令不一样。').waitFor();
    await dialog.getByLabel('再输一次').fill('短');
    await dialog.getByRole('button', { name: '确定' }).click();
    await dialog.getByText('口令太短').waitFor();
    await dialog.getByLabel('口令（至少 8 个字符）').fill(first);
    await dialog.getByLabel('再输一次').fill(first);
    await dialog.getByRole('button', { name: '确定' }).click();
    const code = page.getByRole('dialog', { name: '恢复码' });
    recoveryCode = (await code.locator('[data-recovery-code]').innerText()).trim();
    expect(recoveryCode).toMatch(/^[A-Z0-9]{4}(-[A-Z0-9]{4}){6}$/);
    await code.getByRole('button', { name: '已抄好' }).click();
    await code.getByText('与最后一组不一样').waitFor();
    await code.getByLabel('抄好后').fill(recoveryCode.slice(-4).toLowerCase());
    await code.getByRole('button', { name: '已抄好' }).click();
    await page.getByText('已加密：数据、附件和备份都要凭口令才能打开。').waitFor();
  });

  test('after a restart it is locked; a wrong passphrase must wait, the right one opens', async () => {
    await restart();
    const { page } = running;
    expect(await page.getByText('云溪县档案服务中心').count()).toBe(0);
    const require = createRequire(import.meta.url);
    await page.evaluate(await readFile(require.resolve('axe-core/axe.min.js'), 'utf8'));
    const serious = await page.evaluate(async () => {
      const axe = Reflect.get(window, 'axe') as {
        run: () => Promise<{ violations: { impact: string; id: string }[] }>;
      };
      const { violations } = await axe.run();
      return violations
        .filter(({ impact }) => ['serious', 'critical'].includes(impact))
        .map(({ id }) => id);
    });
    expect(serious).toEqual([]);
    await unlock('不对的口令');
    await lock().getByText('口令或恢复码不对').waitFor();
    await lock()
      .getByText(/^请等 \d+ 秒再试。$/)
      .waitFor();
    await lock()
      .getByText(/^请等 \d+ 秒再试。$/)
      .waitFor({ state: 'detached' });
    await unlock(first);
    await page.getByText('云溪县档案服务中心').waitFor();
    expect(await lock().count()).toBe(0);
  });

  test('locking keeps a half-filled dialog behind the lock', async () => {
    const { page } = running;
    await visit('工作任务');
    await page.getByRole('button', { name: '新增任务' }).click();
    await page.getByRole('dialog').getByLabel('任务 *').fill('写了一半的任务');
    await page.keyboard.press('Control+l');
    await lock().waitFor();
    // Nothing behind can be reached.
    await page.keyboard.press('Escape');
    expect(await lock().count()).toBe(1);
    await page.keyboard.press('Control+z');
    await unlock(first);
    await lock().waitFor({ state: 'detached' });
    const task = page.getByRole('dialog', { name: '新增任务' });
    expect(await task.getByLabel('任务 *').inputValue()).toBe('写了一半的任务');
    await task.getByRole('button', { name: '保存' }).click();
    await page.getByRole('button', { name: '写了一半的任务' }).waitFor();
  });

  test('what a report of personal matters says is kept, sealed', async () => {
    const { page } = running;
    await visit('机制抓手');
    await page.getByRole('link', { name: '抓制度建设', exact: true }).click();
    await page.getByRole('radio', { name: '廉政报告', exact: true }).check();
    await page.getByRole('link', { name: '登记个人收入和重大事项报告：王镕' }).click();
    const form = page.getByRole('dialog', { name: '登记个人有关事项报告' });
    await form.getByRole('button', { name: '保存' }).click();
    await form.waitFor({ state: 'detached' });
    await page.keyboard.press('Alt+ArrowLeft');
    await page.getByRole('button', { name: '报告内容：王镕' }).click();
    const dialog = page.getByRole('dialog', { name: '报告内容：王镕' });
    await dialog.getByLabel('报告内容（可不填）').fill(matters);
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByText('报告内容已加密保存。').waitFor();
    await page.getByRole('button', { name: '报告内容：王镕' }).click();
    expect(await dialog.getByLabel('报告内容（可不填）').inputValue()).toBe(matters);
    await page.keyboard.press('Escape');
    expect(await plainTextIn([profile], [matters])).toEqual([]);
  });

  test('the passphrase is changed; the old one opens nothing, the recovery code does', async () => {
    const { page } = running;
    await visit('单位设置');
    await page.getByRole('button', { name: '更换口令' }).click();
    const dialog = page.getByRole('dialog', { name: '更换口令' });
    await dialog.getByLabel('现在的口令').fill(first);
    await dialog.getByLabel('新口令（至少 8 个字符）').fill(second);
    await dialog.getByLabel('再输一次').fill(second);
    await dialog.getByRole('button', { name: '确定' }).click();
    await page.getByText('口令已更换。').waitFor();
    await restart();
    await unlock(first);
    await lock().getByText('口令或恢复码不对').waitFor();
    await lock()
      .getByText(/^请等 \d+ 秒再试。$/)
      .waitFor({ state: 'detached' });
    await lock().getByRole('button', { name: '忘记口令，用恢复码打开' }).click();
    await unlock(recoveryCode.toLowerCase().replaceAll('-', ' '), '恢复码');
    await lock().waitFor({ state: 'detached' });
    await visit('工作任务');
    await running.page.getByRole('button', { name: '写了一半的任务' }).waitFor();
  });

  test('encryption is taken off again', async () => {
    const { page } = running;
    await visit('单位设置');
    await page.getByRole('button', { name: '取消加密' }).click();
    const dialog = page.getByRole('dialog', { name: '取消加密' });
    await dialog.getByLabel('现在的口令').fill(second);
    await dialog.getByRole('button', { name: '确定' }).click();
    await page.getByRole('button', { name: '设口令并加密' }).waitFor();
    await visit('工作任务');
    await page.getByRole('button', { name: '写了一半的任务' }).waitFor();
    // What only an encrypted unit may keep is gone with the encryption.
    await visit('机制抓手');
    await page.getByRole('link', { name: '抓制度建设', exact: true }).click();
    await page.getByRole('radio', { name: '廉政报告', exact: true }).check();
    await page.getByRole('button', { name: '报告内容：王镕' }).click();
    await page.getByText('本单位数据没有加密，只能记是否报告和日期。').waitFor();
    expect(await page.getByLabel('报告内容（可不填）').count()).toBe(0);
    await page.keyboard.press('Escape');
    expect(await plainTextIn([profile], [matters])).toEqual([]);
    expect(running.complaints).toEqual([]);
  });
});
