import { describe, expect, it } from 'vitest';
import { standardCalendar } from '../../../shared/calendar/workdays';
import { itemsOf } from '../../../shared/catalogue/catalogue';
import type { Edit } from '../../../shared/changes/draft';
import { stampOf } from '../../../shared/changes/stamp';
import { applySet, emptyState, type State } from '../../../shared/changes/state';
import { fourInOne } from '../../../shared/insight/four-in-one';
import { yearGrid } from '../../../shared/insight/year-grid';

const id = (n: number) => `019dca80-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** A unit since 2026 with these records. */
function stateOf(edits: readonly Edit[]): State {
  const state = emptyState();
  const founded: Edit = { collection: 'unit', id: 'unit', fields: { founded: '2026-01-01' } };
  [founded, ...edits].forEach(({ fields, ...place }, at) => {
    applySet(state, {
      stamp: stampOf(at + 1, 'pcaaaaaa'),
      author: '',
      wall: '2026-11-24T00:00:00Z',
      label: 'activity.add',
      changes: [{ ...place, fields: { ...fields } }],
    });
  });
  return state;
}

const watch = { year: 2026, today: '2026-11-24', calendar: standardCalendar() };

const rowsOf = (state: State, item: string) =>
  yearGrid(state, itemsOf(item.slice(0, 2)), watch).find((row) => row.item.id === item);

const shown = (state: State, item: string) =>
  rowsOf(state, item)
    ?.cells.map(({ light }) => light ?? '·')
    .join(' ');

describe('a year of an item', () => {
  it('shows every month of a monthly item', () => {
    const state = stateOf([
      { collection: 'activity', id: id(1), fields: { kind: 'party-day', date: '2026-03-06' } },
      {
        collection: 'mark',
        id: 'G3.1:2026-04',
        fields: { state: 'not-applicable', note: '全员外出防火' },
      },
      { collection: 'mark', id: 'G3.1:2026-05', fields: { state: 'done', date: '2026-06-03' } },
    ]);
    expect(shown(state, 'G3.1')).toBe(
      'overdue overdue done not-applicable done-late overdue overdue overdue overdue overdue ' +
        'not-yet not-yet',
    );
    expect(rowsOf(state, 'G3.1')?.rate).toMatchObject({ met: 2, late: 1, notApplicable: 1 });
  });

  it('shows an event in the month in which its answer is due, and when it was answered', () => {
    const event = (n: number, fields: Edit['fields']): Edit => ({
      collection: 'activity',
      id: id(n),
      fields: { kind: 'care-event', occasion: 'bereavement', ...fields },
    });
    const state = stateOf([
      event(1, { date: '2026-02-02', visitedOn: '2026-02-04' }),
      event(2, { date: '2026-05-11', visitedOn: '2026-06-11' }),
      event(3, { date: '2026-11-02' }),
      event(4, { date: '2026-11-24' }),
    ]);
    expect(shown(state, 'M4.4.3')).toBe('· done · · done-late · · · · · overdue ·');
    expect(rowsOf(state, 'M4.4.3')?.cells[10]?.duties).toHaveLength(2);
    expect(shown(state, 'M4.4.1')).toBe('· · · · · · · · · · · ·');
  });
});

describe('the four parties', () => {
  it('show a record in every part of the day in which it belongs', () => {
    const state = stateOf([
      { collection: 'activity', id: id(1), fields: { kind: 'family-meeting', date: '2026-06-01' } },
      {
        collection: 'activity',
        id: id(2),
        fields: { kind: 'warning-meeting', date: '2026-06-02' },
      },
      {
        collection: 'activity',
        id: id(3),
        fields: { kind: 'warning-meeting', date: '2025-06-02' },
      },
      {
        collection: 'activity',
        id: id(4),
        fields: { kind: 'integrity-pledge', date: '2026-01-05' },
      },
    ]);
    const found = fourInOne(state, 2026).flatMap(({ party, hours, activities }) =>
      activities.map((activity) => `${party} ${hours} ${activity.kind}`),
    );
    expect(found.sort()).toEqual([
      'family outside family-meeting',
      'person inside integrity-pledge',
      'person outside integrity-pledge',
      'unit inside warning-meeting',
    ]);
  });
});
