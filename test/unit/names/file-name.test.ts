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
    ['nul', '_nul.pdf'],
    ['NUL.2026年11月', '_NUL.2026年11月.pdf'],
    ['com1 .送审', '_com1 .送审.pdf'],
    ['CONIN$', '_CONIN$.pdf'],
    ['连接.', '连接.pdf'],
    ['a\u0000\nb', 'a__b.pdf'],
    ['小结\u202efdp', '小结fdp.pdf'],
    ['com1.总结', '_com1.总结.pdf'],
    ['长'.repeat(79), `${'长'.repeat(64)}….pdf`],
  ])('%j → %s', (wish, name) => {
    expect(fileName(wish, 'pdf')).toBe(name);
  });

  it('are one plain name of bearable length, whatever was wished', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (wish) => {
        const name = fileName(wish, 'touyan');
        expect(name).toMatch(/^[^\\/:*?"<>|\p{Cc}]+\.touyan$/u);
        expect(name).not.toMatch(/^[\s.]/);
        expect([...name].length).toBeLessThanOrEqual(120);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
        expect(name).not.toMatch(/[\p{Surrogate}\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c]/u);
      }),
    );
  });
});
