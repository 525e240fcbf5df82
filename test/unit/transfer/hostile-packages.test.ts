import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { StorageError } from '../../../electron/storage/storage-error';
import { readPackage } from '../../../electron/transfer/read-package';
import { wholeState } from '../../../electron/transfer/workspace-state';
import { recordOf } from '../../../shared/changes/records';
import { counterOf, deviceOf, largestStep } from '../../../shared/changes/stamp';
import { rangeMisfitsOf } from '../../../shared/kinds/range-misfits';
import { errorCodeSchema } from '../../../shared/rpc';
import { hashOf } from '../rpc/office-pc';
import { emptyFolder } from '../storage/data-folder';
import { attacks, colleague, hostilePackages } from './hostile-packages';
import { act, packageBy, pcOf, setsIn, take, taskSet, uuidOf } from './pcs';

const seed = 20_261_201;
const count = 480;

test(`${count} hostile packages are refused in one sentence, or taken with their flags`, async () => {
  const here = await pcOf('pcaaaaaa');
  await act(
    here,
    { collection: 'unit', id: 'unit', fields: { name: '青禾县林业和草原局' } },
    { collection: 'device', id: here.device, fields: { person: uuidOf(1) } },
    { collection: 'task', id: uuidOf(0xaa), fields: { title: '造林' } },
  );
  const signer = {
    device: { id: colleague.id, name: '', publicKey: colleague.key.publicKey },
    privateKey: colleague.key.privateKey,
  };
  const known = await packageBy(signer, [taskSet('00000009.pcbbbbbb', '巡山', 0xab)]);
  await take(here, [known], { trust: [colleague.id] });
  const own = (await setsIn(here)).filter(({ stamp }) => deviceOf(stamp) === here.device);
  const path = join(await emptyFolder(), 'hostile.touyan');
  const seen = new Map<string, { refused: number; taken: number }>();
  const codes = new Map<string, number>();
  let isUnknown = 0;
  for (const { about, bytes } of hostilePackages(seed, count)) {
    const row = seen.get(about) ?? { refused: 0, taken: 0 };
    seen.set(about, row);
    await writeFile(path, bytes);
    const before = await hashOf(here.folder);
    try {
      await take(here, [path]);
      row.taken += 1;
      expect((await readPackage(path)).manifest.device).toMatchObject({
        id: colleague.id,
        publicKey: colleague.key.publicKey,
      });
    } catch (error) {
      // Anything else is a defect of ours, not a refusal.
      if (!(error instanceof StorageError)) throw error;
      expect(errorCodeSchema.options).toContain(error.code);
      expect(error.code).not.toBe('internal');
      expect(await hashOf(here.folder), about).toBe(before);
      row.refused += 1;
      codes.set(error.code, (codes.get(error.code) ?? 0) + 1);
    }
  }
  const all = await setsIn(here);
  // Nothing entered this PC's own chain, no counter jumped, no day is of a year that no office has.
  expect(all.filter(({ stamp }) => deviceOf(stamp) === here.device)).toEqual(own);
  expect(Math.max(...all.map(({ stamp }) => counterOf(stamp)))).toBeLessThan(largestStep);
  const changes = all.flatMap((set) => set.changes);
  expect(changes.flatMap(rangeMisfitsOf)).toEqual([]);
  // What is flagged was not ticked, and is not here.
  expect(changes.filter(({ collection }) => collection === 'seal')).toEqual([]);
  const state = await wholeState(here);
  expect(recordOf(state, 'unit', 'unit')).toMatchObject({
    name: '青禾县林业和草原局',
    ratingNames: false,
  });
  expect(recordOf(state, 'device', here.device)?.person).toBe(uuidOf(1));
  expect(recordOf(state, 'device', colleague.id)).toBeUndefined();
  expect(recordOf(state, 'trust', colleague.id)?.publicKey).toBe(colleague.key.publicKey);
  expect(await here.verify()).toEqual([]);
  await act(here, { collection: 'task', id: uuidOf(0xaa), fields: { title: '还能记' } });
  for (const about of Object.keys(attacks)) isUnknown += seen.has(about) ? 0 : 1;
  expect(isUnknown).toBe(0);
  expect(seen.get('nothing wrong')).toMatchObject({ refused: 0 });
  const sum = (what: 'refused' | 'taken') =>
    [...seen.values()].reduce((n, row) => n + row[what], 0);
  expect(sum('refused') + sum('taken')).toBe(count);
  const rows = [...seen].map(
    ([about, { refused, taken }]) => `${about}: ${refused} refused, ${taken} taken`,
  );
  const told = [...codes].sort(([, a], [, b]) => b - a).map(([code, n]) => `${code} ${n}`);
  process.stdout.write(
    `hostile packages (seed ${seed}): ${count}, refused ${sum('refused')}, taken ${sum('taken')}\n  ${rows.join('\n  ')}\n  ${told.join(', ')}\n`,
  );
}, 120_000);
