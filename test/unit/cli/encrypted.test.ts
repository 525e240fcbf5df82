import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { runCommand } from '../../../electron/cli';
import { encryptFolder } from '../../../electron/storage/encryption';

const passphrase = '秋天的雁群向南飞';
let root = '';
let data = '';
let right = '';
let recoveryCode = '';

/** Runs a command line and collects what it says. */
async function run(...argv: string[]) {
  const said = { stdout: '', stderr: '' };
  const code = await runCommand(argv, {
    stdout: (text) => {
      said.stdout += text;
    },
    stderr: (text) => {
      said.stderr += text;
    },
    isTerminal: false,
  });
  return { code, ...said };
}

async function fileWith(name: string, text: string): Promise<string> {
  const path = join(root, name);
  await writeFile(path, text);
  return path;
}

beforeAll(async () => {
  vi.stubEnv('TOUYAN_TODAY', '2026-11-23');
  root = await mkdtemp(join(tmpdir(), 'touyan-cli-'));
  data = join(root, 'unit');
  await run('sample', '--data', data, '--leaders', '1', '--staff', '2', '--years', '1');
  ({ recoveryCode } = await encryptFolder(data, passphrase));
  right = await fileWith('right.txt', `\uFEFF${passphrase}\r\n`);
}, 60_000);
afterEach(() => {
  vi.unstubAllEnvs();
  vi.stubEnv('TOUYAN_TODAY', '2026-11-23');
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(root, { recursive: true, force: true });
});

describe('an encrypted unit on the command line', () => {
  it('is read with a file that holds the passphrase, or the recovery code', async () => {
    const code = await fileWith('code.txt', `${recoveryCode.toLowerCase()}\n`);
    const byPassphrase = await run('verify', '--data', data, '--passphrase-file', right);
    const byCode = await run('verify', '--data', data, '--passphrase-file', code);
    expect(byPassphrase).toMatchObject({ code: 0, stderr: '' });
    expect(byPassphrase.stdout).toMatch(/^完好：[\d,]+ 次操作全部核对无误。\n$/);
    expect(byCode).toEqual(byPassphrase);
    vi.stubEnv('TOUYAN_PASSPHRASE_FILE', right);
    expect(await run('verify', '--data', data)).toEqual(byPassphrase);
  });

  it('is exported, and the export needs no passphrase', async () => {
    const out = join(root, 'out.touyan');
    const done = await run('export', '--data', data, '--out', out, '--passphrase-file', right);
    expect(done).toMatchObject({ code: 0, stderr: '' });
    const into = join(root, 'imported');
    expect(await run('import', '--data', into, out)).toMatchObject({ code: 0 });
  });

  it.each([
    ['without a file', [], '已加密，请用 --passphrase-file FILE 给出写有口令的文件。'],
    ['with another passphrase', ['wrong'], '口令不对，'],
    ['with a file that is not there', ['none'], '找不到“'],
  ])('%s it is refused in one sentence, with exit code 2', async (_what, files, sentence) => {
    await fileWith('wrong', '另一句口令另一句口令\n');
    const option = files.flatMap((name) => ['--passphrase-file', join(root, name)]);
    const out = join(root, 'never.touyan');
    const { code, stdout, stderr } = await run('export', '--data', data, '--out', out, ...option);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(await readdir(root)).not.toContain('never.touyan');
  });

  it('has its chains checked without a passphrase, and says that contents were not read', async () => {
    const zh = await run('verify', '--data', data);
    expect(zh).toMatchObject({ code: 0, stderr: '' });
    expect(zh.stdout).toMatch(
      /^哈希链完好：[\d,]+ 次操作。单位已加密，没有给出口令，内容没有核对。\n$/,
    );
    const en = await run('verify', '--data', data, '--lang', 'en');
    expect(en.stdout).toContain('contents were not read');
  });

  it('an altered line is found without a passphrase', async () => {
    const [device = ''] = await readdir(join(data, 'journal'));
    const [month = ''] = await readdir(join(data, 'journal', device));
    const path = join(data, 'journal', device, month);
    const bytes = await readFile(path);
    const altered = Buffer.from(bytes);
    altered.writeUInt8(altered.readUInt8(400) ^ 1, 400);
    await writeFile(path, altered);
    const { code, stdout } = await run('verify', '--data', data);
    await writeFile(path, bytes);
    expect(code).toBe(1);
    expect(stdout).toContain(`journal/${device}/${month}:1: `);
  });
});
