import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AskedPackages, packagesIn, packagesTold, telling } from '../../../electron/asked-packages';

const cwd = resolve('/stick');

describe('packages on a command line', () => {
  it('are told from switches and other files, and made whole paths', () => {
    const argv = ['.', '--data', 'x', '--a.touyan', '县局 11月.touyan', 'B.TOUYAN', 'c.pdf'];
    expect(packagesIn(argv, cwd)).toEqual(
      ['县局 11月.touyan', 'B.TOUYAN'].map((name) => resolve(cwd, name)),
    );
  });

  it('are not more than can be opened', () => {
    const many = Array.from({ length: 500 }, (_, n) => `${n}.touyan`);
    expect(packagesIn(many, cwd)).toHaveLength(100);
  });
});

describe('what another start tells', () => {
  it.each([undefined, null, 'a.touyan', {}, { packages: 'a.touyan' }, { packages: ['%'] }])(
    '%j makes no sense',
    (told) => {
      expect(packagesTold(told)).toBeUndefined();
    },
  );

  it('is taken where it is a whole path of a package', () => {
    const whole = resolve(cwd, '甲 100%.touyan');
    const told = telling([whole, 'b.touyan', resolve(cwd, 'c.exe')]);
    expect(JSON.stringify(told)).toMatch(/^[ -~]*$/);
    expect(packagesTold(told)).toEqual([whole]);
    expect(packagesTold({ packages: [1, null, {}] })).toEqual([]);
  });
});

it('packages wait until they are taken, each once, and later ones are heard of', () => {
  const asked = new AskedPackages();
  let heard = 0;
  asked.add(['/a.touyan']);
  asked.listen(() => {
    heard += 1;
  });
  asked.add(['/a.touyan', '/b.touyan']);
  asked.add([]);
  expect([asked.areThere, heard]).toEqual([true, 1]);
  expect(asked.take()).toEqual(['/a.touyan', '/b.touyan']);
  expect([asked.areThere, asked.take()]).toEqual([false, []]);
});
