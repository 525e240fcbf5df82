import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newFolder, type RunningApp, startApp } from './app';

// The clock of the window is set as a user sets that of the PC: what it shows jumps, and runs on.

const profile = newFolder('clock');
let running: RunningApp;

/** Sets the clock of the window to a local moment `YYYY-MM-DDTHH:MM:SS`. */
const setClock = (moment: string): Promise<void> =>
  running.page.evaluate((text) => {
    const read = Reflect.get(window, 'readClock') ?? Date.now.bind(Date);
    Reflect.set(window, 'readClock', read);
    // What the app added for its own day stays on top; it began on 2026-11-30 at 10:00.
    const shift = Reflect.get(window, 'clockShift');
    const wanted = new Date(text).getTime() - shift - read();
    Date.now = () => read() + wanted;
  }, moment);

/** The window comes to the front, which makes it look at the clock. */
const lookUp = (): Promise<void> =>
  running.page.evaluate(() => void window.dispatchEvent(new Event('focus')));

const visit = async (hash: string): Promise<void> => {
  await running.page.evaluate((next) => {
    window.location.hash = next;
  }, `#/${hash}`);
};

const heading = (name: string) => running.page.getByRole('heading', { level: 1, name });
const banner = (text: string) => running.page.getByRole('status').filter({ hasText: text });

beforeAll(async () => {
  running = await startApp(profile, '2026-11-30');
  const { app, page } = running;
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(1366, 768);
  });
  const shift = await page.evaluate(() => window.touyan.call('app.info', null));
  await page.evaluate((info) => {
    Reflect.set(window, 'clockShift', info.ok ? info.value.clockShift : 0);
  }, shift);
  await page.getByRole('button', { name: '看看示例单位' }).click();
  await page.getByRole('navigation', { name: '主导航' }).waitFor();
});

afterAll(async () => {
  await running.close();
  rmSync(profile, { recursive: true, force: true });
});

test('Home moves on at midnight and says which month is being closed', async () => {
  await heading('2026年11月').waitFor();
  expect(await banner('正在收尾').count()).toBe(0);
  await setClock('2026-11-30T23:59:57');
  await heading('2026年12月').waitFor({ timeout: 30_000 });
  await banner('2026年11月正在收尾，12月7日前完成。').waitFor();
});

test('a form open over midnight keeps what was typed; the next one has the new day', async () => {
  const { page } = running;
  const open = async () => {
    await visit('home');
    await visit('registers?kind=warning-meeting&new=1');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('日期').first().waitFor();
    return dialog;
  };
  const dayOf = async (dialog: Awaited<ReturnType<typeof open>>) => {
    const field = dialog.getByRole('group', { name: '日期' }).or(dialog.getByLabel('日期')).first();
    return (
      await field.evaluate((element) =>
        element instanceof HTMLInputElement ? element.value : (element.textContent ?? ''),
      )
    ).replace(/\D+/g, ' ');
  };
  await setClock('2026-12-01T12:00:00');
  await lookUp();
  const first = await open();
  const before = await dayOf(first);
  await first.getByRole('textbox', { name: '主题' }).fill('跨过零点的会');
  await setClock('2026-12-01T23:59:59');
  await page.waitForTimeout(1_500);
  await lookUp();
  expect(await first.getByRole('textbox', { name: '主题' }).inputValue()).toBe('跨过零点的会');
  expect(await dayOf(first)).toBe(before);
  await first.getByRole('button', { name: '取消' }).click();
  const second = await open();
  expect(before).toBe('2026 12 01');
  expect(await dayOf(second)).toBe('2026 12 02');
  await page.keyboard.press('Escape');
});

test('a document that is open follows, and its month stays', async () => {
  const { page } = running;
  await setClock('2026-12-07T12:00:00');
  await lookUp();
  await visit('summary?month=2026-11');
  await banner('2026年11月正在收尾，12月7日前完成。').waitFor();
  await setClock('2026-12-07T23:59:59');
  await page.waitForTimeout(1_500);
  await lookUp();
  await banner('正在收尾').waitFor({ state: 'detached' });
  await page.getByRole('group', { name: '2026年11月' }).waitFor();
});

test('a clock that goes back is said once', async () => {
  const { page } = running;
  await setClock('2026-12-03T09:00:00');
  await lookUp();
  await lookUp();
  expect(await page.getByText('电脑时钟往回走了').count()).toBe(1);
});

test.each([
  ['2026-12-01T09:00:00', 'the first working day', ['2026年11月正在收尾']],
  ['2026-12-07T09:00:00', 'the fifth working day', ['2026年11月正在收尾']],
  ['2026-12-08T09:00:00', 'the sixth working day', []],
  [
    '2027-01-04T09:00:00',
    'the first working day of January',
    ['2026年12月正在收尾', '2026年正在收尾'],
  ],
])('Home at %s, %s', async (moment, _name, banners) => {
  await visit('home');
  await setClock(moment);
  await lookUp();
  await heading(`${moment.slice(0, 4)}年${Number(moment.slice(5, 7))}月`).waitFor();
  for (const text of banners) await banner(text).first().waitFor();
  expect(await banner('正在收尾').count()).toBe(banners.length);
});
