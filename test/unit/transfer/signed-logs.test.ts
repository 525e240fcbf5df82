import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Workspace } from '../../../electron/storage/workspace';
import { wholeUnit } from '../../../electron/transfer/gather';
import {
  entriesOf,
  loggedSet,
  logStart,
  openPart,
  partFor,
  signPart,
} from '../../../electron/transfer/log-part';
import { ownLog } from '../../../electron/transfer/own-log';
import { writePackage } from '../../../electron/transfer/package';
import { Provenance } from '../../../electron/transfer/provenance';
import { readPackage } from '../../../electron/transfer/read-package';
import { importPackages } from '../../../electron/transfer/set-up';
import { wholeState } from '../../../electron/transfer/workspace-state';
import type { ChangeSet } from '../../../shared/changes/change-set';
import { edit, listOf, recordOf } from '../../../shared/changes/records';
import { counterOf, stampOf } from '../../../shared/changes/stamp';
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

// A friend passes on what others wrote, and cannot write it.

const task = (title: string, n = 0xaa) => edit('task', uuidOf(n), { title });
const both = ['pcaaaaaa', 'pcbbbbbb'];

/** An author's PC, a friend's that has his records, and the package the friend would pass on. */
async function passedOn() {
  const [author, friend, here] = [
    await pcOf('pcaaaaaa'),
    await pcOf('pcbbbbbb'),
    await pcOf('pccccccc'),
  ];
  await act(author, task('造林'), task('巡山', 0xab));
  await act(author, task('造林三百亩'));
  await take(friend, [await packageOf(author)], { trust: ['pcaaaaaa'] });
  return { author, friend, here };
}

/** The same package with its sets changed, signed by somebody the receiver trusts. */
async function altered(from: string, change: (sets: ChangeSet[]) => ChangeSet[], id = 'pcbbbbbb') {
  const { sets, logs } = await readPackage(from);
  const signer = strangerOf(id);
  const path = await packageBy(signer, change(structuredClone([...sets])), logs);
  return path;
}

const titleIn = async (workspace: Workspace, n = 0xaa) =>
  recordOf(await wholeState(workspace), 'task', uuidOf(n))?.title;

describe('what a friend passes on', () => {
  test('comes in where the author signed it, and can be passed on again', async () => {
    const { friend, here } = await passedOn();
    await take(here, [await packageOf(friend)], { trust: ['pcbbbbbb'] });
    expect(await titleIn(here)).toBe('造林三百亩');
    const fourth = await pcOf('pcdddddd');
    await take(fourth, [await packageOf(here)], { trust: ['pccccccc'] });
    expect(await titleIn(fourth)).toBe('造林三百亩');
    expect(listOf(await wholeState(fourth), 'logPart').map(({ device }) => device)).toContain(
      'pcaaaaaa',
    );
  });

  const forgeries: readonly (readonly [string, (sets: ChangeSet[]) => ChangeSet[]])[] = [
    [
      'another value',
      (sets) =>
        sets.map((set) => ({
          ...set,
          changes: set.changes.map((one) => ({ ...one, fields: { title: '假的' } })),
        })),
    ],
    ['another author', (sets) => sets.map((set) => ({ ...set, author: uuidOf(9) }))],
    ['another moment', (sets) => sets.map((set) => ({ ...set, wall: '2026-11-04T08:00:00.000Z' }))],
    [
      'another parent',
      (sets) =>
        sets.map((set) => ({
          ...set,
          changes: set.changes.map((one) => ({
            ...one,
            parents: { title: ['00000000.pcffffff'] },
          })),
        })),
    ],
    [
      'one change more',
      (sets) =>
        sets.map((set) => ({
          ...set,
          changes: [
            ...set.changes,
            { collection: 'task', id: uuidOf(0xee), fields: { title: '假的' } },
          ],
        })),
    ],
  ];

  test.each(forgeries)('with %s is flagged and never taken', async (_name, change) => {
    const { friend, here } = await passedOn();
    const path = await altered(await packageOf(friend), change);
    const read = await readPackage(path);
    const flagged = read.sets.flatMap(({ changes }) => changes);
    await take(here, [path], { trust: ['pcbbbbbb'], take: { flagged } });
    expect(await titleIn(here)).not.toBe('假的');
    expect(await titleIn(here, 0xee)).toBeUndefined();
    const heads = (await setsIn(here)).map(({ author, wall, changes }) => [
      author,
      wall,
      changes.map(({ parents }) => parents?.title),
    ]);
    expect(JSON.stringify(heads)).not.toContain(uuidOf(9));
    expect(JSON.stringify(heads)).not.toContain('2026-11-04');
    expect(JSON.stringify(heads)).not.toContain('pcffffff');
  });

  test('an action between those that were signed is forged, a newer one unproven', async () => {
    const { friend, here } = await passedOn();
    const path = await altered(await packageOf(friend), (sets) => [
      ...sets.filter(({ stamp }) => counterOf(stamp) !== 2),
      taskSet('00000009.pcaaaaaa', '以后', 0xa9),
    ]);
    const read = await readPackage(path);
    const provenance = new Provenance(unitId, await wholeState(here), here.device, [read]);
    const of = (set: ChangeSet) =>
      provenance.of(set, set.changes[0] ?? { collection: '', id: '', fields: {} });
    expect(of(taskSet('00000009.pcaaaaaa', '以后', 0xa9))).toBe('unproven');
    expect(of(taskSet('00000002.pcaaaaaa', '假的'))).toBe('forged');
    expect(of(taskSet('00000002.pczzzzzz', '谁'))).toBe('unsigned');
    expect(of(taskSet('00000002.pcbbbbbb', '自己'))).toBe('unsigned');
    await take(here, [path], { trust: ['pcbbbbbb'] });
    expect(await titleIn(here, 0xa9)).toBeUndefined();
    await take(here, [path], {
      trust: ['pcbbbbbb'],
      take: { flagged: [{ collection: 'task', id: uuidOf(0xa9) }] },
    });
    expect(await titleIn(here, 0xa9)).toBe('以后');
  });

  test('a log signed by another key than the one compared proves nothing', async () => {
    const { author, friend, here } = await passedOn();
    // The receiver has compared the author's key before.
    await take(here, [await packageOf(author)], { trust: ['pcaaaaaa'] });
    const { sets } = await readPackage(await packageOf(friend));
    const { device, privateKey } = strangerOf('pcaaaaaa');
    const forged = [...sets, taskSet('00000009.pcaaaaaa', '假的', 0xee)];
    const logged = forged
      .filter(({ stamp }) => stamp.endsWith('pcaaaaaa'))
      .map((set) => loggedSet(set, () => 'saltsaltsalt'));
    const part = signPart(
      unitId,
      { ...device, privateKey },
      { from: 0, start: logStart(unitId, 'pcaaaaaa') },
      logged,
    );
    const path = await packageBy(strangerOf('pcbbbbbb'), forged, [part]);
    const flagged = [{ collection: 'task', id: uuidOf(0xee) }];
    await take(here, [path], { trust: ['pcbbbbbb'], take: { flagged } });
    expect(await titleIn(here, 0xee)).toBeUndefined();
  });

  test('of a revoked device comes in only as far as it was known before', async () => {
    const { author, friend, here } = await passedOn();
    await take(here, [await packageOf(author)], { trust: both });
    const state = await wholeState(here);
    const at = state.collections.get('trust')?.records.get('pcaaaaaa')?.at ?? '';
    await here.append(
      {
        ...taskSet(stampOf(here.counter + 1, here.device), ''),
        label: 'transfer.trust',
        changes: [
          {
            collection: 'trust',
            id: 'pcaaaaaa',
            fields: { status: 'revoked' },
            parents: { status: [at] },
          },
        ],
      },
      'private',
    );
    await act(author, task('停用以后', 0xac));
    await take(friend, [await packageOf(author)], { trust: both });
    await act(friend, task('朋友的', 0xad));
    const flagged = [{ collection: 'task', id: uuidOf(0xac) }];
    await take(here, [await packageOf(friend)], { trust: ['pcbbbbbb'], take: { flagged } });
    expect(await titleIn(here, 0xac)).toBeUndefined();
    expect(await titleIn(here, 0xad)).toBe('朋友的');
    expect(await titleIn(here)).toBe('造林三百亩');
  });

  test('with changes left out is proven all the same, and the rest cannot be guessed', async () => {
    const { author, friend, here } = await passedOn();
    const leader = uuidOf(1);
    await act(
      author,
      edit('person', leader, { name: '唐镕川' }),
      edit('rating', `${leader}:2026-11:A1.1`, { score: 88 }),
      edit('rating', `${leader}:2026-11:B6.1`, { score: 77 }),
    );
    const path = `${await emptyFolder()}/scope.touyan`;
    await writePackage(author, path, { author: '' });
    const { sets, logs } = await readPackage(path);
    expect(JSON.stringify(sets)).not.toContain('B6.1');
    // Each of the hundred and one scores is tried against what went along.
    const full = (await ownLog(author)).flatMap((part) => part.sets).at(-1);
    const shown = logs.flatMap((part) => part.sets).at(-1);
    expect(shown?.tokens).toHaveLength(4);
    expect(shown?.tokens.map(({ salt }) => salt !== undefined)).toEqual([true, true, true, false]);
    expect(full?.tokens.every(({ salt }) => salt !== undefined)).toBe(true);
    const flagged = [{ collection: 'rating', id: `${leader}:2026-11:A1.1` }];
    await take(friend, [path], { trust: ['pcaaaaaa'], take: { flagged } });
    await take(here, [await packageOf(friend)], { trust: ['pcbbbbbb'], take: { flagged } });
    const state = await wholeState(here);
    expect(recordOf(state, 'rating', `${leader}:2026-11:A1.1`)?.score).toBe(88);
    expect(recordOf(state, 'rating', `${leader}:2026-11:B6.1`)).toBeUndefined();
  });

  test('a PC that is set up takes the logs along, and leaves forgeries out', async () => {
    const { friend } = await passedOn();
    const path = await altered(await packageOf(friend), ([first, ...rest]) => [
      ...(first ? [{ ...first, author: uuidOf(9) }] : []),
      ...rest,
    ]);
    const folder = `${await emptyFolder()}/new`;
    await importPackages(folder, [path]);
    const { openWorkspace } = await import('../../../electron/storage/workspace');
    const made = await openWorkspace(folder);
    expect((await setsIn(made)).map(({ author }) => author)).not.toContain(uuidOf(9));
    expect(listOf(await wholeState(made), 'logPart')).not.toEqual([]);
    await made.close();
  });
});

describe('a history from before logs were signed', () => {
  test('comes in as unsigned, and is signed once its author exports again', async () => {
    const { author, friend, here } = await passedOn();
    const { sets } = await readPackage(await packageOf(friend));
    const old = await packageBy(strangerOf('pcbbbbbb'), sets);
    const read = await readPackage(old);
    expect(read.logs).toEqual([]);
    const state = await wholeState(here);
    const provenance = new Provenance(unitId, state, here.device, [read]);
    expect(read.sets.flatMap((set) => set.changes.map((one) => provenance.of(set, one)))).toEqual([
      'unsigned',
      'unsigned',
      'unsigned',
    ]);
    await take(here, [old], { trust: ['pcbbbbbb'] });
    expect(await titleIn(here)).toBe('造林三百亩');
    await act(author, task('造林四百亩'));
    await take(here, [await packageOf(author)], { trust: ['pcaaaaaa'] });
    const late = new Provenance(unitId, await wholeState(here), here.device, [read]);
    expect(
      late.of(
        taskSet('00000002.pcaaaaaa', '假的'),
        taskSet('', '假的').changes[0] ?? { collection: '', id: '', fields: {} },
      ),
    ).toBe('forged');
  });

  test('packages that go on from an earlier one bring the parts that tell of their sets', async () => {
    const { author, friend } = await passedOn();
    await writePackage(author, `${await emptyFolder()}/a.touyan`, { for: 'pcbbbbbb' });
    await act(author, task('造林四百亩'));
    const path = `${await emptyFolder()}/b.touyan`;
    await writePackage(author, path, {
      for: 'pcbbbbbb',
      scope: { ...wholeUnit, since: 'pcbbbbbb' },
    });
    const { sets, logs } = await readPackage(path);
    expect(sets).toHaveLength(1);
    expect(logs.flatMap((part) => part.sets.map(({ stamp }) => stamp))).toContain(sets[0]?.stamp);
    expect(await take(friend, [path])).toMatchObject({ added: { length: 1 } });
    // The part that was signed first went over into the longer one.
    expect(listOf(await wholeState(friend), 'logPart')).toHaveLength(1);
  });
});

describe('a part of a log', () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const own = {
    id: 'pcaaaaaa',
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    privateKey,
  };
  const sets = Array.from({ length: 5 }, (_, at) => taskSet(stampOf(at + 1, own.id), `${at}`, at));
  const logged = sets.map((set) => loggedSet(set, () => 'saltsaltsalt'));
  const part = signPart(unitId, own, { from: 0, start: logStart(unitId, own.id) }, logged);

  test('is refused with anything altered, moved or left out', () => {
    expect(openPart(unitId, part)?.sets).toEqual(logged);
    const { sets: _, ...plain } = part;
    const other = unitId.replace('a', 'b');
    expect(openPart(other, plain)).toBeUndefined();
    fc.assert(
      fc.property(
        fc.constantFrom(
          'start',
          'head',
          'signature',
          'publicKey',
          'device',
          'entry',
          'order',
          'drop',
          'from',
        ),
        fc.nat(),
        (what, at) => {
          const entries = [...plain.entries];
          const index = at % entries.length;
          const flip = (text: string): string => {
            const place = at % text.length;
            return `${text.slice(0, place)}${text[place] === 'a' ? 'b' : 'a'}${text.slice(place + 1)}`;
          };
          if (what === 'entry') entries[index] = flip(entries[index] ?? '');
          if (what === 'order') entries.reverse();
          if (what === 'drop') entries.splice(index, 1);
          const made = { ...plain, entries };
          if (what === 'from') made.from += 1 + at;
          else if (
            what === 'start' ||
            what === 'head' ||
            what === 'signature' ||
            what === 'publicKey' ||
            what === 'device'
          ) {
            made[what] = flip(made[what]);
            if (made[what] === plain[what]) return;
          }
          // A salt is no part of what is signed; it only shows what a hash is of.
          const isSalt = what === 'entry' && openPart(unitId, made)?.head === plain.head;
          if (!isSalt) expect(openPart(unitId, made)).toBeUndefined();
        },
      ),
    );
  });

  test('holds sets of very many changes', () => {
    const changes = Array.from({ length: 6_000 }, (_, n) => ({
      collection: 'task',
      id: uuidOf(n),
      fields: { title: `${n}` },
    }));
    const big = { ...taskSet('00000001.pcaaaaaa', ''), changes };
    const entry = loggedSet(big, () => 'saltsaltsalt');
    const made = signPart(unitId, own, { from: 0, start: logStart(unitId, own.id) }, [entry]);
    expect(Math.max(...made.entries.map(({ length }) => length))).toBeLessThanOrEqual(100_000);
    expect(openPart(unitId, made)?.sets).toEqual([entry]);
    const half = { ...big, changes: changes.filter((_, n) => n % 2 === 0) };
    const along = partFor(made, new Map([[half.stamp, half]]));
    expect(along.entries.join(' ').match(/\.saltsaltsalt/g)).toHaveLength(3_001);
    expect(entriesOf([entry]).length).toBeGreaterThan(1);
  });
});
