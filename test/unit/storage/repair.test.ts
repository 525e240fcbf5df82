import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { backUpOpen } from '../../../electron/storage/backup';
import { BackupStore } from '../../../electron/storage/backup-store';
import { DataKey } from '../../../electron/storage/data-key';
import { encryptFolder } from '../../../electron/storage/encryption';
import { type ExtraSet, inspectWorkspace, repairWorkspace } from '../../../electron/storage/repair';
import { openWorkspace } from '../../../electron/storage/workspace';
import type { ChangeSet } from '../../../shared/changes/change-set';
import { device, emptyFolder, filledFolder, stampsIn, taskSet } from './data-folder';

const november = `journal/${device}/2026-11.jsonl`;
const december = `journal/${device}/2026-12.jsonl`;

/** Twelve sets in November, four in December; a snapshot up to `covered`. */
async function livedIn(covered = 0): Promise<{ folder: string; sets: ChangeSet[] }> {
  const folder = await filledFolder(12);
  const workspace = await openWorkspace(folder, { now: () => new Date('2026-12-05') });
  for (let counter = 13; counter <= 16; counter += 1) {
    await workspace.append(taskSet(counter), counter === 14 ? 'private' : 'shared');
    if (counter === covered) await workspace.writeSnapshot();
  }
  const sets: ChangeSet[] = [];
  for await (const set of workspace.sets('all')) sets.push(set);
  await workspace.close();
  return { folder, sets };
}

async function editLines(
  folder: string,
  file: string,
  edit: (lines: string[]) => string[],
): Promise<void> {
  const lines = (await readFile(join(folder, file), 'utf8')).split('\n');
  await writeFile(join(folder, file), edit(lines).join('\n'));
}

const garble = (number: number) => (lines: string[]) =>
  lines.map((line, at) => (at === number - 1 ? line.replace('任务', '□□') : line));

/** Opens the repaired folder, which must be whole and take a new set. */
async function expectWorking(folder: string, key?: DataKey): Promise<string[]> {
  const workspace = await openWorkspace(folder, { key });
  expect(workspace.readOnly).toBeNull();
  expect(await workspace.verify()).toEqual([]);
  const stamps = await stampsIn(workspace);
  await workspace.append(taskSet(workspace.counter + 1, '新', workspace.device), 'shared');
  expect(await workspace.verify()).toEqual([]);
  await workspace.close();
  return stamps;
}

describe('a damaged journal', () => {
  test('with an altered line opens to be read and tells the place', async () => {
    const { folder } = await livedIn();
    await editLines(folder, november, garble(5));
    const workspace = await openWorkspace(folder);
    expect(workspace.readOnly).toEqual({
      code: 'workspace-damaged',
      params: { file: november, line: 5 },
    });
    await workspace.close();
    const before = await readFile(join(folder, november));
    const { readable, damages } = await inspectWorkspace(folder);
    expect(readable).toBe(15);
    expect(damages).toMatchObject([{ kind: 'line', file: november, line: 5 }]);
    expect(await readFile(join(folder, november))).toEqual(before);
  });

  test('keeps all lines but the altered one, and the whole old files', async () => {
    const { folder, sets } = await livedIn();
    await editLines(folder, november, garble(5));
    const damaged = await readFile(join(folder, november));
    const report = await repairWorkspace(folder, { now: () => new Date('2026-12-06T01:02:03Z') });
    expect(report).toMatchObject({ kept: 15, restored: 0, salvaged: 0, isNewDevice: false });
    expect(report.damages).toMatchObject([{ kind: 'line', file: november, line: 5 }]);
    expect(report.keptIn).toBe('damaged/2026-12-06T01-02-03');
    expect(await readFile(join(folder, report.keptIn, november))).toEqual(damaged);
    const stamps = await expectWorking(folder);
    const lost = sets[4]?.stamp;
    const expected = sets.map(({ stamp }) => stamp).filter((stamp) => stamp !== lost);
    expect(stamps).toEqual(expect.arrayContaining(expected));
    expect(stamps).not.toContain(lost);
  });

  test('takes missing sets from a backup and no others', async () => {
    const { folder, sets } = await livedIn();
    await editLines(folder, november, garble(5));
    await editLines(folder, december, (lines) => lines.slice(1));
    const extraSets: ExtraSet[] = sets.map((set) => ({ stream: 'journal', set }));
    const before = sets.map(({ stamp }) => stamp).sort();
    const report = await repairWorkspace(folder, { extraSets });
    expect(report).toMatchObject({ kept: 14, restored: 2 });
    expect(report.damages.map(({ kind, file, line }) => [kind, file, line])).toEqual([
      ['line', november, 5],
      ['chain', december, 1],
    ]);
    const stamps = await expectWorking(folder);
    expect(stamps.slice(0, 16)).toEqual(before);
  });

  test('with a whole file gone gets its values back from the snapshot', async () => {
    const { folder } = await livedIn(16);
    const whole = await openWorkspace(folder, { readOnly: true });
    const titles = [...((await whole.foldAll()).collections.get('task')?.records.values() ?? [])];
    await whole.close();
    await rm(join(folder, december));
    const damaged = await openWorkspace(folder);
    expect(damaged.readOnly).toMatchObject({ params: { file: december, line: 1 } });
    await damaged.close();
    const report = await repairWorkspace(folder);
    expect(report).toMatchObject({ kept: 13, salvaged: 3 });
    await expectWorking(folder);
    const again = await openWorkspace(folder, { readOnly: true });
    const found = [...((await again.foldAll()).collections.get('task')?.records.values() ?? [])];
    const titlesOf = (records: typeof found) =>
      records.map(({ values }) => String(values.title)).sort();
    expect(titlesOf(found)).toEqual([...titlesOf(titles), '新'].sort());
    await again.close();
  });

  test('gives no stamp twice after its end was lost', async () => {
    const { folder } = await livedIn(13);
    await rm(join(folder, december));
    await repairWorkspace(folder);
    const workspace = await openWorkspace(folder);
    // Of the lost sets the snapshot knew but one.
    expect(workspace.counter).toBeGreaterThan(16 + 1_000);
    await workspace.close();
  });

  test('takes a lost set from another PC later without a conflict', async () => {
    const { folder, sets } = await livedIn(16);
    await rm(join(folder, december));
    await repairWorkspace(folder);
    const workspace = await openWorkspace(folder);
    const { added } = await workspace.appendForeign(sets, { isRecovery: true });
    expect(added).toHaveLength(3);
    expect(await workspace.verify()).toEqual([]);
    const { collections } = await workspace.foldAll();
    const records = [...(collections.get('task')?.records.values() ?? [])];
    expect(records).toHaveLength(16);
    expect(records.filter((record) => record.rivals)).toEqual([]);
    await workspace.close();
  });

  test('and no mark of this PC gets a new one', async () => {
    const { folder } = await livedIn();
    await writeFile(join(folder, 'device.json'), '');
    await expect(openWorkspace(folder)).rejects.toMatchObject({
      code: 'workspace-damaged',
      params: { file: 'device.json' },
    });
    expect(await inspectWorkspace(folder)).toMatchObject({ readable: 16, isDeviceLost: true });
    expect(await repairWorkspace(folder)).toMatchObject({ kept: 16, isNewDevice: true });
    const workspace = await openWorkspace(folder);
    expect(workspace.device).not.toBe(device);
    await workspace.close();
    await expectWorking(folder);
  });

  test('of which nothing is left at all starts anew under another name', async () => {
    const { folder } = await livedIn();
    await writeFile(join(folder, november), Buffer.alloc(5_000));
    await rm(join(folder, december));
    await rm(join(folder, 'private'), { recursive: true });
    const report = await repairWorkspace(folder);
    expect(report).toMatchObject({ kept: 0, isNewDevice: true });
    expect(await readdir(join(folder, report.keptIn, 'journal', device))).toEqual([
      '2026-11.jsonl',
    ]);
    await expectWorking(folder);
  });

  test('that is open elsewhere is not repaired', async () => {
    const { folder } = await livedIn();
    const workspace = await openWorkspace(folder);
    await expect(repairWorkspace(folder)).rejects.toMatchObject({ code: 'workspace-locked' });
    await workspace.close();
  });
});

test('a backup after a repair holds the repaired files, not those of the backup before', async () => {
  const { folder } = await livedIn();
  const store = new BackupStore(await emptyFolder());
  const job = { reason: 'by-hand', now: new Date('2026-12-06T01:00:00Z') } as const;
  const before = await openWorkspace(folder, { now: () => new Date('2027-01-05') });
  // December is over, too, and will hang on November anew, with lines of the same length.
  await before.append(taskSet(17), 'shared');
  await backUpOpen(store, before, job);
  await before.close();
  await editLines(folder, november, garble(5));
  await repairWorkspace(folder, { now: () => new Date('2027-01-07T00:00:00Z') });
  const repaired = await openWorkspace(folder);
  const stamps = await stampsIn(repaired);
  const manifest = await backUpOpen(store, repaired, job);
  await repaired.close();
  const copy = join(await emptyFolder(), 'copy');
  await store.copyOut(manifest, copy);
  const backup = await openWorkspace(copy, { readOnly: true });
  expect(await backup.verify()).toEqual([]);
  expect(await stampsIn(backup)).toEqual(stamps);
  await backup.close();
});

test('a damaged journal of an encrypted unit is repaired with its key and stays sealed', async () => {
  const { folder } = await livedIn();
  const { key } = await encryptFolder(folder, '青山常在绿水长流两千零二十六');
  await editLines(folder, november, (lines) =>
    lines.map((line, at) => (at === 4 ? line.replace('"sealed":"', '"sealed":"AAAA') : line)),
  );
  await expect(repairWorkspace(folder)).rejects.toMatchObject({ code: 'locked' });
  const own = new DataKey(key.copyMaster());
  expect(await repairWorkspace(folder, { key: own })).toMatchObject({ kept: 15 });
  const text = await readFile(join(folder, november), 'utf8');
  expect(text).not.toContain('任务');
  expect(await expectWorking(folder, own)).toHaveLength(16);
});
