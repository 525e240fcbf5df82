import { dayText } from '../calendar/day-text';
import { monthsOf, type Period, periodLabel, periodRange } from '../calendar/period';
import type { Bilingual } from '../catalogue/row';
import { recordOrDefault } from '../changes/records';
import type { State } from '../changes/state';
import { unitId } from '../model/unit';
import { dutiesOf, type MonthWatch } from './duties';
import { missingClarities } from './five-clarities';
import { viewOf } from './moment';
import { openConflicts } from './open-conflicts';
import { leadersOf, wasInOffice } from './people';
import { hasEvidence } from './rating-flags';
import { recordsOfKind, textIn } from './register-values';
import { isHandedIn, ratingPeriodOf, ratingsOf, sheetProgress, sheetStatus } from './score';
import { targetsFulfilment } from './target-fulfilment';
import { progressOf } from './task-progress';
import { isIssued, taskStatus, tasksOfMonth } from './task-status';

/** Pages of the app that a finding can lead to. */
export type FindingPage = 'rating' | 'mechanisms' | 'tasks' | 'targets' | 'registers' | 'exchange';

/** One thing to mend before a month is closed, and where to mend it. */
export interface PreflightFinding {
  readonly text: Bilingual;
  /** `id` is the record's, or the check item's; `month` where it is not the one that was checked. */
  readonly link: { readonly page: FindingPage; readonly id: string; readonly month?: Period };
}

/** A small named check over one month. */
export interface PreflightCheck {
  readonly id: string;
  readonly name: Bilingual;
  readonly find: (state: State, watch: MonthWatch) => PreflightFinding[];
}

const unratedLeaders: PreflightCheck = {
  id: 'unrated-leaders',
  name: { zh: '班子成员自评', en: 'Self-ratings of the team' },
  find: (state, { month }) => {
    const period = ratingPeriodOf(state, month);
    return leadersOf(state, period).flatMap(({ id, name }) => {
      if (sheetStatus(state, id, period) === 'submitted') return [];
      const { open, total } = sheetProgress(state, id, period);
      const zh =
        open === total ? '尚未自评' : open === 0 ? '自评尚未提交' : `自评还有${open}项未评`;
      const en =
        open === total
          ? 'has not rated himself or herself yet'
          : open === 0
            ? 'has not submitted the self-rating yet'
            : `has ${open} rows still unrated`;
      return [
        {
          text: { zh: `${name}${zh}`, en: `${name} ${en}` },
          link: { page: 'rating' as const, id },
        },
      ];
    });
  },
};

const unclearTasks: PreflightCheck = {
  id: 'unclear-tasks',
  name: { zh: '任务“五个明确”', en: 'Five clarities of the tasks' },
  find: (state, { month }) =>
    tasksOfMonth(state, month).flatMap(({ task }) => {
      const missing = missingClarities(state, task);
      if (missing.length === 0) return [];
      const title = task.title.trim();
      const zh = missing.map((clarity) => clarity.zh).join('、');
      const en = missing.map((clarity) => clarity.en).join(', ');
      return [
        {
          text: {
            zh: `任务“${title || '（未命名）'}”未明确${zh}`,
            en: `Task “${title || '(untitled)'}” does not state: ${en}`,
          },
          link: { page: 'tasks' as const, id: task.id },
        },
      ];
    }),
};

/** A paper that says a task is late says why: its progress note is where that is typed. */
const unexplainedTasks: PreflightCheck = {
  id: 'unexplained-tasks',
  name: { zh: '滞后任务的原因', en: 'Reasons of late tasks' },
  find: (state, { month, today, isOver = false }) => {
    const { last } = periodRange(month);
    const until = today < last ? today : last;
    const { soonDays } = recordOrDefault(state, 'unit', unitId);
    return tasksOfMonth(state, month).flatMap(({ task }) => {
      const status = taskStatus(state, task, { today: until, isOver, soonDays });
      if (status !== 'overdue' && status !== 'behind') return [];
      const notes = progressOf(state, task.id, until);
      if (notes.some(({ problem }) => problem.trim() !== '')) return [];
      const title = task.title.trim();
      const late = status === 'overdue' ? '逾期' : '进度滞后';
      return [
        {
          text: {
            zh: `任务“${title || '（未命名）'}”${late}，没有写明原因，请在进展的“存在问题”中补写`,
            en: `Task “${title || '(untitled)'}” is late without a reason; name it in a progress note`,
          },
          link: { page: 'tasks' as const, id: task.id },
        },
      ];
    });
  },
};

const unissuedTasks: PreflightCheck = {
  id: 'unissued-tasks',
  name: { zh: '任务下达', en: 'Tasks given out' },
  find: (state, { month, today }) => {
    const { last } = periodRange(month);
    const until = today < last ? today : last;
    return tasksOfMonth(state, month).flatMap(({ task }) => {
      const title = task.title.trim();
      // What is unclear cannot be given out, and is named by the check before.
      if (isIssued(state, task, until) || missingClarities(state, task).length > 0) return [];
      return [
        {
          text: {
            zh: `任务“${title}”尚未下达，不计入本月任务`,
            en: `Task “${title}” is not issued and counts nowhere`,
          },
          link: { page: 'tasks' as const, id: task.id },
        },
      ];
    });
  },
};

const unsupportedScores: PreflightCheck = {
  id: 'unsupported-scores',
  name: { zh: '自评佐证', en: 'Evidence of the self-ratings' },
  find: (state, { month }) => {
    const period = ratingPeriodOf(state, month);
    return leadersOf(state, period).flatMap(({ id, name }) => {
      // What is still a draft belongs to its author.
      if (sheetStatus(state, id, period) !== 'submitted') return [];
      const bare = [...ratingsOf(state, id, period).values()].filter(
        (rating) =>
          rating.score !== null && rating.notApplicable === '' && !hasEvidence(state, rating),
      ).length;
      if (bare === 0) return [];
      return [
        {
          text: {
            zh: `${name}的自评有${bare}项评分没有佐证`,
            en: `${bare} scores of ${name} have no evidence`,
          },
          link: { page: 'rating' as const, id },
        },
      ];
    });
  },
};

const unfilledPeriods: PreflightCheck = {
  id: 'unfilled-periods',
  name: { zh: '以前期间自评', en: 'Self-ratings of earlier periods' },
  find: (state, { month }) => {
    const current = ratingPeriodOf(state, month);
    const { founded } = recordOrDefault(state, 'unit', unitId);
    const earlier = monthsOf(month.slice(0, 4))
      .filter((one) => one < month && periodRange(one).last >= (founded || '0000-00-00'))
      .map((one) => ratingPeriodOf(state, one));
    const periods = [...new Set(earlier)].filter((period) => period !== current);
    return leadersOf(state, current).flatMap((person) => {
      const open = periods.filter(
        (period) =>
          wasInOffice(person, periodRange(period)) &&
          // A quarter of submitted months has its scores.
          !isHandedIn(state, person.id, period),
      );
      const [first] = open;
      if (!first) return [];
      const names = (language: 'zh' | 'en') => open.map((one) => periodLabel(one, language));
      return [
        {
          text: {
            zh: `${person.name}未提交自评：${names('zh').join('、')}`,
            en: `${person.name} did not submit: ${names('en').join(', ')}`,
          },
          link: { page: 'rating' as const, id: person.id, month: monthsOf(first).at(-1) ?? first },
        },
      ];
    });
  },
};

const uncontrolledRisks: PreflightCheck = {
  id: 'uncontrolled-risks',
  name: { zh: '廉政风险点防控措施', en: 'Measures against integrity risks' },
  find: (state) =>
    recordsOfKind(state, 'risk-point')
      .filter((record) => textIn(record, 'measures') === '')
      .map(({ id, title }) => ({
        text: {
          zh: `风险点“${title.trim() || '（未命名）'}”没有防控措施`,
          en: `Risk point “${title.trim() || '(untitled)'}” has no measures`,
        },
        link: { page: 'registers' as const, id },
      })),
};

const overdueDuties: PreflightCheck = {
  id: 'overdue-duties',
  name: { zh: '逾期未办事项', en: 'Overdue duties' },
  find: (state, watch) =>
    dutiesOf(state, watch)
      .filter(({ light, note }) => light === 'overdue' && note.trim() === '')
      .map(({ item, due }) => ({
        text: {
          zh: `${item.text.zh}应于${dayText(due, 'zh')}前完成，已逾期且无说明`,
          en: `${item.text.en} was due on ${dayText(due, 'en')} and has no note`,
        },
        link: { page: 'mechanisms' as const, id: item.id, month: due.slice(0, 7) },
      })),
};

const unsettledConflicts: PreflightCheck = {
  id: 'open-conflicts',
  name: { zh: '数据冲突', en: 'Conflicting values' },
  find: (state) =>
    openConflicts(state).map(({ collection, id, field }) => ({
      text: {
        zh: '同一内容有两个不同的填写，请选定一个',
        en: 'The same field holds different values; choose one',
      },
      link: { page: 'exchange' as const, id: `${collection}/${id}/${field}` },
    })),
};

const unmeasuredTargets: PreflightCheck = {
  id: 'unmeasured-targets',
  name: { zh: '目标本月数据', en: 'Targets measured this month' },
  find: (state, { month, today, isOver = false }) =>
    targetsFulfilment(state, { today, isOver, month })
      .filter(({ latest }) => latest !== month)
      .map(({ target }) => ({
        text: {
          zh: `目标“${target.name}”本月未填报数据`,
          en: `Target “${target.name}” has no value for this month`,
        },
        link: { page: 'targets' as const, id: target.id },
      })),
};

/** All checks, in the order in which they are shown. */
export const preflightChecks: readonly PreflightCheck[] = [
  unratedLeaders,
  unsupportedScores,
  unfilledPeriods,
  unclearTasks,
  unissuedTasks,
  unexplainedTasks,
  uncontrolledRisks,
  overdueDuties,
  unmeasuredTargets,
  unsettledConflicts,
];

/** Runs every check over a month: of one that is over, as it stood at its end. */
export function preflight(
  state: State,
  watch: MonthWatch,
): {
  readonly check: PreflightCheck;
  readonly findings: readonly PreflightFinding[];
}[] {
  const { state: then, ...moment } = viewOf(state, watch.month, watch.today);
  return preflightChecks.map((check) => ({
    check,
    // Two values at odds are settled today, whenever they were written.
    findings:
      check === unsettledConflicts
        ? check.find(state, watch)
        : check.find(then, { ...watch, ...moment }),
  }));
}
