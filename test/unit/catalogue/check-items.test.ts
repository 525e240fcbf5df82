import { describe, expect, test } from 'vitest';
import type { Anchor, Cadence } from '../../../shared/calendar/cadence';
import { occurrences } from '../../../shared/calendar/cadence';
import { standardCalendar } from '../../../shared/calendar/workdays';
import { checkItemById, checkItems, itemsOf } from '../../../shared/catalogue/catalogue';
import { subMechanisms } from '../../../shared/catalogue/mechanisms';
import { defaultOwners } from '../../../shared/catalogue/row';

const letters = { week: 'W', month: 'M', quarter: 'Q', 'half-year': 'H', year: 'Y' };

const dueCode = (due: Anchor): string => {
  if (due.at === 'end') return '';
  if (due.at === 'month-after') return ' +1';
  if (due.at === 'start') return ` workday ${due.workday}`;
  return ` ${due.month}/${due.day}`;
};

/** A cadence in the short code of the table below. */
function codeOf(cadence: Cadence): string {
  switch (cadence.type) {
    case 'every':
      return letters[cadence.every] + dueCode(cadence.due);
    case 'times':
      return `${cadence.times}×${letters[cadence.every]}${dueCode(cadence.due)}`;
    case 'event':
      return `E+${cadence.workdays}`;
    case 'standing':
      return `S/${letters[cadence.reviewed]}${dueCode(cadence.due)}`;
    case 'automatic':
      return `auto ${letters[cadence.every]}${dueCode(cadence.due)}`;
    case 'once':
      return cadence.date;
  }
}

/** Rhythm by rhythm, the items that have it. */
const rhythms: Readonly<Record<string, string>> = {
  M: 'M1.7.2 M2.1.8 M2.2.5 M2.2.6 G1.1 G1.2 G1.3 G3.1',
  'M workday 5': 'M2.1.3',
  'M, E+10': 'M4.1.9',
  Q:
    'M1.1.1 M1.5.2 M1.6.2 M3.1.1 M3.2.2 M4.1.6 M4.1.7 G1.5 G1.6 G1.f G1.g G1.h G1.i ' +
    'G3.2b G3.2c G3.2d G3.2e',
  'Q 1/5': 'M2.1.2',
  'Q, E+20': 'M4.1.1 M4.1.2',
  'Q, Y': 'M2.2.7 G1.4',
  H:
    'M1.2.1 M1.2.2 M1.3.1 M1.3.2 M1.4.1 M1.7.3 M3.2.3 M3.4.1 M4.1.3 M4.1.4 G1.7 G1.8 G1.9 ' +
    'G1.a G1.b G1.c G1.d G1.e G1.j G1.k G1.l G2.10 G3.3a G3.3b G3.3c',
  Y: 'M2.2.8 M3.3.1 M3.6 M4.2.1 M4.2.2 M4.3.3 M4.3.5 G3.5',
  'Y 1/end': 'M1.5.1 M1.6.1 M2.1.1 M3.1.2 G2.7 G3.4',
  'Y 1/end, H': 'M1.1.2',
  'Y 1/31, E+20': 'G2.9',
  'Y 3/end': 'G2.0',
  'Y +1': 'G2.8',
  'Y, E+10': 'M1.7.1 G3.2a',
  'Y, E+20': 'M3.2.1 M4.3.2',
  'Y, E+120': 'M4.2.4',
  '2×Y 9/20': 'M3.3.2',
  'S/Y': 'M2.2.1 M2.2.2 M2.2.3 M4.3.1 G2.1 G2.2 G2.3 G2.4 G2.5 G2.6',
  'E+1': 'M3.4.2',
  'E+3': 'M4.4.3',
  'E+10': 'M1.5.3 M3.2.4 M3.3.3 M4.2.3 M4.4.1 M4.4.2 M4.4.4',
  'E+15': 'M4.1.5',
  'E+20': 'M2.2.9 M4.3.4',
  'E+20, M': 'M4.1.8',
  'auto M': 'M2.1.4 M2.1.5 M2.1.6 M2.1.7 M2.2.4',
  'auto Q': 'M4.3.6',
  'auto H': 'M3.5.1 M3.5.2 M3.5.3 G3.1a G3.1b G3.1c G3.1d',
};

const isAutomatic = ({ type }: Cadence): boolean => type === 'automatic';

describe('rhythms', () => {
  test('the table names every check item once', () => {
    const named = Object.values(rhythms).flatMap((ids) => ids.split(' '));
    expect(named.sort()).toEqual(checkItems.map(({ id }) => id).sort());
  });

  test.each(Object.entries(rhythms))('%s', (code, ids) => {
    for (const id of ids.split(' ')) {
      const codes = checkItemById(id)?.cadences.map(codeOf).join(', ');
      expect(`${id}: ${codes}`).toBe(`${id}: ${code}`);
    }
  });

  test('two rhythms of an item never share an occurrence', () => {
    const calendar = standardCalendar();
    const year = { from: '2026-01-01', to: '2026-12-31', calendar, move: 'earlier' } as const;
    for (const { id, cadences } of checkItems) {
      const keys = cadences.flatMap((cadence) => occurrences(cadence, year).map(({ key }) => key));
      expect(new Set(keys).size, id).toBe(keys.length);
    }
  });

  test('every rhythm that waits for an event says for which', () => {
    const silent = checkItems.filter(
      ({ cadences, timing }) => cadences.some(({ type }) => type === 'event') && !timing,
    );
    expect(silent.map(({ id }) => id)).toEqual([]);
  });

  test('rhythms that are not ours are the essay’s words or a rule', () => {
    const sourced = checkItems.flatMap(({ id, rhythm }) =>
      rhythm ? [`${id} ${rhythm.words ?? rhythm.source}`] : [],
    );
    expect(sourced).toEqual([
      'M2.1.1 年度',
      'M2.1.2 季度',
      'M2.1.3 每月',
      'M3.2.3 定期',
      'M3.3.1 定期',
      'M4.1.1 regulation',
      'M4.1.3 定期',
      'M4.1.6 regulation',
      'M4.2.3 适时',
      'M4.3.4 按时',
      'M4.3.5 按时',
      'G2.9 regulation',
      'G3.1 regulation',
    ]);
  });
});

describe('check items', () => {
  test('each has a rhythm, an evidence hint and two default owners', () => {
    const lacking = checkItems.filter(
      ({ cadences, evidence }) => !cadences.length || !evidence.zh || !evidence.en,
    );
    expect(lacking.map(({ id }) => id)).toEqual([]);
    expect(defaultOwners.map(({ text }) => text.zh)).toEqual(['牵头领导', '具体负责人']);
  });

  test('those answered by records are the automatic ones and the tags, and no others', () => {
    const answered = checkItems.filter(({ cadences }) => cadences.every(isAutomatic));
    const flagged = checkItems.filter(({ automatic, tag }) => automatic || tag);
    expect(flagged.map(({ id }) => id)).toEqual(answered.map(({ id }) => id));
    expect(checkItems.filter(({ automatic }) => automatic).map(({ id }) => id)).toEqual([
      'M2.1.4',
      'M2.1.5',
      'M2.1.6',
      'M2.1.7',
      'M2.2.4',
      'M4.3.6',
    ]);
    expect(checkItems.filter(({ automatic, tag }) => automatic && tag)).toEqual([]);
  });

  test('tags are linked to what they are put on', () => {
    expect(checkItems.filter(({ tag, links }) => tag && !links?.length)).toEqual([]);
  });

  test('links lead to other check items', () => {
    for (const { id, links = [] } of checkItems) {
      for (const link of links) {
        expect(checkItemById(link), `${id} → ${link}`).toBeDefined();
        expect(link).not.toBe(id);
      }
    }
    expect(checkItemById('M3.1.2')?.links).toEqual(['G2.7']);
    expect(checkItemById('G2.7')?.links).toEqual(['M3.1.2']);
  });

  test('the self-checks of study and the three awarenesses are graded', () => {
    const graded = checkItems.filter((item) => item.graded).map(({ id }) => id);
    expect(graded).toHaveLength(15);
    expect(graded.every((id) => /^G1\.[a-l]$|^G3\.3[a-c]$/.test(id))).toBe(true);
  });
});

describe('four-in-one supervision', () => {
  test.each([
    ['M3.1', 'person', 'both'],
    ['M3.2', 'unit', 'inside'],
    ['M3.3', 'family', 'outside'],
    ['M3.4', 'society', 'outside'],
    ['M3.5', undefined, undefined],
  ])('%s is of %s, %s of the eight hours', (id, party, hours) => {
    const heading = subMechanisms.find((one) => one.id === id);
    expect([heading?.party, heading?.eightHours]).toEqual([party, hours]);
    const items = itemsOf('M3').filter((item) => item.parent === id);
    expect(items.length).toBeGreaterThan(0);
    expect(items.every((item) => item.party === party)).toBe(true);
  });

  test('says of every item of a party in which hours it holds', () => {
    const hours = Object.fromEntries(
      itemsOf('M3').flatMap(({ id, party, eightHours }) => (party ? [[id, eightHours]] : [])),
    );
    expect(hours).toEqual({
      'M3.1.1': 'both',
      'M3.1.2': 'both',
      'M3.2.1': 'inside',
      'M3.2.2': 'inside',
      'M3.2.3': 'inside',
      'M3.2.4': 'both',
      'M3.3.1': 'outside',
      'M3.3.2': 'outside',
      'M3.3.3': 'outside',
      'M3.4.1': 'both',
      'M3.4.2': 'both',
    });
  });

  test('is a matter of M3 alone', () => {
    const elsewhere = checkItems.filter((item) => !item.id.startsWith('M3') && item.party);
    expect(elsewhere).toEqual([]);
  });
});
