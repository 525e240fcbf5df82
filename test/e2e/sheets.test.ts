import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeWorkbook } from '../../electron/sheets/write-workbook';
import type { Book, Cell } from '../../shared/sheet/book';
import {
  chooseFile,
  chooseWhereToSave,
  foundUnit,
  newFolder,
  type RunningApp,
  startApp,
} from './app';

const profile = newFolder('sheets');
const exported = join(profile, '人员.xlsx');
const many = join(profile, '五万人.xlsx');
const old = join(profile, '旧.xls');

let running: RunningApp;

const surnames = '赵钱孙李周吴郑王冯陈';
const given = '镕喆堃玥珺昉昇伟芳敏';
const nameOf = (place: number): string =>
  `${surnames[place % 10]}${given[Math.floor(place / 10) % 10]}${['', '一', '二'][Math.floor(place / 100)] ?? `${place}`}`;

/** A roster as an office has it: a title above, a number for each, a total below. */
function roster(): string {
  const rows = Array.from({ length: 200 }, (_, place) => [
    String(place + 1),
    nameOf(place),
    ['办公室', '业务科', '财务科'][place % 3],
    place % 2 === 0 ? '√' : '群众',
    place % 5 === 0 ? '2026年3月' : `2020.${1 + (place % 12)}.${1 + (place % 28)}`,
  ]);
  const lines = [
    ['某某局人员花名册'],
    ['序号', '姓　名', '部门', '是否党员', '到岗时间'],
    ...rows,
    ['合计', '200人'],
  ];
  return lines.map((cells) => cells.join('\t')).join('\r\n');
}

const bookOf = (rows: Cell[][]): Book => ({
  title: '五万人',
  note: '',
  columns: ['姓名', '职务', '科室', '到任日期'].map((title) => ({
    title,
    width: 12,
    format: title === '到任日期' ? 'day' : 'text',
  })),
  rows,
  guide: [],
  emptyRows: 0,
  language: 'zh',
});

beforeAll(async () => {
  const rows = Array.from({ length: 50_000 }, (_, place): Cell[] => [
    `职工${place}`,
    '科员',
    '办公室',
    { day: '2020-03-05' },
  ]);
  writeFileSync(many, await writeWorkbook(bookOf(rows)));
  writeFileSync(old, Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]));
  running = await startApp(profile);
  await foundUnit(running, ['司马镕', '欧阳喆']);
});

afterAll(async () => {
  await running.close();
  rmSync(profile, { recursive: true, force: true });
});

const visit = (name: string) =>
  running.page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name }).click();

async function importPeople(): Promise<void> {
  await visit('单位设置');
  await running.page.getByRole('button', { name: '从 Excel 导入' }).click();
  await running.page.getByRole('heading', { name: '从 Excel 导入：人员' }).waitFor();
}

describe('people from a sheet', () => {
  test('200 staff are pasted, looked through, written in one action and taken back in one', async () => {
    const { page } = running;
    await importPeople();
    const box = page.getByLabel('或在这里粘贴（Ctrl+V）');
    await box.focus();
    await running.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), roster());
    await page.keyboard.press('Control+V');
    await page.getByRole('button', { name: '新增 200' }).waitFor();
    // Nothing is written before it is confirmed.
    await page.getByText('将一并新建科室：办公室、业务科、财务科。').waitFor();
    await page.getByText('只写了年月，按2026年3月1日读入。').first().waitFor();
    await page.getByRole('button', { name: '写入 200 条' }).click();
    await page.getByRole('heading', { name: '人员（202 人）' }).waitFor();
    await page.getByText('已从表格写入“人员”：新增 200 条，修改 0 条。').waitFor();
    await page.keyboard.press('Control+Z');
    await page.getByRole('heading', { name: '人员（2 人）' }).waitFor();
    await page.keyboard.press('Control+Y');
    await page.getByRole('heading', { name: '人员（202 人）' }).waitFor();
  });

  test('what is saved as Excel comes back unchanged', async () => {
    const { page, app } = running;
    await visit('单位设置');
    await chooseWhereToSave(app, exported);
    await page.getByRole('button', { name: '存为 Excel' }).click();
    await page.getByText('已存为').waitFor();
    await importPeople();
    await chooseFile(app, exported);
    await page.getByRole('button', { name: '打开表格文件…' }).click();
    await page.getByRole('button', { name: '不变 202' }).waitFor();
    expect(await page.getByRole('button', { name: '没有要写入的内容' }).isDisabled()).toBe(true);
  });

  test('an .xls gets one sentence', async () => {
    const { page, app } = running;
    await importPeople();
    await chooseFile(app, old);
    await page.getByRole('button', { name: '打开表格文件…' }).click();
    await page.getByRole('alert').filter({ hasText: '另存为 .xlsx' }).waitFor();
  });

  test('50,000 rows: progress, cancel, and a window that answers', async () => {
    const { page, app } = running;
    await importPeople();
    await chooseFile(app, many);
    // The longest time between two ticks is the longest time that the window stood still.
    await page.evaluate(() => {
      let [last, longest] = [performance.now(), 0];
      setInterval(() => {
        const now = performance.now();
        longest = Math.max(longest, now - last);
        last = now;
        document.body.dataset.longest = String(Math.round(longest));
      }, 5);
    });
    await page.getByRole('button', { name: '打开表格文件…' }).click();
    await page.getByText(/^正在核对：\d+ \/ \d+ 行/).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: '取消', exact: true }).click();
    await page.getByText('已停止核对，没有写入任何内容。').waitFor();
    await page.getByRole('button', { name: '重新核对' }).click();
    await page.getByRole('button', { name: '新增 50000' }).waitFor({ timeout: 60_000 });
    const longest = await page.evaluate(() => document.body.dataset.longest);
    console.log(`50,000 rows previewed; the window stood still for at most ${longest} ms`);
    expect(running.complaints).toEqual([]);
  });
});
