import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runCommand } from '../../../electron/cli';

let root = '';
let data = '';

async function run(...argv: string[]) {
  let [stdout, stderr] = ['', ''];
  const code = await runCommand(argv, {
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    isTerminal: false,
  });
  return { code, stdout, stderr };
}

beforeAll(async () => {
  vi.stubEnv('TOUYAN_TODAY', '2026-11-23');
  root = await mkdtemp(join(tmpdir(), 'touyan-cli-sheets-'));
  data = join(root, 'unit');
  const { code } = await run(
    'sample',
    '--data',
    data,
    '--leaders',
    '2',
    '--staff',
    '5',
    '--years',
    '1',
  );
  if (code !== 0) throw new Error('the sample was not written');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(root, { recursive: true, force: true });
});

describe('sheets on the command line', () => {
  it.each(['person', 'task', 'target', 'talk', 'study-session'])(
    '%s: what is written comes back unchanged',
    async (list) => {
      const out = join(root, `${list}.xlsx`);
      const written = await run(
        'sheet-export',
        '--data',
        data,
        '--list',
        list,
        '--out',
        out,
        '--json',
      );
      expect(written).toMatchObject({ code: 0, stderr: '' });
      const { records } = JSON.parse(written.stdout);
      expect(records).toBeGreaterThan(0);
      const read = await run('sheet-import', '--data', data, '--list', list, '--json', out);
      expect(JSON.parse(read.stdout)).toMatchObject({
        new: 0,
        changed: 0,
        unchanged: records,
        wrong: 0,
        written: false,
        wrongRows: [],
        openRows: [],
        leftOut: [],
        head: 3,
      });
      expect(read.code).toBe(0);
    },
  );

  it('writes only when told to, tells of wrong rows and cells, and leaves them out', async () => {
    const file = join(root, '新人.csv');
    await writeFile(file, '姓名,到岗时间\n马镕,2026.3.5\n牛喆,2026-13-40\n,2026.3.5\n');
    const looked = await run('sheet-import', '--data', data, file, '--lang', 'zh');
    expect(looked.code).toBe(1);
    expect(looked.stdout).toContain('核对“人员”：新增 2，修改 0，不变 0，有误 1');
    expect(looked.stderr).toContain('第 3 行：“2026-13-40”这一天不存在。');
    expect(looked.stderr).toContain('第 4 行：“姓名”不能空着。');
    const written = await run('sheet-import', '--data', data, '--write', '--json', file);
    expect(JSON.parse(written.stdout)).toMatchObject({ new: 2, wrong: 1, written: true });
    const again = await run('sheet-import', '--data', data, '--json', file);
    expect(JSON.parse(again.stdout)).toMatchObject({ new: 0, unchanged: 2, wrong: 1 });
  });

  it('says what it took for the table, makes sections when told to, and gives back the rest', async () => {
    const file = join(root, '花名册.csv');
    const rows = [
      '某局花名册,,,',
      '姓名,所属部门,性别,党员',
      '甲镕,督查室,男,也许',
      '一、某组,,,',
      '合计,,,',
    ];
    await writeFile(file, rows.join('\n'));
    const looked = await run('sheet-import', '--data', data, file, '--lang', 'zh');
    expect(looked.stdout).toContain('标题在第 2 行，对上 3 列。');
    expect(looked.stdout).toContain('不导入的列：性别。');
    expect(looked.stdout).toContain('跳过：合计 1、说明 1。');
    expect(looked.stderr).toContain('没有“督查室”这个科室。');
    const rest = join(root, '待改.xlsx');
    const args = ['--data', data, '--create', '--rest', rest, '--json', file];
    const made = await run('sheet-import', ...args);
    expect(JSON.parse(made.stdout)).toMatchObject({ new: 1, sections: ['督查室'] });
    const back = await run('sheet-import', '--data', data, '--json', rest);
    expect(JSON.parse(back.stdout)).toMatchObject({ new: 1, wrong: 0, head: 3 });
  });

  it('takes one value for all rows where there is no column, and the sheet that is asked for', async () => {
    const file = join(root, '任务.csv');
    await writeFile(file, '重点任务,牵头领导\n造林任务甲,\n');
    const task = ['sheet-import', '--data', data, '--list', 'task', '--json'];
    expect((await run(...task, file)).code).toBe(1);
    const set = await run(...task, '--set', '所属时期=2026', file);
    expect(JSON.parse(set.stdout)).toMatchObject({ new: 1, wrong: 0 });
    expect((await run(...task, '--set', '无=1', file)).code).toBe(2);
    expect((await run(...task, '--sheet', '没有的表', file)).code).toBe(2);
  });

  it('refuses lists and files that are none', async () => {
    const out = join(root, 'x.xlsx');
    expect((await run('sheet-export', '--data', data, '--list', '无', '--out', out)).code).toBe(2);
    await writeFile(out, '<html></html>');
    const read = await run('sheet-import', '--data', data, out, '--lang', 'zh');
    expect(read.code).toBe(1);
    expect(read.stderr).toContain('这个文件其实不是 Excel 表格（HTML）');
  });
});
