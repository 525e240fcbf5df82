import { describe, expect, it } from 'vitest';
import { standardCalendar } from '../../../shared/calendar/workdays';
import { edit } from '../../../shared/changes/records';
import { type HomeDue, homeDues, isWhose } from '../../../shared/insight/home';
import { duesByLeader, firstSteps } from '../../../shared/insight/home-overview';
import { booksOf, idOf, leader } from './books';

const due = (light: HomeDue['light'], leader: string, doer: string, id = `${leader}${doer}`) =>
  ({
    id,
    kind: 'task',
    text: { zh: id, en: id },
    leader,
    doer,
    due: '2026-11-20',
    light,
    period: '2026-11',
    of: id,
  }) satisfies HomeDue;

describe('whose things are shown', () => {
  it.each([
    ['mine', 'li', ['li', ''], true],
    ['mine', 'li', ['wang', 'li'], true],
    ['mine', 'li', ['wang', 'zhao'], false],
    ['led', 'li', ['li', 'zhao'], true],
    ['led', 'li', ['wang', 'li'], false],
    ['all', 'li', ['wang', 'zhao'], true],
  ] as const)('%s of %s: %j', (whose, person, [led, doer], isShown) => {
    expect(isWhose(due('overdue', led, doer), whose, person)).toBe(isShown);
  });
});

describe('by leader', () => {
  it('stands first who has most that is overdue, last what is nobody’s', () => {
    const rows = duesByLeader([
      due('overdue', '', 'x', '1'),
      due('overdue', '', 'x', '2'),
      due('overdue', '', 'x', '3'),
      due('not-yet', 'wang', 'a', '4'),
      due('overdue', 'li', 'b', '5'),
      due('overdue', 'li', 'c', '6'),
      due('overdue', 'li', 'c', '7'),
      due('due-soon', 'li', 'b', '8'),
    ]);
    expect(rows).toEqual([
      { leader: 'li', overdue: 3, soon: 1, rest: 0, doers: ['c', 'b'] },
      { leader: 'wang', overdue: 0, soon: 0, rest: 1, doers: [] },
      { leader: '', overdue: 3, soon: 0, rest: 0, doers: ['x'] },
    ]);
  });
});

const staff = idOf(2);
const task = idOf(3);

describe('the state of a unit', () => {
  it('puts the red task first, with who answers for it and who does it', () => {
    const state = booksOf(
      edit('unit', 'unit', { name: '某局', founded: '2026-11-01' }),
      leader(1, '王镕'),
      edit('person', staff, { name: '赵珺', role: 'staff' }),
      edit('task', task, {
        period: '2026-11',
        title: '清查库房',
        goal: '账实相符',
        due: '2026-11-10',
        leader: idOf(1),
        owner: staff,
        issued: '2026-11-02',
      }),
    );
    const [first] = homeDues(state, { today: '2026-11-23', calendar: standardCalendar() });
    expect(first).toMatchObject({
      of: task,
      leader: idOf(1),
      doer: staff,
      light: 'overdue',
      kind: 'task',
    });
    expect(firstSteps(state).map(({ name, done }) => [name, done])).toEqual([
      ['staff', true],
      ['tasks', true],
      ['targets', false],
      ['record', false],
      ['submitted', false],
    ]);
  });
});
