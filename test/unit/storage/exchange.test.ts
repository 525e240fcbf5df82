import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exchange, finishExchange, isExchanging } from '../../../electron/storage/exchange';
import { openWorkspace } from '../../../electron/storage/workspace';
import { emptyFolder, filledFolder, stampsIn } from './data-folder';
import { bundle } from './kill-rounds';
import { swapRounds } from './swap-rounds';

const read = (folder: string, name: string) => readFile(join(folder, name), 'utf8');

async function oldFolder(): Promise<string> {
  const folder = await emptyFolder();
  await mkdir(join(folder, 'journal'));
  await writeFile(join(folder, 'journal/a'), 'old a');
  await writeFile(join(folder, 'marker'), 'old');
  await writeFile(join(folder, 'other'), 'not touched');
  return folder;
}

async function makeNew(site: string): Promise<void> {
  await mkdir(join(site, 'journal'));
  await writeFile(join(site, 'journal/b'), 'new b');
  await writeFile(join(site, 'added'), 'new');
}

const names = ['journal', 'marker', 'added'];

describe('an exchange', () => {
  test('replaces, adds and takes away, and touches nothing else', async () => {
    const folder = await oldFolder();
    await exchange(folder, names, makeNew);
    expect(await readdir(folder)).toEqual(['added', 'journal', 'other']);
    expect(await readdir(join(folder, 'journal'))).toEqual(['b']);
    expect(await read(folder, 'other')).toBe('not touched');
  });

  test('leaves everything where building fails', async () => {
    const folder = await oldFolder();
    const failing = exchange(folder, names, async (site) => {
      await makeNew(site);
      throw new Error('given up');
    });
    await expect(failing).rejects.toThrow('given up');
    expect(await readdir(folder)).toEqual(['journal', 'marker', 'other']);
    expect(await read(folder, 'journal/a')).toBe('old a');
  });

  test.each(['../out', 'a/b', '.exchange', 'lock', 'lock.takeover', ''])(
    'of “%s” is refused',
    async (name) => {
      const folder = await oldFolder();
      await expect(exchange(folder, [name], makeNew)).rejects.toThrow();
      expect(await readdir(folder)).toEqual(['journal', 'marker', 'other']);
    },
  );

  test('that was cut short before it was ready is forgotten', async () => {
    const folder = await oldFolder();
    await mkdir(join(folder, '.exchange/new'), { recursive: true });
    await makeNew(join(folder, '.exchange/new'));
    await finishExchange(folder);
    expect(await readdir(folder)).toEqual(['journal', 'marker', 'other']);
    expect(await isExchanging(folder)).toBe(false);
  });

  test.each([
    ['forwards', false],
    ['back', true],
  ])('that was cut short while moving is carried through %s', async (_, isBack) => {
    const folder = await emptyFolder();
    await writeFile(join(folder, 'marker'), 'old');
    await mkdir(join(folder, 'journal'));
    await writeFile(join(folder, 'journal/b'), 'new b');
    await mkdir(join(folder, '.exchange/old/journal'), { recursive: true });
    await writeFile(join(folder, '.exchange/old/journal/a'), 'old a');
    await mkdir(join(folder, '.exchange/new'));
    await writeFile(join(folder, '.exchange/new/added'), 'new');
    const ready = { names, present: ['journal', 'added'], isBack };
    await writeFile(join(folder, '.exchange/ready.json'), JSON.stringify(ready));
    await finishExchange(folder);
    const found = isBack ? ['journal', 'marker'] : ['added', 'journal'];
    expect(await readdir(folder)).toEqual(found);
    expect(await readdir(join(folder, 'journal'))).toEqual([isBack ? 'a' : 'b']);
  });
});

describe('opening a data folder', () => {
  test('carries an exchange through first, where the marker is just not there', async () => {
    const folder = await filledFolder(3);
    const marker = await read(folder, 'touyan.json');
    await mkdir(join(folder, '.exchange/new'), { recursive: true });
    await writeFile(join(folder, '.exchange/new/touyan.json'), marker);
    await mkdir(join(folder, '.exchange/old'));
    await writeFile(join(folder, '.exchange/old/touyan.json'), 'old');
    const ready = { names: ['touyan.json'], present: ['touyan.json'], isBack: false };
    await writeFile(join(folder, '.exchange/ready.json'), JSON.stringify(ready));
    await expect(openWorkspace(folder, { readOnly: true })).rejects.toMatchObject({
      code: 'workspace-unfinished',
    });
    const workspace = await openWorkspace(folder);
    expect(await stampsIn(workspace)).toHaveLength(3);
    await workspace.close();
    expect(await isExchanging(folder)).toBe(false);
  });
});

test('ten kills in the midst of exchanges leave one version whole', async () => {
  const folder = await emptyFolder();
  const script = await bundle('swap-process', join(folder, 'script'));
  const counts = await swapRounds(script, join(folder, 'data'), 10);
  expect(counts).toMatchObject({ rounds: 10, mixed: 0 });
});
