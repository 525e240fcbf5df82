import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkItemById, checkItems, dimensions } from '../../../shared/catalogue/catalogue';
import * as coreFields from '../../../shared/kinds/core-fields';
import { emptyValue, type Field, schemaOf } from '../../../shared/kinds/field';
import {
  fieldOf,
  itemsFulfilledBy,
  itemsPossible,
  kindOf,
  kinds,
  kindThatFulfils,
} from '../../../shared/kinds/kinds';
import { kindMisfitsOf } from '../../../shared/kinds/misfits';
import { collections, defaultsOf, misfitsOf } from '../../../shared/model/collections';

const machinery = ['core-fields', 'field', 'kind', 'kinds', 'misfits', 'range-misfits', 'register'];

describe('kinds', () => {
  it('are all listed: one file a kind', () => {
    const files = readdirSync('shared/kinds').map((name) => name.replace('.ts', ''));
    const declared = files.filter((name) => !machinery.includes(name)).sort();
    expect(kinds.map(({ id }) => id).sort()).toEqual(declared);
  });

  it('are declared once each, in both languages', () => {
    expect(new Set(kinds.map(({ id }) => id)).size).toBe(kinds.length);
    expect(new Set(kinds.map(({ name }) => name.zh)).size).toBe(kinds.length);
    for (const { name, counted } of kinds) {
      for (const text of [name.zh, name.en, counted.zh, counted.en]) expect(text).not.toBe('');
    }
  });

  it.each(kinds)('$id points at items, dimensions and fields that exist', (kind) => {
    const items = itemsPossible(kind);
    expect(items.map((id) => checkItemById(id)?.id)).toEqual(items);
    const known = dimensions.map(({ id }) => id);
    expect(known).toEqual(expect.arrayContaining([...kind.evidences]));
    const keys = kind.fields.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    const named = [
      ...(kind.columns ?? []),
      ...(kind.titleFrom ?? []),
      ...(kind.doneOn === undefined ? [] : [kind.doneOn]),
    ];
    expect(keys).toEqual(expect.arrayContaining(named));
    for (const { field, is } of kind.fulfilsWhen ?? []) {
      const control = kind.fields.find(({ key }) => key === field)?.control;
      expect(control).toBeDefined();
      if (is === undefined || control?.type !== 'choice') continue;
      expect(control.options.map(({ value }) => value)).toContain(is);
    }
    // Nothing can be found again that has neither a title nor fields to name it by.
    expect(keys.includes('title') || kind.titleFrom !== undefined).toBe(true);
    expect(keys).toContain('date');
  });

  it('mean the same field by the same name', () => {
    for (const { id, fields } of kinds) {
      for (const field of fields) expect([id, fieldOf(field.key)]).toEqual([id, field]);
    }
  });

  it('ask for model fields as the model has them', () => {
    const shape = collections.activity.fields.shape;
    const inModel = Object.values(coreFields).filter(
      (field): field is Field => typeof field === 'object' && Object.hasOwn(shape, field.key),
    );
    expect(inModel.length).toBeGreaterThan(5);
    for (const field of inModel) {
      expect([field.key, emptyValue(field)]).toEqual([
        field.key,
        defaultsOf('activity')[field.key],
      ]);
      for (const value of ['', '文字', '2026-11-24', 3, -1, true, ['a'], null]) {
        const change = { collection: 'activity', id: anId, fields: { [field.key]: value } };
        const fits = value === null || schemaOf(field).safeParse(value).success;
        expect([field.key, value, misfitsOf(change).length === 0]).toEqual([
          field.key,
          value,
          fits,
        ]);
      }
    }
  });

  it.each([
    { kind: 'party-day', items: [], fulfilled: ['G3.1'] },
    {
      kind: 'party-day',
      theme: 'warning',
      items: [],
      fulfilled: ['G3.1', 'G3.1b', 'M3.2.3', 'M3.5.2'],
    },
    { kind: 'party-day', items: ['M3.2.3', 'G3.1'], fulfilled: ['G3.1', 'M3.2.3'] },
    { kind: 'five-steps', items: [], fulfilled: [] },
    { kind: 'five-steps', identity: '挂牌', gap: '差', items: [], fulfilled: ['G3.2a', 'G3.2b'] },
    {
      kind: 'five-steps',
      goal: '好',
      measures: '做',
      settledOn: '2026-11-24',
      items: [],
      fulfilled: ['G3.2c', 'G3.2d', 'G3.2e'],
    },
    { kind: 'study-task', items: [], fulfilled: [] },
    { kind: 'study-task', settledOn: '2026-11-24', items: [], fulfilled: ['G1.4'] },
    { kind: 'unheard-of', items: ['M3.2.3'], fulfilled: ['M3.2.3'] },
    { kind: '', items: [], fulfilled: [] },
  ])('$kind naming $items fulfils $fulfilled', ({ fulfilled, ...activity }) => {
    expect(itemsFulfilledBy(activity)).toEqual(fulfilled);
  });

  it('are found by id and by item', () => {
    expect(kindOf('talk')?.name.zh).toBe('谈心谈话');
    expect(kindOf('nothing')).toBeUndefined();
    expect(kindThatFulfils('G1.5')?.id).toBe('talk');
    expect(kindThatFulfils('M2.1.4')).toBeUndefined();
  });

  it('cover every check item that is recorded as something that happened', () => {
    const without = checkItems
      .filter(({ cadences }) => cadences.some(({ type }) => type !== 'automatic'))
      .filter(({ id }) => !kindThatFulfils(id))
      .map(({ id }) => id);
    // Tasks and charges have pages of their own; the rest is judged once in a while, with a note.
    expect(without.join(' ')).toBe(
      'M2.1.1 M2.1.2 M2.1.3 M2.1.8 M2.2.1 M2.2.2 M2.2.3 M2.2.7 M2.2.8 M2.2.9 M3.6 M4.2.2 M4.2.4 ' +
        'M4.3.1 M4.3.2 M4.3.3 G1.a G1.b G1.c G1.d G1.e G1.i G1.j G1.k G1.l G3.3a G3.3b G3.3c',
    );
  });
});

const anId = '019dca80-0000-7000-8000-000000000001';

describe('a field of a kind', () => {
  it.each([
    { fields: { level: 'high' }, wrong: [] },
    { fields: { level: 'highest' }, wrong: ['level'] },
    { fields: { copies: -1 }, wrong: ['copies'] },
    { fields: { copies: 2.5 }, wrong: ['copies'] },
    { fields: { visitedOn: '2026-02-30' }, wrong: ['visitedOn'] },
    { fields: { mentor: null, title: '题目' }, wrong: [] },
    { fields: { neverDeclared: 'x' }, wrong: ['neverDeclared'] },
  ])('may hold what it declares: $fields', ({ fields, wrong }) => {
    const change = { collection: 'activity', id: anId, fields };
    expect(kindMisfitsOf(change).map(({ field }) => field)).toEqual(wrong);
    expect(kindMisfitsOf({ ...change, collection: 'task' })).toEqual([]);
  });
});
