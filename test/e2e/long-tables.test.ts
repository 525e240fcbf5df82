// Tables of hundreds of rows in the sample unit: only rows in sight are in the page.
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newFolder, type RunningApp, startApp } from './app';

const profile = newFolder('long-tables');
let running: RunningApp;

beforeAll(async () => {
  running = await startApp(profile, '2026-11-23');
  await running.page.getByRole('button', { name: '看看示例单位' }).click();
  await running.page.getByRole('navigation', { name: '主导航' }).waitFor();
});

afterAll(async () => {
  await running.close();
  rmSync(profile, { recursive: true, force: true });
});

test('rows stand where they belong, in the frame that scrolls to them, from first to last', async () => {
  const { page } = running;
  await page.evaluate(() => {
    window.location.hash = '#/tasks?month=2026-11&scope=year&state=closed';
  });
  const table = page.locator('.ty-table-virtual');
  await table.locator('tbody tr[aria-rowindex="2"]').waitFor();
  const count = Number(await table.getAttribute('aria-rowcount'));
  expect(count).toBeGreaterThan(500);
  const found = await table.evaluate(async (element) => {
    const frame = element.parentElement;
    if (!frame) throw new Error('the table stands in a frame');
    const looks = [];
    for (const to of [0, 100, 544, 5_000, 12_345, 300, 1_000_000]) {
      frame.scrollTop = to;
      const asked = frame.scrollTop;
      // Animation callbacks come after the scrolling of the same frame.
      await new Promise(requestAnimationFrame);
      const { top, bottom } = frame.getBoundingClientRect();
      const head = element.querySelector('thead')?.getBoundingClientRect().height ?? 0;
      const rows = [...element.querySelectorAll('tbody tr[aria-rowindex]')].map((row) => {
        const box = row.getBoundingClientRect();
        return {
          index: Number(row.getAttribute('aria-rowindex')) - 2,
          height: box.height,
          // From the upper edge of all that can be scrolled to.
          at: Math.round(box.top - top + frame.scrollTop - head),
          top: box.top,
          bottom: box.bottom,
        };
      });
      looks.push({
        moved: frame.scrollTop - asked,
        heights: [...new Set(rows.map(({ height }) => height))],
        // The line above the first row takes a pixel or two.
        strays: rows.filter(({ index, at }) => Math.abs(at - index * 44) > 2).length,
        isCovered:
          Math.min(...rows.map((row) => row.top)) <= top + head + 2 &&
          Math.max(...rows.map((row) => row.bottom)) >= bottom - 2,
      });
    }
    return looks;
  });
  for (const look of found) {
    expect(look).toEqual({ moved: 0, heights: [44], strays: 0, isCovered: true });
  }
});
