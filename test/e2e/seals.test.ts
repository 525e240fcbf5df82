import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseWhereToSave, foundUnit, newFolder, type RunningApp, startApp } from './app';

const profile = newFolder('seals');
const place = newFolder('seals-out');
const today = '2026-11-24';
let running: RunningApp;

const show = (hash: string) =>
  running.page.evaluate((to) => {
    window.location.hash = to;
  }, hash);

/** Words of the sealed document, page by page, as the preview has them. */
async function paper(): Promise<string[]> {
  await show('#/summary?document=monthly&month=2026-11');
  const pages = running.page.locator('.ty-desk-top .paper-page');
  await pages.first().waitFor();
  return pages.allInnerTexts();
}

/** Fingerprint of the PDF that the app writes now, apart from the moment of writing. */
async function printed(name: string): Promise<string> {
  const { app, page } = running;
  const path = join(place, name);
  await chooseWhereToSave(app, path);
  await page.getByRole('button', { name: '存为 PDF…' }).click();
  await page.getByText(path).first().waitFor();
  const pdf = readFileSync(path, 'latin1').replace(/\/(?:CreationDate|ModDate) \([^)]*\)/g, '');
  return createHash('sha256').update(pdf, 'latin1').digest('hex');
}

async function recordPartyDay(subject: string): Promise<void> {
  const { page } = running;
  await show('#/mechanisms?section=G2');
  await page.getByRole('link', { name: '抓党员活动', exact: true }).click();
  await page.getByRole('link', { name: '去登记：类型：警示教育' }).click();
  const form = page.getByRole('dialog', { name: '登记党员活动日' });
  await form.getByRole('textbox', { name: '主题' }).fill(subject);
  await form.getByRole('button', { name: '保存' }).click();
  await page.getByText('党员活动日已保存。').waitFor();
}

beforeAll(async () => {
  running = await startApp(profile, today);
  await foundUnit(running, ['王镕', '李喆']);
  await recordPartyDay('以案为鉴主题党日');
});

afterAll(async () => {
  await running.close();
  for (const folder of [profile, place]) rmSync(folder, { recursive: true, force: true });
});

describe('a sealed month', () => {
  let sealed: string[] = [];
  let fingerprint = '';

  test('is sealed with its fingerprint, and not taken back by undo', async () => {
    const { page } = running;
    sealed = await paper();
    expect(sealed.join('')).toContain('以案为鉴主题党日');
    await page.getByRole('button', { name: '封存…' }).click();
    const dialog = page.getByRole('dialog', { name: '封存' });
    await dialog.getByRole('checkbox').uncheck();
    await dialog.getByRole('button', { name: '封存' }).click();
    await page.getByText('已封存 1 份文书。').waitFor();
    await page.getByText('核对无误：与封存时一字不差').waitFor();
    fingerprint = await page.locator('.ty-seal-hash').innerText();
    expect(fingerprint).toMatch(/[0-9a-f]{64}$/);
    // What is taken back is the party day, the last step before.
    await page.keyboard.press('Control+z');
    await page.getByText('已撤销：').first().waitFor();
    expect(await paper()).toEqual(sealed);
    await page.getByText('核对无误：与封存时一字不差').waitFor();
  });

  test('keeps its text when records change, and carries the correction with its reason', async () => {
    const { page } = running;
    await recordPartyDay('重温入党誓词主题党日');
    expect(await paper()).toEqual(sealed);
    await page.getByText(/^封存后记录有 \d+ 处变化$/).waitFor();
    await page.getByRole('button', { name: '登记更正…' }).first().click();
    const dialog = page.getByRole('dialog', { name: '登记更正' });
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.getByText('请写明更正原因。').waitFor();
    await dialog.getByRole('textbox', { name: '更正原因' }).fill('活动主题登记有误');
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByText('已登记更正 1 处，附在文书之后').waitFor();
    const now = await paper();
    expect(now.slice(0, sealed.length)).toEqual(sealed);
    const note = now.slice(sealed.length).join('');
    for (const word of ['更正说明', '活动主题登记有误', fingerprint.slice(-64)])
      expect(note.replace(/\s/g, '')).toContain(word);
  });

  test('reprints identically after a restart and under another template', async () => {
    const before = { pages: await paper(), pdf: await printed('一.pdf') };
    await running.close();
    running = await startApp(profile, '2026-12-24');
    const { page } = running;
    await page.getByRole('navigation', { name: '主导航' }).waitFor();
    expect(await paper()).toEqual(before.pages);
    await page.getByRole('button', { name: '格式…' }).click();
    const dialog = page.getByRole('dialog', { name: '文书格式' });
    await dialog.getByRole('radio', { name: '略（只列数字）' }).check();
    await dialog.getByRole('button', { name: '保存' }).click();
    await page.getByText('格式已保存。').waitFor();
    expect(await paper()).toEqual(before.pages);
    expect(await page.locator('.ty-seal-hash').innerText()).toBe(fingerprint);
    await page.getByText('核对无误：与封存时一字不差').waitFor();
    expect(await printed('二.pdf')).toBe(before.pdf);
    expect(running.complaints).toEqual([]);
  });
});
