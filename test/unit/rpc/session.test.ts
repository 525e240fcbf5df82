import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { WorkspaceSession } from '../../../electron/rpc/session';
import { openWorkspace } from '../../../electron/storage/workspace';
import { edit } from '../../../shared/changes/records';
import { contract } from '../../../shared/rpc';
import { nextSet, type OfficePc, officePc } from './office-pc';

const { output } = contract['workspace.open'];

async function commit(pc: OfficePc, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    await pc.call('workspace.commit', { set: nextSet(pc), audience: 'shared' });
  }
}

describe('the own folder', () => {
  it('is empty, then made, then opened with what was committed', async () => {
    const pc = await officePc();
    expect(await pc.call('workspace.open', null)).toEqual({ status: 'empty' });
    const made = output.parse(await pc.call('workspace.create', null));
    expect(made).toMatchObject({ status: 'open', sample: false, readOnly: null, counter: 0 });
    const set = nextSet(pc);
    expect(await pc.call('workspace.commit', { set, audience: 'private' })).toEqual({
      stamp: set.stamp,
    });
    const again = output.parse(await pc.call('workspace.open', null));
    expect(again).toMatchObject({ status: 'open', counter: 1, tail: [set] });
  });

  it('is made once', async () => {
    const pc = await officePc();
    const [first, second] = await Promise.all([
      pc.ask('workspace.create', null),
      pc.ask('workspace.create', null),
    ]);
    expect(first.ok).toBe(true);
    expect(second).toMatchObject({ ok: false, error: { code: 'workspace-exists' } });
    await commit(pc, 1);
  });

  it('takes no commit before it is open', async () => {
    const pc = await officePc();
    await pc.call('workspace.create', null);
    const set = nextSet(pc);
    await pc.session.end(5_000);
    const result = await pc.ask('workspace.commit', { set, audience: 'shared' });
    expect(result).toMatchObject({ ok: false, error: { code: 'no-workspace' } });
  });

  it('tells that it is locked, and opens once it is free', async () => {
    const pc = await officePc();
    await pc.call('workspace.create', null);
    const other = new WorkspaceSession({
      ownFolder: join(pc.root, 'data'),
      sampleFolder: join(pc.root, 'other-sample'),
      today: () => '2026-11-23',
    });
    other.prepare();
    await expect(other.open()).rejects.toMatchObject({ code: 'workspace-locked' });
    await pc.session.end(5_000);
    expect(await other.open()).toMatchObject({ status: 'open' });
    await other.end(5_000);
  });

  it('hands out this year and the last at once, older years when asked', async () => {
    const pc = await officePc();
    const sample = output.parse(await pc.call('workspace.openSample', null));
    if (sample.status !== 'open') throw new Error('the sample did not open');
    // A few records of the sample unit are older than its two years.
    expect(sample.partNames.toSorted()).toEqual(['2024', '2025', '2026', 'base']);
    expect(sample.parts.map(({ name }) => name).toSorted()).toEqual(['2025', '2026', 'base']);
    const later = new WorkspaceSession({
      ownFolder: join(pc.root, 'sample'),
      sampleFolder: join(pc.root, 'other-sample'),
      today: () => '2027-03-01',
    });
    await pc.call('workspace.leaveSample', null);
    const opened = output.parse(await later.open());
    if (opened.status !== 'open') throw new Error('the folder did not open');
    expect(opened.parts.map(({ name }) => name).toSorted()).toEqual(['2026', 'base']);
    expect(await later.workspace.readPart('2025')).toEqual(
      sample.parts.find(({ name }) => name === '2025')?.lines,
    );
    await later.end(5_000);
  });
});

describe('the sample unit', () => {
  it('is made with progress, kept, and left for the own folder', async () => {
    const pc = await officePc();
    await pc.call('workspace.create', null);
    await commit(pc, 2);
    const opened = await pc.call('workspace.openSample', null);
    expect(opened).toMatchObject({ status: 'open', sample: true, folder: join(pc.root, 'sample') });
    const reports = pc.events.filter(([name]) => name === 'job.progress');
    expect(reports.at(-1)?.[1]).toMatchObject({ job: 'workspace.openSample', done: 23, total: 23 });
    await commit(pc, 1);
    expect(await pc.call('workspace.leaveSample', null)).toMatchObject({
      sample: false,
      counter: 2,
    });
    const again = await pc.call('workspace.openSample', null);
    expect(again).toMatchObject({ status: 'open', sample: true });
    expect(again.status === 'open' && again.tail).toHaveLength(1);
  });

  it('is made anew where its making was cut short', async () => {
    const pc = await officePc();
    await mkdir(join(pc.root, 'sample', 'journal', 'pcaaaaaa'), { recursive: true });
    await writeFile(join(pc.root, 'sample', 'journal', 'pcaaaaaa', '2026-01.jsonl'), 'half');
    expect(await pc.call('workspace.openSample', null)).toMatchObject({ sample: true });
  });
});

describe('the end of a session', () => {
  it('writes a long tail down as snapshot and gives the folder free', async () => {
    const pc = await officePc();
    await pc.call('workspace.create', null);
    await commit(pc, 250);
    await pc.session.end(20_000);
    const after = await openWorkspace(join(pc.root, 'data'));
    expect(after.partNames).toContain('base');
    expect(after.tail).toEqual([]);
    await after.close();
  });

  it('leaves a short tail alone', async () => {
    const pc = await officePc();
    await pc.call('workspace.create', null);
    await commit(pc, 3);
    await pc.session.end(20_000);
    const after = await openWorkspace(join(pc.root, 'data'));
    expect(after.partNames).toEqual([]);
    expect(after.tail).toHaveLength(3);
    await after.close();
  });

  it('waits no longer than it may', async () => {
    const pc = await officePc();
    let finish = (): void => undefined;
    const stuck = pc.session.fillOwn(
      () =>
        new Promise<void>((resolve) => {
          finish = resolve;
        }),
    );
    const from = performance.now();
    await pc.session.end(100);
    expect(performance.now() - from).toBeLessThan(2_000);
    finish();
    await stuck;
  });
});

describe('names for packages', () => {
  it('are those of the unit and of whose PC this is', async () => {
    const pc = await officePc();
    await pc.call('workspace.create', null);
    const { workspace } = pc.session;
    expect(await pc.session.names()).toEqual({ unit: '', author: workspace.identity.name });
    const person = uuidv7();
    const set = {
      ...nextSet(pc),
      changes: [
        edit('unit', 'unit', { name: '青禾县林业和草原局', shortName: '县林草局' }),
        edit('person', person, { name: '唐镕川' }),
        edit('device', workspace.device, { person }),
      ],
    };
    await pc.call('workspace.commit', { set, audience: 'shared' });
    expect(await pc.session.names()).toEqual({ unit: '县林草局', author: '唐镕川' });
  });
});
