import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Attachments } from '../../../electron/storage/attachments';
import { blobFiles, blobPath } from '../../../electron/storage/blobs';
import { openWorkspace } from '../../../electron/storage/workspace';
import { largestAttachment } from '../../../shared/model/attachment';
import { emptyFolder } from './data-folder';
import { attach, filesIn, sha256Of, unitWithFiles, userFile } from './evidence';

const onWindows = process.platform === 'win32';

describe('copying a file in', () => {
  test('keeps its bytes under their hash and answers the facts', async () => {
    const { workspace, own } = await unitWithFiles();
    const content = randomBytes(3_000_000);
    const seen: [number, number][] = [];
    const added = await workspace.addFile(await userFile(own, '签到表.jpg', content), {
      progress: (done, total) => void seen.push([done, total]),
    });
    const sha256 = sha256Of(content);
    expect(added).toEqual({ name: '签到表.jpg', bytes: 3_000_000, sha256, isNew: true });
    const path = `attachments/${sha256.slice(0, 2)}/${sha256}`;
    expect(await filesIn(workspace.folder)).toEqual([path]);
    expect(content.equals(await readFile(join(workspace.folder, path)))).toBe(true);
    expect(seen.at(-1)).toEqual([9_000_000, 9_000_000]);
    expect(seen.map(([done]) => done)).toEqual(seen.map(([done]) => done).sort((a, b) => a - b));
    await workspace.close();
  });

  test('keeps the same content once, whatever its names', async () => {
    const { workspace, own } = await unitWithFiles();
    const [first, second] = await Promise.all([
      workspace.addFile(await userFile(own, '甲.txt', '同一份')),
      workspace.addFile(await userFile(own, '乙.txt', '同一份')),
    ]);
    expect([first.isNew, second.isNew]).toEqual([true, false]);
    expect(second).toMatchObject({ name: '乙.txt', sha256: first.sha256 });
    expect(await filesIn(workspace.folder)).toHaveLength(1);
    await workspace.close();
  });

  test('heals an altered copy', async () => {
    const { workspace, own } = await unitWithFiles();
    const source = await userFile(own, '甲.txt', '原来的内容');
    const { sha256 } = await workspace.addFile(source);
    const path = join(workspace.folder, blobPath(sha256));
    await writeFile(path, '改动的内容');
    expect(await workspace.addFile(source)).toMatchObject({ sha256, isNew: false });
    expect(await readFile(path, 'utf8')).toBe('原来的内容');
    await workspace.close();
  });

  test('refuses empty files, folders, devices, and what is not there', async () => {
    const { workspace, own } = await unitWithFiles();
    await mkdir(join(own, '照片'));
    const cases: [string, string][] = [
      [await userFile(own, '空.docx', ''), 'file-empty'],
      [join(own, '照片'), 'file-not-regular'],
      ...(onWindows ? [] : [['/dev/zero', 'file-not-regular'] satisfies [string, string]]),
      [join(own, '没有.txt'), 'file-unreadable'],
    ];
    for (const [path, code] of cases) {
      await expect(workspace.addFile(path)).rejects.toMatchObject({
        code,
        params: { name: basename(path) },
      });
    }
    expect(await filesIn(workspace.folder)).toEqual([]);
    await workspace.close();
  });

  test('takes 200 MB and not a byte more', async () => {
    const { workspace, own } = await unitWithFiles();
    const path = await userFile(own, '录像.mp4', 'x');
    await truncate(path, largestAttachment + 1);
    await expect(workspace.addFile(path)).rejects.toMatchObject({ code: 'file-too-large' });
    await truncate(path, largestAttachment);
    expect(await workspace.addFile(path)).toMatchObject({ bytes: largestAttachment });
    await workspace.close();
  });

  test('refuses a file that changes while it is copied, and leaves nothing', async () => {
    const { workspace, own } = await unitWithFiles();
    const path = await userFile(own, '表.xlsx', randomBytes(2_000_000));
    const adding = workspace.addFile(path, {
      progress: (done) => {
        // Its hash is known now; the copying comes next.
        if (done === 2_000_000) writeFileSync(path, 'other', { flag: 'r+' });
      },
    });
    await expect(adding).rejects.toMatchObject({
      code: 'file-changed',
      params: { name: '表.xlsx' },
    });
    expect(await filesIn(workspace.folder)).toEqual([]);
    await workspace.close();
  });

  test('stops when it is cancelled or the folder is closed, and leaves nothing', async () => {
    const { workspace, own } = await unitWithFiles();
    const path = await userFile(own, '录像.mp4', randomBytes(8_000_000));
    const cancelling = new AbortController();
    const stopped = workspace.addFile(path, {
      signal: cancelling.signal,
      progress: (done) => void (done > 10_000_000 && cancelling.abort()),
    });
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    expect(await filesIn(workspace.folder)).toEqual([]);
    const broken = workspace.addFile(path);
    const told = expect(broken).rejects.toMatchObject({ code: 'cancelled' });
    await workspace.close();
    await told;
    expect(await filesIn(workspace.folder)).toEqual([]);
  });

  test('is refused where nothing may be written', async () => {
    const { workspace, own } = await unitWithFiles();
    await workspace.close();
    const reader = await openWorkspace(workspace.folder, { readOnly: true });
    const path = await userFile(own, '甲.txt', '内容');
    await expect(reader.addFile(path)).rejects.toMatchObject({ code: 'read-only' });
    expect(await filesIn(workspace.folder)).toEqual([]);
    await reader.close();
  });

  test('removes what a crash left half written', async () => {
    const { workspace, own } = await unitWithFiles();
    const half = join(workspace.folder, 'attachments/ab/abcd.0123456789ab.tmp');
    await mkdir(join(half, '..'), { recursive: true });
    await writeFile(half, '一半');
    const { sha256 } = await workspace.addFile(await userFile(own, '甲.txt', '内容'));
    expect(await filesIn(workspace.folder)).toEqual([blobPath(sha256)]);
    await workspace.close();
  });

  test('does not make a data folder that went away', async () => {
    const { workspace, own } = await unitWithFiles();
    await rm(workspace.folder, { recursive: true });
    const path = await userFile(own, '甲.txt', '内容');
    await expect(workspace.addFile(path)).rejects.toMatchObject({ code: 'folder-gone' });
    await expect(stat(workspace.folder)).rejects.toMatchObject({ code: 'ENOENT' });
    await workspace.close();
  });

  test('streams 150 MB without holding them in memory', async () => {
    const { workspace, own } = await unitWithFiles();
    const path = await userFile(own, '录像.mp4', '');
    const file = await open(path, 'a');
    for (let part = 0; part < 150; part += 1) await file.appendFile(randomBytes(1 << 20));
    await file.close();
    const before = process.memoryUsage().rss;
    let most = before;
    await workspace.addFile(path, {
      progress: () => {
        most = Math.max(most, process.memoryUsage().rss);
      },
    });
    expect((most - before) / 1e6).toBeLessThan(60);
    await workspace.close();
  });
});

describe('copying a file out', () => {
  test('gives the bytes that were copied in', async () => {
    const { workspace, own } = await unitWithFiles();
    const content = randomBytes(2_500_000);
    const { sha256 } = await workspace.addFile(await userFile(own, '甲.pdf', content));
    const to = join(own, '另存.pdf');
    await workspace.attachments.copyTo(sha256, to, { mode: 0o400 });
    expect(content.equals(await readFile(to))).toBe(true);
    expect((await stat(to)).mode & 0o777).toBe(onWindows ? 0o444 : 0o400);
    await workspace.close();
  });

  test('leaves the place as it was where the content is missing or altered', async () => {
    const { workspace, own } = await unitWithFiles();
    const { sha256 } = await workspace.addFile(await userFile(own, '甲.txt', '内容'));
    const to = await userFile(own, '另存.txt', '已有的');
    await writeFile(join(workspace.folder, blobPath(sha256)), '改动');
    const { attachments } = workspace;
    await expect(attachments.copyTo(sha256, to)).rejects.toMatchObject({
      code: 'attachment-altered',
    });
    await rm(join(workspace.folder, blobPath(sha256)));
    await expect(attachments.copyTo(sha256, to)).rejects.toMatchObject({
      code: 'attachment-missing',
    });
    expect(await readFile(to, 'utf8')).toBe('已有的');
    await workspace.close();
  });
});

test('closing breaks off a copy on its way out, and waits for it', async () => {
  const { workspace, own } = await unitWithFiles();
  const { sha256 } = await workspace.addFile(
    await userFile(own, '录像.mp4', randomBytes(20_000_000)),
  );
  const out = await emptyFolder();
  let state = 'running';
  const copying = workspace.attachments.copyTo(sha256, join(out, '录像.mp4')).catch((error) => {
    state = error.code;
  });
  await workspace.close();
  expect(state).toBe('cancelled');
  await copying;
  expect(await readdir(out)).toEqual([]);
});

test('a copy is taken back only where it was new', async () => {
  const { workspace, own } = await unitWithFiles();
  const first = await workspace.addFile(await userFile(own, '甲.txt', '内容'));
  await workspace.attachments.takeBack({ ...first, isNew: false });
  expect(await workspace.attachments.missingOf([first.sha256])).toEqual([]);
  await workspace.attachments.takeBack(first);
  expect(await workspace.attachments.missingOf([first.sha256])).toEqual([first.sha256]);
  await workspace.close();
});

test('all files are listed for who copies them', async () => {
  const { workspace, own } = await unitWithFiles();
  for (const content of ['一', '二二', '三三三']) {
    await workspace.addFile(await userFile(own, '甲.txt', content));
  }
  const found = [];
  for await (const { path, bytes } of blobFiles(workspace.folder)) found.push({ path, bytes });
  expect(found).toEqual(
    ['一', '二二', '三三三']
      .map((content) => ({ path: blobPath(sha256Of(content)), bytes: Buffer.byteLength(content) }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
  );
  await workspace.close();
  expect(await new Attachments(await emptyFolder()).missingOf([sha256Of('一')])).toHaveLength(1);
});

describe('verify', () => {
  test('tells what is missing, altered and forgotten, and whose it is', async () => {
    const { workspace, own } = await unitWithFiles();
    const [whole, missing, altered, orphan] = await Promise.all(
      ['好', '丢', '改', '孤'].map(async (content) =>
        workspace.addFile(await userFile(own, `${content}.txt`, content)),
      ),
    );
    if (!whole || !missing || !altered || !orphan) throw new Error('four files were added');
    await attach(workspace, whole);
    await attach(workspace, missing);
    await attach(workspace, altered);
    await attach(workspace, { ...altered, name: '又名.txt' });
    expect(await workspace.verify()).toEqual([
      { kind: 'attachment-orphan', file: blobPath(orphan.sha256), line: 0, detail: '' },
    ]);
    await attach(workspace, orphan);
    expect(await workspace.verify()).toEqual([]);
    await rm(join(workspace.folder, blobPath(missing.sha256)));
    await writeFile(join(workspace.folder, blobPath(altered.sha256)), '改动');
    expect(await workspace.verify()).toEqual([
      {
        kind: 'attachment-missing',
        file: blobPath(missing.sha256),
        line: 0,
        detail: '丢.txt ← task t1',
      },
      {
        kind: 'attachment-altered',
        file: blobPath(altered.sha256),
        line: 0,
        detail: '改.txt ← task t1; 又名.txt ← task t1',
      },
    ]);
    await workspace.close();
  });

  test('calls nothing forgotten where a line cannot be read', async () => {
    const { workspace, own } = await unitWithFiles();
    await attach(workspace, await workspace.addFile(await userFile(own, '甲.txt', '甲')));
    await attach(workspace, await workspace.addFile(await userFile(own, '乙.txt', '乙')));
    await workspace.close();
    const month = new Date().toISOString().slice(0, 7);
    const journal = join(workspace.folder, `journal/${workspace.device}/${month}.jsonl`);
    await writeFile(journal, (await readFile(journal, 'utf8')).replace('甲.txt', '丙.txt'));
    const reader = await openWorkspace(workspace.folder, { readOnly: true });
    const kinds = (await reader.verify()).map(({ kind }) => kind);
    expect(kinds).toContain('line');
    expect(kinds).not.toContain('attachment-orphan');
    await reader.close();
  });
});
