import type { Edit } from '../../../shared/changes/draft';
import { draftSet } from '../../../shared/changes/draft';
import type { JsonValue } from '../../../shared/changes/json';
import { applySet, emptyState, type State } from '../../../shared/changes/state';
import type { Field } from '../../../shared/kinds/field';
import { type SheetList, sheetLists } from '../../../shared/sheet/list';

// A unit in which every list has records and every field is filled, with all that sheets are prone
// to change: texts that look like formulas, numbers and days, two people of one name, rare
// characters, lines, quotes and blanks.

const id = (place: number): string => `019b0000-0000-7000-8000-${String(place).padStart(12, '0')}`;

const departments = ['办公室', '业务科', '财务科'];

const names = ['王镕', '李昉', '张喆', '王伟', '王伟', '欧阳堃', '阿依古丽·买买提', '赵一'];

export const personId = (place: number): string => id(100 + place);

const texts = [
  '=1+1',
  '2026-11',
  '001',
  '+86 10 6500-0000',
  '@某某，"引号"、逗号,和;分号',
  '-',
  '3/5',
  '_x0041_ <b>&amp;</b>',
  '𠮷野家 镕喆堃玥珺昉昇',
];

const proses = [
  '第一行\n第二行\n\n=第四行',
  '一段话，带有"引号"，,;\t制表符。',
  '（一）要点；（二）要点。',
];

/** Of fields that a sheet writes as text though they hold none. */
const writtenValues: Readonly<Record<string, (turn: number) => JsonValue>> = {
  // The targets of this unit are the second of its lists.
  target: (turn) => id(1010 + (turn % 4)),
  shares: (turn) => Array.from({ length: 12 }, (_, month) => (month * turn) / 4),
  goalChanges: (turn) => [
    { month: '2026-03', goal: -turn - 0.5, high: null, grounds: '' },
    { month: '2026-11', goal: 90, high: 100 + turn, grounds: '局务会纪要（第3号），"引号"' },
  ],
};

/** A value of a field, another one for each `turn`. */
export function valueFor(field: Field, turn: number): JsonValue {
  const { control, key } = field;
  const written = writtenValues[key]?.(turn);
  if (written) return written;
  switch (control.type) {
    case 'line':
      if (key === 'period') return ['2026', '2026-Q4', '2026-11', '2026-12'][turn % 4] ?? '2026';
      if (key === 'name') return names[turn % names.length] ?? '';
      // A lone dash means nothing to offices, and so to a required field.
      return `${texts[(turn + key.length) % texts.length]}${field.required || turn % 9 > 4 ? ` ${turn}` : ''}`;
    case 'prose':
      return proses[turn % proses.length] ?? '';
    case 'day':
      return `2026-0${1 + (turn % 9)}-1${turn % 10}`;
    case 'number': {
      const number = control.whole ? 3 + turn : 2.5 + turn;
      return Math.min(control.max, Math.max(control.min, key === 'year' ? 2024 + turn : number));
    }
    case 'flag':
      return turn % 2 === 0;
    case 'choice':
      return control.options[turn % control.options.length]?.value ?? '';
    case 'person':
      return personId(turn % names.length);
    case 'people':
      return [personId(turn % names.length), personId((turn + 3) % names.length)];
    case 'department':
      return id(1 + (turn % departments.length));
  }
}

/** Records of a list, each field of each filled but for the last record's optional ones. */
function recordsFor(list: SheetList, place: number): Edit[] {
  return [0, 1, 2, 3].map((turn) => {
    const filled = list.fields.filter((field) => turn < 3 || field.required);
    const fields = Object.fromEntries(filled.map((field) => [field.key, valueFor(field, turn)]));
    return {
      collection: list.collection,
      id: id(1000 + place * 10 + turn),
      fields: { ...fields, ...list.given },
    };
  });
}

/** The unit. */
export function filledUnit(): State {
  const state = emptyState();
  const edits: Edit[] = [
    { collection: 'unit', id: 'unit', fields: { name: '某某县某某局' } },
    ...departments.map((name, place) => ({
      collection: 'department',
      id: id(1 + place),
      fields: { name, order: place },
    })),
    ...names.map((name, place) => ({
      collection: 'person',
      id: personId(place),
      fields: {
        name,
        role: place < 4 ? 'leader' : 'staff',
        post: `职务${place}`,
        department: id(1 + (place % departments.length)),
        order: place,
        partyMember: place % 2 === 0,
        joined: `2020-0${place + 1}-01`,
      },
    })),
    ...sheetLists
      .filter(({ collection }) => collection !== 'person')
      .flatMap((list, place) => recordsFor(list, place)),
  ];
  const signature = { device: 'test0000', author: '', wall: '2026-11-23T08:00:00Z', label: 'test' };
  const set = draftSet(state, edits, signature);
  if (set) applySet(state, set);
  return state;
}
