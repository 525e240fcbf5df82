import { cp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openWorkspace, type Workspace } from '../../../electron/storage/workspace';
import { addPart } from '../../../shared/changes/snapshot';
import { canonical, emptyState, fold } from '../../../shared/changes/state';
import { appendTasks, device, filledFolder, taskSet } from './data-folder';

const index = (folder: string) => join(folder, 'snapshot/index.json');

async function folderWithSnapshot(): Promise<string> {
  const folder = await filledFolder(10);
  const workspace = await openWorkspace(folder, { now: () => new Date('2026-11-03') });
  await workspace.writeSnapshot();
  await appendTasks(workspace, 11, 12);
  await workspace.close();
  return folder;
}

async function expectWhole(workspace: Workspace, counter: number): Promise<void> {
  const state = emptyState();
  for (const name of workspace.partNames) addPart(state, await workspace.readPart(name));
  fold(workspace.tail, state);
  expect(canonical(state)).toBe(canonical(await workspace.foldAll()));
  expect(workspace.counter).toBe(counter);
  expect(await workspace.verify()).toEqual([]);
}

test.each<[string, (folder: string) => Promise<void>]>([
  ['no snapshot', (folder) => rm(join(folder, 'snapshot'), { recursive: true })],
  ['no index', (folder) => rm(index(folder))],
  ['half an index', (folder) => truncate(index(folder), 50)],
  ['an index of zeros', (folder) => writeFile(index(folder), Buffer.alloc(400))],
  ['an index of another format', (folder) => writeFile(index(folder), '{"format":2,"parts":{}}')],
  ['a missing part', (folder) => rm(join(folder, 'snapshot/1/2026.jsonl'))],
  ['half a part', (folder) => truncate(join(folder, 'snapshot/1/2026.jsonl'), 100)],
  ['no parts at all', (folder) => rm(join(folder, 'snapshot/1'), { recursive: true })],
  [
    'an altered part',
    async (folder) => {
      const path = join(folder, 'snapshot/1/2026.jsonl');
      await writeFile(path, (await readFile(path, 'utf8')).replace('任务3', '任务4'));
    },
  ],
])('with %s everything is still there', async (_name, damage) => {
  const folder = await folderWithSnapshot();
  await damage(folder);
  const workspace = await openWorkspace(folder);
  expect(workspace.readOnly).toBeNull();
  await expectWhole(workspace, 12);
  await appendTasks(workspace, 13, 13);
  expect(workspace.unsnapshotted).toBeGreaterThanOrEqual(3);
  await workspace.writeSnapshot();
  expect(workspace.unsnapshotted).toBe(0);
  await workspace.close();
  const again = await openWorkspace(folder);
  expect(again.tail).toEqual([]);
  await expectWhole(again, 13);
  await again.close();
});

test.each<[string, (folder: string) => Promise<void>, number]>([
  [
    'shorter',
    async (folder) => {
      const path = join(folder, `journal/${device}/2026-11.jsonl`);
      const lines = (await readFile(path, 'utf8')).split('\n');
      await writeFile(path, `${lines.slice(0, 4).join('\n')}\n`);
    },
    5,
  ],
  ['gone', (folder) => rm(join(folder, 'journal'), { recursive: true }), 1],
])('a journal that is %s is only read, and nothing is touched', async (_name, change, line) => {
  const folder = await folderWithSnapshot();
  await change(folder);
  const files = await readdir(folder, { recursive: true });
  const workspace = await openWorkspace(folder);
  const file = `journal/${device}/2026-11.jsonl`;
  expect(workspace.readOnly).toEqual({ code: 'workspace-damaged', params: { file, line } });
  expect(workspace.tail).toHaveLength(line - 1);
  expect(workspace.counter).toBe(10);
  expect(await workspace.verify()).toEqual([{ kind: 'lost', file, line, detail: '' }]);
  await workspace.close();
  expect(await readdir(folder, { recursive: true })).toEqual(files);
});

test('a journal other than the one the snapshot knows counts alone', async () => {
  const folder = await folderWithSnapshot();
  const other = await filledFolder(12);
  await rm(join(folder, 'journal'), { recursive: true });
  await rm(join(folder, 'touyan.json'));
  await cp(join(other, 'journal'), join(folder, 'journal'), { recursive: true });
  await cp(join(other, 'touyan.json'), join(folder, 'touyan.json'));
  const workspace = await openWorkspace(folder);
  expect(workspace.notices).toEqual([{ kind: 'snapshot-rebuilt', reason: 'stale' }]);
  expect(workspace.tail).toHaveLength(12);
  await expectWhole(workspace, 12);
  await workspace.append(taskSet(13), 'shared');
  await workspace.close();
  const again = await openWorkspace(folder);
  await expectWhole(again, 13);
  await again.close();
});

test('a long journal without snapshot gets one while opening', async () => {
  const folder = await filledFolder(0);
  const first = await openWorkspace(folder);
  await Promise.all(
    Array.from({ length: 700 }, (_, at) => first.append(taskSet(at + 1), 'shared')),
  );
  await first.close();
  const reader = await openWorkspace(folder, { readOnly: true });
  expect(reader.notices).toEqual([{ kind: 'snapshot-rebuilt', reason: 'missing' }]);
  await expectWhole(reader, 700);
  expect(await readdir(folder)).not.toContain('snapshot');
  const writer = await openWorkspace(folder);
  expect(writer.tail).toEqual([]);
  await expectWhole(writer, 700);
  await writer.close();
  const again = await openWorkspace(folder);
  expect(again.notices).toEqual([]);
  expect(again.partNames).toEqual(['2026', 'base']);
  await again.close();
});

test('a window that is still reading keeps its parts when a newer snapshot is made', async () => {
  const folder = await filledFolder(3);
  const first = await openWorkspace(folder);
  await first.writeSnapshot();
  await first.close();
  const workspace = await openWorkspace(folder);
  const state = emptyState();
  // The task of the first set moves from the part of 2026 to that of 2027 meanwhile.
  const [moved] = (await workspace.foldAll()).collections.get('task')?.records.keys() ?? [];
  const move = {
    collection: 'task',
    id: moved ?? '',
    fields: { period: '2027' },
  };
  await workspace.append({ ...taskSet(4), changes: [move] }, 'shared');
  addPart(state, await workspace.readPart('base'));
  await workspace.writeSnapshot();
  expect(workspace.unsnapshotted).toBe(0);
  expect(workspace.partNames).toEqual(['2026', 'base']);
  addPart(state, await workspace.readPart('2026'));
  fold(workspace.tail, state);
  expect(canonical(state)).toBe(canonical(await workspace.foldAll()));
  workspace.renewReplica();
  expect(workspace.partNames).toEqual(['2026', '2027', 'base']);
  expect(workspace.tail).toEqual([]);
  await expectWhole(workspace, 4);
  await workspace.close();
  expect(await readdir(join(folder, 'snapshot'))).toEqual(['2', 'index.json']);
});
