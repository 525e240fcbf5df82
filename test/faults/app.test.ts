import { readdirSync, rmSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { device, emptyFolder } from '../unit/storage/data-folder';
import { faketimeLibrary } from './faketime';
import { bindReadOnly, smallDisk } from './mounts';
import { tell } from './tell';
import { addAndSee, addTask, newUnit, start, tasksIn, told, visitTasks } from './window';

// The whole app, with its window, while the disk or the clock fails.

describe('the app', () => {
  test('on a disk that becomes full says so, and goes on when there is room', async () => {
    const disk = await smallDisk(3_000);
    const data = join(disk, 'data');
    await newUnit(data);
    const { app, page } = await start(data);
    await visitTasks(page);
    await addAndSee(page, '满盘之前的任务');
    await writeFile(join(disk, 'filler'), Buffer.alloc(4_000_000)).catch(() => undefined);
    // The journal's own last block has room for some lines still.
    const sentence = page.getByText('磁盘空间已满').first();
    for (let more = 0; more < 20 && !(await sentence.isVisible()); more += 1) {
      await addTask(page, `装满磁盘的任务${more}${'长'.repeat(100)}`);
      await page.waitForTimeout(300);
    }
    await told(page, '磁盘空间已满，这一步没有保存，之前的内容都在。请清理磁盘后重试。');
    await rm(join(disk, 'filler'));
    await page.keyboard.press('Escape');
    await addAndSee(page, '腾出空间之后的任务');
    // What was refused went away again; what is shown is on the disk.
    const shown = await page.getByRole('row', { name: /满盘之前|装满磁盘|腾出空间/ }).count();
    await app.close();
    const tasks = await tasksIn(data);
    expect(tasks).toContain('满盘之前的任务');
    expect(tasks).toContain('腾出空间之后的任务');
    expect(tasks).toHaveLength(shown);
    tell(`the app on a full disk: told, ${tasks.length} tasks acknowledged, 0 lost`);
  });

  test('whose folder is taken away says so, and goes on when it is back', async () => {
    const data = join(await emptyFolder(), 'data');
    await newUnit(data);
    const { app, page } = await start(data);
    await visitTasks(page);
    await addAndSee(page, '移走之前的任务');
    await rename(data, `${data}-away`);
    await addTask(page, '移走时的任务');
    await told(page, '文件夹或文件找不到了');
    await rename(`${data}-away`, data);
    await page.keyboard.press('Escape');
    await addAndSee(page, '放回之后的任务');
    await app.close();
    expect(await tasksIn(data)).toEqual(['放回之后的任务', '移走之前的任务']);
    tell('the app with its folder taken away: told, 2 tasks acknowledged, 0 lost');
  });

  test('on a read-only medium shows everything and says why nothing can be written', async () => {
    const data = join(await emptyFolder(), 'data');
    await newUnit(data);
    const writing = await start(data);
    await visitTasks(writing.page);
    await addAndSee(writing.page, '只读之前的任务');
    await writing.app.close();
    const release = bindReadOnly(data);
    const { app, page } = await start(data);
    await told(page, '没有写入权限（或介质为只读');
    await visitTasks(page);
    await page.getByRole('row', { name: /只读之前的任务/ }).waitFor();
    await app.close();
    release();
    expect(await tasksIn(data)).toEqual(['只读之前的任务']);
    tell('the app on a read-only medium: told, 1 task acknowledged, 0 lost');
  });

  test('with its clock at 2009, at 2099 and right again keeps all and opens', async () => {
    const data = join(await emptyFolder(), 'data');
    await newUnit(data);
    const clocks = ['2009-01-01 08:00:00', '2099-12-30 08:00:00', ''];
    for (const [at, clock] of clocks.entries()) {
      const env = clock ? { LD_PRELOAD: faketimeLibrary(), FAKETIME: `@${clock}` } : {};
      const { app, page } = await start(data, env);
      const year = clock.slice(0, 4) || String(new Date().getFullYear());
      expect(await page.evaluate(() => new Date().getFullYear())).toBe(Number(year));
      await visitTasks(page);
      await addAndSee(page, `${at} 时钟在${year}年的任务`);
      await app.close();
    }
    expect(await tasksIn(data)).toHaveLength(3);
    const months = readdirSync(join(data, 'journal', device));
    expect(months.at(-1)).toBe('2099-12.jsonl');
    tell('the app with its clock at 2009 and 2099: 3 tasks acknowledged, 0 lost');
    rmSync(data, { recursive: true });
  });
});
