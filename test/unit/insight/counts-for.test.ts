import { describe, expect, it } from 'vitest';
import { countsFor } from '../../../shared/insight/counts-for';

const nothing = { items: [], date: '', people: [], hours: null };

describe('a record counts for', () => {
  it('four places when a party day is about warning education', () => {
    const counts = countsFor({
      ...nothing,
      kind: 'party-day',
      theme: 'warning',
      date: '2026-11-24',
      people: ['p1', 'p2'],
      hours: 4,
    } as Parameters<typeof countsFor>[0]);
    expect(counts.items.map(({ id }) => id)).toEqual(['G3.1', 'G3.1b', 'M3.2.3', 'M3.5.2']);
    expect(counts.hours).toEqual({ each: 4, people: 2 });
    expect(counts.dimensions.map(({ id }) => id)).toEqual(['B1']);
    expect(counts.month).toBe('2026-11');
  });

  it('the items it names itself, and nothing else, where its kind is unknown', () => {
    const counts = countsFor({
      ...nothing,
      kind: 'from a newer app',
      items: ['M2.2.5', 'no such'],
    });
    expect(counts.items.map(({ id }) => id)).toEqual(['M2.2.5']);
    expect(counts).toMatchObject({ hours: null, dimensions: [], month: '' });
  });

  it('no hours where nobody took part', () => {
    expect(countsFor({ ...nothing, kind: 'study-session', hours: 3 }).hours).toBeNull();
  });
});
