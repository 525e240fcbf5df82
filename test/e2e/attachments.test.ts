import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseWhereToSave, newFolder, type RunningApp, refusedRequests, startApp } from './app';

const profile = newFolder('attachments');
const desk = newFolder('desk');
const sheet = join(desk, '签到表.jpg');
const plan = join(desk, '实施方案（终稿）.docx');
const empty = join(desk, '空白.txt');
const task = '完成馆藏文书档案数字化三万页';

let running: RunningApp;

/** The next open dialogs answer with these files. */
const chooseFiles = (paths: readonly string[]) =>
  running.app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [...filePaths] });
  }, paths);

/** From now on the system's program only remembers what it was given. */
const stubOpening = () =>
  running.app.evaluate(({ shell }) => {
    Reflect.set(globalThis, 'openedPaths', []);
    shell.openPath = async (path) => {
      // What was put there two lines above.
      (Reflect.get(globalThis, 'openedPaths') as string[]).push(path);
      return '';
    };
  });

const openedPaths = () =>
  running.app.evaluate(() => Reflect.get(globalThis, 'openedPaths') as string[]);

/** Files below a folder, by their names. */
const filesBelow = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => name)
    : [];

const blobs = () => filesBelow(join(profile, 'data', 'attachments'));

const visit = (name: string) =>
  running.page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name }).click();

const openTask = async () => {
  await visit('工作任务');
  await running.page.getByRole('button', { name: task }).click();
};

const files = () => running.page.getByRole('region', { name: '任务附件' });

beforeAll(async () => {
  writeFileSync(sheet, Buffer.alloc(1_500_000, '签到'));
  writeFileSync(plan, '实施方案');
  writeFileSync(empty, '');
  running = await startApp(profile);
});

afterAll(async () => {
  await running.close();
  rmSync(profile, { recursive: true, force: true });
  rmSync(desk, { recursive: true, force: true });
});

describe('evidence files of a task', () => {
  test('are copied in with a new task, each content once', async () => {
    const { page } = running;
    await page.getByRole('button', { name: '建立本单位' }).click();
    await page.getByLabel('单位全称').fill('云溪县档案服务中心');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByLabel('姓名 1').fill('王镕');
    await page.getByRole('button', { name: '下一步' }).click();
    await page.getByRole('radio', { name: '王镕' }).check();
    await page.getByRole('button', { name: '完成' }).click();
    await visit('工作任务');
    await page.getByRole('button', { name: '新增任务' }).first().click();
    await page.getByRole('textbox', { name: '任务', exact: true }).fill(task);
    await chooseFiles([sheet, plan, empty]);
    await files().getByRole('button', { name: '添加文件' }).click();
    await files().getByText('“空白.txt”是空文件').waitFor();
    expect(await files().getByText('保存后生效').count()).toBe(2);
    await chooseFiles([sheet]);
    await files().getByRole('button', { name: '添加文件' }).click();
    await files().getByText('“签到表.jpg”已在附件中').waitFor();
    const evidence = page.getByRole('region', { name: '本次进度的印证材料' });
    await evidence.getByRole('button', { name: '添加文件' }).click();
    await evidence.getByRole('button', { name: '签到表.jpg', exact: true }).waitFor();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(blobs()).toHaveLength(2);
  });

  test('are there after a restart, and open from a read-only copy', async () => {
    await running.close();
    running = await startApp(profile);
    await stubOpening();
    await openTask();
    await files().getByText('1.4 MB').waitFor();
    await running.page.screenshot({ path: join(desk, 'task.png') });
    await files().getByRole('button', { name: '实施方案（终稿）.docx', exact: true }).click();
    await expect.poll(openedPaths).toHaveLength(1);
    const [path = ''] = await openedPaths();
    expect(path.startsWith(join(profile, 'opened'))).toBe(true);
    expect(path.endsWith('实施方案（终稿）.docx')).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('实施方案');
    await chooseWhereToSave(running.app, join(desk, '另存.jpg'));
    await files().getByRole('button', { name: '另存 签到表.jpg' }).click();
    await files().getByText('已另存到').waitFor();
    expect(readFileSync(join(desk, '另存.jpg')).equals(readFileSync(sheet))).toBe(true);
  });

  test('are removed and put back; what was dropped comes in, too', async () => {
    const { page } = running;
    await files().getByRole('button', { name: '移除 签到表.jpg' }).click();
    await files().getByText('已移除“签到表.jpg”。').waitFor();
    expect(await files().getByRole('listitem').count()).toBe(1);
    await files().getByRole('button', { name: '撤销移除' }).click();
    await expect.poll(() => files().getByRole('listitem').count()).toBe(2);
    // A file that the user gave to the page has a path that only preload can tell.
    const notice = join(desk, '通知.pdf');
    writeFileSync(notice, '通知');
    await page.evaluate(() => {
      const input = document.createElement('input');
      input.type = 'file';
      input.id = 'given';
      document.querySelector('dialog')?.append(input);
    });
    await page.setInputFiles('#given', notice);
    await page.evaluate(() => {
      const input = document.querySelector<HTMLInputElement>('#given');
      // Those of the task; of a task in hand, those of the progress note stand before them.
      const region = [...document.querySelectorAll('.ty-files')].find((one) =>
        one.textContent?.includes('签到表.jpg'),
      );
      const dataTransfer = new DataTransfer();
      for (const file of input?.files ?? []) dataTransfer.items.add(file);
      for (const type of ['dragover', 'drop']) {
        region?.dispatchEvent(
          new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }),
        );
      }
      input?.remove();
    });
    await files().getByRole('button', { name: '通知.pdf', exact: true }).waitFor();
    expect(blobs()).toHaveLength(3);
    await page.getByRole('button', { name: '取消' }).click();
  });

  test('one that went missing says so', async () => {
    rmSync(join(profile, 'data', 'attachments'), { recursive: true });
    await openTask();
    await expect.poll(() => files().getByText('文件缺失').count()).toBe(3);
    await running.page.screenshot({ path: join(desk, 'missing.png') });
    await chooseFiles([sheet]);
    await files().getByRole('button', { name: '添加文件' }).click();
    await expect.poll(() => files().getByText('文件缺失').count()).toBe(2);
  });

  test('leave no copy behind when the app ends', async () => {
    const { page } = running;
    await page.getByRole('button', { name: '取消' }).click();
    expect(running.complaints).toEqual([]);
    expect(await refusedRequests(running.app)).toBe(0);
    await running.close();
    expect(filesBelow(join(profile, 'opened'))).toEqual([]);
    running = await startApp(profile);
  });
});
