import { randomBytes } from 'node:crypto';
import { appendFile, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Attachments } from '../../../electron/storage/attachments';
import { openBlob, sealBlob } from '../../../electron/storage/blob-format';
import { blobPath } from '../../../electron/storage/blobs';
import { rewriteBlobs } from '../../../electron/storage/rewrite-blobs';
import { emptyFolder } from './data-folder';
import { filesIn, newKey, sha256Of, unitWithFiles, userFile } from './evidence';

const mebibyte = 1 << 20;

async function* inChunks(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function whole(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}

test.each([1, mebibyte - 1, mebibyte, mebibyte + 1, 3 * mebibyte, 3 * mebibyte + 7])(
  '%i bytes are sealed and opened again, however they come',
  async (length) => {
    const key = newKey();
    const content = randomBytes(length);
    for (const size of [777_777, 65_536, 2 * mebibyte]) {
      const sealed = await whole(sealBlob(inChunks(content, size), 'name', key));
      const opened = await whole(openBlob(inChunks(sealed, size), 'name', key));
      expect(opened.equals(content)).toBe(true);
    }
  },
);

test('a sealed file cut short, altered, reordered or under another name is not opened', async () => {
  const key = newKey();
  const content = randomBytes(2 * mebibyte + 500);
  const sealed = await whole(sealBlob(inChunks(content, mebibyte), 'name', key));
  const piece = sealed.readUInt32BE() + 5;
  const spoilt: Record<string, Buffer> = {
    'without its last piece': sealed.subarray(0, 2 * piece),
    'cut in a piece': sealed.subarray(0, piece + 100),
    'cut in a head': sealed.subarray(0, piece + 3),
    empty: Buffer.alloc(0),
    'with a piece more': Buffer.concat([sealed, sealed.subarray(0, piece)]),
    'with a byte more': Buffer.concat([sealed, Buffer.from([0])]),
    reordered: Buffer.concat([
      sealed.subarray(piece, 2 * piece),
      sealed.subarray(0, piece),
      sealed.subarray(2 * piece),
    ]),
    'marked as the last too early': (() => {
      const marked = Buffer.from(sealed.subarray(0, piece));
      marked.writeUInt8(1, 4);
      return marked;
    })(),
  };
  for (let at = 0; at < sealed.length; at += 99_991) {
    const altered = Buffer.from(sealed);
    altered.writeUInt8(altered.readUInt8(at) ^ 1, at);
    spoilt[`altered at ${at}`] = altered;
  }
  for (const [how, bytes] of Object.entries(spoilt)) {
    const opening = whole(openBlob(inChunks(bytes, 65_536), 'name', key));
    await expect(opening, how).rejects.toMatchObject({ code: 'attachment-altered' });
  }
  for (const [name, other] of [
    ['other', key],
    ['name', newKey()],
  ] as const) {
    const opening = whole(openBlob(inChunks(sealed, 65_536), name, other));
    await expect(opening).rejects.toMatchObject({ code: 'attachment-altered' });
  }
});

test('an encrypted unit keeps content once, and neither it nor its hash shows', async () => {
  const { workspace, own } = await unitWithFiles();
  const key = newKey();
  const attachments = new Attachments(workspace.folder, key);
  const secret = '只给本单位看的证据'.repeat(1000);
  const source = await userFile(own, '甲.txt', secret);
  const { sha256 } = await attachments.add(source);
  expect(await attachments.add(source)).toMatchObject({ isNew: false });
  expect(await filesIn(workspace.folder)).toEqual([blobPath(key.nameOf(sha256))]);
  const raw = await readFile(join(workspace.folder, blobPath(key.nameOf(sha256))));
  expect(raw.includes('证据')).toBe(false);
  expect(key.nameOf(sha256)).not.toContain(sha256.slice(0, 8));
  const to = join(own, '另存.txt');
  await attachments.copyTo(sha256, to);
  expect(await readFile(to, 'utf8')).toBe(secret);
  await truncate(join(workspace.folder, blobPath(key.nameOf(sha256))), 100);
  expect(await attachments.stateOf(sha256)).toBe('altered');
  await workspace.close();
});

test('all files go from plain to sealed, to another key and back', async () => {
  const { workspace, own } = await unitWithFiles();
  const contents = ['一', '二二', randomBytes(1_500_000)];
  for (const content of contents) {
    await workspace.addFile(await userFile(own, '甲.bin', content));
  }
  await workspace.close();
  const plain = await filesIn(workspace.folder);
  const [first, second] = [newKey(), newKey()];
  const steps = [
    [undefined, first],
    [first, second],
    [second, undefined],
  ] as const;
  let folder = workspace.folder;
  for (const [from, to] of steps) {
    const into = await emptyFolder();
    const seen: number[] = [];
    const progress = (done: number, total: number) => void seen.push(done / total);
    expect(await rewriteBlobs(folder, into, from, to, { progress })).toEqual({
      files: 3,
      damaged: [],
    });
    expect(seen.at(-1)).toBe(1);
    for (const content of contents) {
      expect(await new Attachments(into, to).stateOf(sha256Of(content))).toBe('whole');
    }
    folder = into;
  }
  expect(await filesIn(folder)).toEqual(plain);
});

test('what cannot be opened is listed; what was altered is kept under what it is now', async () => {
  const { workspace, own } = await unitWithFiles();
  const { sha256 } = await workspace.addFile(await userFile(own, '甲.txt', '甲'));
  await workspace.close();
  await appendFile(join(workspace.folder, blobPath(sha256)), '改');
  const key = newKey();
  const sealed = await emptyFolder();
  expect(await rewriteBlobs(workspace.folder, sealed, undefined, key)).toEqual({
    files: 1,
    damaged: [],
  });
  expect(await new Attachments(sealed, key).stateOf(sha256Of('甲改'))).toBe('whole');
  const path = blobPath(key.nameOf(sha256Of('甲改')));
  await writeFile(join(sealed, path), 'damaged');
  const plain = await emptyFolder();
  expect(await rewriteBlobs(sealed, plain, key, undefined)).toEqual({ files: 1, damaged: [path] });
  expect(await filesIn(plain)).toEqual([]);
});
