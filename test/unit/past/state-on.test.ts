import { describe, expect, test } from 'vitest';
import { edit, listOf, recordOf } from '../../../shared/changes/records';
import { momentOf, viewOf } from '../../../shared/insight/moment';
import { stateOn } from '../../../shared/insight/state-on';
import { measurementId } from '../../../shared/model/target';
import { chen, id, li, newOffice, novemberTask, target, task } from './office';

describe('the moment of a period', () => {
  test.each([
    ['2026-11', '2026-11-12', '2026-11-12', false],
    ['2026-11', '2026-11-30', '2026-11-30', false],
    ['2026-11', '2026-12-01', '2026-11-30', true],
    ['2026-Q4', '2026-12-01', '2026-12-01', false],
    ['2026', '2027-01-01', '2026-12-31', true],
    ['2027-01', '2026-12-01', '2026-12-01', false],
  ])('%s asked for on %s', (period, today, day, isOver) => {
    expect(momentOf(period, today)).toEqual({ today: day, isOver });
  });
});

describe('the records as they held on a day', () => {
  const fieldOn = (office: ReturnType<typeof newOffice>, day: string) => (field: string) =>
    Reflect.get(recordOf(stateOn(office.state, day), 'task', task) ?? {}, field);

  test.each([
    ['leader', li, chen],
    ['owner', chen, li],
    ['department', id(51), id(50)],
    ['period', '2026-12', '2026-11'],
    ['due', '2026-12-20', '2026-11-30'],
    ['reportEvery', 'week', 'month'],
  ])('the %s of a task that was changed later', (field, after, before) => {
    const office = newOffice();
    const given = { ...novemberTask, department: id(50), reportEvery: 'month' as const };
    office.write('2026-11-02', edit('task', task, given));
    office.write('2026-12-03', edit('task', task, { [field]: after }));
    expect(fieldOn(office, '2026-12-02')(field)).toBe(before);
    expect(fieldOn(office, '2026-12-03')(field)).toBe(after);
    expect(Reflect.get(recordOf(office.state, 'task', task) ?? {}, field)).toBe(after);
  });

  test('several changes of one field, each by its day', () => {
    const office = newOffice();
    office.write('2026-11-02', edit('task', task, novemberTask));
    office.write('2026-11-10', edit('task', task, { leader: li }));
    office.write('2026-12-05', edit('task', task, { leader: id(3) }));
    office.write('2026-12-05', edit('task', task, { leader: id(4) }));
    const days = ['2026-11-09', '2026-11-10', '2026-12-04', '2026-12-05'];
    expect(days.map((day) => fieldOn(office, day)('leader'))).toEqual([chen, li, li, id(4)]);
  });

  test('what was left open is filled in, and holds from the beginning', () => {
    const office = newOffice();
    office.write('2026-11-02', edit('task', task, { ...novemberTask, owner: '' }));
    office.write('2026-12-02', edit('task', task, { owner: li }));
    expect(fieldOn(office, '2026-11-30')('owner')).toBe(li);
    expect(listOf(office.state, 'alteration')).toEqual([]);
  });

  test('a deadline that was put off, closing, and opening again', () => {
    const office = newOffice();
    office.write('2026-11-02', edit('task', task, novemberTask));
    const extension = { task, kind: 'extension' as const, before: '2026-11-30' };
    office.write(
      '2026-12-04',
      edit('followUp', id(60), { ...extension, date: '2026-12-04', due: '2026-12-31' }),
      edit('task', task, { due: '2026-12-31' }),
    );
    expect(fieldOn(office, '2026-12-03')('due')).toBe('2026-11-30');
    expect(fieldOn(office, '2026-12-04')('due')).toBe('2026-12-31');
    office.write('2026-12-08', edit('task', task, { closed: '2026-12-08', result: '完成' }));
    office.write('2026-12-15', edit('task', task, { closed: null }));
    const closed = ['2026-12-07', '2026-12-08', '2026-12-14', '2026-12-15'];
    expect(closed.map((day) => fieldOn(office, day)('closed'))).toEqual([
      '',
      '2026-12-08',
      '2026-12-08',
      '',
    ]);
    expect(fieldOn(office, '2026-12-07')('result')).toBe('');
  });

  test('hand-overs, sections, charges, settings, weights and goals', () => {
    const { state, write } = newOffice();
    write(
      '2026-10-08',
      edit('assignment', 'G2.7', { leader: chen }),
      edit('charge', chen, { line: '造林' }),
      edit('target', target, { year: 2026, goal: 100, weight: 2, leader: chen }),
      edit('measurement', measurementId(target, '2026-10'), { value: 80 }),
    );
    write('2026-12-02', edit('person', li, { left: '2026-12-02', post: '局长' }));
    write(
      '2026-12-02',
      edit('assignment', 'G2.7', { leader: li }),
      edit('charge', chen, { line: '防火' }),
      edit('unit', 'unit', { soonDays: 9 }),
      edit('target', target, {
        weight: 5,
        leader: li,
        goalChanges: [{ month: '2026-12', goal: 90, high: null, grounds: '' }],
      }),
      edit('measurement', measurementId(target, '2026-12'), { value: 88 }),
    );
    const then = stateOn(state, '2026-11-30');
    expect(recordOf(then, 'assignment', 'G2.7')?.leader).toBe(chen);
    expect(recordOf(then, 'charge', chen)?.line).toBe('造林');
    expect(recordOf(then, 'unit', 'unit')?.soonDays).toBe(5);
    expect(recordOf(then, 'person', li)?.left).toBe('');
    expect(recordOf(then, 'target', target)).toMatchObject({
      weight: 2,
      leader: chen,
      goalChanges: [],
    });
    expect(listOf(then, 'measurement').map(({ id: key }) => key.slice(-7))).toEqual(['2026-10']);
    expect(recordOf(state, 'target', target)).toMatchObject({ weight: 5, leader: li });
  });

  test('a running period is asked of the records as they are, a day twice is worked out once', () => {
    const { state, write } = newOffice();
    write('2026-11-02', edit('task', task, novemberTask));
    expect(viewOf(state, '2026-11', '2026-11-30').state).toBe(state);
    const then = viewOf(state, '2026-11', '2026-12-01').state;
    expect(viewOf(state, '2026-11', '2026-12-20').state).toBe(then);
    // Nothing of tasks is dated later, so what was worked out of them holds as well.
    expect(listOf(then, 'task')).toBe(listOf(state, 'task'));
    write('2026-12-02', edit('task', task, { leader: li }));
    expect(viewOf(state, '2026-11', '2026-12-20').state).not.toBe(then);
  });
});
