import { describe, expect, test } from 'vitest';
import { changeSetSchema, countChanges } from '../../../shared/changes/change-set';
import { longestText, sameValue } from '../../../shared/changes/json';
import { partOf } from '../../../shared/changes/snapshot';

const good = {
  stamp: '00000002.pcaaaaaa',
  author: '张三',
  wall: '2026-11-03T08:00:00.000Z',
  label: 'task.create',
  changes: [{ collection: 'task', id: 't1', fields: { title: '甲', percent: 1 } }],
};
const withChange = (change: object) => ({
  ...good,
  changes: [{ collection: 'task', id: 't1', fields: {}, ...change }],
});

test('a good set passes and counts its changes', () => {
  expect(changeSetSchema.parse(good)).toEqual(good);
  expect(countChanges(changeSetSchema.parse(good))).toBe(2);
});

test.each([
  ['a stamp of another form', { ...good, stamp: '2.pcaaaaaa' }],
  ['a wall time without zone', { ...good, wall: '2026-11-03T08:00:00' }],
  ['an empty label', { ...good, label: '' }],
  ['no changes', { ...good, changes: [] }],
  ['an unknown member', { ...good, extra: 1 }],
  ['a parent as old as the set', withChange({ parents: { title: [good.stamp] } })],
  ['a parent from later', withChange({ parents: { title: ['00000003.pcaaaaaa'] } })],
  ['a field that objects inherit', withChange({ fields: { constructor: 1 } })],
  ['a key that objects inherit', withChange({ fields: { title: { toString: 1 } } })],
  ['a key that is a prototype', withChange({ fields: JSON.parse('{"title":{"__proto__":1}}') })],
  ['a key too long', withChange({ fields: { title: { ['k'.repeat(201)]: 1 } } })],
  ['no number', withChange({ fields: { percent: Number.NaN } })],
  ['no end', withChange({ fields: { percent: Number.POSITIVE_INFINITY } })],
  ['nothing', withChange({ fields: { percent: undefined } })],
  ['a date of the program', withChange({ fields: { date: new Date(0) } })],
  ['a map of the program', withChange({ fields: { title: new Map() } })],
  ['a list too long', withChange({ fields: { title: Array(10_001).fill(0) } })],
  [
    'a list too deep',
    withChange({ fields: { title: JSON.parse('['.repeat(90) + ']'.repeat(90)) } }),
  ],
  ['a text too long', withChange({ fields: { title: '长'.repeat(longestText + 1) } })],
  ['a path as id', withChange({ id: '../x' })],
])('%s is refused', (_name, set) => {
  expect(changeSetSchema.safeParse(set).success).toBe(false);
});

test('a prototype smuggled in as a field is left out', () => {
  const set = withChange({ fields: JSON.parse('{"__proto__":{"x":1},"title":{"a":1}}') });
  expect(JSON.stringify(changeSetSchema.parse(set).changes)).toBe(
    '[{"collection":"task","id":"t1","fields":{"title":{"a":1}}}]',
  );
});

describe('sameValue', () => {
  test.each([
    [1, 1, true],
    [1, '1', false],
    [null, undefined, false],
    [[1, 2], [1, 2], true],
    [[1, 2], [2, 1], false],
    [[], {}, false],
    [{ a: 1, b: [{}] }, { b: [{}], a: 1 }, true],
    [{ a: 1 }, { a: 1, b: 1 }, false],
    [{ a: 1 }, { b: 1 }, false],
  ])('%j and %j: %s', (a, b, same) => {
    expect(sameValue(a, b)).toBe(same);
    expect(sameValue(b, a)).toBe(same);
  });
});

test.each([
  ['task', 't1', { period: '2026-11' }, '2026'],
  ['task', 't1', { title: '甲' }, 'base'],
  ['rating', 'p:2025-Q4:A1.1', { score: 1 }, '2025'],
  ['activity', 'x', { date: '2024-02-29' }, '2024'],
  ['person', 'x', { joined: '2024-02-29' }, 'base'],
  ['fromNewerApp', 'x', { date: '2024-02-29' }, 'base'],
])('a %s %s of %j is kept in part %s', (collection, id, values, part) => {
  expect(partOf(collection, id, { at: '00000001.pcaaaaaa', values })).toBe(part);
});
