import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { BackupStore } from '../../electron/storage/backup-store';
import { createWorkspace, openWorkspace } from '../../electron/storage/workspace';
import { device } from '../unit/storage/data-folder';
import { killed } from '../unit/storage/kill-rounds';
import { lostOf } from './worker-process';

/** What killing backups came to. */
export interface BackupCounts {
  rounds: number;
  acknowledged: number;
  /** Acknowledged sets that are gone. */
  lost: number;
  /** Backups that were told to be made. */
  backups: number;
  /** Of these, the newest of each round, which must be listed: those that are not. */
  missing: number;
  /** Files of listed backups that are not what they were, and problems of the newest, opened. */
  damaged: number;
}

/** What is wrong in the newest backup, opened as a unit. */
async function problemsInNewest(store: BackupStore, into: string): Promise<number> {
  const newest = (await store.list()).at(-1);
  if (!newest) return 0;
  await store.copyOut(newest, into);
  const backup = await openWorkspace(into, { readOnly: true });
  const problems = await backup.verify();
  await backup.close();
  await rm(into, { recursive: true });
  return problems.length;
}

/** Kills a process that backs up while it appends and folds, again and again on the same data. */
export async function backupRounds(
  script: string,
  folder: string,
  rounds: number,
): Promise<BackupCounts> {
  const data = join(folder, 'data');
  const store = new BackupStore(join(folder, 'backups'));
  await createWorkspace(data, { deviceId: device });
  const counts = { rounds, acknowledged: 0, lost: 0, backups: 0, missing: 0, damaged: 0 };
  const acknowledged: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const lines = await killed(script, data, Math.random() * 200, [store.place]);
    const of = (word: string): string[] =>
      lines.filter((line) => line.startsWith(word)).map((line) => line.slice(word.length + 1));
    acknowledged.push(...of('ack'));
    const made = of('backup');
    counts.backups += made.length;
    const listed = (await store.list()).map(({ id }) => id);
    const last = made.at(-1);
    if (last !== undefined && !listed.includes(last)) counts.missing += 1;
    counts.lost = await lostOf(data, acknowledged);
    for (const manifest of await store.list()) {
      counts.damaged += (await store.damaged(manifest)).length;
    }
    counts.damaged += await problemsInNewest(store, join(folder, 'copy'));
  }
  counts.acknowledged = acknowledged.length;
  return counts;
}
