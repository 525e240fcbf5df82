import { readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openWorkspace } from '../../../electron/storage/workspace';
import { appendTasks, device, filledFolder, stampsIn, taskSet } from './data-folder';

const november = join('journal', device, '2026-11.jsonl');
const file = `journal/${device}/2026-11.jsonl`;
const ofNovember = { now: () => new Date('2026-11-20') };

/** Replaces the lines of the November journal, newlines kept. */
async function rewrite(folder: string, change: (lines: string[]) => string[]): Promise<void> {
  const path = join(folder, november);
  const lines = (await readFile(path, 'utf8')).split('\n').slice(0, -1);
  await writeFile(
    path,
    change(lines)
      .map((line) => `${line}\n`)
      .join(''),
  );
}

describe('an unfinished last line', () => {
  test.each([
    ['without its newline', -1],
    ['cut in the middle', -100],
  ])('%s is cut off and kept aside', async (_name, less) => {
    const folder = await filledFolder(3);
    const path = join(folder, november);
    const bytes = await readFile(path);
    await truncate(path, bytes.length + less);
    const workspace = await openWorkspace(folder, ofNovember);
    expect(workspace.readOnly).toBeNull();
    expect(workspace.notices).toEqual([{ kind: 'kept-aside', file: `${file}.torn-1` }]);
    expect(await stampsIn(workspace)).toHaveLength(2);
    const kept = await readFile(join(folder, `${november}.torn-1`));
    expect(bytes.subarray(0, less).equals(Buffer.concat([await readFile(path), kept]))).toBe(true);
    expect((await workspace.verify()).map(({ kind }) => kind)).toEqual(['kept-aside']);
    await appendTasks(workspace, 3, 5);
    await workspace.close();
    const again = await openWorkspace(folder, ofNovember);
    expect(again.notices).toEqual([]);
    expect(await stampsIn(again)).toHaveLength(5);
    await again.close();
  });

  test('of zeros, as some file systems leave it, is no damage either', async () => {
    const folder = await filledFolder(2);
    await writeFile(join(folder, november), Buffer.alloc(5000), { flag: 'a' });
    const workspace = await openWorkspace(folder, ofNovember);
    expect(workspace.readOnly).toBeNull();
    expect(workspace.counter).toBe(2);
    await workspace.close();
  });

  test('is left where it is by one who only reads', async () => {
    const folder = await filledFolder(2);
    const path = join(folder, november);
    await truncate(path, (await readFile(path)).length - 10);
    const before = await readFile(path);
    const workspace = await openWorkspace(folder, { readOnly: true });
    expect(workspace.tail).toHaveLength(1);
    expect(await workspace.verify()).toMatchObject([{ kind: 'torn', file, line: 2 }]);
    await workspace.close();
    expect(await readFile(path)).toEqual(before);
    expect(await readdir(folder)).not.toContain('lock');
  });
});

describe('damage in the middle', () => {
  test.each<[string, (lines: string[]) => string[], string, number, number]>([
    [
      'an altered value',
      (lines) => lines.with(1, lines[1]?.replace('任务2', '任务9') ?? ''),
      'line',
      2,
      4,
    ],
    ['half a line', (lines) => lines.with(2, lines[2]?.slice(0, 90) ?? ''), 'line', 3, 4],
    ['a removed line', (lines) => lines.toSpliced(1, 1), 'chain', 2, 4],
    ['a doubled line', (lines) => lines.toSpliced(1, 0, lines[1] ?? ''), 'chain', 3, 6],
    [
      'an exchange',
      (lines) => [lines[0], lines[2], lines[1], lines[3], lines[4]].map(String),
      'chain',
      2,
      5,
    ],
    ['a lost beginning', (lines) => lines.slice(1), 'chain', 1, 4],
    ['an empty line', (lines) => lines.toSpliced(2, 0, ''), 'line', 3, 5],
  ])('by %s opens read-only and names the place', async (_name, change, kind, line, readable) => {
    const folder = await filledFolder(5);
    await rewrite(folder, change);
    const before = await readFile(join(folder, november));
    const workspace = await openWorkspace(folder, ofNovember);
    expect(workspace.readOnly).toEqual({
      code: 'workspace-damaged',
      params: { file, line },
    });
    expect(workspace.tail).toHaveLength(readable);
    expect((await workspace.foldAll()).counter).toBe(5);
    await expect(workspace.append(taskSet(9), 'shared')).rejects.toMatchObject({
      code: 'read-only',
      params: { reason: 'workspace-damaged' },
    });
    expect((await workspace.verify())[0]).toMatchObject({ kind, file, line });
    await expect(stampsIn(workspace)).rejects.toMatchObject({
      code: 'workspace-damaged',
    });
    await workspace.close();
    expect(await readFile(join(folder, november))).toEqual(before);
  });

  test('by lines of another unit is found', async () => {
    const [folder, other] = [await filledFolder(2), await filledFolder(2)];
    await writeFile(join(folder, november), await readFile(join(other, november)));
    const workspace = await openWorkspace(folder, ofNovember);
    expect(workspace.readOnly).toMatchObject({ params: { file, line: 1 } });
    await workspace.close();
  });

  test('is found where a snapshot spares the reading', async () => {
    const folder = await filledFolder(5);
    const first = await openWorkspace(folder, ofNovember);
    await first.writeSnapshot();
    await first.close();
    await rewrite(folder, (lines) => lines.with(1, lines[1]?.replace('任务2', '任务9') ?? ''));
    const workspace = await openWorkspace(folder, ofNovember);
    expect(await workspace.verify()).toMatchObject([{ kind: 'line', file, line: 2 }]);
    await expect(workspace.writeSnapshot()).rejects.toMatchObject({
      code: 'workspace-damaged',
    });
    await workspace.close();
  });
});

describe('months', () => {
  test('each has its file, and the chain goes through them', async () => {
    const folder = await filledFolder(2);
    let today = new Date('2026-12-01');
    const workspace = await openWorkspace(folder, { now: () => today });
    await appendTasks(workspace, 3, 4);
    // A clock set back must not put new lines before old ones.
    today = new Date('2009-01-01');
    await appendTasks(workspace, 5, 6);
    await workspace.close();
    expect(await readdir(join(folder, 'journal', device))).toEqual([
      '2026-11.jsonl',
      '2026-12.jsonl',
    ]);
    await writeFile(join(folder, november), '');
    const again = await openWorkspace(folder);
    expect(again.readOnly).toMatchObject({
      params: { file: `journal/${device}/2026-12.jsonl`, line: 1 },
    });
    await again.close();
  });

  test('a last line torn before the month changed is still the last', async () => {
    const folder = await filledFolder(2);
    const path = join(folder, november);
    await truncate(path, (await readFile(path)).length - 10);
    await writeFile(join(folder, 'journal', device, '2026-12.jsonl'), '');
    const workspace = await openWorkspace(folder, {
      now: () => new Date('2026-12-02'),
    });
    expect(workspace.readOnly).toBeNull();
    await appendTasks(workspace, 2, 3);
    expect((await workspace.verify()).map(({ kind }) => kind)).toEqual(['kept-aside']);
    await workspace.close();
    const again = await openWorkspace(folder);
    expect(await stampsIn(again)).toHaveLength(3);
    await again.close();
  });
});
