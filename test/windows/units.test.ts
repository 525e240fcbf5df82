import { mkdir, open, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { encryptFolder } from '../../electron/storage/encryption';
import { makeFolder } from '../../electron/storage/files';
import { verifyClosed } from '../../electron/storage/verify-closed';
import { createWorkspace, openWorkspace } from '../../electron/storage/workspace';
import { appendTasks, device, stampsIn, taskSet } from '../unit/storage/data-folder';
import { exclusively, folderAt, home, pullStick, share, stick } from './machine';

/** A unit with five sets at a place, closed. */
async function unitAt(place: string): Promise<string> {
  const folder = await folderAt(place);
  await createWorkspace(folder, { deviceId: device });
  const workspace = await openWorkspace(folder);
  await appendTasks(workspace, 1, 5);
  await workspace.writeSnapshot();
  await workspace.close();
  return folder;
}

const places: [what: string, place: string][] = [
  ['the profile of a Chinese user', join(home, 'AppData', 'Roaming', 'Touyan')],
  ['a synchronised folder', join(home, 'OneDrive - 县林业局', '文档')],
  ['a stick', stick],
  ['a share', share],
  ['the long form of a path', `\\\\?\\${home}\\AppData`],
  ['forward slashes', home.replaceAll('\\', '/')],
  [
    'a path of more than 260 characters',
    join(home, ...Array.from({ length: 6 }, () => '长'.repeat(50))),
  ],
];

describe('a unit', () => {
  test.each(places)('in %s is made, written, read and checked', async (_what, place) => {
    const folder = await unitAt(place);
    const workspace = await openWorkspace(folder);
    expect(workspace.readOnly).toBeNull();
    expect(await stampsIn(workspace)).toHaveLength(5);
    expect(await workspace.verify()).toEqual([]);
    const source = join(home, '证据.txt');
    await writeFile(source, '证据');
    const { sha256 } = await workspace.addFile(source);
    await workspace.attachments.copyTo(sha256, join(home, '另存.txt'));
    expect(await readFile(join(home, '另存.txt'), 'utf8')).toBe('证据');
    await workspace.close();
    await encryptFolder(folder, '秋天的雁群向南飞');
    await expect(openWorkspace(folder)).rejects.toMatchObject({ code: 'locked' });
  });

  test('is one, however its folder is written', async () => {
    const folder = await unitAt(home);
    const first = await openWorkspace(folder);
    for (const other of [folder.toUpperCase(), folder.replaceAll('\\', '/'), `${folder}\\`]) {
      await expect(openWorkspace(other)).rejects.toMatchObject({ code: 'workspace-locked' });
    }
    await first.close();
  });

  test('at the root of a stick is a unit like any other', async () => {
    await makeFolder(stick);
    await createWorkspace(stick, { deviceId: device });
    const workspace = await openWorkspace(stick);
    await appendTasks(workspace, 1, 2);
    await workspace.close();
    expect(await readdir(stick)).toContain('touyan.json');
  });

  test('on a stick that is pulled out says so, and goes on when it is back', async () => {
    const folder = await unitAt(stick);
    const workspace = await openWorkspace(folder);
    await workspace.append(taskSet(6), 'shared');
    await workspace.close();
    const back = await pullStick();
    await expect(openWorkspace(folder)).rejects.toMatchObject({
      code: expect.stringMatching(/^(no-workspace|folder-gone)$/),
    });
    await expect(makeFolder(join(stick, '新'))).rejects.toMatchObject({ code: 'folder-gone' });
    await back();
    const again = await openWorkspace(folder);
    expect(await stampsIn(again)).toHaveLength(6);
    await again.close();
  });

  test('waits for a scanner that holds its snapshot, and is not stopped by one that stays', async () => {
    const folder = await unitAt(home);
    const held = join(folder, 'snapshot', 'index.json');
    const scanner = await open(held, 2 | exclusively);
    const opening = openWorkspace(folder);
    await wait(300);
    await scanner.close();
    const workspace = await opening;
    expect(await stampsIn(workspace)).toHaveLength(5);
    await workspace.close();
  });

  test('whose journal another program holds is not opened half', async () => {
    const folder = await unitAt(home);
    const month = (await readdir(join(folder, 'journal', device)))[0] ?? '';
    const holder = await open(join(folder, 'journal', device, month), 2 | exclusively);
    await expect(
      openWorkspace(folder).then((workspace) => workspace.append(taskSet(6), 'shared')),
    ).rejects.toMatchObject({ code: 'no-access' });
    await holder.close();
  });

  test('with CRLF put into a journal by an editor is called damaged, not changed', async () => {
    const folder = await unitAt(home);
    const month = (await readdir(join(folder, 'journal', device)))[0] ?? '';
    const path = join(folder, 'journal', device, month);
    const crlf = (await readFile(path, 'utf8')).replaceAll('\n', '\r\n');
    await writeFile(path, crlf);
    expect((await verifyClosed(folder)).problems.length).toBeGreaterThan(0);
    expect(await readFile(path, 'utf8')).toBe(crlf);
  });

  test('keeps out of what a synchronising program puts beside its files', async () => {
    const folder = await unitAt(join(home, 'OneDrive - 县林业局'));
    const own = join(folder, 'journal', device);
    const month = (await readdir(own))[0] ?? '';
    await writeFile(join(own, month.replace('.jsonl', '-DESKTOP-7.jsonl')), 'another version');
    await writeFile(join(folder, 'lock-DESKTOP-7'), 'another version');
    await writeFile(join(folder, 'desktop.ini'), '[.ShellClassInfo]\r\n');
    await mkdir(join(folder, '$RECYCLE.BIN'));
    const workspace = await openWorkspace(folder);
    expect(workspace.readOnly).toBeNull();
    expect(await stampsIn(workspace)).toHaveLength(5);
    await workspace.close();
  });
});
