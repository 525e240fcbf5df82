import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseRecord, planOf, Starts } from '../../../electron/start-record';

async function profile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'touyan-start-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

describe('how a start goes', () => {
  it.each([
    ['nothing is known', 0, false, [], undefined, undefined],
    ['one start came to nothing', 1, false, [], 'failed', undefined],
    ['two came to nothing', 2, false, [], 'failed', 'failed'],
    ['the drawing process was lost once', 0, true, [], 'failed', undefined],
    ['the user says so', 0, false, ['--disable-gpu'], 'asked', undefined],
    ['safe mode is asked for', 0, false, ['--safe-mode'], 'asked', 'asked'],
  ] as const)('where %s', (_what, unfinished, isGraphicsBad, argv, software, safe) => {
    expect(planOf({ unfinished, isGraphicsBad }, argv)).toEqual({ software, safe });
  });
});

it.each(['', '[]', 'null', '{"unfinished":"2"}', '{"unfinished":-3}', '{"unfinished":1.5}'])(
  'a record that reads %j counts as none',
  (text) => {
    expect(parseRecord(text)).toEqual({ unfinished: 0, isGraphicsBad: false });
  },
);

it('starts that end well leave nothing behind', async () => {
  const folder = join(await profile(), 'new');
  const starts = new Starts(folder);
  starts.begin();
  expect(await readdir(folder)).toEqual(['start.json']);
  starts.finish();
  expect(await readdir(folder)).toEqual([]);
});

it('starts that end in nothing are counted, and one that ends well ends the count', async () => {
  const folder = await profile();
  for (const count of [0, 1, 2]) {
    const starts = new Starts(folder);
    expect(starts.record.unfinished).toBe(count);
    starts.begin();
  }
  const last = new Starts(folder);
  last.begin();
  last.setGraphicsBad(true);
  last.finish();
  expect(new Starts(folder).record).toEqual({ unfinished: 0, isGraphicsBad: true });
  new Starts(folder).setGraphicsBad(false);
  expect(await readdir(folder)).toEqual([]);
});

it('a profile that cannot be written stops no start', async () => {
  const folder = join(await profile(), 'file');
  await writeFile(folder, '');
  const starts = new Starts(folder);
  starts.begin();
  starts.finish();
  expect(starts.record.unfinished).toBe(0);
});
