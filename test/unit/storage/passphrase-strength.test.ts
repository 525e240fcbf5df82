import { describe, expect, test } from 'vitest';
import { expectStrong } from '../../../electron/storage/passphrase-strength';

describe('a new passphrase', () => {
  test.each([
    '1234567',
    '12345678',
    'password',
    'Passw0rd!',
    'qwertyuiop',
    '1qaz2wsx',
    '20261123',
    '19491001',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'iloveyou',
    'administrator',
    '啊啊啊啊啊啊啊啊',
    '太短的口令',
    'woaini1314',
    '　　　12345　　　',
  ])('%s is refused', async (passphrase) => {
    await expect(expectStrong(passphrase)).rejects.toMatchObject({
      code: 'weak-passphrase',
      params: { least: 8 },
    });
  });

  test.each([
    '秋天的雁群向南飞',
    '不是这一句口令啊',
    '一群大雁往南飞排成一字',
    'three geese over the reed bed',
    'kV7!pm2_Rt',
    '仓库钥匙挂在第三根柱子',
    'xxx苇荡里的灯亮了又灭',
  ])('%s is taken', async (passphrase) => {
    await expect(expectStrong(passphrase)).resolves.toBeUndefined();
  });

  test('of any length is looked at in a moment', async () => {
    const began = performance.now();
    await expectStrong(`${'苇荡里的灯亮了又灭'.repeat(100)}1a`);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
