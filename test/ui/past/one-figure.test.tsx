import { afterAll, expect, test } from 'vitest';
import { countsOf, taskLines } from '../../../renderer/pages/tasks/task-lines';
import { monthsOf, nextPeriod } from '../../../shared/calendar/period';
import { listOf } from '../../../shared/changes/records';
import { emptyState, fold, type State } from '../../../shared/changes/state';
import { fulfilmentRate } from '../../../shared/insight/duties';
import { unitMonth } from '../../../shared/insight/exchange/unit-row';
import { viewOf } from '../../../shared/insight/moment';
import { nameOf } from '../../../shared/insight/people';
import { preflight } from '../../../shared/insight/preflight';
import { targetLines } from '../../../shared/insight/target-year';
import type { ReportDocument } from '../../../shared/report/blocks';
import { chargeCardKind } from '../../../shared/report/charge-card';
import { consequenceLedgerKind } from '../../../shared/report/consequence-ledger';
import { personalKind } from '../../../shared/report/leader';
import { leaderFacts } from '../../../shared/report/leader/facts';
import { monthlyKind } from '../../../shared/report/summary';
import { summaryFacts } from '../../../shared/report/summary/facts';
import { supervisionNoticeKind } from '../../../shared/report/supervision-notice';
import { sampleSets } from '../../../shared/sample/history';
import { calendar } from '../../unit/past/office';

const today = '2027-01-20';
const total = { months: 0, papers: 0, figures: 0, differing: 0 };
afterAll(() => {
  const { months, papers, figures, differing } = total;
  console.info(
    `one figure: ${months} unit-months, ${papers} papers, ${figures} figures compared, ${differing} differing`,
  );
});

/** The rows of the tables of a document that have all these columns, as records by column. */
function rowsOf(document: ReportDocument, ...wanted: string[]): Record<string, string>[] {
  return document.blocks.flatMap((block) => {
    if (block.type !== 'table') return [];
    const titles = block.columns.map(({ title }) => title);
    if (!wanted.every((title) => titles.includes(title))) return [];
    return block.rows.map((row) =>
      Object.fromEntries(titles.map((title, at) => [title, row[at] ?? ''])),
    );
  });
}

const textOf = ({ blocks }: ReportDocument): string =>
  blocks.map((block) => ('text' in block ? block.text : '')).join('\n');
const percentIn = (text: string | undefined): number => Math.round(Number.parseFloat(text ?? ''));
const keyOf = (row: Record<string, string>): string => `${row.任务}|${row.时限}`;
const plain = (title: string | undefined): string =>
  (title ?? '').replace(/（按下级任务汇总\d+%）$/, '');

function compareMonth(state: State, month: string, compare: Compare): void {
  const request = { period: month, today, calendar, language: 'zh' as const };
  const facts = summaryFacts(state, request);
  const { taskCounts } = facts;
  const summary = monthlyKind.build(state, { ...request, subject: '' });
  total.papers += 1;

  // Text, attachment and chart of the summary.
  const tasks = rowsOf(summary, '牵头领导', '进度', '状态');
  const stated = (word: string) => tasks.filter((row) => row.状态 === word).length;
  const said = textOf(summary);
  const number = (pattern: RegExp): number => Number(pattern.exec(said)?.[1] ?? 0);
  compare('total', number(/本月共有任务(\d+)项/), tasks.length);
  compare('closed', number(/已办结(\d+)项（?/), stated('已办结') + stated('超期办结'));
  compare('closed late', taskCounts.closedLate, stated('超期办结'));
  compare('overdue', taskCounts.overdue, stated('逾期'));
  compare('overdue in problems', number(/有(\d+)项任务逾期未办结/), stated('逾期'));
  compare('due soon', taskCounts.dueSoon, stated('临近时限'));
  compare('behind', taskCounts.behind, stated('滞后'));
  const targets = rowsOf(summary, '目标值', '完成率', '状态');
  for (const block of summary.blocks) {
    if (block.type !== 'chart' || block.chart !== 'bar') continue;
    for (const [at, label] of block.labels.entries()) {
      const row = targets.find((one) => one.目标 === label);
      compare(`chart ${label}`, `${block.series[0]?.values[at]}%`, row?.完成率);
    }
  }

  // The papers of the leaders, their cards, and the notices of single tasks.
  const only = (row: Record<string, string>, leader: string) => {
    const title = plain(row.任务 ?? row.责任内容);
    const found = tasks.filter(
      (one) => plain(one.任务) === title && one.时限 === row.时限 && one.牵头领导 === leader,
    );
    return found.length === 1 ? found[0] : undefined;
  };
  let led = 0;
  for (const { id, name } of facts.leaders) {
    const paper = personalKind.build(state, { ...request, subject: id });
    const own = rowsOf(paper, '任务', '进度', '状态');
    led += own.length;
    for (const row of own) {
      const there = only(row, name);
      if (there) {
        compare(`paper of ${name}: ${keyOf(row)}`, [row.进度, row.状态], [there.进度, there.状态]);
      }
    }
    const card = chargeCardKind.build(state, { ...request, subject: id });
    for (const row of rowsOf(card, '类别', '责任内容', '完成情况')) {
      if (row.类别 === '任务' && row.时限) {
        const there = only(row, name);
        const percent = percentIn(row.完成情况?.replace(/^\D+/, ''));
        if (there) {
          compare(`card of ${name}`, row.完成情况, `${there.状态}${percent}%`);
          compare(`card of ${name}, done`, percent, percentIn(there.进度));
        }
      }
      const there = row.类别 === '目标' && targets.find((one) => one.目标 === row.责任内容);
      if (there) compare(`target on card`, row.完成情况?.replace(/[\d.]+%$/, ''), there.状态);
    }
    const closed = own.filter((row) => row.状态?.includes('办结')).length;
    if (closed > 0)
      compare(
        `closed on card of ${name}`,
        rowsOf(card, '完成情况').some((row) => row.完成情况 === `已办结${closed}项`),
        true,
      );
    total.papers += 2;
    // Items he answers for stand in the summary with the same light.
    for (const duty of leaderFacts(state, { ...request, subject: id }, 'month').duties) {
      const same = facts.duties.find(
        ({ item, occurrence }) => item === duty.item && occurrence.key === duty.occurrence.key,
      );
      compare(`duty ${duty.item.id}`, duty.light, same?.light);
    }
  }
  compare('tasks of the leaders', led, tasks.filter((row) => row.牵头领导 !== '').length);
  for (const { id, name } of supervisionNoticeKind.subjects?.(state, request) ?? []) {
    const notice = supervisionNoticeKind.build(state, { ...request, subject: id });
    const fact = facts.tasks.find(({ task }) => task.id === id);
    const there = tasks[facts.tasks.findIndex(({ task }) => task.id === id)];
    compare(`notice ${name}`, name.split('：')[0], there?.状态);
    compare(`notice ${name}`, /完成([\d.]+%)/.exec(textOf(notice))?.[1], there?.进度);
    compare(
      `notice ${name}: overdue`,
      /已逾期|到期未办结/.test(textOf(notice)),
      fact?.status === 'overdue',
    );
    total.papers += 1;
  }
  const ledger = textOf(consequenceLedgerKind.build(state, { ...request, subject: '' }));
  const sentence = /\d+项目标[^（。]*/.exec(said)?.[0];
  compare('targets in the ledger', sentence && ledger.includes(sentence), sentence && true);
  total.papers += 1;

  // The lists in the window.
  const view = viewOf(state, month, today);
  const { isOver } = view;
  const lines = taskLines(view.state, { scope: 'month', month, today: view.today, isOver });
  const counts = countsOf(lines);
  compare('window: closed', counts.closed, taskCounts.closed);
  compare('window: overdue', counts.overdue, taskCounts.overdue);
  compare('window: slow', counts.slow, taskCounts.dueSoon + taskCounts.behind);
  compare('window: drafts', counts.draft, taskCounts.drafts);
  for (const [at, { task }] of facts.tasks.entries()) {
    const line = lines.find((one) => one.id === task.id);
    compare(`window: ${task.title}`, percentIn(String(line?.percent)), percentIn(tasks[at]?.进度));
    compare(
      `window: who leads ${task.title}`,
      nameOf(view.state, line?.task.leader ?? ''),
      tasks[at]?.牵头领导,
    );
  }
  const list = targetLines(view.state, month, view.today, isOver);
  // One target is opened with its whole year.
  const whole = targetLines(state, month, today);
  for (const [at, one] of facts.targets.entries()) {
    const shown = [one.state, one.percent, one.actual];
    for (const { now } of [list[at], whole[at]].filter((line) => line !== undefined)) {
      compare(`window: ${one.target.name}`, [now.state, now.percent, now.actual], shown);
    }
  }

  // The check before printing, the row among the units, and the paper of the next month.
  const checks = new Map(
    preflight(state, { month, today, calendar }).map(({ check, findings }) => [check.id, findings]),
  );
  const unmeasured = facts.targets.filter(({ latest }) => latest !== month).length;
  compare('unmeasured', checks.get('unmeasured-targets')?.length, unmeasured);
  const late = facts.duties.filter(({ light, note }) => light === 'overdue' && note.trim() === '');
  const named = new Set(late.map(({ item }) => item.id));
  const found = checks
    .get('overdue-duties')
    ?.filter(({ link }) => named.has(link.id) && link.month === month);
  compare('overdue without a word', found?.length, late.length);
  compare(
    'row of the unit',
    unitMonth(state, { month, today, calendar }).tasksOverdue,
    taskCounts.overdue,
  );
  const next = summaryFacts(state, { ...request, period: nextPeriod(month) });
  compare('tasks of the month before', next.tasksBefore, taskCounts);
  compare(
    'duties of the month before',
    fulfilmentRate(next.dutiesBefore),
    fulfilmentRate(facts.duties),
  );
  total.months += 1;
}

type Compare = (what: string, here: unknown, there: unknown) => void;

test.each([1, 2, 3])('a figure is the same wherever it stands, seed %i', (seed) => {
  const options = { leaders: 5, staff: 10, years: 1, seed, today: '2026-12-31' };
  const state = fold(sampleSets({ ...options, device: 'pcaaaaaa' }), emptyState());
  expect(listOf(state, 'task').length).toBeGreaterThan(100);
  const differing: string[] = [];
  for (const month of monthsOf('2026')) {
    compareMonth(state, month, (what, here, there) => {
      total.figures += 1;
      const [a, b] = [JSON.stringify(here), JSON.stringify(there)];
      if (a !== b) differing.push(`${month} ${what}: ${a}, elsewhere ${b}`);
    });
  }
  total.differing += differing.length;
  expect(differing).toEqual([]);
});
