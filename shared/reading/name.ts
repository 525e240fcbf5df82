import { plainText } from './plain-text';

/** Dots that stand between the parts of a name: 买买提·艾力. */
const dots = /[·•・‧∙⋅･᛫◦.．｡●]/gu;

/** Latin letters without tones, ü as v, as it is typed; other letters stay. */
const withoutTones = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/u\u0304?\u0308[\u0300\u0301\u0304\u030c]?/g, 'v')
    .replace(/(?<=[a-z])[\u0300\u0301\u0304\u030c]/g, '')
    .replace(/(?<=[ln])u:/g, 'v')
    // Passports write lü as lyu.
    .replace(/(?<=\b|[a-z])([ln])yu(?!e?n?g)/g, '$1v')
    .normalize('NFC');

/**
 * A name as it is compared: without blanks of any width, a dot in any shape as `·`, full-width
 * letters as plain ones, pinyin without tones and with ü as v. `张　三` and `张三` are one name.
 */
export function nameKey(name: string): string {
  const key = plainText(name)
    .replace(/[\s\u115f\u1160\u2800\u3164]+/gu, '')
    .replace(dots, '·')
    .replace(/^·+|·+$/g, '')
    .toLowerCase();
  return /[a-zü\u00c0-\u024f]/.test(key) ? withoutTones(key) : key;
}

/** Surnames of two letters. */
const compound =
  '(?:欧阳|上官|司马|诸葛|尉迟|皇甫|令狐|慕容|司徒|夏侯|东方|西门|南宫|独孤|公孙|长孙|宇文|轩辕|端木|百里|呼延|东郭|钟离|闻人|申屠|澹台|公冶|宗政|濮阳|太史|拓跋|鲜于|第五|万俟|赫连)';
const spaced = new RegExp(
  String.raw`^(?:${compound}|\p{Script=Han})(?:[\s\u3000]+\p{Script=Han}{1,2}|[\s\u3000]+\p{Script=Han}[\s\u3000]+\p{Script=Han})$`,
  'u',
);

/** `李　芳` as 李芳: offices space names of two or three letters out to one width. */
export const keptName = (name: string): string => {
  const line = name.replace(/\s*\n\s*/g, ' ').trim();
  return spaced.test(line) ? line.replace(/[\s\u3000]+/gu, '') : line;
};

/** All readings of each letter of a name, without tones, ü as v; a letter that has none is its own. */
export type Readings = readonly (readonly string[])[];

/** Whether what was typed can be read with v for u: `lu` finds 吕, which is lü. */
const sameSound = (reading: string): readonly string[] =>
  reading.includes('v') ? [reading, reading.replace('v', 'u')] : [reading];

/**
 * Whether pinyin that was typed reads a name, from any of its letters on: in full, by initials, or
 * mixed (`wangr`, `wr`, `wrong`). The last syllable may be unfinished.
 */
export function soundsLike(readings: Readings, typed: string): boolean {
  const query = nameKey(typed);
  if (!/^[a-z]+$/.test(query)) return false;
  const from = (letter: number, at: number): boolean => {
    if (at >= query.length) return true;
    const own = readings[letter];
    if (!own) return false;
    const rest = query.slice(at);
    return own.flatMap(sameSound).some((reading) => {
      if (reading.startsWith(rest)) return true;
      if (rest.startsWith(reading) && from(letter + 1, at + reading.length)) return true;
      const [initial = ''] = /^(?:[zcs]h|.)/.exec(reading) ?? [];
      return [initial, initial.slice(0, 1)].some(
        (one) => rest.startsWith(one) && from(letter + 1, at + one.length),
      );
    });
  };
  return readings.some((_, start) => from(start, 0));
}

/** Whether pinyin that was typed is the whole of a name, in any of its readings. */
export function isReadingOf(readings: Readings, typed: string): boolean {
  const query = nameKey(typed).replaceAll('·', '');
  const from = (letter: number, at: number): boolean => {
    if (letter === readings.length) return at === query.length;
    return (readings[letter] ?? [])
      .flatMap(sameSound)
      .some((reading) => query.startsWith(reading, at) && from(letter + 1, at + reading.length));
  };
  return readings.length > 0 && query !== '' && from(0, 0);
}
