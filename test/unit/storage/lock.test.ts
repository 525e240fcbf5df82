import { spawnSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { acquireLock, mayBeSamePc } from '../../../electron/storage/lock';
import { openWorkspace } from '../../../electron/storage/workspace';
import { emptyFolder, filledFolder, taskSet } from './data-folder';

const owner = (fields: object): string =>
  JSON.stringify({
    host: hostname(),
    pid: process.pid,
    started: '',
    token: 'another',
    beats: '000000000001',
    ...fields,
  });

/** Times short enough for a test. */
const quick = { beat: 20, dead: 150, patience: 0 };

/** The id of a process that has ended. */
const deadPid = () => spawnSync(process.execPath, ['-e', '']).pid;

describe('the lock of a folder', () => {
  test('is held by one and given back', async () => {
    const folder = await filledFolder(1);
    const first = await openWorkspace(folder);
    await expect(openWorkspace(folder)).rejects.toMatchObject({
      code: 'workspace-locked',
      params: {
        host: hostname(),
        pid: process.pid,
        who: `${hostname()} / ${userInfo().username}`,
      },
    });
    const reader = await openWorkspace(folder, { readOnly: true });
    expect(reader.counter).toBe(1);
    await first.close();
    await (await openWorkspace(folder)).close();
    expect(await readdir(folder)).not.toContain('lock');
  });

  const left: [what: string, text: () => string][] = [
    ['a process that ended', () => owner({ pid: deadPid() })],
  ];
  // When a process began is told by Linux alone; elsewhere the lack of life has to.
  if (process.platform === 'linux') {
    left.push(['an earlier process with the same id', () => owner({ started: 'boot:1' })]);
  }

  test.each(left)('of %s is taken over at once', async (_name, text) => {
    const folder = await emptyFolder();
    await writeFile(join(folder, 'lock'), text());
    const lock = await acquireLock(folder);
    expect(JSON.parse(await readFile(join(folder, 'lock'), 'utf8'))).toMatchObject({
      pid: process.pid,
    });
    await lock.release();
    expect(await readdir(folder)).toEqual([]);
  });

  test('of another PC is taken over when it shows no life for long', async () => {
    const slow = { ...quick, dead: 1_000 };
    const folder = await emptyFolder();
    await writeFile(join(folder, 'lock'), owner({ host: 'elsewhere', pid: 1 }));
    await expect(acquireLock(folder, slow)).rejects.toMatchObject({
      code: 'workspace-locked',
    });
    await wait(200);
    await expect(acquireLock(folder, slow)).rejects.toMatchObject({
      code: 'workspace-locked',
    });
    await wait(slow.dead);
    await (await acquireLock(folder, slow)).release();
  });

  test.each([
    ['a card in common', ['a', 'b'], ['b', 'c'], true],
    ['an owner without network', [], ['a'], true],
    ['no network here', ['a'], [], true],
    ['other cards', ['a'], ['b'], false],
  ])('of the same name with %s', (_name, cards, own, isSame) => {
    expect(mayBeSamePc(cards, own)).toBe(isSame);
  });

  test.each([
    ['a lock that was never filled in', 'lock', ''],
    ['a lock that was cut short', 'lock', '{"host":'],
  ])('%s, as a crash leaves it, holds nobody up for long', async (_name, file, text) => {
    const folder = await filledFolder(1);
    await writeFile(join(folder, file), text);
    const began = performance.now();
    const workspace = await openWorkspace(folder);
    expect(workspace.readOnly).toBeNull();
    expect(performance.now() - began).toBeGreaterThan(1_900);
    await workspace.close();
  });

  test('a takeover that a crash cut short is taken over itself', async () => {
    const folder = await filledFolder(1);
    await writeFile(join(folder, 'lock'), owner({ pid: deadPid() }));
    await writeFile(join(folder, 'lock.takeover'), owner({ pid: deadPid() }));
    const workspace = await openWorkspace(folder);
    await workspace.close();
    expect(await readdir(folder)).not.toContain('lock.takeover');
  });

  test('of another PC that shows life is left alone, however patient the wait', async () => {
    const folder = await emptyFolder();
    const path = join(folder, 'lock');
    let beats = 1;
    const text = () => {
      beats += 1;
      return owner({ host: 'elsewhere', beats: String(beats).padStart(12, '0') });
    };
    await writeFile(path, text());
    const beating = setInterval(() => void writeFile(path, text()), 30);
    const attempt = acquireLock(folder, { ...quick, patience: 600 });
    await expect(attempt).rejects.toMatchObject({
      params: { host: 'elsewhere' },
    });
    clearInterval(beating);
  });

  test('shows life by itself', async () => {
    const folder = await emptyFolder();
    const lock = await acquireLock(folder, quick);
    const first = await readFile(join(folder, 'lock'), 'utf8');
    const second = await vi.waitFor(async () => {
      const now = await readFile(join(folder, 'lock'), 'utf8');
      expect(now).not.toBe(first);
      return now;
    }, 5_000);
    expect(second).toHaveLength(first.length);
    await lock.release();
  });

  test('of many that start at once goes to exactly one', async () => {
    const folder = await emptyFolder();
    await writeFile(join(folder, 'lock'), owner({ pid: deadPid() }));
    const attempts = await Promise.allSettled(
      Array.from({ length: 20 }, () => acquireLock(folder)),
    );
    const locks = attempts.flatMap((attempt) =>
      attempt.status === 'fulfilled' ? [attempt.value] : [],
    );
    expect(locks).toHaveLength(1);
    expect(await readdir(folder)).toEqual(['lock']);
    await locks[0]?.release();
  });

  test('taken over while this PC slept, nothing more is written', async () => {
    const folder = await filledFolder(1);
    // Not so quick that a sign of life is just being written.
    const workspace = await openWorkspace(folder, { lock: { ...quick, beat: 500 } });
    await writeFile(join(folder, 'lock'), owner({ host: 'elsewhere' }));
    // Seen at the next sign of life, which a busy machine gives late.
    await vi.waitFor(() => expect(workspace.readOnly).toEqual({ code: 'workspace-locked' }), 5_000);
    await expect(workspace.append(taskSet(2), 'shared')).rejects.toMatchObject({
      code: 'read-only',
    });
    await workspace.close();
    expect(await readdir(folder)).toContain('lock');
  });
});
