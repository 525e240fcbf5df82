import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileName } from '../../../electron/rpc/file-name';

describe('file names', () => {
  it.each([
    ['2026年11月工作总结', '2026年11月工作总结.pdf'],
    ['小结.pdf', '小结.pdf'],
    ['小结.PDF', '小结.pdf'],
    ['../../etc/passwd', '_.._etc_passwd.pdf'],
    ['C:\\a|b?', 'C__a_b_.pdf'],
    ['  . ', '_.pdf'],
    ['', '_.pdf'],
    ['nul', 'nul_.pdf'],
    ['a\u0000\nb', 'a__b.pdf'],
  ])('%j → %s', (wish, name) => {
    expect(fileName(wish, 'pdf')).toBe(name);
  });

  it('are one plain name of bearable length, whatever was wished', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (wish) => {
        const name = fileName(wish, 'touyan');
        expect(name).toMatch(/^[^\\/:*?"<>|\p{Cc}]+\.touyan$/u);
        expect(name).not.toMatch(/^[\s.]/);
        expect([...name].length).toBeLessThanOrEqual(121);
      }),
    );
  });
});
