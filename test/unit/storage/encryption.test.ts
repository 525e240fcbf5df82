import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DataKey, SealBroken } from '../../../electron/storage/data-key';
import { decryptFolder, encryptFolder } from '../../../electron/storage/encryption';
import { sha256 } from '../../../electron/storage/journal-line';
import { readMarker, writeMarker } from '../../../electron/storage/marker';
import { changePassphrase, unlockVault, type Vault } from '../../../electron/storage/vault';
import {
  createWorkspace,
  openWorkspace,
  type Workspace,
} from '../../../electron/storage/workspace';
import { addPart } from '../../../shared/changes/snapshot';
import { canonical, emptyState, fold } from '../../../shared/changes/state';
import { appendTasks, device, emptyFolder, taskSet } from './data-folder';
import { attach, userFile } from './evidence';
import { bytesUnder, plainTextIn } from './plain-text';

const passphrase = '秋天的雁群向南飞';

/** Words that are in the unit and nowhere else. */
const words = ['防汛值班表', 'Zhang-San-Marker', '会议纪要甲乙丙'] as const;

/** A unit with shared and private sets, a snapshot, evidence and a torn line kept aside; closed. */
async function fullFolder(): Promise<string> {
  const folder = await emptyFolder();
  await createWorkspace(folder, { deviceId: device, deviceName: words[1] });
  const workspace = await openWorkspace(folder, { now: () => new Date('2026-11-03') });
  await appendTasks(workspace, 1, 20);
  await workspace.append(taskSet(21, words[0]), 'shared');
  await workspace.append(taskSet(22, `草稿${words[0]}`), 'private');
  const own = await emptyFolder();
  const added = await workspace.addFile(await userFile(own, '纪要.txt', `内容：${words[2]}`));
  await attach(workspace, { ...added, name: `${words[2]}.txt` });
  await workspace.writeSnapshot();
  await workspace.append(taskSet(24, `以后${words[0]}`), 'shared');
  await workspace.close();
  const torn = join(folder, 'journal', device, '2026-11.jsonl.torn-1');
  await writeFile(torn, `{"hash":"ab","prev":"cd","set":{"title":"${words[0]}`);
  // What a write that was cut short leaves behind.
  await writeFile(join(folder, 'device.json.0123456789ab.tmp'), words[1]);
  const building = join(folder, '.building-01234567', 'journal');
  const damaged = join(folder, 'damaged', '2026-11-01', 'journal', device);
  for (const left of [building, damaged]) {
    await mkdir(left, { recursive: true });
    await writeFile(join(left, '2026-10.jsonl'), words[0]);
  }
  return folder;
}

async function builtState(workspace: Workspace): Promise<string> {
  const state = emptyState();
  for (const name of workspace.partNames) addPart(state, await workspace.readPart(name));
  return canonical(fold(workspace.tail, state));
}

/** All that a unit holds, in one text. */
async function contentOf(folder: string, key?: DataKey): Promise<string> {
  const workspace = await openWorkspace(folder, { readOnly: true, key });
  try {
    const sets = [];
    for await (const set of workspace.sets('all')) sets.push(JSON.stringify(set));
    const state = canonical(await workspace.foldAll());
    expect(await builtState(workspace)).toBe(state);
    const problems = await workspace.verify();
    const { identity } = workspace;
    return JSON.stringify({ sets, state, problems, identity }, null, 1);
  } finally {
    await workspace.close();
  }
}

let template = '';
let encrypted = '';
let key: DataKey;
let recoveryCode = '';

/** A copy of a folder made once, because every derivation takes its time. */
async function copyOf(folder: string): Promise<string> {
  const copy = await emptyFolder();
  await cp(folder, copy, { recursive: true });
  return copy;
}

beforeAll(async () => {
  // Not by emptyFolder's own end: these live as long as all the tests here.
  template = await mkdtemp(join(tmpdir(), 'touyan-'));
  encrypted = await mkdtemp(join(tmpdir(), 'touyan-'));
});

afterAll(async () => {
  for (const folder of [template, encrypted]) await rm(folder, { recursive: true, force: true });
});

describe('turning encryption on and off', () => {
  test('a word is found in every form in which it may lie there', async () => {
    const word = words[0];
    const forms = {
      utf8: Buffer.from(`x${word}`),
      wide: Buffer.from(`xy${word}`, 'utf16le'),
      base64: Buffer.from(Buffer.from(`xy${word}z`).toString('base64')),
      wideBase64: Buffer.from(Buffer.from(`xyz${word}z`, 'utf16le').toString('base64')),
      address: Buffer.from(encodeURIComponent(word)),
    };
    for (const [name, bytes] of Object.entries(forms)) {
      const folder = await emptyFolder();
      await writeFile(join(folder, 'a'), bytes);
      expect(await plainTextIn([folder], words), name).toHaveLength(1);
    }
    const folder = await emptyFolder();
    await writeFile(join(folder, `${word}.txt`), '');
    expect(await plainTextIn([folder], words)).toHaveLength(1);
  });

  test('the whole unit is there afterwards, and no word of it in plain', async () => {
    const folder = await fullFolder();
    await cp(folder, template, { recursive: true });
    const before = await contentOf(folder);
    expect(await plainTextIn([folder], words)).not.toEqual([]);
    const steps: [number, number][] = [];
    const made = await encryptFolder(folder, passphrase, {
      progress: (done, total) => steps.push([done, total]),
    });
    ({ key, recoveryCode } = made);
    expect(await contentOf(folder, key)).toBe(before);
    expect(await plainTextIn([folder], words)).toEqual([]);
    expect(await readdir(folder)).not.toContain('.exchange');
    expect(steps.at(-1)?.[0]).toBe(steps.at(-1)?.[1]);
    expect(steps.every(([done], at) => done >= (steps[at - 1]?.[0] ?? 0))).toBe(true);
    await cp(folder, encrypted, { recursive: true });
  });

  test('without its key it does not open, and nothing is touched', async () => {
    const folder = await copyOf(encrypted);
    const before = await bytesUnder(folder);
    await expect(openWorkspace(folder)).rejects.toMatchObject({ code: 'locked' });
    const { DataKey } = await import('../../../electron/storage/data-key');
    await expect(openWorkspace(folder, { key: DataKey.create() })).rejects.toMatchObject({
      code: 'locked',
    });
    expect(await bytesUnder(folder)).toEqual(before);
  });

  test('work goes on sealed: sets, drafts, evidence, snapshot, a start after a kill', async () => {
    const folder = await copyOf(encrypted);
    const workspace = await openWorkspace(folder, { key });
    await workspace.append(taskSet(25, `新增${words[0]}`), 'shared');
    await workspace.append(taskSet(26, `新稿${words[0]}`), 'private');
    const own = await emptyFolder();
    const added = await workspace.addFile(await userFile(own, 'b.txt', `又${words[2]}`));
    await attach(workspace, { ...added, name: words[2] });
    await workspace.writeSnapshot();
    // As a kill leaves it: nothing closed.
    const left = await copyOf(folder);
    await rm(join(left, 'lock'));
    await workspace.close();
    expect(await plainTextIn([folder, left], words)).toEqual([]);
    const content = await contentOf(left, key);
    expect(content).toContain(`新增${words[0]}`);
    expect(content).toContain(`新稿${words[0]}`);
    expect(content).toBe(await contentOf(folder, key));
  });

  test('both secrets lead to the key', async () => {
    const { unit, vault } = await readMarker(encrypted);
    if (!vault) throw new Error('not encrypted');
    const byCode = { kind: 'recovery', secret: recoveryCode } as const;
    expect((await unlockVault(vault, unit, byCode))?.id).toBe(key.id);
    const byPassphrase = { kind: 'passphrase', secret: passphrase } as const;
    expect((await unlockVault(vault, unit, byPassphrase))?.id).toBe(key.id);
  });

  test('another passphrase changes the marker and not one byte of data', async () => {
    const folder = await copyOf(encrypted);
    const before = await bytesUnder(folder);
    const { unit, vault } = await readMarker(folder);
    if (!vault) throw new Error('not encrypted');
    await writeMarker(folder, {
      unit,
      vault: await changePassphrase(vault, unit, key, '另一句很长的口令'),
    });
    const after = await bytesUnder(folder);
    const changed = [...after].filter(([path, bytes]) => before.get(path) !== bytes);
    expect(changed.map(([path]) => path)).toEqual(['touyan.copy.json', 'touyan.json']);
    expect([...after.keys()]).toEqual([...before.keys()]);
  });

  test('made plain again, it is what it was', async () => {
    const folder = await copyOf(encrypted);
    await decryptFolder(folder, key);
    expect(await contentOf(folder)).toBe(await contentOf(template));
    const torn = join('journal', device, '2026-11.jsonl.torn-1');
    expect(await readFile(join(folder, torn))).toEqual(await readFile(join(template, torn)));
    const { vault } = await readMarker(folder);
    expect(vault).toBeUndefined();
  });

  test('what was kept aside goes along, also what was cut off sealed lines', async () => {
    const folder = await copyOf(encrypted);
    const file = `private/${device}/2026-11.jsonl`;
    const rest = (await readFile(join(folder, file))).subarray(0, 250);
    await appendFile(join(folder, file), rest);
    const workspace = await openWorkspace(folder, { key });
    expect(workspace.notices).toMatchObject([{ kind: 'kept-aside', file: `${file}.torn-1` }]);
    await workspace.close();
    await decryptFolder(folder, key);
    expect(await readFile(join(folder, `${file}.torn-1`))).toEqual(rest);
    const old = join('damaged', '2026-11-01', 'journal', device, '2026-10.jsonl');
    expect(await readFile(join(folder, old), 'utf8')).toBe(words[0]);
  });

  test('journals of a unit that is made plain are those of before, byte by byte', async () => {
    const folder = await copyOf(encrypted);
    await decryptFolder(folder, key);
    const [now, before] = [await bytesUnder(folder), await bytesUnder(template)];
    for (const [path, bytes] of before) {
      if (/^(journal|private|attachments|damaged)\//.test(path)) {
        expect(now.get(path), path).toBe(bytes);
      }
    }
  });

  test.each([
    ['cancelled at once', 0],
    ['cancelled at the last moment', Number.POSITIVE_INFINITY],
  ])('%s, it changes nothing', async (_what, from) => {
    const folder = await copyOf(template);
    const before = await bytesUnder(folder);
    const stop = new AbortController();
    if (from === 0) stop.abort();
    const progress = (done: number, total: number): void => {
      if (done >= Math.min(from, total)) stop.abort();
    };
    await expect(
      encryptFolder(folder, passphrase, { signal: stop.signal, progress }),
    ).rejects.toMatchObject({ code: 'cancelled' });
    expect(await bytesUnder(folder)).toEqual(before);
  });

  test('refuses what it cannot do, and changes nothing', async () => {
    const plain = await copyOf(template);
    const sealed = await copyOf(encrypted);
    const before = [await bytesUnder(plain), await bytesUnder(sealed)];
    await expect(encryptFolder(plain, '太短')).rejects.toMatchObject({ code: 'weak-passphrase' });
    await expect(encryptFolder(sealed, passphrase)).rejects.toMatchObject({ code: 'bad-input' });
    await expect(decryptFolder(plain, key)).rejects.toMatchObject({ code: 'locked' });
    const open = await openWorkspace(plain);
    await expect(encryptFolder(plain, passphrase)).rejects.toMatchObject({
      code: 'workspace-locked',
    });
    await open.close();
    expect([await bytesUnder(plain), await bytesUnder(sealed)]).toEqual(before);
  });

  test('a damaged journal is repaired before it is sealed', async () => {
    const folder = await copyOf(template);
    const path = join(folder, 'journal', device, '2026-11.jsonl');
    const bytes = await readFile(path);
    bytes.writeUInt8(bytes.readUInt8(300) ^ 1, 300);
    await writeFile(path, bytes);
    const before = await bytesUnder(folder);
    await expect(encryptFolder(folder, passphrase)).rejects.toMatchObject({
      code: 'workspace-damaged',
      params: { line: 1 },
    });
    expect(await bytesUnder(folder)).toEqual(before);
  });
});

describe('the marker of an encrypted folder', () => {
  const openAs = (secret: string) => (vault: Vault, unit: string) =>
    unlockVault(vault, unit, { kind: 'passphrase', secret });

  test('with any byte altered, its copy opens the unit, and mends it', async () => {
    const folder = await copyOf(encrypted);
    const path = join(folder, 'touyan.json');
    const good = await readFile(path);
    const { vault } = await readMarker(folder);
    const formatAt = good.indexOf('"format":2') + '"format":'.length;
    for (let at = 0; at < good.length; at += 1) {
      const altered = Buffer.from(good);
      altered.writeUInt8(altered.readUInt8(at) ^ 1, at);
      await writeFile(path, altered);
      // 2 with its lowest bit altered is 3, which only a newer app may read.
      if (at === formatAt) await expect(readMarker(folder)).rejects.toThrow('workspace-newer');
      else expect((await readMarker(folder)).vault, `byte ${at}`).toEqual(vault);
    }
    for (const spoilt of ['', good.subarray(0, 300), '{"format":2,"unit":"x"}']) {
      await writeFile(path, spoilt);
      await (await openWorkspace(folder, { key: openAs(passphrase) })).close();
      expect(await readFile(path)).toEqual(good);
    }
    await rm(path);
    await (await openWorkspace(folder, { key })).close();
    expect(await readFile(path)).toEqual(good);
  });

  test('mends its copy, which never keeps an old passphrase', async () => {
    const folder = await copyOf(encrypted);
    const copy = join(folder, 'touyan.copy.json');
    const old = await readFile(copy);
    const { unit, vault } = await readMarker(folder);
    if (!vault) throw new Error('not encrypted');
    const changed = await changePassphrase(vault, unit, key, '另一句很长的口令');
    await writeMarker(folder, { unit, vault: changed });
    const wanted = await readFile(join(folder, 'touyan.json'));
    expect(await readFile(copy)).toEqual(wanted);
    // As a power cut between the two leaves it.
    await writeFile(copy, old);
    await (await openWorkspace(folder, { key })).close();
    expect(await readFile(copy)).toEqual(wanted);
    await decryptFolder(folder, key);
    expect(await readdir(folder)).not.toContain('touyan.copy.json');
  });
});

describe('an encrypted folder under other hands', () => {
  test('plain lines between sealed ones are damage, and so is a part in plain', async () => {
    const folder = await copyOf(encrypted);
    const { unit } = await readMarker(folder);
    const { encodeLine, genesisOf } = await import('../../../electron/storage/journal-line');
    const other = 'pcbbbbbb';
    await mkdir(join(folder, 'journal', other));
    const line = encodeLine(taskSet(1, '混入', other), genesisOf(unit, 'journal', other));
    await writeFile(join(folder, 'journal', other, '2026-11.jsonl'), line.bytes);
    const workspace = await openWorkspace(folder, { key });
    expect(workspace.readOnly).toMatchObject({ code: 'workspace-damaged' });
    expect(await workspace.verify()).toContainEqual(
      expect.objectContaining({ kind: 'content', file: `journal/${other}/2026-11.jsonl`, line: 1 }),
    );
    await workspace.close();
  });

  test('a snapshot whose bounds or parts were changed is made anew', async () => {
    const expected = JSON.parse(await contentOf(encrypted, key)).state;
    const folder = await copyOf(encrypted);
    const index = join(folder, 'snapshot', 'index.json');
    const content = JSON.parse(await readFile(index, 'utf8'));
    // As if it held more than it does, so that sets of the tail would be left out.
    content.counter += 100;
    await writeFile(index, JSON.stringify(content));
    const workspace = await openWorkspace(folder, { readOnly: true, key });
    expect(await builtState(workspace)).toContain(words[0]);
    expect(canonical(await workspace.foldAll())).toBe(expected);
    await workspace.close();
  });

  test('evidence of another file does not open in this place', async () => {
    const folder = await copyOf(encrypted);
    const workspace = await openWorkspace(folder, { key });
    const own = await emptyFolder();
    await workspace.addFile(await userFile(own, 'b.txt', '另一份证据'));
    await workspace.close();
    const names = [key.nameOf(sha256('另一份证据')), key.nameOf(sha256(`内容：${words[2]}`))];
    const [from, to] = names.map((name) => join(folder, 'attachments', name.slice(0, 2), name));
    await cp(from ?? '', to ?? '');
    const again = await openWorkspace(folder, { readOnly: true, key });
    expect((await again.verify()).map(({ kind }) => kind)).toContain('attachment-altered');
    await again.close();
  });

  test('device.json of another unit under the same key does not open', () => {
    const sealed = key.seal(Buffer.from('{}'), 'device:a');
    expect(() => key.open(sealed, 'device:b')).toThrow(SealBroken);
  });
});

describe('a data folder of format 2, encrypted once and kept', () => {
  const fixtures = join(import.meta.dirname, '../../fixtures');

  test.each([
    ['passphrase', '秋天的雁群向南飞'],
    ['recovery', 'B5DM-E46J-BADR-7QP4-57PM-JXRA-VV0T'],
  ] as const)(
    'opens by its %s, holds what the plain one holds, is written on',
    async (kind, secret) => {
      const folder = await copyOf(join(fixtures, 'format-2-encrypted'));
      const plain = await openWorkspace(join(fixtures, 'format-2-plain'), { readOnly: true });
      const workspace = await openWorkspace(folder, {
        key: (vault, unit) => unlockVault(vault, unit, { kind, secret }),
      });
      expect(workspace.notices).toEqual([]);
      expect(await builtState(workspace)).toBe(canonical(await plain.foldAll()));
      expect(workspace.identity).toEqual(plain.identity);
      await plain.close();
      const evidence = join(await emptyFolder(), 'a.txt');
      const text = '青山县水务局防汛值班签到表\n';
      await workspace.attachments.copyTo(sha256(text), evidence);
      expect(await readFile(evidence, 'utf8')).toBe(text);
      await appendTasks(workspace, 15, 16);
      const problems = await workspace.verify();
      expect(problems.map((problem) => problem.kind)).toEqual(['attachment-orphan']);
      await workspace.close();
    },
  );
});
