import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSheetFile } from '../../electron/sheets/read-file';
import { type Form, fileOf, type Truth } from '../fixtures/sheets-office/forms/form';
import {
  chooseFile,
  chooseWhereToSave,
  foundUnit,
  newFolder,
  type RunningApp,
  startApp,
} from './app';

const profile = newFolder('office-sheets');
const supervision = join(profile, '督办事项.xlsx');
const risks = join(profile, '风险点.xlsx');
const rest = join(profile, '待改.xlsx');

let running: RunningApp;

const roster = [
  ['姓名', '所在科室', '岗位'],
  ['孙艳', '办公室', '主任'],
  ['戴昉', '党建股', '股长'],
  ['谭昇', '业务股', '股长'],
]
  .map((cells) => cells.join('\t'))
  .join('\r\n');

const matters: readonly Truth[] = [
  {
    kind: '一、党的建设',
    title: '开展支部标准化建设',
    due: '年底',
    leader: '孔国栋',
    department: '党建股',
    owner: '戴昉',
  },
  {
    kind: '一、党的建设',
    title: '组织廉政教育月',
    due: '2026年6月底前',
    leader: '袁镕川',
    department: '办公室、党建股',
    owner: '孙艳、戴昉',
  },
  {
    kind: '二、业务工作',
    title: '完成1.5万亩人工造林',
    due: '第三季度',
    leader: '袁镕川、孔国栋',
    department: '业务股',
    owner: '谭昇',
  },
  {
    kind: '二、业务工作',
    title: '抓好安全生产',
    due: '长期坚持',
    leader: '孔国栋',
    department: '业务股',
    owner: '谭昇',
  },
  {
    kind: '二、业务工作',
    title: '12.4宪法宣传日活动',
    due: '12月4日前',
    leader: '孔国栋',
    department: '办公室',
    owner: '孙艳',
  },
];

/** A supervision sheet as it lies on the desk: a head in two rows, merged; groups; notes below. */
const sheet: Form = {
  name: '督办',
  list: 'task',
  records: matters,
  above: [
    ['某局2026年度督办事项清单'],
    ['填报单位：办公室', null, null, null, null, '2026年1月5日'],
  ],
  columns: [
    { heading: '序号', cell: (_, at) => at + 1 },
    { heading: '督办事项', key: 'title' },
    { heading: '责任分工/牵头领导', key: 'leader' },
    { heading: '责任分工/承办科室', key: 'department' },
    { heading: '责任分工/承办人', key: 'owner' },
    { heading: '办结时限', key: 'due' },
    { heading: '备注', cell: () => null },
  ],
  group: ({ kind }) => String(kind),
  below: [['注：长期任务每季度末报送一次进展。'], ['填表人：某某    审核人：某某']],
};

/** A list of risks in which a word of a grade and a day are the office's own. */
const grades: Form = {
  name: '风险点',
  list: 'risk-point',
  records: ['一类', '一类', '二级'].map(
    (level, at): Truth => ({ level, title: `风险点${at + 1}` }),
  ),
  columns: [
    { heading: '排查日期', cell: (_, at) => ['2026.4.1', '2026.4.1', '4月中旬'][at] ?? null },
    { heading: '岗位', cell: () => '经办岗' },
    { heading: '风险点', key: 'title' },
    { heading: '风险等级', key: 'level' },
  ],
};

beforeAll(async () => {
  writeFileSync(supervision, await fileOf(sheet));
  writeFileSync(risks, await fileOf(grades));
  running = await startApp(profile, '2026-01-06');
  await foundUnit(running, ['袁镕川', '孔国栋']);
  const { page, app } = running;
  await visit('单位设置');
  await page.getByRole('button', { name: '从 Excel 导入' }).click();
  await page.getByLabel('或在这里粘贴（Ctrl+V）').focus();
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), roster);
  await page.keyboard.press('Control+V');
  await page.getByRole('button', { name: '写入 3 条' }).click();
  await page.getByText('已从表格写入“人员”：新增 3 条，修改 0 条。').waitFor();
});

afterAll(async () => {
  await running.close();
  rmSync(profile, { recursive: true, force: true });
});

const visit = (name: string) =>
  running.page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name }).click();

describe('the sheet that lies on the desk', () => {
  test('a supervision sheet becomes tasks in under a minute, and nothing in it is typed again', async () => {
    const { page, app } = running;
    await chooseFile(app, supervision);
    const began = performance.now();
    let steps = 0;
    const step = async (work: Promise<unknown>) => {
      steps += 1;
      await work;
    };
    await step(visit('工作任务'));
    await step(page.getByRole('button', { name: '从 Excel 导入' }).click());
    await step(page.getByRole('button', { name: '打开表格文件…' }).click());
    await page.getByText('将新增 5 条。').waitFor();
    await page.getByText('标题在第 4 行，已对上 5 列').waitFor();
    await page.getByText('分组行 2 行').waitFor();
    // The year of the title holds for all rows, and is said.
    expect(await page.getByRole('textbox', { name: '所属时期' }).inputValue()).toBe('2026');
    await page.getByText('“年底”按2026年12月31日读入。').waitFor();
    await page.getByText('“牵头领导”一栏的孔国栋记入“配合科室和人员”。').waitFor();
    if (process.env.TOUYAN_SHOTS) {
      await page.screenshot({ path: join(process.env.TOUYAN_SHOTS, 'sheets.png') });
    }
    await step(page.getByRole('button', { name: '写入 5 条' }).click());
    await page.getByText('已从表格写入“任务分解表”：新增 5 条，修改 0 条。').waitFor();
    const seconds = Math.round((performance.now() - began) / 100) / 10;
    console.log(`a supervision sheet of 5 rows: ${steps} steps, ${seconds} s`);
    expect(steps).toBeLessThanOrEqual(4);
    expect(seconds).toBeLessThan(60);
    await chooseFile(app, supervision);
    await page.getByRole('button', { name: '从 Excel 导入' }).click();
    await page.getByRole('button', { name: '打开表格文件…' }).click();
    await page.getByRole('button', { name: '不变 5' }).waitFor();
  });

  test('a word is chosen once for all rows, a cell is mended where it stands, the rest goes back', async () => {
    const { page, app } = running;
    await chooseFile(app, risks);
    await page.getByLabel('导入到').selectOption({ label: '廉政风险点' });
    await page.getByRole('button', { name: '换一个表格' }).click();
    await page.getByRole('button', { name: '打开表格文件…' }).click();
    await page.getByText('没有要写入的内容。 3 行有误，不写入。').waitFor();
    await chooseWhereToSave(app, rest);
    await page.getByRole('button', { name: '存下没写入的 3 行及原因' }).click();
    await page.getByText('已存为').waitFor();
    const [back] = await readSheetFile(rest);
    expect(JSON.stringify(back?.grid)).toContain('“一类”不在选项中');
    await page.getByLabel('“等级”中的“一类”读作').selectOption('高');
    await page.getByRole('button', { name: '新增 2' }).waitFor();
    const day = page.getByLabel('改第 4 行的“日期”');
    await day.fill('2026-4-15');
    await day.press('Enter');
    await page.getByRole('button', { name: '写入 3 条' }).click();
    await page.getByText('已从表格写入“廉政风险点”：新增 3 条，修改 0 条。').waitFor();
    expect(running.complaints).toEqual([]);
  });

  test('the row of the headings is put right with one click', async () => {
    const { page, app } = running;
    await visit('单位设置');
    await page.getByRole('button', { name: '从 Excel 导入' }).click();
    await page.getByLabel('或在这里粘贴（Ctrl+V）').focus();
    const text = '姓名\t职务\n甲某\t科员\n称呼\t所任\n乙某\t科员';
    await app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);
    await page.keyboard.press('Control+V');
    await page.getByText('标题在第 1 行').click();
    await page.getByRole('button', { name: '以第 3 行为标题' }).click();
    await page.getByText('标题在第 3 行').waitFor();
    await page.getByLabel('“称呼”导入为').selectOption('name');
    await page.getByRole('button', { name: '新增 1' }).waitFor();
  });
});
