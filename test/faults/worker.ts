import { setTimeout as wait } from 'node:timers/promises';
import { StorageError } from '../../electron/storage/storage-error';
import { openWorkspace } from '../../electron/storage/workspace';
import { stampOf } from '../../shared/changes/stamp';
import { taskEdit } from '../unit/storage/task-edit';

// A process of its own around which faults are made: appends one set after the other, tries each
// again when it is refused, writes a snapshot now and then, and prints what came of it.

const [folder = '', appends = '20', pause = '0', beat = '5000', dead = '60000'] =
  process.argv.slice(2);

const codeOf = (error: unknown): string =>
  error instanceof StorageError ? error.code : `unexpected ${String(error)}`;

async function open() {
  for (let tries = 0; ; tries += 1) {
    try {
      return await openWorkspace(folder, { lock: { beat: Number(beat), dead: Number(dead) } });
    } catch (error) {
      console.log(`no-start ${codeOf(error)}`);
      if (tries === 5) process.exit(3);
    }
  }
}

const workspace = await open();
console.log('open');
let counter = workspace.counter;
for (let count = 0; count < Number(appends); count += 1) {
  counter += 1;
  const stamp = stampOf(counter, workspace.device);
  const set = {
    stamp,
    author: '张三',
    wall: new Date().toISOString(),
    label: 'task.create',
    changes: [taskEdit(stamp)],
  };
  for (let tries = 0; tries < 4; tries += 1) {
    try {
      await workspace.append(set, count % 5 === 4 ? 'private' : 'shared');
      console.log(`ack ${stamp}`);
      break;
    } catch (error) {
      console.log(`refused ${codeOf(error)}`);
    }
  }
  if (count % 8 === 7) {
    await workspace.writeSnapshot().then(
      () => console.log('snapshot'),
      (error: unknown) => console.log(`refused ${codeOf(error)}`),
    );
  }
  if (Number(pause) > 0) await wait(Number(pause));
}
await workspace.close();
console.log('closed');
