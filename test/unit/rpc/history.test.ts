import { describe, expect, test } from 'vitest';
import { contract } from '../../../shared/rpc';
import { nextSet, type OfficePc, officePc } from './office-pc';

/** A PC on which three sets were committed, the last one private. */
async function usedPc() {
  const pc = await officePc();
  await pc.call('workspace.create', null);
  const stamps: string[] = [];
  for (const audience of ['shared', 'shared', 'private'] as const) {
    const set = nextSet(pc);
    await pc.call('workspace.commit', { set, audience });
    stamps.push(set.stamp);
  }
  return { pc, stamps };
}

const wholePage = { filter: {}, asOf: null, from: 0, count: 100 };

const stampsOf = async (pc: OfficePc) =>
  (await pc.call('history.page', wholePage)).rows.map(({ stamp }) => stamp);

describe('the history over the contract', () => {
  test('answers what the contract promises', async () => {
    const { pc, stamps } = await usedPc();
    const page = contract['history.page'].output.parse(await pc.call('history.page', wholePage));
    expect(page.rows.map(({ stamp }) => stamp)).toEqual([...stamps].reverse());
    expect(page.rows[0]?.audience).toBe('private');
    const [record] = page.rows[0]?.records ?? [];
    if (!record) throw new Error('a set touches a record');
    const history = await pc.call('history.record', record);
    expect(contract['history.record'].output.parse(history).at(-1)?.stamp).toBe(stamps[2]);
    const set = await pc.call('history.set', { stamp: stamps[0] ?? '' });
    expect(contract['history.set'].output.parse(set).before).toHaveLength(set.set.changes.length);
    const steps = await pc.call('history.steps', { before: null });
    const { undo, redo } = contract['history.steps'].output.parse(steps);
    expect([undo.map(({ stamp }) => stamp), redo]).toEqual([stamps, []]);
    const about = await pc.call('history.about', [stamps[1] ?? '', '0000009z.pczzzzzz']);
    expect(contract['history.about'].output.parse(about).map(({ stamp }) => stamp)).toEqual([
      stamps[1],
    ]);
    expect(pc.events.filter(([name]) => name === 'job.progress').length).toBeGreaterThan(0);
  });

  test('knows of a set as soon as it is acknowledged', async () => {
    const { pc, stamps } = await usedPc();
    expect(await stampsOf(pc)).toHaveLength(3);
    const set = nextSet(pc);
    await pc.call('workspace.commit', { set, audience: 'shared' });
    expect(await stampsOf(pc)).toEqual([set.stamp, ...[...stamps].reverse()]);
    const steps = await pc.call('history.steps', { before: set.stamp });
    expect(steps.undo.map(({ stamp }) => stamp)).toEqual(stamps);
  });

  test('is that of the unit that is open', async () => {
    const { pc, stamps } = await usedPc();
    await pc.call('workspace.openSample', null);
    const { total } = await pc.call('history.page', wholePage);
    expect(total).toBeGreaterThan(1_000);
    await pc.call('workspace.leaveSample', null);
    expect(await stampsOf(pc)).toEqual([...stamps].reverse());
  });

  test('of a set that is not there, and of no unit, fails with a code', async () => {
    const { pc } = await usedPc();
    expect(await pc.ask('history.set', { stamp: '0000009z.pczzzzzz' })).toMatchObject({
      ok: false,
      error: { code: 'bad-input' },
    });
    const bare = await officePc();
    expect(await bare.ask('history.page', wholePage)).toMatchObject({
      ok: false,
      error: { code: 'no-workspace' },
    });
  });
});
