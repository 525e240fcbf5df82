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
      expect(JSON.parse(read.stdout)).toEqual({
        new: 0,
        changed: 0,
        unchanged: records,
        wrong: 0,
        written: false,
        wrongRows: [],
      });
      expect(read.code).toBe(0);
    },
  );

  it('writes only when told to, tells of wrong rows, and leaves them out', async () => {
    const file = join(root, '新人.csv');
    await writeFile(file, '姓名,到岗时间\n马镕,2026.3.5\n牛喆,2026-13-40\n');
    const looked = await run('sheet-import', '--data', data, file, '--lang', 'zh');
    expect(looked.code).toBe(1);
    expect(looked.stdout).toContain('核对“人员”：新增 1，修改 0，不变 0，有误 1');
    expect(looked.stderr).toContain('第 3 行：“2026-13-40”这一天不存在。');
    const written = await run('sheet-import', '--data', data, '--write', '--json', file);
    expect(JSON.parse(written.stdout)).toMatchObject({ new: 1, wrong: 1, written: true });
    const again = await run('sheet-import', '--data', data, '--json', file);
    expect(JSON.parse(again.stdout)).toMatchObject({ new: 0, unchanged: 1, wrong: 1 });
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
