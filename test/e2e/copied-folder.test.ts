import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createWorkspace, openWorkspace } from '../../electron/storage/workspace';
import { newFolder, type RunningApp, startApp } from './app';

// A data folder that somebody copied: the copy is looked at, until it is said what it is to be.

const profile = newFolder('copied');
const data = join(profile, 'data');
let running: RunningApp | undefined;

afterAll(async () => {
  await running?.close();
  rmSync(profile, { recursive: true, force: true });
});

test('opens to be looked at, and goes on as a new PC', async () => {
  const original = join(profile, 'original');
  await createWorkspace(original, { deviceId: 'pcaaaaaa' });
  const made = await openWorkspace(original, { isTied: true });
  await made.append(
    {
      stamp: '00000001.pcaaaaaa',
      author: '',
      wall: '2026-11-03T08:00:00.000Z',
      label: 'unit.create',
      changes: [{ collection: 'unit', id: 'unit', fields: { name: '云溪县档案服务中心' } }],
    },
    'shared',
  );
  await made.close();
  mkdirSync(profile, { recursive: true });
  cpSync(original, data, { recursive: true });
  running = await startApp(profile);
  const { page } = running;
  const banner = page.getByRole('alert').first();
  await banner.waitFor();
  expect(await banner.innerText()).toContain('拷贝');
  await banner.getByRole('button').click();
  await page.getByText('两台电脑不能用同一个编号记录').waitFor();
  await page.screenshot({ path: '/tmp/copied-folder.png' });
  await page.getByRole('button', { name: '作为新电脑继续' }).click();
  await banner.waitFor({ state: 'detached' });
  await running.close();
  running = undefined;
  const workspace = await openWorkspace(data);
  expect(workspace.device).not.toBe('pcaaaaaa');
  expect(workspace.readOnly).toBeNull();
  expect(await workspace.verify()).toEqual([]);
  await workspace.close();
});
