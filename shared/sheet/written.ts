import type { Bilingual } from '../catalogue/row';
import type { JsonValue } from '../changes/json';
import { listOf } from '../changes/records';
import type { State } from '../changes/state';
import type { GoalChange } from '../model/target';
import { plainText, saysNothing } from '../reading/plain-text';

/** How a sheet writes what a record holds that is no text, and reads it back. */
export interface Written {
  /** The text of what a record holds. */
  readonly textOf: (held: unknown) => string;
  /** What a text stands for; undefined where it cannot be read. */
  readonly read: (text: string) => JsonValue | undefined;
  /** How to write it; said where a text cannot be read. */
  readonly form: Bilingual;
}

/** Numbers as sheets of many hands write them: full-width digits, blanks and thousands marks. */
const numberIn = (text: string): number =>
  /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;

const plain = (text: string): string => text.normalize('NFKC').trim();

/** The share of each month of a target spread by hand: twelve numbers from January on. */
export const writtenShares: Written = {
  textOf: (held) => (Array.isArray(held) ? held.join('、') : ''),
  read: (text) => {
    if (saysNothing(text)) return [];
    const numbers = plain(text)
      .split(/[、,;\s]+/)
      .map(numberIn);
    const isSound = numbers.length === 12 && numbers.every((one) => one >= 0 && one <= 1e12);
    return isSound ? numbers : undefined;
  },
  form: {
    zh: '请按1月到12月写12个数，用顿号隔开。',
    en: 'Write twelve numbers, January to December, with commas.',
  },
};

const changeLine = /^(\d{4})-(\d{1,2})\s+(-?[\d.]+)(?:\s*[~至]\s*(-?[\d.]+))?(?:\s*\((.*)\))?$/;

const lineOf = ({ month, goal, high, grounds }: GoalChange): string =>
  `${month} ${goal}${high === null ? '' : `~${high}`}${grounds && `（${grounds}）`}`;

function changeIn(text: string): GoalChange | undefined {
  const [, year = '', month = '', goal = '', high] =
    changeLine.exec(plain(text).replace(/[－–—](?=\d{1,2}\s)/g, '-')) ?? [];
  const numbers = [numberIn(goal), high === undefined ? null : numberIn(high)] as const;
  const place = Number(month);
  if (place < 1 || place > 12 || numbers.some((one) => Number.isNaN(one))) return undefined;
  // Grounds are kept as they were typed, not as they were compared.
  const grounds = /[（(](.*)[）)]\s*$/.exec(text.trim())?.[1] ?? '';
  return {
    month: `${year}-${month.padStart(2, '0')}`,
    goal: numbers[0],
    high: numbers[1],
    grounds: grounds.slice(0, 500),
  };
}

/** The goals of later months, one a line: `2026-07 1200（局务会纪要第12号）`; a band as `95~105`. */
export const writtenGoalChanges: Written = {
  // What the model holds there is goal changes.
  textOf: (held) => (Array.isArray(held) ? (held as GoalChange[]).map(lineOf).join('\n') : ''),
  read: (text) => {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    if (lines.length === 0 || saysNothing(text)) return [];
    const changes = lines.map(changeIn);
    if (changes.length > 50 || changes.includes(undefined)) return undefined;
    return changes
      .flatMap((change) => (change ? [{ ...change }] : []))
      .sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));
  },
  form: {
    zh: '每行一次，写月份、新目标值和依据，如 2026-07 1200（局务会纪要第12号）。',
    en: 'A change a line: month, new goal, grounds, such as 2026-07 1200 (minutes no. 12).',
  },
};

/** A target by its year and name, `2026 造林面积`; the name alone where no other is called so. */
export function writtenTarget(state: State): Written {
  const targets = listOf(state, 'target');
  const labels = new Map(targets.map(({ id, year, name }) => [id, `${year} ${name.trim()}`]));
  const ids = new Map<string, string[]>();
  for (const { id, year, name } of targets) {
    for (const label of [`${year} ${name}`, name]) {
      const key = plainText(label);
      ids.set(key, [...(ids.get(key) ?? []), id]);
    }
  }
  return {
    textOf: (held) => labels.get(String(held)) ?? '',
    read: (text) => {
      const found = ids.get(plainText(text)) ?? [];
      return found.length === 1 ? found[0] : undefined;
    },
    form: {
      zh: '没有这个目标，或有同名的；请写年度和目标名称，如 2026 造林面积，目标要先录入。',
      en: 'No such target, or several; write year and name, such as 2026 Planting, of one entered before.',
    },
  };
}
