import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  attachmentName,
  endingOf,
  isRunnable,
  openingOf,
} from '../../../shared/model/attachment-name';

test.each([
  ['签到表.jpg', '签到表.jpg'],
  ['C:\\Users\\办公室\\方案（终稿）.docx', '方案（终稿）.docx'],
  ['/home/office/照片 1.JPG', '照片 1.JPG'],
  ['  两  个   空格 .txt ', '两 个 空格 .txt'],
  ['a<b>:"c"|d?*.txt', 'a_b___c__d__.txt'],
  ['名称.txt. . ', '名称.txt'],
  ['con.txt', '_con.txt'],
  ['COM1', '_COM1'],
  ['console.txt', 'console.txt'],
  ['e\u0301.pdf', 'é.pdf'],
  ['\u202egpj.exe', 'gpj.exe'],
  ['零\u200b宽\ufeff.pdf', '零宽.pdf'],
  ['换\n行\t.pdf', '换行.pdf'],
  ['\ud800.pdf', '_.pdf'],
  ['.gitignore', '.gitignore'],
  ['', '_'],
  ['...', '_'],
  ['/', '_'],
])('%j is kept as %j', (name, kept) => {
  expect(attachmentName(name)).toBe(kept);
});

test('a long name keeps its ending and says that it was cut', () => {
  const kept = attachmentName(`${'长'.repeat(300)}.docx`);
  expect(kept).toBe(`${'长'.repeat(64)}….docx`);
  expect(Buffer.byteLength(kept)).toBe(200);
});

test('a kept name is one that every file system takes, and stays as it is', () => {
  const odd = fc.constantFrom(
    '.',
    ' ',
    '/',
    '\\',
    ':',
    '\u202e',
    '\0',
    '中',
    '😀',
    '\ud800',
    'con',
  );
  const name = fc.array(fc.oneof(odd, fc.string({ unit: 'binary' })), { maxLength: 200 });
  fc.assert(
    fc.property(name, (parts) => {
      const kept = attachmentName(parts.join(''));
      expect(kept).not.toMatch(/[\\/:*?"<>|\p{Surrogate}\p{Cc}]/u);
      expect(kept).not.toMatch(/^\s|[\s.]$/);
      expect(kept.length).toBeGreaterThan(0);
      expect([...kept].length).toBeLessThanOrEqual(120);
      expect(Buffer.byteLength(kept)).toBeLessThanOrEqual(200);
      expect(attachmentName(kept)).toBe(kept);
      expect(endingOf(attachmentName(`${parts.join('')}.exe`))).toBe('exe');
    }),
    { numRuns: 2000 },
  );
});

describe('isRunnable', () => {
  const programs = 'exe bat cmd com scr js vbs ps1 lnk msi sh desktop jar hta reg url appimage';
  test.each(programs.split(' '))('.%s', (ending) => {
    for (const name of [`a.${ending}`, `a.pdf.${ending.toUpperCase()}`, `a.${ending}. `]) {
      expect(isRunnable(name)).toBe(true);
    }
  });

  const documents =
    'doc docx xls xlsx ppt pptx wps et dps ofd pdf txt csv jpg png heic mp4 zip rar';
  test.each(documents.split(' '))('not .%s', (ending) => {
    for (const name of [`a.${ending}`, `a.exe.${ending}`]) expect(isRunnable(name)).toBe(false);
  });

  test('not a name without ending', () => {
    expect([isRunnable('exe'), isRunnable('')]).toEqual([false, false]);
    // A name that is nothing but an ending has it all the same.
    expect(isRunnable('.exe')).toBe(true);
  });
});

test.each([
  ['方案.docx', 'document'],
  ['旧方案.WPS', 'document'],
  ['公文.ofd', 'document'],
  ['照片.JPG', 'document'],
  ['带宏.docm', 'macros'],
  ['带宏.XLSM', 'macros'],
  ['二进制.xlsb', 'macros'],
  ['a.pdf.exe', 'program'],
  ['\u202egpj.exe', 'program'],
  ['a.html', 'other'],
  ['a.svg', 'other'],
  ['a.xml', 'other'],
  ['a.zip', 'other'],
  ['a.iqy', 'other'],
  ['a.slk', 'other'],
  ['a.library-ms', 'other'],
  ['a.一种没人见过的', 'other'],
  ['没有后缀', 'other'],
  ['pdf', 'other'],
] as const)('%s is a %s', (name, opening) => {
  expect(openingOf(name)).toBe(opening);
});
