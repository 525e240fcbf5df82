import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { unitId } from '../../shared/model/unit';
import type { CallInput, CallName, CallOutput } from '../../shared/rpc';
import { plainTextIn } from '../unit/storage/plain-text';
import { chooseFile, newFolder, type RunningApp, startApp } from './app';

const passphrase = '秋天的雁群向南飞';
const words = ['防汛值班表甲', 'Marker-Of-The-Unit', '签到表乙丙丁', '青山县水务局戊'] as const;

/** Makes a call as the page does, over the real bridge; it must succeed. */
async function call<N extends CallName>(
  page: Page,
  name: N,
  input: CallInput<N>,
): Promise<CallOutput<N>> {
  // Serialised on the way; the contract says what comes back.
  const result = await page.evaluate(
    ([of, given]) => window.touyan.call(of as CallName, given as never),
    [name, input] as const,
  );
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`);
  return result.value as CallOutput<N>;
}

/** Commits a task of that title. */
async function commitTask(page: Page, title: string, counter: number): Promise<void> {
  const open = await call(page, 'workspace.open', null);
  if (open.status !== 'open') throw new Error('the unit is not open');
  await call(page, 'workspace.commit', {
    set: {
      stamp: `${String(counter).padStart(8, '0')}.${open.device}`,
      author: words[1],
      wall: '2026-11-03T08:00:00.000Z',
      label: 'task.create',
      changes: [
        {
          collection: 'task',
          id: `0190c1b2-7e60-7a10-8c00-00000000000${counter}`,
          fields: { title, period: '2026-11' },
        },
        { collection: 'unit', id: unitId, fields: { name: words[3] } },
      ],
    },
    audience: 'shared',
  });
}

/** Ends the app as a power cut does. */
async function kill({ app }: RunningApp): Promise<void> {
  const ended = new Promise<void>((resolve) => app.process().once('exit', () => resolve()));
  app.process().kill('SIGKILL');
  await ended;
}

test('an encrypted unit leaves no word of it in any file of the app, Chromium’s included', async () => {
  const profile = newFolder('encryption');
  let running = await startApp(profile);
  await call(running.page, 'workspace.create', null);
  await call(running.page, 'vault.enable', { passphrase });
  await running.page.reload();
  await commitTask(running.page, words[0], 1);
  const evidence = join(newFolder('evidence'), `${words[2]}.txt`);
  await writeFile(evidence, `内容：${words[2]}`);
  await chooseFile(running.app, evidence);
  await call(running.page, 'attachments.add', null);
  await call(running.page, 'backups.make', null);
  // The window shows the unit, so that its words pass through Chromium.
  await running.page.reload();
  await running.page.getByText(words[3]).first().waitFor();
  await commitTask(running.page, `又${words[0]}`, 2);
  await kill(running);
  expect(await plainTextIn([profile], [...words, passphrase])).toEqual([]);

  running = await startApp(profile);
  expect(await call(running.page, 'workspace.open', null)).toMatchObject({ status: 'locked' });
  const secret = { secret: passphrase, kind: 'passphrase', remember: false } as const;
  const open = await call(running.page, 'vault.unlock', secret);
  expect(JSON.stringify(open)).toContain(`又${words[0]}`);
  await call(running.page, 'vault.lock', null);
  await running.close();
  expect(await plainTextIn([profile], [...words, passphrase])).toEqual([]);
});
