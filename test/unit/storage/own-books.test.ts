import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { decryptFolder, encryptFolder } from '../../../electron/storage/encryption';
import { openWorkspace } from '../../../electron/storage/workspace';
import type { ChangeSet } from '../../../shared/changes/change-set';
import { stampOf } from '../../../shared/changes/stamp';
import { habitId } from '../../../shared/model/habit';
import { device, filledFolder, taskSet } from './data-folder';
import { plainTextIn } from './plain-text';

const secret = '房产一处已报告';

const setOf = (counter: number, change: ChangeSet['changes'][number], of = device): ChangeSet => ({
  ...taskSet(counter, '', of),
  changes: [change],
});
const habit = {
  collection: 'habit',
  id: habitId(uuidv7(), '2026-11-23', 'W1'),
  fields: { kept: true, note: '提前读完' },
};
const content = { collection: 'confidential', id: uuidv7(), fields: { text: secret } };

describe('what stays on its PC', () => {
  test('is kept privately and never where packages are made of', async () => {
    const workspace = await openWorkspace(await filledFolder(1));
    await expect(workspace.append(setOf(2, habit), 'shared')).rejects.toMatchObject({
      code: 'does-not-fit',
      params: { reason: 'not-private', collection: 'habit' },
    });
    await workspace.append(setOf(2, habit), 'private');
    const shared: string[] = [];
    for await (const { stamp } of workspace.sets('shared')) shared.push(stamp);
    expect(shared).toEqual([stampOf(1, device)]);
    await workspace.close();
  });

  test('is taken from nobody else', async () => {
    const workspace = await openWorkspace(await filledFolder(1));
    for (const change of [habit, content]) {
      await expect(workspace.appendForeign([setOf(7, change, 'pcbbbbbb')])).rejects.toMatchObject({
        code: 'does-not-fit',
        params: { reason: 'not-private' },
      });
    }
    expect(workspace.counter).toBe(1);
    await workspace.close();
  });

  test('the content of a report is refused by a unit that is not encrypted', async () => {
    const folder = await filledFolder(1);
    const workspace = await openWorkspace(folder);
    await expect(workspace.append(setOf(2, content), 'private')).rejects.toMatchObject({
      code: 'does-not-fit',
      params: { reason: 'not-encrypted', collection: 'confidential' },
    });
    await workspace.close();
    expect(await plainTextIn([folder], [secret])).toEqual([]);
  });

  test('an encrypted unit keeps it sealed, and it is gone when the unit is made plain', async () => {
    const folder = await filledFolder(1);
    const { key } = await encryptFolder(folder, '秋天的雁群向南飞');
    const workspace = await openWorkspace(folder, { key });
    await expect(workspace.append(setOf(2, content), 'shared')).rejects.toMatchObject({
      params: { reason: 'not-private' },
    });
    await workspace.append(setOf(2, content), 'private');
    await workspace.append(setOf(3, habit), 'private');
    await workspace.close();
    expect(await plainTextIn([folder], [secret])).toEqual([]);
    await decryptFolder(folder, key);
    expect(await plainTextIn([folder], [secret])).toEqual([]);
    const plain = await openWorkspace(folder);
    const stamps: string[] = [];
    for await (const { stamp } of plain.sets('all')) stamps.push(stamp);
    expect(stamps.sort()).toEqual([stampOf(1, device), stampOf(3, device)]);
    expect(await plain.verify()).toEqual([]);
    await plain.close();
  });
});
