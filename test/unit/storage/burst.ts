import { openWorkspace } from '../../../electron/storage/workspace';
import { stampOf } from '../../../shared/changes/stamp';
import { taskEdit } from './task-edit';

// A process of its own that is killed while it works: appends in bursts, imports, makes snapshots,
// and prints every stamp after it was acknowledged.

const folder = process.argv[2] ?? '';

const made = (stamp: string) => ({
  stamp,
  author: '张三',
  wall: '2026-11-03T08:00:00.000Z',
  label: 'task.create',
  changes: [taskEdit(stamp)],
});

const workspace = await openWorkspace(folder);
console.log('open');
let counter = workspace.counter;
for (let burst = 0; ; burst += 1) {
  const sets = Array.from({ length: 1 + (burst % 7) }, () => {
    counter += 1;
    return made(stampOf(counter, workspace.device));
  });
  await Promise.all(
    sets.map(async (set, index) => {
      await workspace.append(set, index === 3 ? 'private' : 'shared');
      console.log(set.stamp);
    }),
  );
  if (burst % 10 === 9) {
    const foreign = Array.from({ length: 20 }, () => {
      counter += 1;
      return made(stampOf(counter, 'pcbbbbbb'));
    });
    await workspace.appendForeign(foreign);
    for (const { stamp } of foreign) console.log(stamp);
  }
  if (burst % 15 === 14) await workspace.writeSnapshot();
}
