import { backUpOpen } from '../../electron/storage/backup';
import { BackupStore } from '../../electron/storage/backup-store';
import { openWorkspace } from '../../electron/storage/workspace';
import { stampOf } from '../../shared/changes/stamp';
import { taskEdit } from '../unit/storage/task-edit';

// A process of its own that is killed while it backs up and writes snapshots, appending meanwhile;
// prints every stamp that was acknowledged and every backup that was made.

const [folder = '', place = ''] = process.argv.slice(2);

const workspace = await openWorkspace(folder);
const store = new BackupStore(place);
console.log('open');

async function appendOne(): Promise<void> {
  const stamp = stampOf(workspace.counter + 1, workspace.device);
  const wall = new Date().toISOString();
  const changes = [taskEdit(stamp)];
  await workspace.append({ stamp, author: '张三', wall, label: 'task.create', changes }, 'shared');
  console.log(`ack ${stamp}`);
}

for (let round = 0; ; round += 1) {
  await appendOne();
  const backingUp = backUpOpen(store, workspace, { reason: 'daily', now: new Date() });
  const folding = round % 3 === 2 ? workspace.writeSnapshot() : undefined;
  for (let count = 0; count < 5; count += 1) await appendOne();
  const { id } = await backingUp;
  console.log(`backup ${id}`);
  await folding;
}
