import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { onTestFinished } from 'vitest';
import {
  createWorkspace,
  openWorkspace,
  type Workspace,
} from '../../../electron/storage/workspace';
import type { ChangeSet } from '../../../shared/changes/change-set';
import { stampOf } from '../../../shared/changes/stamp';

/** The device of the folders made here. */
export const device = 'pcaaaaaa';

/** A folder for one test, removed after it. */
export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'touyan-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A set that makes one task. */
export function taskSet(counter: number, title = `任务${counter}`, of = device): ChangeSet {
  return {
    stamp: stampOf(counter, of),
    author: '张三',
    wall: '2026-11-03T08:00:00.000Z',
    label: 'task.create',
    changes: [
      {
        collection: 'task',
        id: uuidv7(),
        fields: { title, period: '2026-11', percent: 10 },
      },
    ],
  };
}

/** A data folder that holds `count` sets, closed. */
export async function filledFolder(count: number): Promise<string> {
  const folder = await emptyFolder();
  await createWorkspace(folder, { deviceId: device });
  const workspace = await openWorkspace(folder, {
    now: () => new Date('2026-11-03'),
  });
  await appendTasks(workspace, 1, count);
  await workspace.close();
  return folder;
}

/** Appends tasks with the counters `from` … `to`. */
export async function appendTasks(workspace: Workspace, from: number, to: number): Promise<void> {
  for (let counter = from; counter <= to; counter += 1) {
    await workspace.append(taskSet(counter), 'shared');
  }
}

/** The stamps of all sets, sorted. */
export async function stampsIn(workspace: Workspace): Promise<string[]> {
  const stamps: string[] = [];
  for await (const { stamp } of workspace.sets('all')) stamps.push(stamp);
  return stamps.sort();
}
