import { standardCalendar } from '../../../shared/calendar/workdays';
import type { Edit } from '../../../shared/changes/draft';
import { draftSet } from '../../../shared/changes/draft';
import { edit } from '../../../shared/changes/records';
import { applySet, emptyState, type State } from '../../../shared/changes/state';
import { subjectsOf } from '../../../shared/report/document-kind';
import { documentKinds } from '../../../shared/report/documents';

export const calendar = standardCalendar();

/** A UUIDv7 by number. */
export const id = (number: number): string =>
  `0193a3f0-0000-7000-8000-${String(number).padStart(12, '0')}`;

export const [chen, li, task, target] = [id(1), id(2), id(10), id(20)];

/** The books of a unit, written day by day as the window writes them. */
export interface Office {
  readonly state: State;
  readonly write: (day: string, ...edits: Edit[]) => void;
}

/** A state that is written to by day. */
export function bookOf(state: State): Office {
  const write: Office['write'] = (day, ...edits) => {
    const wall = `${day}T02:00:00.000Z`;
    const set = draftSet(state, edits, { device: 'pcaaaaaa', author: chen, wall, label: 'test' });
    if (set) applySet(state, set);
  };
  return { state, write };
}

export function newOffice(): Office {
  const { state, write } = bookOf(emptyState());
  write(
    '2026-01-05',
    edit('unit', 'unit', { name: '县林业局', founded: '2026-01-01' }),
    edit('person', chen, { name: '陈立', role: 'leader', order: 1, joined: '2026-01-01' }),
    edit('person', li, { name: '李敏', role: 'leader', order: 2, joined: '2026-01-01' }),
  );
  return { state, write };
}

/** A task of November, given out on its second day and due on its last. */
export const novemberTask = {
  period: '2026-11',
  title: '核实林地',
  goal: '全部核实',
  due: '2026-11-30',
  leader: chen,
  owner: li,
  issued: '2026-11-02',
};

/**
 * Every document of a period as text, by kind and subject. Those of single tasks and records are
 * built for the subjects that they offer.
 */
export function papersOf(state: State, period: string, today: string): Map<string, string> {
  const found = new Map<string, string>();
  const span = period.length === 4 ? 'year' : period.includes('Q') ? 'quarter' : 'month';
  for (const kind of documentKinds) {
    if (!kind.spans.includes(span)) continue;
    const request = { period, today, calendar, language: 'zh' as const };
    for (const { id: subject } of subjectsOf(kind, state, request)) {
      const document = kind.build(state, { ...request, subject });
      found.set(`${kind.id} ${subject}`, JSON.stringify(document));
    }
  }
  return found;
}
