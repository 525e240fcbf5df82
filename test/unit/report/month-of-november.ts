import type { Edit } from '../../../shared/changes/draft';
import { edit } from '../../../shared/changes/records';
import { measurementId } from '../../../shared/model/target';
import { idOf, leader, ratings } from '../insight/books';

/** People: 甲 (head) and 乙 lead, 丙 is on the staff. */
export const [first, second, third] = [idOf(1), idOf(2), idOf(3)];

const clear = { goal: '验收合格', leader: first, owner: third, issued: '2026-10-08' } as const;
const task = (number: number, fields: Parameters<typeof edit<'task'>>[2]) =>
  edit('task', idOf(number), { period: '2026-11', order: number, ...clear, ...fields });
const value = (number: number, month: string, amount: number) =>
  edit('measurement', measurementId(idOf(number), month), { value: amount });

/** A small unit in November 2026, worked out by hand in monthly.test.ts; seen from 1 December. */
export const november: readonly Edit[] = [
  edit('unit', 'unit', { name: '某县林业局', founded: '2026-11-01' }),
  leader(1, '甲'),
  leader(2, '乙'),
  edit('person', third, { name: '丙', order: 3 }),
  edit('charge', first, { line: '线', contactPoint: '点', project: '项' }),
  edit('charge', second, { line: '线', contactPoint: '点', project: '项' }),
  // Tasks: one closed, one closed late, one overdue, one carried over and closed; one of December.
  task(11, { title: '造林', due: '2026-11-20', closed: '2026-11-18' }),
  task(12, { title: '抚育', due: '2026-11-10', closed: '2026-11-12' }),
  task(13, { title: '验收', due: '2026-11-27', percent: 60, leader: second }),
  task(14, { title: '补植', period: '2026-10', due: '2026-10-30', closed: '2026-11-03' }),
  task(15, { title: '调查', period: '2026-10', due: '2026-10-30', closed: '2026-10-28' }),
  task(16, { title: '防火', period: '2026-12', due: '2026-12-31' }),
  edit('progress', idOf(17), {
    task: idOf(13),
    date: '2026-11-25',
    percent: 60,
    problem: '缺苗木。',
  }),
  // Targets: one reached, one behind.
  edit('target', idOf(21), { name: '造林面积', measure: '亩', year: 2026, goal: 100, order: 1 }),
  edit('target', idOf(22), {
    name: '成活率',
    measure: '%',
    year: 2026,
    goal: 90,
    mode: 'point',
    baseline: 78,
    order: 2,
  }),
  value(21, '2026-10', 80),
  value(21, '2026-11', 40),
  value(22, '2026-11', 81),
  // Two study sessions, one party day, a talk.
  edit('activity', idOf(31), {
    kind: 'study-session',
    date: '2026-11-05',
    title: '学法',
    people: [first, second],
    expected: 3,
    attended: 2,
    hours: 2,
  }),
  edit('activity', idOf(32), {
    kind: 'study-session',
    date: '2026-11-19',
    title: '学案例',
    people: [first],
    expected: 3,
    attended: 3,
    hours: 1.5,
  }),
  edit('activity', idOf(33), {
    kind: 'party-day',
    date: '2026-11-06',
    title: '植树',
    people: [first, third],
  }),
  edit('activity', idOf(34), {
    kind: 'talk',
    date: '2026-11-10',
    title: '与丙谈调岗',
    people: [second, third],
  }),
  edit('mark', 'M1.7.2:2026-11', { state: 'done', date: '2026-11-30' }),
  // 甲 submitted, 乙 did not; B6 is nobody's business.
  ...ratings(first, '2026-11', { 'A1.1': 95, 'A1.2': 80, 'B1.1': 80, 'B6.1': 41, W1: 95 }),
  ...ratings(second, '2026-11', { 'A1.1': 33 }, 'draft'),
];
