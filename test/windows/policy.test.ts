import { spawnSync } from 'node:child_process';
import { expect, onTestFinished, test } from 'vitest';
import { policyFolder, policyKey } from '../../electron/policy-folder';

const reg = (...args: readonly string[]): void => {
  const { status } = spawnSync('reg.exe', args, { stdio: 'ignore' });
  if (status !== 0) throw new Error(`reg ${args.join(' ')}`);
};

test('the data folder of a policy comes from the registry, Chinese names and variables whole', () => {
  expect(policyFolder()).toBeUndefined();
  const key = `HKCU\\${policyKey}`;
  onTestFinished(() => reg('delete', key, '/f'));
  reg('add', key, '/v', 'DataFolder', '/d', 'D:\\头雁 数据\\%TOUYAN_TEST_STICK%', '/f');
  process.env.TOUYAN_TEST_STICK ??= 'R:';
  expect(policyFolder()).toBe(`D:\\头雁 数据\\${process.env.TOUYAN_TEST_STICK}`);
});
