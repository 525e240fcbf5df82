import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  createWorkspace,
  openWorkspace,
  type Workspace,
} from '../../../electron/storage/workspace';
import { judgingOf } from '../../../electron/transfer/judging';
import { mergePackages } from '../../../electron/transfer/merge-packages';
import { writePackage } from '../../../electron/transfer/package';
import { readPackage } from '../../../electron/transfer/read-package';
import { undoImport } from '../../../electron/transfer/undo-import';
import { wholeState } from '../../../electron/transfer/workspace-state';
import type { ChangeSet } from '../../../shared/changes/change-set';
import { draftSet, type Edit } from '../../../shared/changes/draft';
import { edit, listOf, recordOf } from '../../../shared/changes/records';
import { stampOf } from '../../../shared/changes/stamp';
import { previewOf, takenOf } from '../../../shared/insight/exchange/preview';
import { emptyFolder } from '../storage/data-folder';

// Sealed documents on real folders: written once here, and left alone by packages.

const unitId = '0190b5a0-0000-7000-8000-00000000000a';
const task = '0190b5a0-0000-7000-8000-0000000000aa';
const noted = '0190b5a0-0000-7000-8000-0000000000ab';
const id = 'monthly:2026-10';

const sealed = (text: string, sha256 = createHash('sha256').update(text).digest('hex')): Edit =>
  edit('seal', id, { text: [text], sha256, sealedOn: '2026-11-02' });

/** An open folder of the unit on a PC of its own. */
async function pcOf(deviceId: string): Promise<Workspace> {
  const folder = join(await emptyFolder(), deviceId);
  await createWorkspace(folder, { unitId, deviceId });
  const workspace = await openWorkspace(folder);
  onTestFinished(() => workspace.close());
  return workspace;
}

async function setOf(workspace: Workspace, edits: readonly Edit[]): Promise<ChangeSet> {
  const about = { device: workspace.device, author: '', wall: '2026-11-03T08:00:00.000Z' };
  const set = draftSet(await wholeState(workspace), edits, { ...about, label: 'document.seal' });
  if (!set) throw new Error('nothing would change');
  return set;
}

const act = async (workspace: Workspace, ...edits: readonly Edit[]): Promise<void> =>
  workspace.append(await setOf(workspace, edits), 'shared');

const sealIn = async (workspace: Workspace) => recordOf(await wholeState(workspace), 'seal', id);

describe('on the PC that sealed it', () => {
  test.each([
    ['another text', sealed('已办结4项。')],
    ['a text without its fingerprint', edit('seal', id, { text: ['已办结4项。'] })],
    ['another day', edit('seal', id, { sealedOn: '2026-11-09' })],
    ['taking it away', edit('seal', id, { deleted: true })],
  ])('refuses %s, from the journal and from the snapshot', async (_name, change) => {
    const workspace = await pcOf('pcaaaaaa');
    await act(workspace, sealed('已办结3项。'));
    const before = await sealIn(workspace);
    await expect(act(workspace, change)).rejects.toMatchObject({ code: 'sealed', params: { id } });
    await workspace.writeSnapshot();
    workspace.renewReplica();
    expect(workspace.tail).toEqual([]);
    await expect(act(workspace, change)).rejects.toMatchObject({ code: 'sealed' });
    expect(await sealIn(workspace)).toEqual(before);
  });

  test('refuses the second of two that are on their way together', async () => {
    const workspace = await pcOf('pcaaaaaa');
    const first = await setOf(workspace, [sealed('已办结3项。')]);
    const second = await setOf(workspace, [sealed('已办结4项。')]);
    const later = { ...second, stamp: stampOf(2, workspace.device) };
    const both = [workspace.append(first, 'shared'), workspace.append(later, 'shared')];
    expect(await Promise.allSettled(both)).toMatchObject([
      { status: 'fulfilled' },
      { status: 'rejected', reason: { code: 'sealed' } },
    ]);
    expect((await sealIn(workspace))?.text).toEqual(['已办结3项。']);
  });

  test('refuses one whose fingerprint is of another text', async () => {
    const workspace = await pcOf('pcaaaaaa');
    const forged = sealed('已办结3项。', 'a'.repeat(64));
    await expect(act(workspace, forged)).rejects.toMatchObject({ code: 'does-not-fit' });
  });

  test('takes a correction, and goes on after a refusal', async () => {
    const workspace = await pcOf('pcaaaaaa');
    await act(workspace, sealed('已办结3项。'));
    await expect(act(workspace, edit('seal', id, { deleted: true }))).rejects.toBeDefined();
    await act(workspace, edit('correction', noted, { seal: id, reason: '漏登一项' }));
    expect(listOf(await wholeState(workspace), 'correction')).toMatchObject([{ seal: id }]);
  });
});

describe('a package', () => {
  /** Takes all that a PC has, from a file on a stick. */
  async function take(to: Workspace, from: Workspace, ticked = true) {
    const path = join(await emptyFolder(), 'unit.touyan');
    await writePackage(from, path, { author: '' });
    const packages = [{ path, read: await readPackage(path), options: {} }];
    const state = await wholeState(to);
    const take = { flagged: ticked ? [{ collection: 'seal', id }] : [] };
    return mergePackages(to, state, packages, { trust: [from.device], take });
  }

  /** A set that only another program could have written. */
  const forged = (change: Edit): ChangeSet => ({
    stamp: stampOf(50, 'pcffffff'),
    author: '',
    wall: '2026-11-05T08:00:00.000Z',
    label: 'document.seal',
    changes: [{ ...change }, { collection: 'task', id: task, fields: { title: '造林' } }],
  });

  test.each([
    ['alters it', sealed('已办结4项。')],
    ['takes it away', edit('seal', id, { deleted: true })],
    ['damages it', edit('seal', id, { text: ['{'] })],
  ])('that %s brings its other records, and leaves the seal as it is', async (_name, change) => {
    const [here, there] = [await pcOf('pcaaaaaa'), await pcOf('pcbbbbbb')];
    await act(here, sealed('已办结3项。'));
    await take(there, here);
    const before = await sealIn(here);
    expect(await sealIn(there)).toEqual(before);
    await there.appendForeign([forged(change)]);
    expect(await sealIn(there)).not.toEqual(before);
    for (const added of [1, 0]) {
      expect(await take(here, there)).toMatchObject({ conflicts: 0, added: { length: added } });
      expect(await sealIn(here)).toEqual(before);
      expect(recordOf(await wholeState(here), 'task', task)?.title).toBe('造林');
    }
    expect(await here.verify()).toEqual([]);
  });

  test('brings a seal only where it was looked at and ticked', async () => {
    const [here, there] = [await pcOf('pcaaaaaa'), await pcOf('pcbbbbbb')];
    await act(there, sealed('已办结3项。'), edit('task', task, { title: '造林' }));
    await take(here, there, false);
    expect(await sealIn(here)).toBeUndefined();
    expect(recordOf(await wholeState(here), 'task', task)?.title).toBe('造林');
    await take(here, there);
    expect((await sealIn(here))?.text).toEqual(['已办结3项。']);
  });

  test.each([
    ['monthly:2099-01', 'early-seal'],
    ['monthly:2099-Q1', 'early-seal'],
    ['yearly:2099', 'early-seal'],
    [id, 'new-seal'],
  ])('with a seal %s is told of as %s', async (seal, flag) => {
    const [here, there] = [await pcOf('pcaaaaaa'), await pcOf('pcbbbbbb')];
    await act(there, { ...sealed('已办结3项。'), id: seal }, edit('task', task, { title: '造林' }));
    const sets: ChangeSet[] = [];
    for await (const set of there.sets('shared')) sets.push(set);
    const state = await wholeState(here);
    const judging = judgingOf(state, new Date('2026-11-20T02:00:00Z'));
    const records = previewOf(state, sets, judging).flatMap((group) => group.records);
    const flags = records.find(({ collection }) => collection === 'seal')?.flags;
    expect(flags).toEqual([flag]);
    const flagged = [{ collection: 'seal', id: seal }];
    const left = takenOf(sets, previewOf(state, sets, judging), { flagged });
    const collections = left.flatMap(({ changes }) => changes.map(({ collection }) => collection));
    expect(collections).toEqual(flag === 'new-seal' ? ['seal', 'task'] : ['task']);
  });

  test('taken back takes its seal back, which can be made anew then, and no other', async () => {
    const [here, there] = [await pcOf('pcaaaaaa'), await pcOf('pcbbbbbb')];
    await act(there, sealed('已办结3项。'), edit('task', task, { title: '造林' }));
    const { receipts } = await take(here, there);
    expect((await sealIn(here))?.text).toEqual(['已办结3项。']);
    await act(here, { ...sealed('已办结9项。'), id: 'monthly:2026-09' });
    await undoImport(here, await wholeState(here), receipts[0] ?? '');
    expect(await sealIn(here)).toBeUndefined();
    expect(recordOf(await wholeState(here), 'task', task)).toBeUndefined();
    expect(recordOf(await wholeState(here), 'seal', 'monthly:2026-09')).toBeDefined();
    await act(here, sealed('已办结5项。'));
    expect((await sealIn(here))?.text).toEqual(['已办结5项。']);
    await expect(act(here, edit('seal', id, { deleted: true }))).rejects.toBeDefined();
  });

  test('with a seal that lost its text brings the rest, and the document can be sealed here', async () => {
    const [here, there] = [await pcOf('pcaaaaaa'), await pcOf('pcbbbbbb')];
    await there.appendForeign([forged(sealed('{', 'a'.repeat(64)))]);
    await take(here, there);
    expect(recordOf(await wholeState(here), 'task', task)?.title).toBe('造林');
    expect(await sealIn(here)).toBeUndefined();
    await act(here, sealed('已办结3项。'));
    expect((await sealIn(here))?.text).toEqual(['已办结3项。']);
  });
});
