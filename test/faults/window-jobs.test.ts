import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { ElectronApplication, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { finishRebuild } from '../../electron/storage/rebuild';
import { repairWorkspace } from '../../electron/storage/repair';
import { unlockVault } from '../../electron/storage/vault';
import { createWorkspace, openWorkspace } from '../../electron/storage/workspace';
import { wholeUnit } from '../../electron/transfer/gather';
import { writePackage } from '../../electron/transfer/package';
import { stampOf } from '../../shared/changes/stamp';
import { device, emptyFolder, taskSet } from '../unit/storage/data-folder';
import { smallDisk } from './mounts';
import { tell } from './tell';
import { start } from './window';

// The long jobs, asked for by the window of the whole app, while it is killed, its disk is full or a
// stick is pulled: what was acknowledged before is there afterwards, whole.

const unitId = '0190b5a0-0000-7000-8000-00000000000a';
const passphrase = '秋天的雁群向南飞';
const other = 'pcbbbbbb';
const tasks = 300;
const personId = '0190c1b2-7e60-7a10-8c00-000000000101';

interface Answer {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly error?: { readonly code: string };
}

/** Makes a call as the page makes it; undefined where the app was gone before it answered. */
const ask = (page: Page, name: string, input: unknown): Promise<Answer | undefined> =>
  page
    .evaluate(
      // The page's own bridge, whose answers are of this shape.
      ([call, value]) =>
        Reflect.apply(window.touyan.call, undefined, [call, value]) as Promise<Answer>,
      [name, input] as const,
    )
    .catch(() => undefined);

const choose = (app: ElectronApplication, file: string) =>
  app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, file);

/** A unit with many tasks and an evidence file. */
async function fill(folder: string, of = device): Promise<void> {
  await createWorkspace(folder, { unitId, deviceId: of });
  const workspace = await openWorkspace(folder);
  const changes = [
    { collection: 'unit', id: 'unit', fields: { name: '云溪县档案服务中心' } },
    { collection: 'person', id: personId, fields: { name: '王镕', post: '主任' } },
    { collection: 'device', id: of, fields: { person: personId } },
  ];
  const about = { author: '王镕', wall: '2026-11-03T08:00:00.000Z', label: 'unit.create' };
  await workspace.append({ ...about, stamp: stampOf(1, of), changes }, 'shared');
  for (let counter = 2; counter <= tasks + 1; counter += 1) {
    await workspace.append(taskSet(counter, undefined, of), 'shared');
  }
  await workspace.close();
}

/** Opens the folder as the app would after whatever happened, and checks it whole; counts its tasks. */
async function tasksLeft(folder: string): Promise<number> {
  await finishRebuild(folder);
  const open = () =>
    openWorkspace(folder, {
      key: (vault, unit) => unlockVault(vault, unit, { kind: 'passphrase', secret: passphrase }),
    });
  let workspace = await open();
  if (workspace.readOnly?.code === 'workspace-damaged') {
    // A repair that was cut short before its end is done again.
    await workspace.close();
    await repairWorkspace(folder);
    workspace = await open();
  }
  try {
    expect(workspace.readOnly).toBeNull();
    // Evidence that came in before its record could is no loss; the next sweep takes it.
    const wrong = (await workspace.verify()).filter(({ kind }) => kind !== 'attachment-orphan');
    expect(wrong).toEqual([]);
    return (await workspace.foldAll()).collections.get('task')?.records.size ?? 0;
  } finally {
    await workspace.close();
  }
}

/** Files and folders that only a job that was cut short leaves. */
async function debris(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names
    .filter((name) => /\.tmp$|(?:^|\/)\.(?:exchange|building)|^damaged/.test(name))
    .sort();
}

interface Job {
  readonly name: string;
  /** Before the app is started. */
  readonly before?: (folder: string, aside: string) => Promise<void>;
  /** In the running app, before the fault. */
  readonly prepare?: (
    running: { app: ElectronApplication; page: Page },
    aside: string,
  ) => Promise<unknown>;
  readonly run: (page: Page, prepared: unknown) => Promise<Answer | undefined>;
  /** Tasks that may be missing, because they were damaged before. */
  readonly hurt?: number;
}

async function damageOne(folder: string): Promise<void> {
  const chain = join(folder, 'journal', device);
  const [month = ''] = await readdir(chain);
  const file = join(chain, month);
  const lines = (await readFile(file, 'utf8')).split('\n');
  lines[20] = lines[20]?.replace('任务', '□□') ?? '';
  await writeFile(file, lines.join('\n'));
}

const sealText = '已办结4项。';

const jobs: readonly Job[] = [
  {
    name: 'an import',
    before: async (_folder, aside) => {
      const from = join(aside, 'other');
      await fill(from, other);
      const workspace = await openWorkspace(from);
      await writeFile(join(aside, '签到.bin'), Buffer.alloc(2_000_000, 7));
      const { sha256, bytes, name } = await workspace.addFile(join(aside, '签到.bin'));
      await workspace.append(
        {
          stamp: stampOf(tasks + 2, other),
          author: '王镕',
          wall: '2026-11-03T08:00:00.000Z',
          label: 'attachment.add',
          changes: [
            {
              collection: 'attachment',
              id: '0190b5a0-0000-7000-8000-0000000000ee',
              fields: { name, bytes, sha256 },
            },
          ],
        },
        'shared',
      );
      await writePackage(workspace, join(aside, 'a.touyan'), {
        scope: { ...wholeUnit, attachments: true },
      });
      await workspace.close();
    },
    prepare: async ({ app, page }, aside) => {
      await choose(app, join(aside, 'a.touyan'));
      const opened = await ask(page, 'transfer.open', null);
      expect(opened).toMatchObject({ ok: true, value: { packages: [{ status: 'ready' }] } });
    },
    run: (page) => ask(page, 'transfer.import', { take: null, flagged: [], trust: [other] }),
  },
  {
    name: 'an attachment',
    before: async (_folder, aside) =>
      writeFile(join(aside, '录像.jpg'), Buffer.alloc(30_000_000, 3)),
    prepare: ({ app }, aside) => choose(app, join(aside, '录像.jpg')),
    run: (page) => ask(page, 'attachments.add', null),
  },
  {
    name: 'a sealing',
    run: (page) =>
      ask(page, 'workspace.commit', {
        set: {
          stamp: stampOf(tasks + 2, device),
          author: personId,
          wall: '2026-11-03T08:00:00.000Z',
          label: 'document.seal',
          changes: [
            {
              collection: 'seal',
              id: 'monthly:2026-10',
              fields: {
                text: [sealText],
                sha256: createHash('sha256').update(sealText).digest('hex'),
                sealedOn: '2026-11-02',
              },
            },
          ],
        },
        audience: 'shared',
      }),
  },
  {
    name: 'an encryption',
    run: (page) => ask(page, 'vault.enable', { passphrase }),
  },
  {
    name: 'a rebuilding',
    prepare: async ({ page }) => {
      const made = await ask(page, 'backups.make', null);
      if (!made?.ok) throw new Error('no backup was made');
      // Of the shape that the contract has.
      const { backups } = made.value as { backups: { place: string; id: string }[] };
      return backups[0];
    },
    run: (page, backup) => {
      // What `prepare` gave.
      const { place, id } = backup as { place: string; id: string };
      return ask(page, 'backups.rebuild', { place, id });
    },
  },
  { name: 'a repair', before: damageOne, run: (page) => ask(page, 'repair.run', null), hurt: 1 },
];

describe.each(jobs)('$name', ({ name, before, prepare, run, hurt = 0 }) => {
  test('is cut short by kills, and nothing that was there is lost', async () => {
    const delays = [0, 15, 40, 90, 200, 450];
    let ended = 0;
    for (const delay of delays) {
      const aside = await emptyFolder();
      const data = join(aside, 'data');
      await fill(data);
      await before?.(data, aside);
      const running = await start(data);
      const prepared = await prepare?.(running, aside);
      const going = run(running.page, prepared);
      const answer = await Promise.race([going, wait(delay, undefined)]);
      if (answer?.ok) ended += 1;
      const gone = once(running.app.process(), 'exit');
      running.app.process().kill('SIGKILL');
      await Promise.all([gone, going]);
      expect(await tasksLeft(data)).toBeGreaterThanOrEqual(tasks - hurt);
      await rm(aside, { recursive: true, force: true });
    }
    tell(`${name} through the window: ${delays.length} kills, ${ended} after its end, 0 lost`);
  });
});

describe.each(jobs.filter(({ name }) => name !== 'a sealing'))(
  '$name on a full disk',
  ({ name, before, prepare, run, hurt = 0 }) => {
    test('is refused with one sentence, leaves nothing, and works when there is room', async () => {
      const aside = await emptyFolder();
      const disk = await smallDisk(40_000);
      const data = join(disk, 'unit', 'data');
      await mkdir(join(disk, 'unit'));
      await fill(data);
      await before?.(data, aside);
      const running = await start(data);
      const prepared = await prepare?.(running, aside);
      await writeFile(join(disk, 'filler'), Buffer.alloc(64_000_000)).catch(() => undefined);
      const refused = await run(running.page, prepared);
      const codes = JSON.stringify(refused);
      expect(codes).toContain('disk-full');
      expect(await debris(data)).toEqual([]);
      expect((await readdir(join(disk, 'unit'))).filter((one) => one !== 'data')).toEqual([]);
      await rm(join(disk, 'filler'));
      const again = await run(running.page, prepared);
      expect(again?.ok, JSON.stringify(again)).toBe(true);
      await running.app.close();
      expect(await tasksLeft(data)).toBeGreaterThanOrEqual(tasks - hurt);
      tell(`${name} on a full disk: told, nothing left behind, done when there was room`);
    });
  },
);

describe('a pulled stick', () => {
  test.each(jobs.slice(0, 2))(
    'stops $name, and nothing has changed',
    async ({ name, before, prepare, run }) => {
      const aside = await emptyFolder();
      const data = join(aside, 'data');
      await fill(data);
      const stick = join(aside, 'stick');
      await mkdir(stick);
      await before?.(data, stick);
      const running = await start(data);
      const prepared = await prepare?.(running, stick);
      await rm(stick, { recursive: true });
      expect(existsSync(stick)).toBe(false);
      const answer = await run(running.page, prepared);
      expect(JSON.stringify(answer)).toMatch(/folder-gone|file-unreadable/);
      await running.app.close();
      expect(await tasksLeft(data)).toBe(tasks);
      expect(await debris(data)).toEqual([]);
      tell(`${name} from a pulled stick: told, nothing changed`);
    },
  );
});
