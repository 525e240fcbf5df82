import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runCommand } from '../../../electron/cli';
import { openWorkspace } from '../../../electron/storage/workspace';
import { stampOf } from '../../../shared/changes/stamp';

let root = '';
let data = '';
let copy = '';

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

/** Runs a command with `--json` and reads what it answers. */
async function ask(...argv: string[]) {
  const { code, stdout, stderr } = await run(...argv, '--json');
  return { code, answer: JSON.parse(stdout), stderr };
}

/** Somebody goes on working on a data folder. */
async function work(folder: string, title: string): Promise<string> {
  const workspace = await openWorkspace(folder);
  await workspace.append(
    {
      stamp: stampOf(workspace.counter + 1, workspace.device),
      author: '',
      wall: '2026-11-20T08:00:00.000Z',
      label: 'task.create',
      changes: [
        {
          collection: 'task',
          id: '0190b5a0-0000-7000-8000-0000000000aa',
          fields: { title, period: '2026-11' },
        },
      ],
    },
    'shared',
  );
  const { device } = workspace;
  await workspace.close();
  return device;
}

beforeAll(async () => {
  vi.stubEnv('TOUYAN_TODAY', '2026-11-23');
  root = await mkdtemp(join(tmpdir(), 'touyan-cli-exchange-'));
  data = join(root, 'unit');
  copy = join(root, 'copy');
  await run('sample', '--data', data, '--leaders', '2', '--staff', '2', '--years', '1');
  await run('export', '--data', data, '--out', join(root, 'unit.touyan'));
  await run('import', '--data', copy, join(root, 'unit.touyan'));
}, 60_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(root, { recursive: true, force: true });
});

describe('packages on the command line', () => {
  it('are exported, inspected, merged once trusted, and merged again without a change', async () => {
    const device = await work(copy, '来自另一台电脑');
    const out = join(root, 'back.touyan');
    const written = await ask('export', '--data', copy, '--out', out, '--from', '2026-11');
    expect(written).toMatchObject({ code: 0, answer: { package: { deviceId: device } } });
    const inspected = await ask('inspect', '--data', data, out);
    expect(inspected).toMatchObject({
      code: 0,
      answer: { packages: [{ trust: 'unknown', package: { scope: { from: '2026-11' } } }] },
    });
    expect(inspected.answer.groups).toContainEqual(
      expect.objectContaining({ module: 'tasks', author: '', new: 1 }),
    );
    const early = await ask('import', '--data', data, out);
    expect(early).toMatchObject({
      code: 1,
      answer: { error: { code: 'package-untrusted', params: { id: device } } },
    });
    expect(early.stderr.trim().split('\n')).toHaveLength(1);
    const backup = join(root, 'backups');
    const merged = await ask('import', '--data', data, '--trust', device, '--backup', backup, out);
    expect(merged).toMatchObject({ code: 0, answer: { added: 1, conflicts: 0, isNew: false } });
    const again = await run('import', '--data', data, out);
    expect(again).toMatchObject({ code: 0, stderr: '' });
    expect(again.stdout).toContain('新增 0 次操作');
    expect((await run('verify', '--data', data)).code).toBe(0);
  });

  it('are encrypted with a passphrase from a file', async () => {
    const secret = join(root, 'secret.txt');
    await writeFile(secret, '秋天的雁群向南飞\n');
    const out = join(root, 'sealed.touyan');
    const how = ['--package-passphrase-file', secret];
    expect((await run('export', '--data', data, '--out', out, ...how)).code).toBe(0);
    expect(await ask('inspect', out)).toMatchObject({
      code: 1,
      answer: { error: { code: 'package-locked' } },
    });
    expect(await ask('inspect', out, ...how)).toMatchObject({
      code: 0,
      answer: { packages: [{ package: { isEncrypted: true } }] },
    });
  });

  it('cannot set a folder up where they hold a part only', async () => {
    const out = join(root, 'part.touyan');
    await run('export', '--data', data, '--out', out, '--from', '2026-11');
    const into = join(root, 'nowhere');
    expect(await ask('import', '--data', into, out)).toMatchObject({
      code: 1,
      answer: { error: { code: 'package-partial' } },
    });
  });

  it.each([
    ['a scope that is none', ['export', '--data', 'x', '--out', 'y', '--what', 'some']],
    ['a flag with a value', ['inspect', '--json=no', 'x']],
    ['a device that is none', ['export', '--data', '.', '--out', 'y', '--for', 'PC 1']],
  ])('%s is refused with exit code 2', async (_what, argv) => {
    expect((await run(...argv)).code).toBe(2);
  });
});
