import { describe, expect, test } from 'vitest';
import { History } from '../../../electron/storage/history';
import { Journal } from '../../../electron/storage/journal';
import { repairWorkspace } from '../../../electron/storage/repair';
import { openWorkspace } from '../../../electron/storage/workspace';
import { wholeState } from '../../../electron/transfer/workspace-state';
import type { ChangeSet } from '../../../shared/changes/change-set';
import { recordOf } from '../../../shared/changes/records';
import { snapshotParts } from '../../../shared/changes/snapshot';
import { fold } from '../../../shared/changes/state';
import { rangeMisfitsOf } from '../../../shared/kinds/range-misfits';
import { partNameSchema } from '../../../shared/rpc/workspace';
import { act, packageBy, pcOf, setsIn, strangerOf, take, taskSet, unitId, uuidOf } from './pcs';

// Years, days and amounts that no office has: pages work out months and sums from them.

const person = uuidOf(1);

const outside: readonly (readonly [
  string,
  string,
  string,
  ChangeSet['changes'][number]['fields'],
])[] = [
  ['a day of the year 0', 'person', person, { name: '唐镕川', joined: '0000-01-01' }],
  ['a day of the year 9999', 'person', person, { joined: '9999-12-31' }],
  ['a rating of the year 0', 'rating', `${person}:0000-01:A1.1`, { score: 80 }],
  ['a value of the year 9999', 'measurement', `${uuidOf(2)}:9999-12`, { value: 1 }],
  ['a value of 1e300', 'measurement', `${uuidOf(2)}:2026-11`, { value: 1e300 }],
  [
    'a goal in a list',
    'target',
    uuidOf(2),
    {
      goalChanges: [{ month: '2026-11', goal: -1e200, high: null, grounds: '' }],
    },
  ],
  ['an activity of the year 0001', 'activity', uuidOf(3), { date: '0001-02-03' }],
];

describe('beyond the years and amounts of an office', () => {
  test.each(outside)('%s: is not committed', async (_name, collection, id, fields) => {
    const here = await pcOf('pcaaaaaa');
    await expect(act(here, { collection, id, fields })).rejects.toMatchObject({
      code: 'does-not-fit',
    });
  });

  test.each(outside)(
    '%s: is left out of an import, the rest comes in',
    async (_name, collection, id, fields) => {
      const here = await pcOf('pcaaaaaa');
      const path = await packageBy(strangerOf('pcbbbbbb'), [
        { ...taskSet('00000001.pcbbbbbb', ''), changes: [{ collection, id, fields }] },
        taskSet('00000002.pcbbbbbb', '巡山'),
      ]);
      const flagged = [{ collection, id }];
      const { added } = await take(here, [path], { trust: ['pcbbbbbb'], take: { flagged } });
      expect(added.map(({ stamp }) => stamp)).toEqual(['00000002.pcbbbbbb']);
      const state = await wholeState(here);
      expect(state.collections.get(collection)?.records.has(id) ?? false).toBe(false);
    },
  );

  test.each(outside.slice(0, 4))(
    '%s, from before: makes no part that a window cannot ask for',
    (...all) => {
      const [, collection, id, fields] = all;
      const set = { ...taskSet('00000001.pcbbbbbb', ''), changes: [{ collection, id, fields }] };
      for (const name of snapshotParts(fold([set])).keys()) {
        expect(partNameSchema.safeParse(name).success).toBe(true);
      }
    },
  );

  test('what offices have is inside', () => {
    const fits = (collection: string, id: string, fields: Record<string, unknown>) =>
      expect(rangeMisfitsOf({ collection, id, fields })).toEqual([]);
    fits('person', person, { joined: '1949-10-01', left: '' });
    fits('measurement', `${uuidOf(2)}:2026-11`, { value: -12_345_678_901.25 });
    fits('seal', 'yearly:2026', {});
    fits('task', uuidOf(4), { title: '0000-01-01' });
  });
});

describe('a moment that no clock shows', () => {
  const walls = ['0000-01-01T00:00:00Z', '0000-12-31T20:00:00Z', '9999-12-31T23:59:59Z'];

  test.each(walls)('%s: is neither committed nor taken', async (wall) => {
    const here = await pcOf('pcaaaaaa');
    const own = { ...taskSet('00000001.pcaaaaaa', '造林'), wall };
    await expect(here.append(own, 'shared')).rejects.toMatchObject({ code: 'does-not-fit' });
    const path = await packageBy(strangerOf('pcbbbbbb'), [taskSet('00000001.pcbbbbbb', '好')]);
    expect(path).toBeTruthy();
    await expect(
      packageBy(strangerOf('pcbbbbbb'), [{ ...taskSet('00000001.pcbbbbbb', '造林'), wall }]),
    ).rejects.toMatchObject({ code: 'disk-failed' });
  });

  test.each(walls)('%s, from before: the history opens, and a repair mends it', async (wall) => {
    const made = await pcOf('pcaaaaaa');
    await act(made, { collection: 'task', id: uuidOf(0xaa), fields: { title: '造林' } });
    const { folder } = made;
    await made.close();
    const journal = new Journal(folder, unitId);
    await journal.open({ repair: false });
    const forged = { ...taskSet('00000002.pcffffff', '远', 0xaf), wall };
    await journal.append('journal', 'pcffffff', [forged], '2026-11');
    await journal.close();
    const workspace = await openWorkspace(folder);
    const history = new History(workspace);
    await history.refresh();
    expect(history.choices().months).toEqual(['2026-11']);
    expect(history.page({ filter: {}, asOf: null, from: 0, count: 10 }).total).toBe(2);
    expect(await workspace.verify()).toMatchObject([{ kind: 'moment' }]);
    await workspace.close();
    await repairWorkspace(folder);
    const again = await openWorkspace(folder);
    expect(await again.verify()).toEqual([]);
    expect(recordOf(await wholeState(again), 'task', uuidOf(0xaf))?.title).toBe('远');
    expect((await setsIn(again)).every(({ wall: at }) => at >= '1970')).toBe(true);
    await again.close();
  });
});
