import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repairWorkspace } from '../../electron/storage/repair';

// A process of its own that damages a line of a journal and repairs it, again and again, until it is
// killed. Says before which damage it does.

const [folder = '', file = ''] = process.argv.slice(2);
console.log('open');
for (;;) {
  await repairWorkspace(folder);
  console.log('repaired');
  const path = join(folder, file);
  const bytes = await readFile(path);
  const within = Math.floor(Math.random() * bytes.length);
  const at = Math.max(0, bytes.lastIndexOf(10, within) + 1) + 20;
  console.log('damaged');
  // One byte in its place: a kill leaves it written or not.
  const handle = await open(path, 'r+');
  await handle.write('#', at);
  await handle.close();
}
