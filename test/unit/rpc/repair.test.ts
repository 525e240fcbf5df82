import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nextSet, officePc } from './office-pc';

/** A PC whose own journal has a damaged second line of three. */
async function damagedPc() {
  const pc = await officePc();
  await pc.call('workspace.create', null);
  for (let count = 0; count < 3; count += 1) {
    await pc.call('workspace.commit', { set: nextSet(pc), audience: 'shared' });
  }
  const { device, folder } = pc.session.workspace;
  await pc.session.end(1_000);
  const file = `journal/${device}/${new Date().toISOString().slice(0, 7)}.jsonl`;
  const lines = (await readFile(join(folder, file), 'utf8')).split('\n');
  lines[1] = lines[1]?.replace('"author":"', '"author":"□') ?? '';
  await writeFile(join(folder, file), lines.join('\n'));
  return { pc, file, folder };
}

it('a damaged unit is looked through, repaired and opened again', async () => {
  const { pc, file, folder } = await damagedPc();
  expect(await pc.call('workspace.open', null)).toMatchObject({
    readOnly: { code: 'workspace-damaged', params: { file, line: 2 } },
  });
  expect(await pc.call('repair.inspect', null)).toEqual({
    readable: 2,
    places: [{ file, line: 2, kind: 'line' }],
    total: 1,
    isDeviceLost: false,
  });
  const report = await pc.call('repair.run', null);
  expect(report).toMatchObject({ kept: 2, restored: 0, unreadable: 1, isNewDevice: false });
  expect(report.keptIn.startsWith(join(folder, 'damaged'))).toBe(true);
  expect(pc.events).toContainEqual(['job.progress', { job: 'repair.run', done: 6, total: 6 }]);
  await pc.call('app.reveal', report.keptIn);
  expect(await pc.call('workspace.open', null)).toMatchObject({ readOnly: null });
  await pc.call('workspace.commit', { set: nextSet(pc), audience: 'shared' });
  expect(await pc.session.workspace.verify()).toEqual([]);
});

it('a change made during a repair is answered by the repaired unit', async () => {
  const pc = await officePc();
  await pc.call('workspace.create', null);
  for (let count = 0; count < 3; count += 1) {
    await pc.call('workspace.commit', { set: nextSet(pc), audience: 'shared' });
  }
  // The damage comes while the unit is open and may be written to.
  const { folder, device } = pc.session.workspace;
  const path = join(folder, `journal/${device}/${new Date().toISOString().slice(0, 7)}.jsonl`);
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace('"author":"', '"author":"□'));
  const isClosed = (): boolean => {
    try {
      return !pc.session.workspace;
    } catch {
      return true;
    }
  };
  const set = nextSet(pc);
  const repairing = pc.call('repair.run', null);
  await expect.poll(isClosed, { interval: 1 }).toBe(true);
  // Its stamp is from before the repair, which the window is told, to try once more.
  const result = await pc.ask('workspace.commit', { set, audience: 'shared' });
  expect(result).toMatchObject({ ok: false, error: { code: 'stale-stamp' } });
  expect(await repairing).toMatchObject({ kept: 2, unreadable: 1 });
  await pc.call('workspace.commit', { set: nextSet(pc), audience: 'shared' });
  expect(await pc.session.workspace.verify()).toEqual([]);
});

it('a unit that does not open at all is repaired as well', async () => {
  const { pc, folder } = await damagedPc();
  await writeFile(join(folder, 'device.json'), '{');
  expect(await pc.ask('workspace.open', null)).toMatchObject({ ok: false });
  expect(await pc.call('repair.inspect', null)).toMatchObject({ isDeviceLost: true });
  expect(await pc.call('repair.run', null)).toMatchObject({ isNewDevice: true });
  expect(await pc.call('workspace.open', null)).toMatchObject({ readOnly: null });
});

it('without its own mark a folder is left as it is', async () => {
  const { pc, folder } = await damagedPc();
  await writeFile(join(folder, 'touyan.json'), '');
  const refused = { ok: false, error: { code: 'workspace-damaged' } };
  expect(await pc.ask('repair.inspect', null)).toMatchObject(refused);
  expect(await pc.ask('repair.run', null)).toMatchObject(refused);
});
