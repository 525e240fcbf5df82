import { describe, expect, test, vi } from 'vitest';
import { openWorkspace } from '../../../electron/storage/workspace';
import type { ChangeSet } from '../../../shared/changes/change-set';
import { StampClash } from '../../../shared/changes/merge';
import { device, filledFolder, stampsIn, taskSet } from './data-folder';

const withFields = (set: ChangeSet, fields: Record<string, string | number>): ChangeSet => ({
  ...set,
  changes: set.changes.map((change) => ({ ...change, fields })),
});

describe('append', () => {
  test.each([
    ['a stamp seen before', taskSet(3), 'stale-stamp'],
    ['an older stamp', taskSet(2), 'stale-stamp'],
    ['a stamp of another device', taskSet(9, '甲', 'pcbbbbbb'), 'stale-stamp'],
    ['a value outside the model', withFields(taskSet(4), { percent: 101 }), 'does-not-fit'],
    ['a field nobody knows', withFields(taskSet(4), { colour: 'red' }), 'does-not-fit'],
    ['a malformed set', { ...taskSet(4), wall: 'yesterday' }, 'does-not-fit'],
    ['no change at all', { ...taskSet(4), changes: [] }, 'does-not-fit'],
  ])('refuses %s and goes on', async (_name, set, code) => {
    const workspace = await openWorkspace(await filledFolder(3));
    await expect(workspace.append(set, 'shared')).rejects.toMatchObject({
      code,
    });
    await workspace.append(taskSet(4), 'shared');
    expect(await stampsIn(workspace)).toHaveLength(4);
    await workspace.close();
    await expect(workspace.append(taskSet(5), 'shared')).rejects.toMatchObject({
      code: 'no-workspace',
    });
  });

  test('refuses to write where only reading was asked for', async () => {
    const workspace = await openWorkspace(await filledFolder(1), {
      readOnly: true,
    });
    expect(workspace.readOnly).toEqual({ code: 'read-only', params: {} });
    await expect(workspace.append(taskSet(2), 'shared')).rejects.toMatchObject({
      code: 'read-only',
    });
  });
});

describe('appendForeign', () => {
  const ofB = [1, 2, 3].map((counter) => taskSet(counter * 5, `乙${counter}`, 'pcbbbbbb'));
  const ofC = [taskSet(7, '丙', 'pccccccc')];

  test('takes in what is new, whatever the order and however often', async () => {
    const folder = await filledFolder(2);
    const workspace = await openWorkspace(folder);
    const progress = vi.fn();
    const first = await workspace.appendForeign([...ofC, ...ofB.slice(1)], {
      progress,
    });
    expect(first.added.map(({ stamp }) => stamp).sort()).toEqual(
      [...ofC, ...ofB.slice(1)].map(({ stamp }) => stamp).sort(),
    );
    expect(first.known).toBe(0);
    expect(progress).toHaveBeenLastCalledWith(3, 3);
    const second = await workspace.appendForeign([...ofB, ...ofB, ...ofC]);
    expect(second).toEqual({ added: [ofB[0]], known: 3 });
    expect(workspace.counter).toBe(15);
    await expect(workspace.append(taskSet(15), 'shared')).rejects.toMatchObject({
      code: 'stale-stamp',
    });
    await workspace.append(taskSet(16), 'shared');
    await workspace.close();
    const again = await openWorkspace(folder);
    expect(await stampsIn(again)).toHaveLength(7);
    expect(again.counter).toBe(16);
    expect(await again.verify()).toEqual([]);
    await again.close();
  });

  test('brings lost sets of this very device back', async () => {
    const full = await openWorkspace(await filledFolder(0));
    const own = [1, 2, 3].map((counter) => taskSet(counter));
    for (const set of own) await full.append(set, 'shared');
    await full.close();
    const workspace = await openWorkspace(await filledFolder(0));
    await expect(workspace.appendForeign(own)).rejects.toThrow(StampClash);
    expect(await stampsIn(workspace)).toEqual([]);
    expect((await workspace.appendForeign(own, { isRecovery: true })).added).toEqual(own);
    await workspace.append(taskSet(4), 'shared');
    expect(await workspace.verify()).toEqual([]);
    await workspace.close();
  });

  test('keeps what a newer app wrote', async () => {
    const workspace = await openWorkspace(await filledFolder(0));
    const newer = withFields(taskSet(1, '', 'pcbbbbbb'), { colour: 'red' });
    await workspace.appendForeign([newer]);
    expect(await workspace.verify()).toEqual([]);
    expect(workspace.tail).toEqual([newer]);
    await workspace.close();
  });

  test.each<[string, ChangeSet[], object]>([
    [
      'a value outside the model',
      [...ofB, withFields(ofC[0] ?? taskSet(1), { percent: -1 })],
      { code: 'does-not-fit' },
    ],
    [
      'a counter that leaves no room',
      [...ofB, taskSet(36 ** 8 - 1, '远', 'pccccccc')],
      { code: 'counter-jump' },
    ],
    [
      'a stamp of ours with other content',
      [...ofB, taskSet(2, '别的')],
      { stamp: `00000002.${device}` },
    ],
    [
      'two contents of one stamp',
      // No two actions of people are of one millisecond.
      [...ofB, { ...taskSet(15, '别的', 'pcbbbbbb'), wall: '2026-11-03T08:00:00.001Z' }],
      { stamp: '0000000f.pcbbbbbb' },
    ],
  ])('%s changes nothing', async (_name, sets, error) => {
    const workspace = await openWorkspace(await filledFolder(2));
    await expect(workspace.appendForeign(sets)).rejects.toMatchObject(error);
    expect(await stampsIn(workspace)).toHaveLength(2);
    expect(workspace.counter).toBe(2);
    await workspace.close();
  });

  test('a clash is told as one', async () => {
    const workspace = await openWorkspace(await filledFolder(2));
    await expect(workspace.appendForeign([taskSet(2, '别的')])).rejects.toThrow(StampClash);
    await workspace.close();
  });

  test('cancelled on the way, nothing of it stays', async () => {
    const folder = await filledFolder(2);
    const workspace = await openWorkspace(folder);
    await workspace.appendForeign(ofB);
    const many = Array.from({ length: 4500 }, (_, at) => taskSet(at + 20, '多', 'pcbbbbbb'));
    const cancelling = new AbortController();
    const steps: number[] = [];
    const importing = workspace.appendForeign([...many, ...ofC], {
      signal: cancelling.signal,
      progress: (done) => {
        steps.push(done);
        if (done >= 4000) cancelling.abort();
      },
    });
    const meanwhile = workspace.append(taskSet(16), 'shared');
    await expect(importing).rejects.toMatchObject({ code: 'cancelled' });
    await meanwhile;
    expect(steps.length).toBeGreaterThan(1);
    expect(await stampsIn(workspace)).toHaveLength(6);
    expect(await workspace.verify()).toEqual([]);
    expect((await workspace.appendForeign(many)).added).toHaveLength(4500);
    await workspace.close();
    const again = await openWorkspace(folder);
    expect(await again.verify()).toEqual([]);
    expect(await stampsIn(again)).toHaveLength(4506);
    await again.close();
  });
});
