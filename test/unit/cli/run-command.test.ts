import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { runCommand } from '../../../electron/cli';
import { commands } from '../../../electron/cli/commands';
import { createWorkspace, openWorkspace } from '../../../electron/storage/workspace';
import packageJson from '../../../package.json';
import { attach } from '../storage/evidence';

let root = '';
let data = '';
beforeAll(async () => {
  vi.stubEnv('TOUYAN_TODAY', '2026-11-23');
  root = await mkdtemp(join(tmpdir(), 'touyan-cli-'));
  data = join(root, 'unit');
  const { code } = await run('sample', '--data', data, '--leaders', '2', '--years', '1');
  if (code !== 0) throw new Error('the sample was not written');
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.stubEnv('TOUYAN_TODAY', '2026-11-23');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(root, { recursive: true, force: true });
});

/** Runs a command line and collects what it says. */
async function run(...argv: string[]) {
  let stdout = '';
  let stderr = '';
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

describe('help', () => {
  it('lists every command, in the language asked for', async () => {
    const zh = await run('--help', '--lang', 'zh');
    const en = await run('--lang=en', '--help');
    expect([zh.code, en.code]).toEqual([0, 0]);
    for (const [name, { help }] of Object.entries(commands)) {
      expect(zh.stdout).toMatch(new RegExp(`  ${name} +${help.zh.slice(0, 4)}`));
      expect(en.stdout).toContain(help.en);
    }
  });

  it.each(Object.keys(commands))('of %s names all its options', async (name) => {
    const { code, stdout, stderr } = await run(name, '--help');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const option of Object.keys(commands[name]?.options ?? {})) {
      expect(stdout).toContain(`--${option} `);
    }
    expect(stdout).toContain('退出码');
  });

  it('tells the defaults that are used', async () => {
    const { stdout } = await run('sample', '--help', '--lang', 'en');
    for (const value of ['9', '60', '2', '1']) expect(stdout).toContain(`(default ${value})`);
  });

  it('follows the language of the environment, Chinese where that says nothing', async () => {
    for (const [lang, word] of [
      ['en_GB.UTF-8', 'Usage'],
      ['zh_CN.UTF-8', '用法'],
      ['C', '用法'],
    ] as const) {
      vi.stubEnv('LC_ALL', lang);
      expect((await run('--help')).stdout).toContain(word);
    }
  });

  it('tells the version', async () => {
    expect(await run('--version')).toEqual({
      code: 0,
      stdout: `${packageJson.version}\n`,
      stderr: '',
    });
  });
});

describe('a command line that cannot be followed', () => {
  // Each says one sentence that holds the given words, on stderr, with exit code 2.
  it.each<[string[], string]>([
    [['smaple', '--data', 'x'], '没有“smaple”这个命令'],
    [['constructor'], '没有“constructor”这个命令'],
    [['sample'], '缺少选项 --data'],
    [['sample', '--data'], '选项 --data 后面缺少值'],
    [['sample', '--data='], '选项 --data 后面缺少值'],
    [['sample', '--data', '--staff', '3'], '选项 --data 后面缺少值'],
    [['sample', '--data', 'DIR', '--size', '3'], '不认识选项 --size'],
    [['sample', '--data', 'DIR', '-x'], '不认识选项 -x'],
    [['sample', '--data', 'DIR', '--data', 'DIR'], '只能写一次'],
    [['sample', '--data', 'DIR', 'more'], '多余的参数“more”'],
    [['sample', '--data', 'DIR', '--leaders', '0'], '应为1 到 30 的整数'],
    [['sample', '--data', 'DIR', '--leaders', 'nine'], '不能是“nine”'],
    [['sample', '--data', 'DIR', '--staff', '2.5'], '应为0 到 2000 的整数'],
    [['sample', '--data', 'DIR', '--staff=-1'], '应为0 到 2000 的整数'],
    [['sample', '--data', 'DIR', '--years', '99'], '应为1 到 30 的整数'],
    [['sample', '--data', 'DIR', '--lang', 'fr'], '应为 zh 或 en'],
    [['sample', '--data', 'UNIT'], '不是空的'],
    [['sample', '--data', 'FILE'], '不是文件夹'],
    [['sample', '--data', 'FILE/under'], '不是文件夹'],
    [['summary', '--data', 'UNIT'], '缺少选项 --out'],
    [['summary', '--data', 'UNIT', '--out', 'x.pdf', '--month', '2026-13'], '形如 2026-11'],
    [['summary', '--data', 'UNIT', '--out', 'x.pdf', '--month', 'november'], '形如 2026-11'],
    [['summary', '--data', 'UNIT', '--out', 'x.pdf', '--month', '2019-05'], '2019-05 没有记录'],
    [['summary', '--data', 'UNIT', '--out', 'x.pdf', '--month', '2026-12'], '2026-12 没有记录'],
    [['summary', '--data', 'NOWHERE', '--out', 'x.pdf'], '找不到文件夹'],
    [['summary', '--data', 'EMPTY', '--out', 'x.pdf'], '里没有头雁的数据'],
    [['export', '--data', 'UNIT', '--out', 'NOWHERE/x.touyan'], '找不到'],
    [['export', '--data', 'FILE', '--out', 'x.touyan'], '不是文件夹'],
    [['import', '--data', 'DIR'], '缺少 FILE…'],
    [['import', '--data', 'DIR', 'NOWHERE'], '找不到'],
    [['verify', '--data', 'NOWHERE'], '找不到文件夹'],
    [['verify', '--data', 'EMPTY'], '里没有头雁的数据'],
  ])('%j', async (words, said) => {
    const empty = join(root, 'empty');
    const file = join(root, 'file');
    await mkdir(empty, { recursive: true });
    await writeFile(file, '不是包');
    const argv = words.map((word) =>
      word
        .replace(/^UNIT$/, data)
        .replace(/^EMPTY$/, empty)
        .replace(/^FILE/, file)
        .replace(/^NOWHERE/, join(root, 'nowhere'))
        .replace(/^DIR$/, join(root, 'new')),
    );
    const { code, stdout, stderr } = await run(...argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(said);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).not.toMatch(/\bat .*:\d+/);
    expect(await readdir(root)).not.toContain('new');
    vi.stubEnv('LC_ALL', 'en_US.UTF-8');
    expect((await run(...argv)).stderr).toMatch(/^[\x20-\x7e…]+\n$/);
  });

  it('shows the help where nothing was asked, with exit code 2', async () => {
    const { code, stdout } = await run();
    expect(code).toBe(2);
    expect(stdout).toContain('用法');
  });

  it('says that TOUYAN_TODAY is no day', async () => {
    vi.stubEnv('TOUYAN_TODAY', '2026-02-30');
    const { code, stderr } = await run('sample', '--data', join(root, 'new'));
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'TOUYAN_TODAY 不是日期：“2026-02-30”。\n',
    });
  });
});

describe('the commands', () => {
  it('write, export, import and verify a unit, each with one line', async () => {
    const out = join(root, 'unit.touyan');
    const copy = join(root, 'copy');
    const lines = [
      await run('verify', '--data', data),
      await run('export', '--data', data, '--out', out),
      await run('import', '--data', copy, out),
      await run('verify', '--data', copy),
    ];
    for (const { code, stdout, stderr } of lines) {
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    }
    const actions = /([\d,]+) 次操作/;
    const counts = lines.map(({ stdout }) => actions.exec(stdout)?.[1]);
    // What one PC keeps to itself is written and verified, and neither exported nor imported.
    expect(counts[1]).toBe(counts[2]);
    expect(lines[2]?.stdout).toContain('青禾县林业和草原局');
  });

  it('say where a folder is damaged, with exit code 1', async () => {
    const broken = join(root, 'broken');
    await run('sample', '--data', broken, '--leaders', '1', '--staff', '2', '--years', '1');
    const [device = ''] = await readdir(join(broken, 'journal'));
    const path = join(broken, 'journal', device, '2026-03.jsonl');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('"percent":100', '"percent":101'));
    const { code, stdout, stderr } = await run('verify', '--data', broken);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^journal\/[0-9a-z]{8}\/2026-03\.jsonl:\d+: 内容被改动过/m);
    expect(stderr).toMatch(/^发现 \d+ 处问题。\n$/);
    const exporting = await run('export', '--data', broken, '--out', join(root, 'broken.touyan'));
    expect(exporting.code).toBe(1);
    expect(exporting.stderr).toContain('有损坏');
    expect(await readdir(root)).not.toContain('broken.touyan');
  });

  it('tell of a missing evidence file with exit code 1, of a forgotten one with 0', async () => {
    const unit = join(root, 'evidence');
    const source = join(root, '签到表.jpg');
    await writeFile(source, '签到');
    await createWorkspace(unit);
    const workspace = await openWorkspace(unit);
    const file = await workspace.addFile(source);
    await workspace.close();
    const path = `attachments/${file.sha256.slice(0, 2)}/${file.sha256}`;
    const forgotten = await run('verify', '--data', unit);
    expect(forgotten).toMatchObject({ code: 0, stderr: '' });
    expect(forgotten.stdout).toContain(`${path}: 没有记录用到这个附件文件`);
    const again = await openWorkspace(unit);
    await attach(again, file);
    await again.close();
    await rm(join(unit, path));
    const missing = await run('verify', '--data', unit);
    expect(missing).toMatchObject({ code: 1, stderr: '发现 1 处问题。\n' });
    expect(missing.stdout).toBe(`${path}: 附件的文件不见了，所属记录（签到表.jpg ← task t1）\n`);
  });

  it('refuse a spoilt package with exit code 1 and its name', async () => {
    const out = join(root, 'spoilt.touyan');
    await run('export', '--data', data, '--out', out);
    await appendFile(out, 'more');
    const { code, stderr } = await run('import', '--data', join(root, 'from-spoilt'), out);
    expect(code).toBe(1);
    expect(stderr).toBe(`“${out}”不是头雁的数据包，或者不完整。\n`);
  });

  it('show progress on a terminal only, and wipe it away', async () => {
    let stderr = '';
    const out = {
      stdout: () => undefined,
      stderr: (text: string) => {
        stderr += text;
      },
    };
    const argv = ['export', '--data', data, '--out', join(root, 'progress.touyan')];
    expect(await runCommand(argv, { ...out, isTerminal: false })).toBe(0);
    expect(stderr).toBe('');
    expect(await runCommand(argv, { ...out, isTerminal: true })).toBe(0);
    expect(stderr).toContain('100%');
    expect(stderr.endsWith('\r      \r')).toBe(true);
  });
});
