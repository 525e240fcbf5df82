import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { markAsForeign } from '../../../electron/rpc/foreign-mark';
import { isLocalPath } from '../../../electron/rpc/local-path';

test.each([
  ['C:\\Users\\办公室\\花名册.xlsx', true],
  ['z:/共享/花名册.xlsx', true],
  ['\\\\server\\share\\花名册.xlsx', false],
  ['//server/share/花名册.xlsx', false],
  ['\\/server/share', false],
  ['\\\\?\\C:\\花名册.xlsx', false],
  ['\\\\?\\UNC\\server\\share\\a', false],
  ['\\\\.\\PhysicalDrive0', false],
  ['\\\\.\\pipe\\a', false],
  ['\\??\\C:\\a', false],
  ['C:\\a\\CON', false],
  ['C:\\a\\nul.txt', false],
  ['C:\\com1 .xlsx', false],
  ['C:\\lpt²\\a.xlsx', false],
  ['C:\\a\\CONOUT$', false],
  ['C:\\a.xlsx:hidden', false],
  ['C:花名册.xlsx', false],
  ['\\花名册.xlsx', false],
  ['花名册.xlsx', false],
  ['C:\\console.txt', true],
  ['C:\\a\0.txt', false],
])('on Windows %j: %s', (path, isLocal) => {
  expect(isLocalPath(path, 'win32')).toBe(isLocal);
});

test.each([
  ['/home/office/花名册.xlsx', true],
  ['/media/office/U盘/a.touyan', true],
  ['/device/a', true],
  ['/dev/zero', false],
  ['/dev', false],
  ['/home/../proc/self/environ', false],
  ['//sys/kernel', false],
  ['花名册.xlsx', false],
  ['/home/a\0', false],
])('elsewhere %j: %s', (path, isLocal) => {
  expect(isLocalPath(path, 'linux')).toBe(isLocal);
});

test('a copy is marked as come from elsewhere on Windows, and stays read-only', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'touyan-mark-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, '方案.docx');
  await writeFile(path, '方案', { mode: 0o400 });
  await markAsForeign(path, { mode: 0o400, platform: 'linux' });
  await expect(stat(`${path}:Zone.Identifier`)).rejects.toThrow();
  await markAsForeign(path, { mode: 0o400, platform: 'win32' });
  expect(await readFile(`${path}:Zone.Identifier`, 'utf8')).toContain('ZoneId=3');
  expect((await stat(path)).mode & 0o777).toBe(0o400);
  // A stick that keeps no streams is no reason to fail.
  await markAsForeign(join(folder, 'gone', 'a.docx'), { platform: 'win32' });
});
