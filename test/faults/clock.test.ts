import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { createWorkspace } from '../../electron/storage/workspace';
import { device, emptyFolder } from '../unit/storage/data-folder';
import { faketimeLibrary } from './faketime';
import { tell } from './tell';
import { bundledWorker, lostOf, startWorker } from './worker-process';

// The clock of the whole process is another one: libfaketime answers in the system's place.

let script = '';
let library = '';

beforeAll(async () => {
  library = faketimeLibrary();
  const { script: path, forget } = await bundledWorker();
  script = path;
  return forget;
});

test('starts in 2009, 2099 and today again lose nothing and keep the order', async () => {
  const folder = join(await emptyFolder(), 'data');
  await createWorkspace(folder, { deviceId: device });
  const clocks = ['2009-01-01 08:00:00', '2099-12-31 23:59:00', '', '2009-06-01 08:00:00', ''];
  const acknowledged: string[] = [];
  for (const clock of clocks) {
    const env = clock ? { LD_PRELOAD: library, FAKETIME: `@${clock}` } : {};
    const told = await startWorker([process.execPath, script, folder, '10'], env).told;
    expect(told.isClosed, told.text).toBe(true);
    expect(told.refused).toEqual([]);
    acknowledged.push(...told.acknowledged);
  }
  expect(acknowledged).toEqual([...acknowledged].sort());
  const files = readdirSync(join(folder, 'journal', device));
  // The clock was really another one; afterwards nothing is written before what stands there.
  expect(files).toEqual(['2009-01.jsonl', '2099-12.jsonl']);
  const first = await readFile(join(folder, 'journal', device, '2009-01.jsonl'), 'utf8');
  expect(first).toContain('"wall":"2009-01-0');
  const lost = await lostOf(folder, acknowledged);
  tell(`clock at 2009 and 2099: ${acknowledged.length} acknowledged, ${lost} lost`);
  expect(acknowledged).toHaveLength(50);
  expect(lost).toBe(0);
});
