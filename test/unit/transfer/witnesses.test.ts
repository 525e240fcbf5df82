import { cp, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { backUpOpen } from '../../../electron/storage/backup';
import { BackupStore } from '../../../electron/storage/backup-store';
import { inspectWorkspace, repairWorkspace } from '../../../electron/storage/repair';
import { lostSince } from '../../../electron/storage/witness';
import { openWorkspace, type Workspace } from '../../../electron/storage/workspace';
import { edit } from '../../../shared/changes/records';
import { emptyFolder } from '../storage/data-folder';
import { act, packageOf, pcOf, setsIn, take, uuidOf } from './pcs';

// Cutting lines off the end of a chain breaks no hash: what it reached is witnessed elsewhere.

const task = (title: string, n = 0xaa) => edit('task', uuidOf(n), { title });

/** A PC that has a colleague's records and has given its own away; closed, without a snapshot. */
async function livedIn(more?: (here: Workspace) => Promise<unknown>): Promise<string> {
  const [here, there] = [await pcOf('pcaaaaaa'), await pcOf('pcbbbbbb')];
  for (const title of ['一', '二', '三']) await act(there, task(title));
  await take(here, [await packageOf(there)], { trust: ['pcbbbbbb'] });
  for (const title of ['甲', '乙']) await act(here, task(title, 0xab));
  await packageOf(here);
  await more?.(here);
  const { folder } = here;
  await here.close();
  await rm(join(folder, 'snapshot'), { recursive: true, force: true });
  return folder;
}

async function fileOf(folder: string, chain: string): Promise<string> {
  const [name = ''] = await readdir(join(folder, chain));
  return join(folder, chain, name);
}

/** Takes the last line of a chain away, as if it had never been. */
async function cutLast(folder: string, chain: string): Promise<void> {
  const path = await fileOf(folder, chain);
  const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
  await writeFile(
    path,
    lines
      .slice(0, -1)
      .map((line) => `${line}\n`)
      .join(''),
  );
}

const cuts: readonly (readonly [string, string, (folder: string) => Promise<unknown>])[] = [
  ['the end of a colleague’s chain', 'pcbbbbbb', (folder) => cutLast(folder, 'journal/pcbbbbbb')],
  [
    'a colleague’s whole folder',
    'pcbbbbbb',
    (folder) => rm(join(folder, 'journal/pcbbbbbb'), { recursive: true }),
  ],
  ['the end of the own chain', 'pcaaaaaa', (folder) => cutLast(folder, 'journal/pcaaaaaa')],
];

describe('with no snapshot left', () => {
  test('nothing is missed where nothing is missing', async () => {
    const folder = await livedIn();
    const workspace = await openWorkspace(folder);
    expect(workspace.readOnly).toBeNull();
    expect(await workspace.verify()).toEqual([]);
    await workspace.close();
  });

  test.each(cuts)('%s is missed at opening and by verify', async (_name, device, cut) => {
    const folder = await livedIn();
    await cut(folder);
    const file = `journal/${device}`;
    const workspace = await openWorkspace(folder);
    expect(workspace.readOnly).toMatchObject({ code: 'workspace-damaged', params: { file } });
    const problems = await workspace.verify();
    expect(problems).toMatchObject([{ kind: 'lost', file }]);
    // Who has it is named.
    expect(problems[0]?.detail).toMatch(/^\d+ ← .+/);
    await workspace.close();
  });

  test.each(cuts)('%s comes back from a backup by a repair', async (_name, _device, cut) => {
    const store = new BackupStore(await emptyFolder());
    let before = 0;
    const folder = await livedIn(async (here) => {
      before = (await setsIn(here)).length;
      await backUpOpen(store, here, { reason: 'by-hand', now: new Date('2026-11-05T08:00:00Z') });
    });
    const extra = await livedSets(folder);
    await cut(folder);
    const report = await repairWorkspace(folder, { extraSets: extra });
    expect(report.restored).toBeGreaterThan(0);
    const mended = await openWorkspace(folder);
    expect(mended.readOnly).toBeNull();
    expect((await setsIn(mended)).filter(({ label }) => label !== 'workspace.repair')).toHaveLength(
      before,
    );
    expect(await mended.verify()).toEqual([]);
    await mended.close();
  });

  test.each(cuts)('%s that nobody has any more is not asked for for ever', async (_n, _d, cut) => {
    const folder = await livedIn();
    await cut(folder);
    await repairWorkspace(folder);
    const mended = await openWorkspace(folder);
    expect(mended.readOnly).toBeNull();
    expect(await mended.verify()).toEqual([]);
    await act(mended, task('接着记', 0xac));
    await mended.close();
  });

  test.each(cuts)('%s is missed against a backup', async (_name, device, cut) => {
    const store = new BackupStore(await emptyFolder());
    const folder = await livedIn((here) =>
      backUpOpen(store, here, { reason: 'by-hand', now: new Date('2026-11-05T08:00:00Z') }),
    );
    const [manifest] = await store.list();
    if (!manifest) throw new Error('there is a backup');
    expect(await lostSince(folder, manifest, undefined)).toEqual([]);
    await cut(folder);
    const lost = await lostSince(folder, manifest, undefined);
    expect(lost).toMatchObject([{ kind: 'lost', detail: manifest.id }]);
    expect(lost[0]?.file).toContain(`journal/${device}/`);
  });
});

/** All sets of a folder with their streams. */
async function livedSets(folder: string) {
  const workspace = await openWorkspace(folder, { readOnly: true });
  const sets = [];
  for await (const set of workspace.sets('shared')) sets.push({ stream: 'journal' as const, set });
  await workspace.close();
  return sets;
}

describe('what only stands for a chain', () => {
  const standIns: readonly (readonly [string, string, (folder: string) => Promise<unknown>])[] = [
    [
      'a link to a folder',
      'journal/pcbbbbbb',
      async (folder) => {
        await rename(join(folder, 'journal/pcbbbbbb'), join(folder, 'elsewhere'));
        await symlink(join(folder, 'elsewhere'), join(folder, 'journal/pcbbbbbb'), 'junction');
      },
    ],
    [
      'a link to a month',
      'journal/pcbbbbbb/',
      async (folder) => {
        const path = await fileOf(folder, 'journal/pcbbbbbb');
        await cp(path, join(folder, 'month'));
        await rm(path);
        await symlink(join(folder, 'month'), path);
      },
    ],
    [
      'a file that a cloud keeps',
      'journal/pcbbbbbb/',
      async (folder) => {
        const path = await fileOf(folder, 'journal/pcbbbbbb');
        await rm(path);
        await writeFile(join(folder, 'journal/pcbbbbbb/.2026-11.jsonl.icloud'), 'x');
      },
    ],
    [
      'a shortcut',
      'journal/pcbbbbbb.lnk',
      async (folder) => {
        await rm(join(folder, 'journal/pcbbbbbb'), { recursive: true });
        await mkdir(join(folder, 'journal/pcbbbbbb.lnk'));
      },
    ],
  ];

  test.each(standIns)('%s is said, and nothing is written', async (_name, file, put) => {
    const folder = await livedIn();
    await put(folder);
    const workspace = await openWorkspace(folder);
    expect(workspace.readOnly?.code).toBe('workspace-damaged');
    expect(String(workspace.readOnly?.params?.file)).toContain(file);
    await workspace.close();
    const { damages } = await inspectWorkspace(folder);
    expect(damages.map(({ kind }) => kind)).toContain('link');
  });
});
