import { describe, expect, test } from 'vitest';
import { abilities, abilityIndicators } from '../../../shared/catalogue/abilities';
import {
  awarenesses,
  awarenessIndicators,
  sharedOutcomes,
} from '../../../shared/catalogue/awarenesses';
import {
  checkItems,
  itemsOf,
  ratableRows,
  rowById,
  rows,
  sections,
} from '../../../shared/catalogue/catalogue';
import { gripHeadings, gripItems } from '../../../shared/catalogue/grips';
import { leadingByExample } from '../../../shared/catalogue/leading-by-example';
import { mechanismItems, subMechanisms } from '../../../shared/catalogue/mechanisms';
import { gradeOf, scales } from '../../../shared/catalogue/scale';
import { thesis } from '../../../shared/catalogue/thesis';

const starting = (prefix: string, list: readonly { id: string }[]) =>
  list.filter((row) => row.id.startsWith(prefix)).length;

/** M3.6 is a leaf: a sub-mechanism and an item at once. */
const subsOf = (id: string) => starting(id, subMechanisms) + (id === 'M3' ? 1 : 0);

describe('counts of the framework', () => {
  test.each([
    ['thesis', thesis.length, 8],
    ['stances', starting('W0.', leadingByExample), 3],
    ['habits', leadingByExample.length - starting('W0.', leadingByExample), 5],
    ['awarenesses', awarenesses.length, 5],
    ['awareness indicators', awarenessIndicators.length, 15],
    ['shared outcomes', sharedOutcomes.filter((row) => row.parent === 'C').length, 3],
    ['abilities', abilities.length, 6],
    ['ability indicators', abilityIndicators.length, 22],
    ['M1 sub-mechanisms', subsOf('M1'), 7],
    ['M1 items', itemsOf('M1').length, 15],
    ['M2 sub-mechanisms', subsOf('M2'), 2],
    ['M2 items', itemsOf('M2').length, 17],
    ['M3 sub-mechanisms', subsOf('M3'), 6],
    ['M3 items', itemsOf('M3').length, 15],
    ['M4 sub-mechanisms', subsOf('M4'), 4],
    ['M4 items', itemsOf('M4').length, 23],
    ['mechanism items', mechanismItems.length, 70],
    ['G1 activities', gripItems.filter((row) => /^G1\.\d$/.test(row.id)).length, 9],
    ['G1 self-check rows', gripItems.filter((row) => /^G1\.[a-l]$/.test(row.id)).length, 12],
    ['G2 items', itemsOf('G2').length, 11],
    ['G3 leaf items', itemsOf('G3').length, 15],
    ['grip items', gripItems.length, 47],
    ['ratable rows', ratableRows.length, 45],
    ['rows with an id of their own', rows.length - sections.length, 205],
  ])('%s: %i is %i', (_name, counted, expected) => {
    expect(counted).toBe(expected);
  });
});

describe('rows', () => {
  test('ids are unique', () => {
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
  });

  test('parents exist', () => {
    const orphans = rows.filter((row) => row.parent !== null && !rowById(row.parent));
    expect(orphans.map((row) => row.id)).toEqual([]);
  });

  test('links exist', () => {
    const links = checkItems.flatMap((item) => item.links ?? []);
    expect(links.filter((id) => !rowById(id))).toEqual([]);
  });

  const texts = rows.flatMap((row) => [{ id: row.id, ...row.text }]);
  for (const { id, evidence } of [...checkItems, ...ratableRows]) {
    if (evidence) texts.push({ id, ...evidence });
  }

  test('no text is missing in either language', () => {
    expect(
      texts.filter(({ zh, en }) => !/\p{Script=Han}/u.test(zh) || !/[A-Za-z]/.test(en)),
    ).toEqual([]);
    expect(texts.filter(({ en }) => /\p{Script=Han}/u.test(en))).toEqual([]);
  });

  test('Chinese has full-width punctuation, no Latin words and no Traditional characters', () => {
    expect(texts.filter(({ zh }) => /[,;:?()]|[A-Za-z]{2,}/.test(zh))).toEqual([]);
    expect(texts.filter(({ zh }) => /[強設單覺學責識導機職員標實習業務]/.test(zh))).toEqual([]);
  });

  test('every check item has a cadence and an evidence hint', () => {
    expect(checkItems.filter((item) => item.cadences.length === 0)).toEqual([]);
    expect(checkItems.filter((item) => item.evidence.zh === '')).toEqual([]);
  });

  test('every paragraph of the essay quoted is one it has', () => {
    const lines = rows.flatMap((row) => row.provenance.lines);
    expect(lines.filter((line) => line < 2 || line > 15)).toEqual([]);
    const unsourced = rows.filter(
      (row) => /original|quoted/.test(row.provenance.source) && row.provenance.lines.length === 0,
    );
    expect(unsourced.map((row) => row.id)).toEqual([]);
  });
});

describe('naming traps', () => {
  test('the five awarenesses are the essay’s own', () => {
    expect(awarenesses.map((row) => row.text.zh)).toEqual([
      '主动意识',
      '担当意识',
      '市场意识',
      '开放意识',
      '创新意识',
    ]);
  });

  test('the three awarenesses of the Party-member day are a set apart', () => {
    expect(gripHeadings.map((row) => row.id)).toEqual(['G3.2', 'G3.3']);
    expect(
      itemsOf('G3')
        .filter((row) => row.parent === 'G3.3')
        .map((row) => row.text.zh),
    ).toEqual(['政治意识', '集体意识', '服务意识']);
  });
});

describe('scales', () => {
  test.each([
    [100, '好'],
    [90, '好'],
    [89.9, '较好'],
    [70, '较好'],
    [69, '一般'],
    [60, '一般'],
    [59, '差'],
    [0, '差'],
  ])('%d reads as %s', (score, text) => {
    expect(gradeOf(score, 'four').text.zh).toBe(text);
  });

  test('choosing a grade and reading it back gives the same grade', () => {
    for (const name of ['four', 'five'] as const) {
      for (const grade of scales[name]) expect(gradeOf(grade.score, name)).toBe(grade);
    }
  });
});
