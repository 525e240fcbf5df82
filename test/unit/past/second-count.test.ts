import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeSample } from '../../../electron/storage/sample';
import { openWorkspace } from '../../../electron/storage/workspace';
import { monthsOf } from '../../../shared/calendar/period';
import { summaryFacts } from '../../../shared/report/summary/facts';
import { calendar } from './office';
import { lightOf, mediansOf, readBooks, registersOf, targetsOf, tasksOf } from './plain-count';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'touyan-count-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

const total = { months: 0, figures: 0, differing: 0, unjudged: 0 };
afterAll(() => {
  console.info(
    `second count: ${total.months} unit-months, ${total.figures} figures compared, ${total.differing} differing (${total.unjudged} targets without a simple rule)`,
  );
});

const rounded = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : Number(value.toFixed(6));

test.each([1, 2, 3])('a second reckoning of the journal agrees, seed %i', async (seed) => {
  const folder = join(root, String(seed));
  const today = '2027-01-20';
  await writeSample(folder, { leaders: 5, staff: 10, years: 1, seed, today: '2026-12-31' });
  const workspace = await openWorkspace(folder);
  const state = await workspace.foldAll();
  await workspace.close();
  const books = await readBooks(folder);
  const differing: string[] = [];
  for (const month of monthsOf('2026')) {
    const facts = summaryFacts(state, { period: month, today, calendar });
    const compare = (what: string, ours: unknown, theirs: unknown): void => {
      total.figures += 1;
      if (JSON.stringify(ours) !== JSON.stringify(theirs)) {
        differing.push(
          `${month} ${what}: ${JSON.stringify(ours)}, counted ${JSON.stringify(theirs)}`,
        );
      }
    };
    const plain = tasksOf(books, month);
    const tasks = new Map([...facts.tasks, ...facts.drafts].map((one) => [one.task.id, one]));
    const count = (...states: string[]) =>
      plain.filter(({ status }) => states.includes(status)).length;
    const { taskCounts } = facts;
    compare('tasks', taskCounts.total, plain.length - count('draft'));
    compare('drafts', taskCounts.drafts, count('draft'));
    compare('closed', taskCounts.closed, count('closed', 'closed-late'));
    compare('closed late', taskCounts.closedLate, count('closed-late'));
    compare('overdue', taskCounts.overdue, count('overdue'));
    compare('due soon', taskCounts.dueSoon, count('due-soon'));
    compare('behind', taskCounts.behind, count('behind'));
    compare('open', taskCounts.open, count('open'));
    for (const { id, status, percent, leader } of plain) {
      const fact = tasks.get(id);
      compare(`status of ${id}`, fact?.status, status);
      compare(`progress of ${id}`, rounded(fact?.percent), rounded(percent));
      compare(`leader of ${id}`, fact?.task.leader, leader);
    }
    const targets = new Map(facts.targets.map((one) => [one.target.id, one]));
    for (const { id, actual, percent, state: met } of targetsOf(books, month)) {
      const fact = targets.get(id);
      compare(`value of ${id}`, rounded(fact?.actual), rounded(actual));
      if (percent !== undefined) compare(`rate of ${id}`, rounded(fact?.percent), rounded(percent));
      if (met === undefined) total.unjudged += 1;
      else compare(`state of ${id}`, fact?.state, met);
    }
    const registers = registersOf(books, month);
    compare('kinds', facts.kinds.map(({ kind }) => kind.id).sort(), [...registers.keys()].sort());
    for (const { kind, count: times, hours, attendance } of facts.kinds) {
      const one = registers.get(kind.id);
      compare(`${kind.id} times`, times, one?.count);
      compare(`${kind.id} hours`, rounded(hours ?? 0), rounded(one?.hours));
      compare(`${kind.id} attendance`, attendance ?? 0, one?.attended);
    }
    const medians = mediansOf(books, month);
    for (const { dimension, median } of facts.team.scores) {
      compare(`median of ${dimension}`, rounded(median), rounded(medians.get(dimension)));
    }
    for (const { item, occurrence, due, light, basis, activities } of facts.duties) {
      // Of an event the answer counts, of a rule the records: neither is told by a day alone.
      if (basis === 'rule' || item.cadences.some(({ type }) => type === 'event')) continue;
      const key = `${item.id}:${occurrence.key}`;
      compare(`duty ${key}`, light, lightOf(books, month, { key, due, activities }));
    }
    total.months += 1;
  }
  total.differing += differing.length;
  expect(differing).toEqual([]);
});
