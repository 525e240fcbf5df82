import { describe, expect, test } from 'vitest';
import { abilities, abilityIndicators } from '../../../shared/catalogue/abilities';
import {
  awarenesses,
  awarenessIndicators,
  sharedOutcomes,
} from '../../../shared/catalogue/awarenesses';
import {
  type CheckItemId,
  checkItemById,
  checkItems,
  childrenOf,
  type DimensionId,
  dimensions,
  indicatorsOf,
  itemsOf,
  privateDimension,
  type RatableId,
  type RowId,
  ratableRows,
  rowById,
  rows,
  sections,
  teamRows,
} from '../../../shared/catalogue/catalogue';
import { gripHeadings, gripItems } from '../../../shared/catalogue/grips';
import { leadingByExample } from '../../../shared/catalogue/leading-by-example';
import { mechanismItems, mechanisms, subMechanisms } from '../../../shared/catalogue/mechanisms';
import { thesis } from '../../../shared/catalogue/thesis';

const matching = (list: readonly { id: string }[], id: RegExp) =>
  list.filter((row) => id.test(row.id)).length;

/** M3.6 is a leaf: a sub-mechanism and an item at once. */
const subsOf = (id: string) =>
  subMechanisms.filter((row) => row.parent === id).length +
  mechanismItems.filter((row) => row.parent === id).length;

describe('counts of the framework', () => {
  test.each([
    ['thesis rows', thesis.length, 8],
    ['stances', matching(leadingByExample, /^W0\.\d$/), 3],
    ['habits', matching(leadingByExample, /^W[1-5]$/), 5],
    ['awarenesses', awarenesses.length, 5],
    ['awareness indicators', awarenessIndicators.length, 15],
    ['shared outcomes', matching(sharedOutcomes, /^C\d$/), 3],
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
    ['sub-mechanisms', mechanisms.reduce((sum, { id }) => sum + subsOf(id), 0), 19],
    ['mechanism items', mechanismItems.length, 70],
    ['G1 activities', matching(gripItems, /^G1\.\d$/), 9],
    ['G1 self-check rows', matching(gripItems, /^G1\.[a-l]$/), 12],
    ['G2 items', itemsOf('G2').length, 11],
    ['G3 leaf items', itemsOf('G3').length, 15],
    ['grip items', gripItems.length, 47],
    ['rows every leader rates', ratableRows.length, 45],
    ['rows rated for the team', teamRows.length, 3],
    [
      'rows with an id of their own, but for the seven sections',
      rows.length - sections.length,
      205,
    ],
  ])('%s: %i is %i', (_name, counted, expected) => {
    expect(counted).toBe(expected);
  });

  test.each([
    ['A1', 3],
    ['A2', 3],
    ['A3', 3],
    ['A4', 3],
    ['A5', 3],
    ['B1', 3],
    ['B2', 4],
    ['B3', 4],
    ['B4', 4],
    ['B5', 3],
    ['B6', 4],
  ] satisfies [DimensionId, number][])('%s has %i indicators', (id, expected) => {
    expect(indicatorsOf(id)).toHaveLength(expected);
    expect(dimensions.find((dimension) => dimension.id === id)?.indicators).toEqual(
      indicatorsOf(id),
    );
  });
});

describe('rows', () => {
  test('ids are unique', () => {
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
  });

  test('parents exist, and ids begin with the id of their parent', () => {
    const orphans = rows.filter(({ id, parent }) => {
      if (parent === null) return false;
      return !rowById(parent) || !id.startsWith(parent) || id === parent;
    });
    expect(orphans.map((row) => row.id)).toEqual([]);
  });

  test('every heading has rows below it', () => {
    const headings = [...dimensions, ...sections, ...subMechanisms, ...gripHeadings];
    expect(headings.filter(({ id }) => childrenOf(id).length === 0)).toEqual([]);
  });

  test('are found by id, and unknown ids are not', () => {
    const known: [RowId, RatableId, CheckItemId] = ['M3.6', 'W0.1', 'G3.1a'];
    for (const id of known) expect(rowById(id)?.id).toBe(id);
    expect(checkItemById('M3.6')?.id).toBe('M3.6');
    expect(checkItemById('A1.1')).toBeUndefined();
    expect(rowById('M9')).toBeUndefined();
  });

  test('every paragraph of the essay that is named exists, and no source is without one', () => {
    for (const { provenance } of rows) {
      expect(provenance.lines.every((line) => line >= 2 && line <= 15)).toBe(true);
    }
    const unsourced = rows.filter(
      ({ provenance }) => /original|quoted/.test(provenance.source) && !provenance.lines.length,
    );
    expect(unsourced.map((row) => row.id)).toEqual([]);
  });

  test('words of the essay come with their paragraph', () => {
    const unplaced = rows.filter(({ provenance: { words, lines } }) => words && !lines.length);
    expect(unplaced).toEqual([]);
  });

  test('what is said of the sections is the essay’s, and so are their names', () => {
    expect(
      sections.map(({ id, provenance }) => [id, provenance.source, ...provenance.lines]),
    ).toEqual([
      ['M1', 'original', 8],
      ['M2', 'original', 9],
      ['M3', 'original', 10],
      ['M4', 'original', 11],
      ['G1', 'original', 13],
      ['G2', 'original', 14],
      ['G3', 'original', 15],
    ]);
    expect(sections.filter(({ sayings }) => sayings.length === 0)).toEqual([]);
  });

  test('indicators of the awarenesses are quoted, those of the abilities original', () => {
    const sources = (list: readonly { provenance: { source: string } }[]) => [
      ...new Set(list.map(({ provenance }) => provenance.source)),
    ];
    expect(sources(awarenessIndicators)).toEqual(['quoted']);
    expect(sources(abilityIndicators)).toEqual(['original']);
    expect(sources(leadingByExample)).toEqual(['original']);
  });
});

describe('sensitive rows', () => {
  test('the private dimension and all its indicators', () => {
    const marked = [...dimensions, ...ratableRows].filter(({ sensitive }) => sensitive);
    expect(marked.map(({ id }) => id)).toEqual(['B6', 'B6.1', 'B6.2', 'B6.3', 'B6.4']);
    expect(privateDimension).toBe('B6');
  });

  test('accountability, self-checks, clues, talks, care visits and personal matters', () => {
    expect(checkItems.filter(({ sensitive }) => sensitive).map(({ id }) => id)).toEqual([
      'M2.2.9',
      'M3.1.1',
      'M3.4.2',
      'M4.1.6',
      'M4.4.1',
      'M4.4.2',
      'M4.4.3',
      'M4.4.4',
      'G2.9',
    ]);
  });
});

describe('naming traps', () => {
  test('the five awarenesses are the essay’s own, not the Party’s four', () => {
    expect(awarenesses.map((row) => row.text.zh)).toEqual([
      '主动意识',
      '担当意识',
      '市场意识',
      '开放意识',
      '创新意识',
    ]);
    const all = JSON.stringify(rows);
    for (const name of ['四个意识', '大局意识', '核心意识', '看齐意识']) {
      expect(all).not.toContain(name);
    }
  });

  test('the three awarenesses of Party-member activities are a set apart', () => {
    expect(childrenOf('G3.3').map((row) => row.text.zh)).toEqual([
      '政治意识',
      '集体意识',
      '服务意识',
    ]);
    const five = new Set<string>(awarenesses.map((row) => row.text.zh));
    expect(childrenOf('G3.3').filter((row) => five.has(row.text.zh))).toEqual([]);
    expect(dimensions.map(({ id }) => id)).not.toContain('G3.3');
  });

  test('the five clarities are five', () => {
    expect(rowById('M2.1.4')?.text.zh).toBe(
      '“五个明确”完整性检查：明确任务、目标、时限、牵头领导、具体负责人',
    );
  });

  test('the five steps stand in their order', () => {
    expect(childrenOf('G3.2').map((row) => row.text.zh)).toEqual([
      '亮身份',
      '找差距',
      '明目标',
      '定措施',
      '见行动',
    ]);
  });
});
