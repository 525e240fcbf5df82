import { describe, expect, it } from 'vitest';
import { standardCalendar } from '../../../shared/calendar/workdays';
import type { Edit } from '../../../shared/changes/draft';
import { edit } from '../../../shared/changes/records';
import { applySet } from '../../../shared/changes/state';
import { preflight, preflightChecks } from '../../../shared/insight/preflight';
import { measurementId } from '../../../shared/model/target';
import { booksOf, idOf, leader, ratings } from './books';

const watch = {
  month: '2026-11',
  today: '2026-11-23',
  calendar: standardCalendar(),
};
const founded = (day: string) => edit('unit', 'unit', { founded: day });
const rows = (count: number) =>
  Object.fromEntries(['A1.1', 'A1.2', 'A1.3', 'A2.1'].slice(0, count).map((row) => [row, 80]));

function findings(check: string, edits: readonly Edit[]) {
  const found = preflight(booksOf(founded('2026-11-01'), ...edits), watch);
  return found.find((one) => one.check.id === check)?.findings ?? [];
}

describe('pre-flight', () => {
  it('has checks with names in both languages, each id once', () => {
    expect(new Set(preflightChecks.map(({ id }) => id)).size).toBe(preflightChecks.length);
    for (const { name } of preflightChecks) {
      expect(name.zh).not.toBe('');
      expect(name.en).not.toBe('');
    }
  });

  it.each([
    { edits: [leader(1, '甲')], text: '甲尚未自评' },
    {
      edits: [leader(1, '甲'), ...ratings(idOf(1), '2026-11', rows(4), 'draft')],
      text: '甲自评还有41项未评',
    },
    {
      edits: [leader(1, '甲'), ...ratings(idOf(1), '2026-11', rows(4))],
      text: undefined,
    },
  ])('self-ratings: $text', ({ edits, text }) => {
    const [finding] = findings('unrated-leaders', edits);
    expect(finding?.text.zh).toBe(text);
    if (finding) expect(finding.link).toEqual({ page: 'rating', id: idOf(1) });
  });

  it('names what a task does not state', () => {
    const task = edit('task', idOf(5), {
      period: '2026-11',
      title: '造林',
      goal: '500亩',
    });
    expect(findings('unclear-tasks', [task])).toEqual([
      {
        text: {
          zh: '任务“造林”未明确时限、牵头领导、具体负责人',
          en: 'Task “造林” does not state: time limit, lead, person in charge',
        },
        link: { page: 'tasks', id: idOf(5) },
      },
    ]);
  });

  it('names what is clear and was not given out', () => {
    const clear = { period: '2026-11', title: '造林', goal: '500亩', due: '2026-11-20' } as const;
    const task = edit('task', idOf(5), { ...clear, leader: idOf(1), owner: idOf(1) });
    expect(findings('unissued-tasks', [leader(1, '甲'), task])[0]?.text.zh).toBe(
      '任务“造林”尚未下达，不计入本月任务',
    );
    expect(
      findings('unissued-tasks', [
        leader(1, '甲'),
        task,
        edit('task', idOf(5), { issued: '2026-11-02' }),
        edit('task', idOf(6), { period: '2026-11', title: '抚育' }),
      ]),
    ).toEqual([]);
  });

  it('names an overdue duty unless a note explains it', () => {
    // Monthly work is broken down by the fifth working day, 6 November.
    const about = (edits: readonly Edit[]) =>
      findings('overdue-duties', edits).filter(({ link }) => link.id === 'M2.1.3');
    expect(about([])).toHaveLength(1);
    expect(about([])[0]?.text.zh).toBe('每月工作分解应于2026年11月6日前完成，已逾期且无说明');
    expect(about([edit('mark', 'M2.1.3:2026-11', { note: '推迟' })])).toEqual([]);
    expect(about([edit('task', idOf(5), { period: '2026-11' })])).toEqual([]);
  });

  it('names a target without a value of the month', () => {
    const target = edit('target', idOf(6), {
      name: '造林面积',
      year: 2026,
      goal: 10,
    });
    const value = (month: string) =>
      edit('measurement', measurementId(idOf(6), month), { value: 1 });
    expect(findings('unmeasured-targets', [target, value('2026-10')])).toHaveLength(1);
    expect(findings('unmeasured-targets', [target, value('2026-11')])).toEqual([]);
  });

  it('names every open conflict', () => {
    const books = booksOf(founded('2026-11-01'));
    for (const device of ['aaaaaaaa', 'bbbbbbbb']) {
      applySet(books, {
        stamp: `0000000z.${device}`,
        author: '',
        wall: '2026-11-23T08:00:00.000Z',
        label: 'test',
        changes: [{ collection: 'person', id: idOf(1), fields: { name: device } }],
      });
    }
    const found = preflight(books, watch).find(({ check }) => check.id === 'open-conflicts');
    expect(found?.findings.map(({ link }) => link)).toEqual([
      { page: 'exchange', id: `person/${idOf(1)}/name` },
    ]);
  });
});
