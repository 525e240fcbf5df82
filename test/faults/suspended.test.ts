import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { createWorkspace, openWorkspace } from '../../electron/storage/workspace';
import { appendTasks, device, emptyFolder, taskSet } from '../unit/storage/data-folder';
import { tell } from './tell';
import { bundledWorker, expectTool, lostOf, startWorker } from './worker-process';

// A PC that sleeps is a process that is stopped: its clocks go on, its signs of life do not.

const beat = 100;
const dead = 1_200;

let script = '';

beforeAll(async () => {
  expectTool('unshare');
  const { script: path, forget } = await bundledWorker();
  script = path;
  return forget;
});

async function newData(): Promise<string> {
  const folder = join(await emptyFolder(), 'data');
  await createWorkspace(folder, { deviceId: device });
  return folder;
}

/** The pid of the process that holds the folder, as its lock tells. */
async function holderOf(folder: string): Promise<number> {
  return JSON.parse(await readFile(join(folder, 'lock'), 'utf8')).pid;
}

const timing = [String(beat), String(dead)];

describe('a PC that was suspended for longer than its lock lives', () => {
  test('goes on where nobody else came', async () => {
    const folder = await newData();
    const { told, hears } = startWorker([process.execPath, script, folder, '40', '30', ...timing]);
    await hears('ack ');
    const pid = await holderOf(folder);
    process.kill(pid, 'SIGSTOP');
    await wait(2 * dead);
    // On the same PC, a stopped program is known to live.
    await expect(openWorkspace(folder, { lock: { beat, dead } })).rejects.toMatchObject({
      code: 'workspace-locked',
    });
    process.kill(pid, 'SIGCONT');
    const { acknowledged, refused, isClosed } = await told;
    expect(isClosed).toBe(true);
    expect(refused).toEqual([]);
    expect(acknowledged).toHaveLength(40);
    const lost = await lostOf(folder, acknowledged);
    tell(`suspended, alone: ${acknowledged.length} acknowledged, 0 refused, ${lost} lost`);
    expect(lost).toBe(0);
  });

  test('writes nothing more where another PC took over meanwhile', async () => {
    const folder = await newData();
    // A PC of another name, on the same share.
    const { told, hears } = startWorker([
      ...['unshare', '--uts', 'sh', '-c', 'hostname other-pc; exec "$0" "$@"'],
      ...[process.execPath, script, folder, '40', '30', ...timing],
    ]);
    await hears('ack ');
    const lock = JSON.parse(await readFile(join(folder, 'lock'), 'utf8'));
    expect(lock.host).toBe('other-pc');
    expect(hostname()).not.toBe('other-pc');
    await expect(openWorkspace(folder, { lock: { beat, dead } })).rejects.toMatchObject({
      code: 'workspace-locked',
      params: { host: 'other-pc' },
    });
    process.kill(lock.pid, 'SIGSTOP');
    const workspace = await openWorkspace(folder, { lock: { beat, dead, patience: 4 * dead } });
    const from = workspace.counter + 1;
    await appendTasks(workspace, from, from + 4);
    process.kill(lock.pid, 'SIGCONT');
    const { acknowledged, refused } = await told;
    expect(new Set(refused)).toEqual(new Set(['workspace-locked', 'read-only']));
    await workspace.append(taskSet(from + 5), 'shared');
    await workspace.close();
    const ours = Array.from({ length: 6 }, (_, at) => taskSet(from + at).stamp);
    const lost = await lostOf(folder, [...acknowledged, ...ours]);
    tell(
      `suspended, taken over: ${acknowledged.length} + 6 acknowledged, ` +
        `${refused.length} refused afterwards, ${lost} lost`,
    );
    expect(lost).toBe(0);
  });
});
