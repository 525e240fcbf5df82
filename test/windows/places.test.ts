import { mkdir, open, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { foldersOf } from '../../electron/command-line';
import { readSheetFile } from '../../electron/sheets/read-file';
import {
  copyTree,
  makeFolder,
  readWhole,
  writeAside,
  writeForUser,
} from '../../electron/storage/files';
import { exclusively, folderAt, home, pullStick, share, stick } from './machine';

test('the folder for what is passing lies in the profile of the Chinese user', () => {
  expect(tmpdir()).toBe(`${home}\\AppData\\Local\\Temp`);
});

describe('names that Windows would misread', () => {
  test.each([
    'CON',
    'con.pdf',
    'NUL.2026.docx',
    'com1.txt',
    'LPT¹.txt',
    '总结.',
    '总结 ',
    'a:b.pdf',
    'a?.pdf',
    'a*.pdf',
    'a|b.pdf',
    'a"b.pdf',
    '尾点.\\总结.pdf',
    'aux\\总结.pdf',
  ])('%s is refused in words, and nothing is written', async (name) => {
    const folder = await folderAt(home);
    const path = `${folder}\\${name}`;
    await expect(writeForUser(path, 'x')).rejects.toMatchObject({ code: 'name-refused' });
    await expect(makeFolder(path)).rejects.toMatchObject({ code: 'name-refused' });
    expect(await readdir(folder)).toEqual([]);
  });

  test.each(['总结 (2).pdf', 'console.pdf', '.gitignore', '甲 乙.docx', '“引号”.txt', '……'])(
    '%s is written',
    async (name) => {
      const folder = await folderAt(home);
      await writeForUser(join(folder, name), 'x');
      expect(await readdir(folder)).toEqual([name]);
    },
  );
});

test('a file that no office program could open for the depth it lies at is not written', async () => {
  const folder = join(await folderAt(home), '长'.repeat(120), '长'.repeat(120));
  await mkdir(folder, { recursive: true });
  await expect(writeForUser(join(folder, '总结.pdf'), 'x')).rejects.toMatchObject({
    code: 'path-too-long',
  });
  // The app's own files may lie there.
  await writeAside(join(folder, 'index.json'), '{}');
  expect(await readdir(folder)).toEqual(['index.json']);
});

test('names are one whatever their case, and keep the case they were given', async () => {
  const folder = await folderAt(home);
  await writeAside(join(folder, 'Summary.pdf'), '1');
  await writeAside(join(folder, 'SUMMARY.PDF'), '2');
  expect(await readdir(folder)).toHaveLength(1);
  expect(String(await readWhole(join(folder, 'summary.pdf')))).toBe('2');
});

test.each([
  ['a drive', () => stick],
  ['a share', () => share],
])('%s itself is a folder that need not be made', async (_what, place) => {
  await makeFolder(place());
});

test.each([
  ['a drive that is not there', 'Q:\\单位'],
  ['a server that is not there', '\\\\nowhere\\share\\单位'],
])('%s is said to be gone', async (_what, path) => {
  await expect(makeFolder(path)).rejects.toMatchObject({ code: 'folder-gone' });
});

test('a stick pulled out in the middle is said to be gone', async () => {
  const folder = await folderAt(stick);
  await writeAside(join(folder, '甲.txt'), '1');
  await pullStick();
  await expect(writeAside(join(folder, '甲.txt'), '2')).rejects.toMatchObject({
    code: 'folder-gone',
  });
});

describe('a file that another program holds', () => {
  test('is waited for, and written when it is free', async () => {
    const path = join(await folderAt(home), '总结.pdf');
    await writeFile(path, 'old');
    const holder = await open(path, 2 | exclusively);
    const writing = writeAside(path, 'new');
    setTimeout(() => void holder.close(), 200);
    await writing;
    expect(await readFile(path, 'utf8')).toBe('new');
  });

  test('for long is left as it is, without debris', async () => {
    const folder = await folderAt(home);
    const path = join(folder, '总结.pdf');
    await writeFile(path, 'old');
    const holder = await open(path, 2 | exclusively);
    await expect(writeAside(path, 'new')).rejects.toMatchObject({ code: 'no-access' });
    await holder.close();
    expect(await readdir(folder)).toEqual(['总结.pdf']);
    expect(await readFile(path, 'utf8')).toBe('old');
  });

  test('cannot be read as a sheet meanwhile, which is said', async () => {
    const path = join(await folderAt(home), '表.csv');
    await writeFile(path, '姓名,备注\r\n张三,好\r\n');
    const holder = await open(path, 2 | exclusively);
    await expect(readSheetFile(path)).rejects.toMatchObject({ code: 'no-access' });
    await holder.close();
    const [sheet] = await readSheetFile(path);
    expect(sheet?.grid).toEqual([
      ['姓名', '备注'],
      ['张三', '好'],
    ]);
  });
});

test('a sheet in the code page of Chinese Windows reads as one in Unicode', async () => {
  const folder = await folderAt(home);
  const path = join(folder, '花名册.csv');
  // 姓名,备注 / 张三,好 in GBK, lines ended as Windows does.
  await writeFile(path, Buffer.from('d0d5c3fb2cb1b8d7a20d0ad5c5c8fd2cbac30d0a', 'hex'));
  const [sheet] = await readSheetFile(path);
  expect(sheet?.grid).toEqual([
    ['姓名', '备注'],
    ['张三', '好'],
  ]);
});

test('a folder is copied with all it holds, from a stick to the profile', async () => {
  const from = await folderAt(stick);
  await mkdir(join(from, '一', '二'), { recursive: true });
  await writeFile(join(from, '一', '二', '三.txt'), '内容');
  const to = join(await folderAt(home), '到');
  await copyTree(from, to);
  expect(await readFile(join(to, '一', '二', '三.txt'), 'utf8')).toBe('内容');
});

test('one data folder has one profile, however its path is written', () => {
  const of = (data: string) => foldersOf(['--data', data], {}, `${home}\\AppData\\Roaming\\Touyan`);
  const { profile, data } = of('D:\\单位 Data');
  expect(data).toBe('D:\\单位 Data');
  for (const other of [
    'd:\\单位 data\\',
    'D:/单位 Data',
    'D:\\x\\..\\单位 DATA',
    'D:\\单位 Data\\"',
  ]) {
    expect(of(other).profile).toBe(profile);
  }
});
