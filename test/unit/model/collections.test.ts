import { describe, expect, test } from 'vitest';
import { markId } from '../../../shared/model/activity';
import {
  collectionNames,
  defaultsOf,
  isCollectionName,
  misfitsOf,
  modelOf,
} from '../../../shared/model/collections';
import { habitId } from '../../../shared/model/habit';
import { passageId } from '../../../shared/model/passage';
import { ratingId, sheetId } from '../../../shared/model/rating';
import { sealId } from '../../../shared/model/seal';
import { measurementId } from '../../../shared/model/target';
import { unitId } from '../../../shared/model/unit';

const uuid = '0193a3f0-1111-7abc-8def-0123456789ab';

describe.each(collectionNames)('%s', (name) => {
  const model = modelOf(name);

  test('an empty record is a whole one, with a tombstone', () => {
    expect(defaultsOf(name)).toMatchObject({ deleted: false });
    expect(model.fields.parse(defaultsOf(name))).toEqual(defaultsOf(name));
    expect(Object.keys(defaultsOf(name)).sort()).toEqual(Object.keys(model.fields.shape).sort());
  });

  test('its defaults fit, and so does clearing them', () => {
    const id = exampleIds[name];
    expect(misfitsOf({ collection: name, id, fields: defaultsOf(name) })).toEqual([]);
    const cleared = Object.fromEntries(Object.keys(defaultsOf(name)).map((field) => [field, null]));
    expect(misfitsOf({ collection: name, id, fields: cleared })).toEqual([]);
  });

  test('its ids are told from others', () => {
    expect(model.id.test(exampleIds[name])).toBe(true);
    for (const id of ['', '../etc', `${exampleIds[name]}\n`, ` ${exampleIds[name]}`]) {
      expect(model.id.test(id)).toBe(false);
    }
  });

  test('a date, number or text of the wrong kind does not fit', () => {
    const wrong = Object.keys(model.fields.shape).flatMap((field) =>
      misfitsOf({ collection: name, id: exampleIds[name], fields: { [field]: { no: 1 } } }),
    );
    expect(wrong.map(({ reason }) => reason)).toEqual(
      Object.keys(model.fields.shape).map(() => 'bad-value'),
    );
  });
});

const exampleIds: Record<(typeof collectionNames)[number], string> = {
  unit: unitId,
  department: uuid,
  person: uuid,
  charge: uuid,
  device: 'pcaaaaaa',
  rating: ratingId(uuid, '2026-11', 'A1.1'),
  sheet: sheetId(uuid, '2026-Q4'),
  indicator: 'A1.1:2026-11',
  activity: uuid,
  mark: markId('M1.2', '2026-11#2'),
  assignment: 'M1.2',
  task: uuid,
  progress: uuid,
  target: uuid,
  measurement: measurementId(uuid, '2026-11'),
  passage: passageId('monthly-summary', '2026-11', 'gaps'),
  template: 'monthly-en',
  seal: sealId('personal.'.concat(uuid), '2026-11'),
  correction: uuid,
  attachment: uuid,
  habit: habitId(uuid, '2026-11-23', 'W1'),
  confidential: uuid,
  milestone: uuid,
  consequence: uuid,
  followUp: uuid,
  alteration: `task:${uuid}:leader:2026-12-01`,
  taskFilter: uuid,
  receipt: uuid,
  trust: 'pcaaaaaa',
  logPart: `pcaaaaaa.0.${'0'.repeat(16)}`,
  holiday: '2027',
};

describe('misfitsOf', () => {
  test.each([
    ['task', uuid, { title: '甲', percent: 100 }, []],
    ['task', uuid, { percent: 101 }, ['percent bad-value']],
    ['task', uuid, { due: '2026-02-30' }, ['due bad-value']],
    ['task', uuid, { due: '' }, []],
    ['task', uuid, { due: '2028-02-29' }, []],
    ['task', uuid, { colour: 'red', percent: -1 }, ['colour unknown-field', 'percent bad-value']],
    ['task', uuid, { toString: 1 }, ['toString unknown-field']],
    ['task', 'not-a-uuid', { percent: 101 }, [' bad-id']],
    ['planet', uuid, {}, [' unknown-collection']],
    ['toString', uuid, {}, [' unknown-collection']],
    ['rating', ratingId(uuid, '2026-11', 'A1.1'), { score: null }, []],
    ['rating', ratingId(uuid, '2026-11', 'A1.1'), { score: 0 }, []],
    ['rating', ratingId(uuid, '2026-11', 'A1.1'), { score: '80' }, ['score bad-value']],
    ['rating', ratingId(uuid, '2026-Q5', 'A1.1'), { score: 80 }, [' bad-id']],
    ['sheet', sheetId(uuid, '2026-11'), { status: 'approved' }, ['status bad-value']],
    ['unit', 'unit', { soonDays: 61 }, ['soonDays bad-value']],
    ['person', uuid, { order: Number.POSITIVE_INFINITY }, ['order bad-value']],
  ])('%s %s %j: %j', (collection, id, fields, misfits) => {
    const found = misfitsOf({ collection, id, fields });
    expect(found.map(({ field, reason }) => `${field} ${reason}`)).toEqual(misfits);
  });
});

test.each([
  ['task', true],
  ['planet', false],
  ['constructor', false],
])('%s is a collection: %s', (name, known) => {
  expect(isCollectionName(name)).toBe(known);
});

test.each([
  ['task', uuid, { period: '2026-Q4' }, 2026],
  ['task', uuid, { period: '2026' }, 2026],
  ['task', uuid, { period: '' }, undefined],
  ['task', uuid, {}, undefined],
  ['target', uuid, { year: 2027 }, 2027],
  ['measurement', `${uuid}:2025-12`, {}, 2025],
  ['mark', 'M1.2:2024#1', {}, 2024],
  ['passage', 'monthly-summary:2026-11:gaps', {}, 2026],
  ['person', uuid, { joined: '2020-01-01' }, undefined],
] as const)('%s %s %j belongs to %s', (name, id, values, year) => {
  expect(modelOf(name).yearOf(id, values)).toBe(year);
});
