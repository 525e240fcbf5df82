import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { emptyFolder } from '../unit/storage/data-folder';
import { hostilePackages } from '../unit/transfer/hostile-packages';
import { unitId } from '../unit/transfer/pcs';
import { newMainWatch } from './main-watch';
import { tell } from './tell';
import { newUnit, start } from './window';

// Hostile packages through the real window: what they cost main, whatever they do to the process that
// unpacks them.

/** Most that main may hold resident over all of them, in bytes. */
const mostMemory = 400 * 1024 * 1024;

/** Opens the package as the page does, looks at what it would change, lets it go; says how that ended. */
const look = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const { touyan } = window;
    const opened = await touyan.call('transfer.open', null);
    if (!opened.ok) return opened.error.code;
    const [shown] = opened.value?.packages ?? [];
    const end = shown?.status === 'ready' ? 'shown' : (shown?.error?.code ?? 'locked');
    if (end === 'shown') {
      const preview = await touyan.call('transfer.preview', null);
      if (!preview.ok) return preview.error.code;
    }
    await touyan.call('transfer.forget', { id: null });
    return end;
  });

test('hostile packages are refused or shown, and main hardly notices', async () => {
  const data = join(await emptyFolder(), 'data');
  await newUnit(data, unitId);
  const { app, page } = await start(data);
  const file = join(await emptyFolder(), 'hostile.touyan');
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, file);
  const watch = await newMainWatch(app);
  const ends = new Map<string, number>();
  let count = 0;
  for (const { about, bytes } of hostilePackages(20_261_201, 320)) {
    await writeFile(file, bytes);
    const end = await look(page);
    expect(end, about).toMatch(/^(shown|package-[a-z-]+)$/);
    ends.set(end, (ends.get(end) ?? 0) + 1);
    count += 1;
  }
  const { longest, memory } = await watch.end();
  const counts = [...ends].map(([end, times]) => `${times} ${end}`).join(', ');
  tell(
    `${count} hostile packages: ${counts}; longest block of main ${longest} ms, its memory ${Math.round(memory / 1024 / 1024)} MB`,
  );
  expect(memory).toBeLessThan(mostMemory);
  await app.close();
});
