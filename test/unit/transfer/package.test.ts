import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeSample } from '../../../electron/storage/sample';
import { openWorkspace } from '../../../electron/storage/workspace';
import { inspectPackage, writePackage } from '../../../electron/transfer/package';
import { readPackage } from '../../../electron/transfer/read-package';
import { importPackages } from '../../../electron/transfer/set-up';
import { draftSet } from '../../../shared/changes/draft';
import { edit } from '../../../shared/changes/records';
import { canonical, type State } from '../../../shared/changes/state';
import { keepingOf } from '../../../shared/model/collections';
import { ratingId } from '../../../shared/model/rating';
import { forgeries, goodSegments, goodSets, partsOf, zipOf } from './forged-packages';

let root = '';
let source = '';
let exported = '';
const secret = '自评草稿不外传';

/** Opens a data folder, does something with it and closes it. */
async function inFolder<T>(
  folder: string,
  work: (workspace: Awaited<ReturnType<typeof openWorkspace>>) => Promise<T>,
): Promise<T> {
  const workspace = await openWorkspace(folder);
  try {
    return await work(workspace);
  } finally {
    await workspace.close();
  }
}

const stateOf = (folder: string): Promise<State> =>
  inFolder(folder, (workspace) => workspace.foldAll());

/** The records that travel: nothing that one PC keeps to itself, no rating of body and mind. */
const shared = async (folder: string): Promise<string> =>
  canonical(await stateOf(folder))
    .split('\n')
    .filter((row) => {
      const [collection = '', id = '']: string[] = JSON.parse(row);
      return keepingOf(collection) === 'shared' && !/:B6/.test(id);
    })
    .join('\n');

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'touyan-package-'));
  source = join(root, 'source');
  exported = join(root, 'unit.touyan');
  const options = { leaders: 3, staff: 5, years: 1, seed: 7, today: '2026-11-23' };
  await writeSample(source, options);
});
afterAll(() => rm(root, { recursive: true, force: true }));

let target = '';
let turn = 0;
beforeEach(() => {
  turn += 1;
  target = join(root, `target-${turn}`);
});

describe('a package', () => {
  it('brings the whole unit to another PC and back without a difference', async () => {
    const { summary: written } = await inFolder(source, (workspace) =>
      writePackage(workspace, exported, { author: '唐镕川' }),
    );
    expect(written).toMatchObject({ unit: '青禾县林业和草原局', author: '唐镕川' });
    expect(await inspectPackage(exported)).toEqual(written);
    const steps: number[] = [];
    const imported = await importPackages(target, [exported], {
      progress: (done) => steps.push(done),
    });
    expect(imported).toEqual([written]);
    expect(steps.at(-1)).toBe(100);
    expect([...steps].sort((a, b) => a - b)).toEqual(steps);
    expect(await shared(target)).toBe(await shared(source));
    const again = join(root, 'again.touyan');
    await inFolder(target, (workspace) => writePackage(workspace, again, { author: '' }));
    expect((await readPackage(again)).sets).toEqual((await readPackage(exported)).sets);
  });

  it('makes a folder that is whole, of the same unit and with a device id of its own', async () => {
    await importPackages(target, [exported], { deviceName: '二楼电脑' });
    const [from, to] = [
      await inFolder(source, async ({ unitId, device }) => ({ unitId, device })),
      await inFolder(target, async (workspace) => ({
        unitId: workspace.unitId,
        device: workspace.device,
        name: workspace.identity.name,
        problems: await workspace.verify(),
        parts: workspace.partNames,
      })),
    ];
    expect(to.unitId).toBe(from.unitId);
    expect(to.device).not.toBe(from.device);
    expect(to).toMatchObject({ name: '二楼电脑', problems: [] });
    expect(to.parts).toContain('2026');
    expect((await readdir(target)).sort()).toEqual([
      'device.json',
      'journal',
      'private',
      'snapshot',
      'touyan.json',
    ]);
  });

  it('never holds private drafts', async () => {
    const drafting = join(root, 'drafting');
    await importPackages(drafting, [exported]);
    const person = '0190b5a0-0000-7000-8000-000000000001';
    const out = join(root, 'drafting.touyan');
    await inFolder(drafting, async (workspace) => {
      const state = await workspace.foldAll();
      const signature = {
        device: workspace.device,
        author: person,
        wall: '2026-11-23T02:00:00.000Z',
        label: 'rating.draft',
      };
      const id = ratingId(person, '2026-11', 'A1.1');
      const set = draftSet(state, [edit('rating', id, { score: 61, evidence: secret })], signature);
      if (!set) throw new Error('a new rating is a change');
      await workspace.append(set, 'private');
      await writePackage(workspace, out, { author: '' });
    });
    const { sets } = await readPackage(out);
    expect(sets).toEqual((await readPackage(exported)).sets);
    expect(JSON.stringify(sets)).not.toContain(secret);
    expect(canonical(await stateOf(drafting))).toContain(secret);
  });

  it.each([
    ['a data folder', async () => void (await importPackages(target, [exported]))],
    [
      'a journal without its marker',
      async () => void (await mkdir(join(target, 'journal', 'aaaaaaaa'), { recursive: true })),
    ],
    [
      'a marker alone',
      async () => {
        await mkdir(target);
        await writeFile(join(target, 'touyan.json'), '{}');
      },
    ],
  ])('is not read into %s', async (_name, prepare) => {
    await prepare();
    const before = await readdir(target, { recursive: true });
    await expect(importPackages(target, [exported])).rejects.toMatchObject({
      code: 'workspace-not-empty',
    });
    expect(await readdir(target, { recursive: true })).toEqual(before);
  });

  it('is read into a folder that holds things of others', async () => {
    await mkdir(join(target, 'profile'), { recursive: true });
    await importPackages(target, [exported]);
    expect(await shared(target)).toBe(await shared(source));
  });

  it('leaves nothing when the import is stopped on the way', async () => {
    const stopping = new AbortController();
    const importing = importPackages(target, [exported], {
      signal: stopping.signal,
      progress: (done) => done >= 50 && stopping.abort(),
    });
    await expect(importing).rejects.toMatchObject({ code: 'cancelled' });
    expect(await readdir(target)).toEqual([]);
  });

  it.each(forgeries)('spoilt (%s) is refused as %s and changes nothing', async (_n, code, make) => {
    await mkdir(target);
    await writeFile(join(target, 'letter.txt'), '别动');
    const path = join(root, 'forged.touyan');
    await writeFile(path, make());
    await expect(importPackages(target, [path])).rejects.toMatchObject({
      code,
      params: { path },
    });
    expect(await readdir(target)).toEqual(['letter.txt']);
    expect(await readFile(join(target, 'letter.txt'), 'utf8')).toBe('别动');
  });
});

describe('several packages', () => {
  async function placed(name: string, bytes: Buffer): Promise<string> {
    const path = join(root, name);
    await writeFile(path, bytes);
    return path;
  }
  const [first, second] = goodSegments();
  if (!first || !second) throw new Error('a good package has two segments');

  it('of one unit are joined', async () => {
    const one = await placed('one.touyan', zipOf(partsOf([first], { changeSets: 1, changes: 3 })));
    const all = await placed('all.touyan', zipOf(partsOf(goodSegments())));
    const summaries = await importPackages(target, [one, all]);
    expect(summaries.map(({ changeSets }) => changeSets)).toEqual([1, 3]);
    const stamps: string[] = [];
    await inFolder(target, async (workspace) => {
      for await (const { stamp } of workspace.sets('shared')) stamps.push(stamp);
    });
    expect(stamps.sort()).toEqual(goodSets.map(({ stamp }) => stamp));
  });

  it('of different units are refused as foreign, and nothing is written', async () => {
    const good = await placed('good.touyan', zipOf(partsOf(goodSegments())));
    await expect(importPackages(target, [exported, good])).rejects.toMatchObject({
      code: 'package-foreign',
      params: { path: good },
    });
    await expect(readdir(target)).rejects.toThrow();
  });

  it('that contradict each other are refused', async () => {
    const good = await placed('good.touyan', zipOf(partsOf(goodSegments())));
    const lying = { ...goodSets[0], label: 'other' };
    const bytes = Buffer.from(`${JSON.stringify(lying)}\n`);
    const parts = partsOf([{ name: first.name, bytes }], { changeSets: 1, changes: 3 });
    const other = await placed('other.touyan', zipOf(parts));
    await expect(importPackages(target, [good, other])).rejects.toMatchObject({
      code: 'package-altered',
    });
    await expect(readdir(target)).rejects.toThrow();
  });
});
