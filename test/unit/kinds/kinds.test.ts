import { describe, expect, it } from 'vitest';
import { checkItemById, dimensions } from '../../../shared/catalogue/catalogue';
import { itemsFulfilledBy, kindOf, kinds, kindThatFulfils } from '../../../shared/kinds/kinds';
import { collections } from '../../../shared/model/collections';

describe('kinds', () => {
  it('are declared once each, in both languages', () => {
    expect(new Set(kinds.map(({ id }) => id)).size).toBe(kinds.length);
    for (const { name, counted } of kinds) {
      for (const text of [name.zh, name.en, counted.zh, counted.en]) expect(text).not.toBe('');
    }
  });

  it.each(kinds)('$id points at items, dimensions and fields that exist', (kind) => {
    expect(kind.fulfils.map((id) => checkItemById(id)?.id)).toEqual(kind.fulfils);
    const known = dimensions.map(({ id }) => id);
    expect(known).toEqual(expect.arrayContaining([...kind.evidences]));
    expect(Object.keys(collections.activity.fields.shape)).toEqual(
      expect.arrayContaining([...kind.fields]),
    );
  });

  it.each([
    { kind: 'party-day', items: [], fulfilled: ['G3.1'] },
    {
      kind: 'party-day',
      items: ['M3.2.3', 'G3.1'],
      fulfilled: ['G3.1', 'M3.2.3'],
    },
    { kind: 'unheard-of', items: ['M3.2.3'], fulfilled: ['M3.2.3'] },
    { kind: '', items: [], fulfilled: [] },
  ])('$kind naming $items fulfils $fulfilled', ({ kind, items, fulfilled }) => {
    expect(itemsFulfilledBy({ kind, items })).toEqual(fulfilled);
  });

  it('are found by id and by item', () => {
    expect(kindOf('talk')?.name.zh).toBe('谈心谈话');
    expect(kindOf('nothing')).toBeUndefined();
    expect(kindThatFulfils('G1.5')?.id).toBe('talk');
    expect(kindThatFulfils('G2.0')).toBeUndefined();
  });
});
