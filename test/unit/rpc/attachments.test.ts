import { statSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blobPath } from '../../../electron/storage/blobs';
import { contract } from '../../../shared/rpc';
import { zipOf } from '../sheet/forged-workbook';
import { filesIn, sha256Of } from '../storage/evidence';
import { mainCaller, type OfficePc, officePc } from './office-pc';

/** A PC with an empty unit, and files of the user by their names and contents. */
async function pcWith(contents: Readonly<Record<string, string | Uint8Array>>) {
  const pc = await officePc();
  await pc.call('workspace.create', null);
  const own = join(pc.root, 'desk');
  await mkdir(own);
  for (const [name, content] of Object.entries(contents)) await writeFile(join(own, name), content);
  pc.files.chosen = Object.keys(contents).map((name) => join(own, name));
  return { pc, own, data: pc.session.workspace.folder };
}

async function add(pc: OfficePc) {
  const answer = contract['attachments.add'].output.parse(await pc.call('attachments.add', null));
  if (!answer) throw new Error('nothing was chosen');
  return answer;
}

const openedCopies = async (pc: OfficePc): Promise<string[]> =>
  readdir(join(pc.root, 'opened')).catch(() => []);

describe('attachments.add', () => {
  it('copies what was chosen and answers the facts', async () => {
    const { pc, data } = await pcWith({
      '方案.docx': '方案',
      '签到.jpg': '签到',
      '又.jpg': '签到',
    });
    expect(await add(pc)).toEqual({
      added: [
        { name: '方案.docx', bytes: 6, sha256: sha256Of('方案') },
        { name: '签到.jpg', bytes: 6, sha256: sha256Of('签到') },
        { name: '又.jpg', bytes: 6, sha256: sha256Of('签到') },
      ],
      refused: [],
    });
    expect(await filesIn(data)).toHaveLength(2);
    const told = pc.events.filter(([name]) => name === 'job.progress').map(([, what]) => what);
    expect(told.at(-1)).toEqual({ job: 'attachments.add', done: 3, total: 3 });
  });

  it('adds what it can and names what it cannot', async () => {
    const { pc, own } = await pcWith({ '空.txt': '', '好.txt': '好' });
    pc.files.chosen = [own, ...pc.files.chosen, join(own, '没有.txt')];
    const { added, refused } = await add(pc);
    expect(added.map(({ name }) => name)).toEqual(['好.txt']);
    expect(refused).toEqual([
      { code: 'file-not-regular', params: { name: 'desk' } },
      { code: 'file-empty', params: { name: '空.txt' } },
      { code: 'file-unreadable', params: { name: '没有.txt' } },
    ]);
  });

  it('is null when the user gave up', async () => {
    const { pc } = await pcWith({});
    expect(await pc.call('attachments.add', null)).toBeNull();
  });

  it('adds nothing where it is cancelled', async () => {
    const { pc, data } = await pcWith({ '一.bin': '一', '二.bin': new Uint8Array(9_000_000) });
    const adding = pc.ask('attachments.add', null);
    while ((await filesIn(data)).length === 0) await new Promise(setImmediate);
    await pc.call('attachments.cancel', null);
    expect(await adding).toEqual({ ok: false, error: { code: 'cancelled', params: {} } });
    expect(await filesIn(data)).toEqual([]);
  });

  it('takes files that were dropped, by paths that preload told', async () => {
    const { pc, own } = await pcWith({ '签到.jpg': '签到' });
    pc.files.chosen = [];
    const dropped = [
      { name: '来自邮件.docx' },
      // A page can call a file of its own making what it likes.
      { name: join(own, '签到.jpg') },
      { path: join(own, '签到.jpg') },
      { path: '/proc/self/environ' },
      { path: '//server/share/签到.jpg' },
    ];
    const result = await pc.ask('attachments.add', null, { ...mainCaller, dropped });
    expect(result).toMatchObject({
      ok: true,
      value: {
        added: [{ name: '签到.jpg' }],
        refused: [
          { code: 'file-unreadable', params: { name: '来自邮件.docx' } },
          { code: 'file-unreadable', params: { name: '签到.jpg' } },
          { code: 'file-remote' },
          { code: 'file-unreadable' },
        ],
      },
    });
  });

  it('refuses whatever else is told as dropped', async () => {
    const { pc, data } = await pcWith({});
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (dropped) => {
        fc.pre(dropped !== undefined);
        const result = await pc.ask('attachments.add', null, { ...mainCaller, dropped });
        expect(result).toMatchObject({ ok: false, error: { code: 'bad-input' } });
      }),
      { numRuns: 200 },
    );
    expect(await filesIn(data)).toEqual([]);
  });
});

describe('attachments.open', () => {
  it('opens a read-only copy under its name, gone when the unit is closed', async () => {
    const { pc } = await pcWith({ '方案.docx': '方案' });
    const [file] = (await add(pc)).added;
    if (!file) throw new Error('one file was added');
    await pc.call('attachments.open', { sha256: file.sha256, name: file.name });
    const [path] = pc.files.opened;
    expect(path).toMatch(/opened[\\/][0-9a-f-]{36}[\\/]方案\.docx$/);
    expect(await readFile(path ?? '', 'utf8')).toBe('方案');
    const modes = [path ?? '', join(path ?? '', '..')].map((of) => statSync(of).mode & 0o777);
    // Windows knows of them only whether a file can be written.
    expect(modes).toEqual(process.platform === 'win32' ? [0o444, 0o666] : [0o400, 0o700]);
    await pc.session.end(5_000);
    expect(await openedCopies(pc)).toEqual([]);
  });

  it('of an encrypted unit leaves nothing readable behind when it is locked', async () => {
    const { pc, own, data } = await pcWith({ '谈话记录.docx': '只给班子看的谈话内容' });
    await pc.call('vault.enable', { passphrase: '一群大雁往南飞排成一字' });
    await pc.call('workspace.open', null);
    const [file] = (await add(pc)).added;
    if (!file) throw new Error('one file was added');
    await pc.call('attachments.open', { sha256: file.sha256, name: file.name });
    expect(await readFile(pc.files.opened[0] ?? '', 'utf8')).toBe('只给班子看的谈话内容');
    await rm(own, { recursive: true });
    await pc.call('vault.lock', null);
    expect(await openedCopies(pc)).toEqual([]);
    const entries = await readdir(pc.root, { recursive: true, withFileTypes: true });
    for (const entry of entries.filter((one) => one.isFile())) {
      const bytes = await readFile(join(entry.parentPath, entry.name));
      expect(bytes.includes('谈话内容'), entry.name).toBe(false);
    }
    expect(await filesIn(data)).toHaveLength(1);
    expect(
      await pc.ask('attachments.open', { sha256: file.sha256, name: file.name }),
    ).toMatchObject({ ok: false });
    await pc.call('vault.unlock', {
      secret: '一群大雁往南飞排成一字',
      kind: 'passphrase',
      remember: false,
    });
    await pc.call('attachments.open', { sha256: file.sha256, name: file.name });
    expect(await readFile(pc.files.opened[1] ?? '', 'utf8')).toBe('只给班子看的谈话内容');
  });

  it('does not open programs and scripts, under no disguise', async () => {
    const { pc } = await pcWith({ '安装.exe': 'MZ' });
    const [file] = (await add(pc)).added;
    const names = ['安装.exe', 'a.BAT', 'a.lnk', 'a.ps1 ', 'a.vbs.', 'x\u202efdp.scr', 'b/c.jar'];
    for (const name of names) {
      const result = await pc.ask('attachments.open', { sha256: file?.sha256, name });
      expect(result).toMatchObject({ ok: false, error: { code: 'file-runnable' } });
    }
    expect(pc.files.opened).toEqual([]);
    expect(await openedCopies(pc)).toEqual([]);
  });

  it('cannot be led out of its folder by a name', async () => {
    const { pc } = await pcWith({ '方案.docx': '方案' });
    const [file] = (await add(pc)).added;
    if (!file) throw new Error('one file was added');
    const { sha256 } = file;
    for (const name of ['../../../甲.txt', '/etc/passwd.md', 'C:\\Windows\\甲.txt', 'CON.pdf']) {
      await pc.call('attachments.open', { sha256, name });
    }
    for (const name of ['..', '/etc/passwd', 'CON', '']) {
      const answer = await pc.ask('attachments.open', { sha256, name });
      expect(answer).toMatchObject({ ok: false, error: { code: 'file-not-document' } });
    }
    for (const path of pc.files.opened) {
      expect(path).toMatch(/opened[\\/][0-9a-f-]{36}[\\/][^\\/]+$/);
    }
    expect(pc.files.opened.map((path) => path.split(/[\\/]/).at(-1))).toEqual([
      '甲.txt',
      'passwd.md',
      '甲.txt',
      '_CON.pdf',
    ]);
  });

  it('does not open what could hold macros, whatever it is called', async () => {
    const zip = await zipOf({ 'word/document.xml': '<a/>', 'word/vbaProject.bin': 'macro' });
    const old = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(1_048_560),
      Buffer.from('_VBA_PROJECT', 'utf16le'),
    ]);
    const plain = await zipOf({ 'word/document.xml': '<a/>' });
    const { pc } = await pcWith({
      '带宏.docx': zip,
      '旧.wps': old,
      '方案.docx': plain,
      '好.docm': plain,
    });
    for (const { sha256, name } of (await add(pc)).added) {
      const answer = await pc.ask('attachments.open', { sha256, name });
      if (name === '方案.docx') expect(answer).toEqual({ ok: true, value: null });
      else expect(answer).toMatchObject({ ok: false, error: { code: 'file-macros' } });
    }
    expect(pc.files.opened).toHaveLength(1);
    expect(await openedCopies(pc)).toHaveLength(1);
  });

  it('attaches and opens a file whose name is as long as names may be', async () => {
    const name = `${'长'.repeat(79)}.docx`;
    const { pc } = await pcWith({ [name]: '方案' });
    const [file] = (await add(pc)).added;
    if (!file) throw new Error('one file was added');
    await pc.call('attachments.open', { sha256: file.sha256, name: file.name });
    // As it was kept before names were counted in bytes.
    await pc.call('attachments.open', { sha256: file.sha256, name });
    expect(pc.files.opened).toHaveLength(2);
  });

  it('tells what is missing, altered, or has no program', async () => {
    const { pc, data } = await pcWith({ '方案.wps': '方案' });
    const [file] = (await add(pc)).added;
    if (!file) throw new Error('one file was added');
    const { sha256, name } = file;
    const codeOf = async () => {
      const result = await pc.ask('attachments.open', { sha256, name });
      return result.ok ? 'opened' : [result.error.code, result.error.params?.name];
    };
    pc.files.complaint = 'No application is registered';
    expect(await codeOf()).toEqual(['file-no-program', name]);
    pc.files.complaint = '';
    await writeFile(join(data, blobPath(sha256)), '改动');
    expect(await codeOf()).toEqual(['attachment-altered', name]);
    expect(await pc.call('attachments.missing', [sha256])).toEqual([]);
    await rm(join(data, blobPath(sha256)));
    expect(await codeOf()).toEqual(['attachment-missing', name]);
    expect(await pc.call('attachments.missing', [sha256])).toEqual([sha256]);
    expect(pc.files.opened).toHaveLength(1);
    expect(await openedCopies(pc)).toEqual([]);
  });
});

describe('attachments.saveAs', () => {
  it('writes the bytes where the user wants them, programs too', async () => {
    const { pc } = await pcWith({ '安装.exe': 'MZ' });
    const [file] = (await add(pc)).added;
    if (!file) throw new Error('one file was added');
    const asked = { sha256: file.sha256, name: file.name };
    pc.chosen.savePlace = null;
    expect(await pc.call('attachments.saveAs', asked)).toBeNull();
    pc.chosen.savePlace = join(pc.root, '另存.exe');
    expect(await pc.call('attachments.saveAs', asked)).toEqual({ path: pc.chosen.savePlace });
    expect(await readFile(pc.chosen.savePlace, 'utf8')).toBe('MZ');
    await pc.call('app.reveal', pc.chosen.savePlace);
    expect(pc.revealed).toEqual([pc.chosen.savePlace]);
  });
});
