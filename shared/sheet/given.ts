import type { Bilingual } from '../catalogue/row';
import type { Field } from '../kinds/field';
import { withFigures } from '../reading/day';
import { plainText } from '../reading/plain-text';
import { cellText, type Grid } from './book';
import type { Layout, Meaning } from './layout';

/** A value for all rows of a field that no column has, and where it was found. */
export interface GivenGuess {
  readonly field: Field;
  /** As it would be typed; empty where nothing tells it. */
  readonly text: string;
  readonly from: Bilingual | undefined;
}

/** What is known of a sheet besides its columns. */
export interface GivenSource {
  readonly grid: Grid;
  readonly layout: Layout;
  readonly meanings: readonly Meaning[];
  readonly fields: readonly Field[];
  readonly fileName: string;
  readonly sheetName: string;
  /** Names of the unit's sections. */
  readonly sections: readonly string[];
}

/** The fields of which one value may hold for all rows. */
const askedFor = new Set(['period', 'date', 'year', 'department', 'leader', 'owner', 'host']);

const places = {
  title: { zh: '标题', en: 'the title' },
  sheet: { zh: '工作表名称', en: "the sheet's name" },
  file: { zh: '文件名', en: "the file's name" },
} as const;

/** Year, quarter or month that a title names, as a period; undefined where it names none. */
function periodIn(text: string): string | undefined {
  const plain = withFigures(plainText(text)).replace(/\s+/g, '');
  const [, year, rest = ''] = /((?:19|20)\d{2})[年度.\-/]*(.{0,8})/.exec(plain) ?? [];
  if (year === undefined || /^[〕\])】]?\d{1,4}号/.test(rest)) return undefined;
  const month = /^(\d{1,2})月/.exec(rest)?.[1];
  if (month && Number(month) >= 1 && Number(month) <= 12)
    return `${year}-${month.padStart(2, '0')}`;
  const bare = /年|度/.test(plain) ? undefined : /^(0[1-9]|1[0-2])(?!\d)/.exec(rest)?.[1];
  if (bare) return `${year}-${bare}`;
  const quarter = /^第?([1-4])季/.exec(rest)?.[1];
  return quarter ? `${year}-Q${quarter}` : year;
}

/** Day or month that a title names, as it is written there. */
function dayIn(text: string): string | undefined {
  const plain = withFigures(plainText(text)).replace(/\s+/g, '');
  return /(?:19|20)\d{2}年\d{1,2}月(?:\d{1,2}日)?|(?:19|20)\d{2}[-./]\d{1,2}[-./]\d{1,2}/.exec(
    plain,
  )?.[0];
}

/** A section that a title names: `科室：办公室`, or a sheet called by its name. */
function sectionIn(text: string, sections: readonly string[]): string | undefined {
  const plain = plainText(text).replace(/\s+/g, '');
  const said = /(?:科室|部门|填报单位|责任科室|单位|股室|处室)(?:名称)?:([^\s,，;；]+)/.exec(
    plain,
  )?.[1];
  const names = sections.filter((name) => name.length > 1);
  return names.find((name) => said === name || plain === name || plain.startsWith(`${name}20`));
}

function guessOf(key: string, text: string, source: GivenSource): string | undefined {
  switch (key) {
    case 'period':
      return periodIn(text);
    case 'year':
      return periodIn(text)?.slice(0, 4);
    case 'date':
      return dayIn(text);
    case 'department':
      return sectionIn(text, source.sections);
    default:
      return undefined;
  }
}

/** The fields of which one value may hold for all rows and that no column has. */
export const fieldsAskedFor = (
  fields: readonly Field[],
  meanings: readonly Meaning[],
): readonly Field[] => fields.filter(({ key }) => askedFor.has(key) && !meanings.includes(key));

/**
 * The fields that no column has and of which one value may hold for all rows, with what title, sheet
 * and file tell of them. Required ones are always among them, others where they are told.
 */
export function givenGuesses(source: GivenSource): readonly GivenGuess[] {
  const { grid, layout, meanings, fields, fileName, sheetName } = source;
  const above = layout.head - layout.headRows + 1;
  const titles = grid
    .slice(0, Math.max(0, above))
    .flatMap((row) => [...new Set(row.map(cellText))]);
  const texts = [
    ...titles.map((text) => ({ text, from: places.title })),
    { text: sheetName, from: places.sheet },
    { text: fileName.replace(/\.[^.]*$/, ''), from: places.file },
  ].filter(({ text }) => text.trim() !== '');
  return fieldsAskedFor(fields, meanings).flatMap((field): GivenGuess[] => {
    for (const { text, from } of texts) {
      const guess = guessOf(field.key, text, source);
      if (guess !== undefined) return [{ field, text: guess, from }];
    }
    return field.required ? [{ field, text: '', from: undefined }] : [];
  });
}
