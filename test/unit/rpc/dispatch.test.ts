import { describe, expect, it } from 'vitest';
import { answer } from '../../../electron/rpc/dispatch';
import { StorageError } from '../../../electron/storage/storage-error';
import { StampClash } from '../../../shared/changes/merge';
import { firstCalls } from '../../../shared/rpc/first';
import { mainCaller } from './office-pc';

async function failing(error: unknown) {
  const log: string[] = [];
  const handlers = {
    'workspace.open': () => {
      throw error;
    },
  };
  const result = await answer(
    'workspace.open',
    null,
    { calls: firstCalls, handlers },
    mainCaller,
    (line) => log.push(line),
  );
  return { result, log };
}

describe('failures of a handler', () => {
  const systemError = Object.assign(new Error('write'), { code: 'ENOSPC' });
  it.each([
    [new StorageError('workspace-locked', { who: '甲' }), 'workspace-locked'],
    [systemError, 'disk-full'],
    [new StampClash('00000001.pcaaaaaa'), 'device-twice'],
  ])('%s becomes %s and is not logged', async (error, code) => {
    const { result, log } = await failing(error);
    expect(result).toMatchObject({ ok: false, error: { code } });
    expect(log).toEqual([]);
  });

  it.each([new TypeError('张三的评分 is not a function'), 'text', undefined, { secret: 1 }])(
    '%s becomes internal; the log says where, not what',
    async (error) => {
      const { result, log } = await failing(error);
      expect(result).toEqual({ ok: false, error: { code: 'internal' } });
      expect(log).toHaveLength(1);
      expect(log[0]).toMatch(/^workspace\.open: /);
      expect(log[0]).not.toMatch(/张三|secret|text/);
    },
  );

  it('names the place of a defect', async () => {
    const { log } = await failing(new TypeError('x'));
    expect(log[0]).toContain('TypeError');
    expect(log[0]).toContain('dispatch.test.');
  });
});

it('refuses calls that nobody answers here', async () => {
  const result = await answer(
    'workspace.open',
    null,
    { calls: firstCalls, handlers: {} },
    mainCaller,
  );
  expect(result).toEqual({ ok: false, error: { code: 'bad-input' } });
});
