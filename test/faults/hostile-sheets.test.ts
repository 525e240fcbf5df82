import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { hostileWorkbooks } from '../unit/sheet/hostile-workbooks';
import { emptyFolder } from '../unit/storage/data-folder';
import { newMainWatch } from './main-watch';
import { tell } from './tell';
import { newUnit, start } from './window';

// Hostile workbooks through the real window: what they cost main, whatever they do to the process
// that reads them.

/** Most that main may hold resident over all of them, in bytes. */
const mostMemory = 400 * 1024 * 1024;

const choose = (app: ElectronApplication, file: string) =>
  app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, file);

/** Opens the file as the page does and pulls all rows of its first sheet; answers how that ended. */
const open = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const { touyan } = window;
    const opened = await touyan.call('sheets.open', null);
    if (!opened.ok) return opened.error.code;
    const rows = opened.value?.sheets[0]?.rows ?? 0;
    for (let from = 0; from < rows; ) {
      const piece = await touyan.call('sheets.rows', { sheet: 0, from, count: 2_000 });
      if (!piece.ok) return piece.error.code;
      if (piece.value.length === 0) break;
      from += piece.value.length;
    }
    await touyan.call('sheets.close', null);
    return 'taken';
  });

test('hostile workbooks are refused or taken, and main hardly notices', async () => {
  const data = join(await emptyFolder(), 'data');
  await newUnit(data);
  const { app, page } = await start(data);
  const file = join(await emptyFolder(), '花名册.xlsx');
  await choose(app, file);
  const watch = await newMainWatch(app);
  const ends = new Map<string, number>();
  const all = hostileWorkbooks(115);
  for (const { make } of all) {
    await writeFile(file, await make());
    const end = await open(page);
    expect(end).toMatch(/^(taken|sheet-\w+|file-empty)$/);
    ends.set(end, (ends.get(end) ?? 0) + 1);
  }
  const { longest, memory } = await watch.end();
  const counts = [...ends].map(([end, count]) => `${count} ${end}`).join(', ');
  tell(
    `${all.length} hostile workbooks: ${counts}; longest block of main ${longest} ms, its memory ${Math.round(memory / 1024 / 1024)} MB`,
  );
  expect(memory).toBeLessThan(mostMemory);
  await app.close();
});
