import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// The command line as a user runs it: a real Electron, without a window.
const touyanScript = join(import.meta.dirname, '../../build/touyan.mjs');

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function touyan(...argv: string[]): Promise<Ran> {
  const env = { ...process.env, TOUYAN_TODAY: '2026-11-23', LC_ALL: 'C.UTF-8' };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [touyanScript, ...argv], { env }, (error, stdout, stderr) => {
      const code = error ? error.code : 0;
      if (typeof code === 'number') resolve({ code, stdout, stderr });
      else reject(error);
    });
  });
}

let root = '';
let data = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'touyan-command-line-'));
  data = join(root, 'unit');
});
afterAll(() => rm(root, { recursive: true, force: true }));

describe('the command line', () => {
  it('writes a sample unit of nine leaders, sixty staff and two years', async () => {
    const { code, stdout, stderr } = await touyan(
      'sample',
      ...['--data', data, '--leaders', '9', '--staff', '60', '--years', '2'],
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^已写入示例单位：班子 9 人、职工 60 人、2 年，[\d,]+ 次操作/);
  });

  it.each([
    ['the latest month', [], '2026年11月', '2026-11'],
    ['a month asked for', ['--month', '2025-06'], '2025年6月', '2025-06'],
  ])(
    'prints the summary of %s: A4, numbered pages, real text',
    async (_name, args, words, month) => {
      const out = join(root, `${month}.pdf`);
      const { code, stdout, stderr } = await touyan(
        'summary',
        '--data',
        data,
        ...args,
        '--out',
        out,
      );
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain(month);
      const text = execFileSync('pdftotext', ['-layout', out, '-'], { encoding: 'utf8' });
      expect(text.replace(/\s/g, '')).toContain(`青禾县林业和草原局${words}工作总结`);
      const info = execFileSync('pdfinfo', [out], { encoding: 'utf8' });
      expect(info).toMatch(/Page size: +59[45](?:\.\d+)? x 84[12](?:\.\d+)? pts \(A4\)/);
      const pages = Number(/Pages: +(\d+)/.exec(info)?.[1]);
      expect(pages).toBe(Number(/(\d+) 页/.exec(stdout)?.[1]));
      const plain = text.replace(/\s/g, '');
      for (let page = 1; page <= pages; page += 1) expect(plain).toContain(`—${page}—`);
      const fonts = execFileSync('pdffonts', [out], { encoding: 'utf8' }).split('\n').slice(2, -1);
      expect(fonts.length).toBeGreaterThan(0);
      for (const font of fonts) expect(font).toMatch(/ yes +(?:yes|no) +(?:yes|no) +\d+ +\d+$/);
    },
  );

  it('carries the unit to another folder and finds it whole there', async () => {
    const file = join(root, 'unit.touyan');
    const copy = join(root, 'copy');
    const runs = [
      await touyan('export', '--data', data, '--out', file),
      await touyan('import', '--data', copy, file),
      await touyan('verify', '--data', copy),
    ];
    expect(runs.map(({ code, stderr }) => ({ code, stderr }))).toEqual(
      runs.map(() => ({ code: 0, stderr: '' })),
    );
    const [out, taken, found] = runs.map(({ stdout }) =>
      Number(/([\d,]+) 次操作/.exec(stdout)?.[1]?.replaceAll(',', '')),
    );
    expect(taken).toBe(out);
    // What came in, and the receipt for it.
    expect(found).toBe(Number(out) + 1);
  });

  it('verify lists the place of what was altered and exits with 1', async () => {
    const copy = join(root, 'copy');
    const devices = await readdir(join(copy, 'journal'));
    const path = join(copy, 'journal', devices[0] ?? '');
    const [file = ''] = await readdir(path);
    const text = await readFile(join(path, file), 'utf8');
    const line = text.split('\n').findIndex((one) => one.includes('青禾县林业和草原局')) + 1;
    await writeFile(join(path, file), text.replace('青禾县林业和草原局', '青禾县林业和草原厅'));
    const { code, stdout, stderr } = await touyan('verify', '--data', copy);
    expect(code).toBe(1);
    expect(stdout).toContain(`journal/${devices[0]}/${file}:${line}: 内容被改动过`);
    expect(stderr).toMatch(/^发现 \d+ 处问题。\n$/);
  });

  it.each<[string, string[], number, string]>([
    ['an unknown command', ['smaple'], 2, '没有“smaple”这个命令；touyan --help 列出全部命令。\n'],
    ['an unknown flag', ['verify', '--data', 'UNIT', '--deep'], 2, '不认识选项 --deep。\n'],
    [
      'a missing flag',
      ['export', '--data', 'UNIT'],
      2,
      '缺少选项 --out FILE.touyan（写到哪个文件）。\n',
    ],
    ['a missing folder', ['verify', '--data', '/nowhere'], 2, '找不到文件夹“/nowhere”。\n'],
    [
      'a bad number',
      ['sample', '--data', 'UNIT', '--years', 'two'],
      2,
      '选项 --years 应为1 到 30 的整数，不能是“two”。\n',
    ],
    [
      'a bad month',
      ['summary', '--data', 'UNIT', '--out', 'x.pdf', '--month', '2026-00'],
      2,
      '选项 --month 应为形如 2026-11 的月份，不能是“2026-00”。\n',
    ],
    [
      'a folder in use',
      ['sample', '--data', 'UNIT'],
      2,
      '文件夹“UNIT”不是空的，没有写入；请换一个空文件夹。\n',
    ],
    [
      'no package',
      ['import', '--data', 'UNIT-2', '/etc/hostname'],
      1,
      '“/etc/hostname”不是头雁的数据包，或者不完整。\n',
    ],
    [
      'an unwritable place',
      ['summary', '--data', 'UNIT', '--out', '/nowhere/x.pdf'],
      2,
      '找不到“/nowhere/x.pdf”。\n',
    ],
  ])('answers %s with one sentence', async (_name, words, expected, sentence) => {
    const argv = words.map((word) => word.replace(/^UNIT/, data));
    const { code, stdout, stderr } = await touyan(...argv);
    expect({ code, stdout }).toEqual({ code: expected, stdout: '' });
    expect(stderr).toBe(sentence.replace('UNIT', data));
  });

  it('explains itself in Chinese and in English', async () => {
    const zh = await touyan('--help');
    const en = await touyan('sample', '--help', '--lang', 'en');
    const version = await touyan('--version');
    expect([zh.code, en.code, version.code]).toEqual([0, 0, 0]);
    expect(zh.stdout).toContain('用法：touyan 命令 [选项]');
    expect(en.stdout).toContain('Usage: touyan sample --data DIR');
    expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
