import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { foldersOf } from '../../../electron/command-line';
import { dataFolderIn, folderOfPolicy, fromFile } from '../../../electron/policy-folder';
import { portableFolder } from '../../../electron/portable-folder';

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'touyan-places-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

describe('a folder laid down by the office', () => {
  it.each([
    ['D:\\头雁\\数据', 'win32', 'D:\\头雁\\数据'],
    ['D:\\头雁\\%username%', 'win32', 'D:\\头雁\\张三'],
    ['\\\\server\\头雁\\%USERNAME%', 'win32', '\\\\server\\头雁\\张三'],
    ['/srv/touyan/%USERNAME%', 'linux', '/srv/touyan/张三'],
  ] as const)('%s on %s is %s', (given, platform, folder) => {
    expect(folderOfPolicy(given, { USERNAME: '张三' }, platform)).toBe(folder);
  });

  it.each([
    ['数据', 'win32'],
    ['数据', 'linux'],
    ['%NOWHERE%\\data', 'win32'],
    ['/srv/%NOWHERE%', 'linux'],
    ['D:数据', 'win32'],
  ] as const)('%s on %s leads nowhere and is refused in words', (given, platform) => {
    expect(() => folderOfPolicy(given, {}, platform)).toThrow(/administrator/);
  });

  it('is read from what reg export wrote', () => {
    const exported = (line: string): Buffer =>
      Buffer.from(
        `\uFEFFWindows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL_MACHINE\\Software\\Policies\\Touyan]\r\n${line}\r\n`,
        'utf16le',
      );
    expect(dataFolderIn(exported('"DataFolder"="D:\\\\单位 \\"甲\\""'))).toBe('D:\\单位 "甲"');
    expect(dataFolderIn(exported('"Other"="D:\\\\x"'))).toBeUndefined();
    expect(dataFolderIn(exported('"DataFolder"=""'))).toBeUndefined();
  });

  it('is read from a file, which is refused where it makes no sense', async () => {
    const file = join(await newFolder(), 'policy.json');
    expect(fromFile(file)).toBeUndefined();
    await writeFile(file, '\uFEFF{"dataFolder": "/srv/touyan"}');
    expect(fromFile(file)).toBe('/srv/touyan');
    await writeFile(file, '{}');
    expect(fromFile(file)).toBeUndefined();
    for (const wrong of [
      '',
      '[',
      '"x"',
      '{"dataFolder": 1}',
      '{"dataFolder": ""}',
      'x'.repeat(70_000),
    ]) {
      await writeFile(file, wrong);
      expect(() => fromFile(file), wrong.slice(0, 20)).toThrow(/policy file/);
    }
  });
});

describe('which place counts', () => {
  const other = { policy: '/srv/unit', portable: '/stick/touyan-data' };

  it.each([
    ['the command line before all', ['--data', '/typed'], '/typed'],
    ['a policy before the copy on a stick', [], '/srv/unit'],
  ])('%s', (_what, argv, data) => {
    expect(foldersOf(argv, {}, '/u', 'linux', other)).toMatchObject({ data });
  });

  it('a portable copy keeps everything beside itself', () => {
    const { portable } = other;
    expect(foldersOf([], {}, '/u', 'linux', { portable })).toEqual({
      data: '/stick/touyan-data/data',
      profile: '/stick/touyan-data',
      sample: '/stick/touyan-data/sample',
    });
    expect(foldersOf(['--user-data-dir=/p'], {}, '/p', 'linux', { portable }).profile).toBe('/p');
  });

  it('a copy is portable where the user made the folder beside it', async () => {
    const folder = await newFolder();
    const program = join(folder, 'touyan');
    expect(portableFolder(program, {})).toBeUndefined();
    await writeFile(join(folder, 'touyan-data'), 'a file');
    expect(portableFolder(program, {})).toBeUndefined();
    await rm(join(folder, 'touyan-data'));
    await mkdir(join(folder, 'touyan-data'));
    const beside = join(folder, 'touyan-data');
    expect(portableFolder(program, {})).toBe(beside);
    // A packed program runs from where it unpacked itself.
    expect(portableFolder('/tmp/x/touyan', { PORTABLE_EXECUTABLE_DIR: folder })).toBe(beside);
    expect(portableFolder('/tmp/.mount/touyan', { APPIMAGE: program })).toBe(beside);
  });
});
