import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileName } from '../../../electron/rpc/file-name';
import { expectMeant, expectUsable, folderKey } from '../../../electron/storage/place';
import { attachmentName } from '../../../shared/model/attachment-name';
import { windowsRefusal } from '../../../shared/model/place-name';

describe('what Windows makes of a name', () => {
  it.each([
    ['CON', 'device'],
    ['con.tar.gz', 'device'],
    ['Nul .txt', 'device'],
    ['COM¹', 'device'],
    ['console', undefined],
    ['com10', undefined],
    ['a:b', 'character'],
    ['换\n行', 'character'],
    ['尾点.', 'ending'],
    ['尾空 ', 'ending'],
    ['.profile', undefined],
  ])('%j: %s', (name, reason) => {
    expect(windowsRefusal(name)).toBe(reason);
  });

  it('names made here are taken as they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (wish) => {
        expect(windowsRefusal(fileName(wish, 'docx'))).toBeUndefined();
        expect(windowsRefusal(attachmentName(wish))).toBeUndefined();
      }),
    );
  });
});

describe('paths on Windows', () => {
  it.each([
    'C:\\单位 数据\\总结.pdf',
    'C:/单位/总结.pdf',
    '\\\\server\\共享\\总结.pdf',
    '\\\\?\\C:\\单位\\总结.pdf',
    '\\\\?\\UNC\\server\\share\\总结.pdf',
    '..\\总结.pdf',
    'C:\\',
    '\\\\server\\share\\',
  ])('%s means what it says', (path) => {
    expect(() => expectMeant(path, 'win32')).not.toThrow();
  });

  it.each(['C:\\单位.\\总结.pdf', 'C:\\aux\\x', 'x:y:z.pdf', 'NUL', 'C:\\a<b', 'D:总结.'])(
    '%s does not',
    (path) => {
      expect(() => expectMeant(path, 'win32')).toThrow(/name-refused/);
      expect(() => expectMeant(path, 'linux')).not.toThrow();
    },
  );

  it('of more than 259 characters are not for other programs', () => {
    const path = (length: number) => `C:\\${'长'.repeat(length - 7)}.pdf`;
    expect(() => expectUsable(path(259), 'win32')).not.toThrow();
    expect(() => expectUsable(path(260), 'win32')).toThrow(/path-too-long/);
    expect(() => expectUsable(path(260), 'linux')).not.toThrow();
  });

  it('to one folder have one key', () => {
    const key = folderKey('C:\\单位 Data', 'win32');
    for (const same of ['c:\\单位 data\\', 'C:/单位 DATA', 'C:\\x\\..\\单位 Data']) {
      expect(folderKey(same, 'win32')).toBe(key);
    }
    expect(folderKey('/d/../E', 'linux')).toBe('/E');
    expect(folderKey('/e', 'linux')).not.toBe(folderKey('/E', 'linux'));
  });
});
