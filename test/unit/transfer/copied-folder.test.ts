import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openWorkspace } from '../../../electron/storage/workspace';
import { wholeState } from '../../../electron/transfer/workspace-state';
import { edit, recordOf } from '../../../shared/changes/records';
import { deviceOf } from '../../../shared/changes/stamp';
import { emptyFolder } from '../storage/data-folder';
import { act, packageOf, pcOf, setsIn, take, uuidOf } from './pcs';

// Two PCs have written under one id, because somebody copied the data folder.

const task = (n: number, title: string) => edit('task', uuidOf(n), { title });

async function twice() {
  const first = await pcOf('pcaaaaaa');
  await act(first, task(1, '共同的'));
  const folder = join(await emptyFolder(), 'copy');
  await cp(first.folder, folder, { recursive: true });
  // The lock of the open folder is copied as well.
  await rm(join(folder, 'lock'), { recursive: true, force: true });
  const second = await openWorkspace(folder);
  onTestFinished(() => second.close());
  await act(first, task(2, '第一台'));
  await act(first, task(1, '第一台改的'));
  await act(second, task(3, '第二台'));
  await act(second, task(4, '第二台又一项'));
  await act(second, task(4, '第二台改了'));
  return { first, second };
}

test('what a copy wrote is left out and told of, until somebody says so; then both are kept', async () => {
  const { first, second } = await twice();
  const path = await packageOf(second);
  expect(await take(first, [path])).toMatchObject({ added: [] });
  const { added } = await take(first, [path], { recover: true });
  expect(added).toHaveLength(3);
  const state = await wholeState(first);
  const titles = [1, 2, 3, 4].map((n) => recordOf(state, 'task', uuidOf(n))?.title);
  expect(titles).toEqual(['第一台改的', '第一台', '第二台', '第二台改了']);
  // Under an id of their own; this PC's chain holds its own alone.
  const own = (await setsIn(first)).filter(({ stamp }) => deviceOf(stamp) === first.device);
  expect(own).toHaveLength(3);
  expect(new Set(added.map(({ stamp }) => deviceOf(stamp))).size).toBe(1);
  expect(added.map(({ stamp }) => deviceOf(stamp))).not.toContain(first.device);
  expect(await first.verify()).toEqual([]);
  // Again, and with more, it comes to the same.
  expect(await take(first, [path], { recover: true })).toMatchObject({ added: [], known: 4 });
  await act(second, task(3, '第二台后来'));
  const later = await take(first, [await packageOf(second)], { recover: true });
  expect(later.added).toHaveLength(1);
  expect(recordOf(await wholeState(first), 'task', uuidOf(3))?.title).toBe('第二台后来');
  // A colleague gets both histories from one package.
  const colleague = await pcOf('pcbbbbbb');
  await take(colleague, [await packageOf(first)], { trust: ['pcaaaaaa'] });
  expect(recordOf(await wholeState(colleague), 'task', uuidOf(4))?.title).toBe('第二台改了');
  expect(recordOf(await wholeState(colleague), 'task', uuidOf(2))?.title).toBe('第一台');
});
