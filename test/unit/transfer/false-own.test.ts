import { createPrivateKey } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Workspace } from '../../../electron/storage/workspace';
import { ownKey } from '../../../electron/transfer/devices';
import { readPackage } from '../../../electron/transfer/read-package';
import { Tray } from '../../../electron/transfer/tray';
import { trustOf } from '../../../electron/transfer/trust';
import { wholeState } from '../../../electron/transfer/workspace-state';
import { fold } from '../../../shared/changes/state';
import { act, packageBy, packageOf, pcOf, setsIn, strangerOf, take, taskSet, uuidOf } from './pcs';

// Who signs is told by the key. Attacks with this PC's own id, and with ids of others.

const keyOf = (workspace: Workspace) => ({
  device: { ...ownKey(workspace), name: '' },
  privateKey: createPrivateKey(workspace.identity.privateKey ?? ''),
});

const task = (title: string) => ({ collection: 'task', id: uuidOf(0xaa), fields: { title } });

describe('a package under the id of this PC', () => {
  test('signed by another key is refused, and nothing enters its chain', async () => {
    const here = await pcOf('pcaaaaaa');
    await act(here, task('造林'));
    const forger = strangerOf('pcaaaaaa');
    const path = await packageBy(forger, [taskSet('00000009.pcaaaaaa', '假的')]);
    for (const trust of [[], ['pcaaaaaa']]) {
      await expect(take(here, [path], { trust })).rejects.toMatchObject({
        code: 'package-false-own',
      });
    }
    expect(await setsIn(here)).toHaveLength(1);
    const tray = new Tray();
    await tray.add([path]);
    const state = await wholeState(here);
    expect(tray.describe({ unitId: here.unitId, own: ownKey(here), state })).toMatchObject([
      { status: 'refused', error: { code: 'package-false-own' }, trust: { status: 'false-own' } },
    ]);
  });

  test('and so is its key under another id', async () => {
    const here = await pcOf('pcaaaaaa');
    const { device, privateKey } = keyOf(here);
    const other = { device: { ...device, id: 'pcbbbbbb' }, privateKey };
    const path = await packageBy(other, [taskSet('00000009.pcbbbbbb', '假的')]);
    await expect(take(here, [path], { trust: ['pcbbbbbb'] })).rejects.toMatchObject({
      code: 'package-false-own',
    });
  });

  test('that it made itself comes in again and changes nothing', async () => {
    const here = await pcOf('pcaaaaaa');
    await act(here, task('造林'));
    expect(await take(here, [await packageOf(here)])).toMatchObject({ added: [], known: 1 });
  });
});

describe('sets under the id of this PC, handed over by a trusted friend', () => {
  const forged = [taskSet('00000002.pcaaaaaa', '假的'), taskSet('00000001.pcaaaaaa', '改了')];

  test.each(forged)('$stamp: left out, and the rest comes in', async (set) => {
    const here = await pcOf('pcaaaaaa');
    await act(here, task('造林'));
    const path = await packageBy(strangerOf('pcbbbbbb'), [
      set,
      taskSet('00000005.pcbbbbbb', '巡山', 0xab),
    ]);
    const { added } = await take(here, [path], { trust: ['pcbbbbbb'] });
    expect(added.map(({ stamp }) => stamp)).toEqual(['00000005.pcbbbbbb']);
    expect(
      fold(await setsIn(here))
        .collections.get('task')
        ?.records.get(uuidOf(0xaa)),
    ).toEqual({
      at: '00000001.pcaaaaaa',
      values: { title: '造林' },
    });
    expect(await here.verify()).toEqual([]);
  });

  test('come back in a declared recovery, and not twice', async () => {
    const [first, there] = [await pcOf('pcaaaaaa'), await pcOf('pcbbbbbb')];
    const lost = [await act(first, task('造林')), await act(first, task('造林三百亩'))];
    await take(there, [await packageOf(first)], { trust: ['pcaaaaaa'] });
    // The same PC after its folder was made anew.
    const here = await pcOf('pcaaaaaa');
    const path = await packageOf(there);
    const trust = ['pcbbbbbb'];
    expect(await take(here, [path], { trust })).toMatchObject({ added: [] });
    const { added } = await take(here, [path], { trust, recover: true });
    expect(added).toEqual(lost);
    expect(await take(here, [path], { trust })).toMatchObject({ added: [], known: 2 });
    const next = await act(here, task('造林四百亩'));
    expect(next.stamp > (lost[1]?.stamp ?? '')).toBe(true);
  });
});

describe('a device that is trusted by its key', () => {
  const unitOf = async () => {
    const here = await pcOf('pcaaaaaa');
    const known = strangerOf('pcbbbbbb');
    await take(here, [await packageBy(known, [taskSet('00000001.pcbbbbbb', '造林')])], {
      trust: ['pcbbbbbb'],
    });
    return { here, known };
  };

  test('under another key is compared anew, with both fingerprints shown', async () => {
    const { here, known } = await unitOf();
    const path = await packageBy(strangerOf('pcbbbbbb'), [taskSet('00000002.pcbbbbbb', '假的')]);
    await expect(take(here, [path])).rejects.toMatchObject({ code: 'package-key-changed' });
    const tray = new Tray();
    await tray.add([path]);
    const state = await wholeState(here);
    const [row] = tray.describe({ unitId: here.unitId, own: ownKey(here), state });
    expect(row).toMatchObject({ status: 'ready', trust: { status: 'changed-key' } });
    expect(row?.trust?.before).toBeTruthy();
    expect(row?.trust?.before).not.toEqual(row?.trust?.fingerprint);
    await take(here, [path], { trust: ['pcbbbbbb'] });
    // The old key is now the one that has to be compared.
    expect(trustOf(await wholeState(here), ownKey(here), known.device)).toBe('changed-key');
  });

  test('two keys for one id in one import are refused, whichever was compared', async () => {
    const { here, known } = await unitOf();
    const paths = [
      await packageBy(known, [taskSet('00000002.pcbbbbbb', '巡山')]),
      await packageBy(strangerOf('pcbbbbbb'), [taskSet('00000003.pcbbbbbb', '假的')]),
    ];
    await expect(take(here, paths, { trust: ['pcbbbbbb'] })).rejects.toMatchObject({
      code: 'package-key-changed',
    });
    expect(await setsIn(here)).toHaveLength(1);
  });

  test('and revoked stays so under any id', async () => {
    const { here, known } = await unitOf();
    const fields = { status: 'revoked' };
    await here.append(
      {
        stamp: '0000000z.pcaaaaaa',
        author: '',
        wall: '2026-11-03T08:00:00.000Z',
        label: 'transfer.trust',
        changes: [
          {
            collection: 'trust',
            id: 'pcbbbbbb',
            fields,
            parents: { status: [...here.tail].flatMap(({ stamp }) => stamp) },
          },
        ],
      },
      'private',
    );
    const renamed = { ...known, device: { ...known.device, id: 'pccccccc' } };
    const path = await packageBy(renamed, [taskSet('00000002.pccccccc', '换了名字')]);
    await expect(take(here, [path], { trust: ['pccccccc'] })).rejects.toMatchObject({
      code: 'package-revoked',
    });
    expect((await readPackage(path)).manifest.device.id).toBe('pccccccc');
  });
});
