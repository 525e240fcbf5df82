import { describe, expect, onTestFinished, test } from 'vitest';
import { Journal } from '../../../electron/storage/journal';
import { inspectWorkspace, repairWorkspace } from '../../../electron/storage/repair';
import { openWorkspace } from '../../../electron/storage/workspace';
import { importPackages } from '../../../electron/transfer/set-up';
import { counterOf, largestCounter, largestStep, stampOf } from '../../../shared/changes/stamp';
import { emptyFolder } from '../storage/data-folder';
import {
  act,
  packageBy,
  packageOf,
  pcOf,
  setsIn,
  strangerOf,
  take,
  taskSet,
  unitId,
  uuidOf,
} from './pcs';

// Whoever can make the counters jump can use them up, and then nobody can record any more.

const task = (title: string) => ({ collection: 'task', id: uuidOf(0xaa), fields: { title } });
const far = [largestStep + 2, 2 ** 40, Math.floor(largestCounter / 2), largestCounter];

describe('a counter far beyond the present one', () => {
  test.each(far)('%d: is refused in a package, whole, and the unit goes on', async (counter) => {
    const here = await pcOf('pcaaaaaa');
    await act(here, task('造林'));
    const path = await packageBy(strangerOf('pcbbbbbb'), [
      taskSet('00000001.pcbbbbbb', '巡山', 0xab),
      taskSet(stampOf(counter, 'pcbbbbbb'), '远', 0xac),
    ]);
    await expect(take(here, [path], { trust: ['pcbbbbbb'] })).rejects.toMatchObject({
      code: 'counter-jump',
    });
    expect(await setsIn(here)).toHaveLength(1);
    expect(counterOf((await act(here, task('造林三百亩'))).stamp)).toBe(2);
  });

  test.each(far)('%d: is refused from the window as well, in both streams', async (counter) => {
    const here = await pcOf('pcaaaaaa');
    for (const audience of ['shared', 'private'] as const) {
      const set = taskSet(stampOf(counter, 'pcaaaaaa'), '远');
      await expect(here.append(set, audience)).rejects.toMatchObject({ code: 'counter-jump' });
    }
    await act(here, task('造林'));
    expect(here.counter).toBe(1);
  });

  test('is refused where a PC is set up, and nothing is made', async () => {
    const path = await packageBy(strangerOf('pcbbbbbb'), [
      taskSet(stampOf(2 ** 40, 'pcbbbbbb'), '远'),
    ]);
    const folder = `${await emptyFolder()}/new`;
    await expect(importPackages(folder, [path])).rejects.toMatchObject({ code: 'counter-jump' });
    await expect(openWorkspace(folder)).rejects.toMatchObject({ code: 'no-workspace' });
  });
});

/** A folder of before the bound, into which somebody put a counter and a moment beyond reason. */
async function poisoned(device: string, counter: number, own: number): Promise<string> {
  const made = await pcOf(device);
  await act(made, task('造林'));
  const { folder } = made;
  await made.close();
  const journal = new Journal(folder, unitId);
  await journal.open({ repair: false });
  await journal.append(
    'journal',
    'pcffffff',
    [taskSet(stampOf(counter, 'pcffffff'), '远', 0xaf)],
    '2026-11',
  );
  const later = Array.from({ length: own }, (_, at) =>
    taskSet(stampOf(counter + 1 + at, device), `${device}-${at}`, 0xb0 + at),
  );
  await journal.append('journal', device, later, '2026-11');
  await journal.close();
  return folder;
}

describe('a unit that was poisoned before', () => {
  test('says so, is mended by a repair, and talks to its colleagues again', async () => {
    const [first, second] = [
      await poisoned('pcaaaaaa', 2 ** 40, 3),
      await poisoned('pcbbbbbb', 2 ** 40, 2),
    ];
    for (const folder of [first, second]) {
      const hurt = await openWorkspace(folder);
      expect(hurt.readOnly?.code).toBe('workspace-damaged');
      await hurt.close();
      const { damages } = await inspectWorkspace(folder);
      expect(damages.map(({ kind }) => kind)).toContain('counter');
      expect(await repairWorkspace(folder)).toMatchObject({ damages: [], isNewDevice: false });
    }
    const open = async (folder: string) => {
      const workspace = await openWorkspace(folder);
      onTestFinished(() => workspace.close());
      expect(workspace.readOnly).toBeNull();
      expect(await workspace.verify()).toEqual([]);
      expect(workspace.counter).toBeLessThan(largestStep);
      return workspace;
    };
    const [here, there] = [await open(first), await open(second)];
    await take(here, [await packageOf(there)], { trust: ['pcbbbbbb'] });
    await take(there, [await packageOf(here)], { trust: ['pcaaaaaa'] });
    const stamps = async (workspace: typeof here) =>
      (await setsIn(workspace)).map(({ stamp }) => stamp).sort();
    expect(await stamps(here)).toEqual(await stamps(there));
    // The forged set is one set on both.
    expect((await stamps(here)).filter((stamp) => stamp.endsWith('pcffffff'))).toHaveLength(1);
    // One who never had it takes what they have.
    const healthy = await pcOf('pccccccc');
    await act(healthy, { collection: 'task', id: uuidOf(0xcc), fields: { title: '巡护' } });
    const { added } = await take(healthy, [await packageOf(here)], { trust: ['pcaaaaaa'] });
    expect(added).toHaveLength((await stamps(here)).length);
    await act(healthy, task('造林五百亩'));
  });
});
