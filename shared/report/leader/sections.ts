import { dayText } from '../../calendar/day-text';
import { parsePeriod, periodLabel } from '../../calendar/period';
import { rowById } from '../../catalogue/catalogue';
import type { Bilingual } from '../../catalogue/row';
import { fulfilmentRate } from '../../insight/duties';
import { missingClarities } from '../../insight/five-clarities';
import { formatScore, scoreLabel } from '../../insight/grade';
import { leadingId, teamDimensions } from '../../insight/score';
import { targetCounts, targetSentence } from '../../insight/target-fulfilment';
import { progressOf } from '../../insight/task-progress';
import type { Drafter } from '../drafter';
import { numberedPoints } from '../numbering';
import { countedText, type KindFact } from '../summary/activities';
import type { TaskFact } from '../summary/facts';
import { amountText, goalText, measureOf } from '../summary/target-values';
import { draftsText } from '../summary/tasks';
import { putTasks } from '../task-table';
import {
  clausesText,
  countText,
  numberText,
  onOneLine,
  percentText,
  quotedText,
  valueText,
} from '../wording';
import type { LeaderFacts } from './facts';

const sentence = (text: string): string => onOneLine(text).replace(/[。；;.]*$/, '');

/** What somebody wrote himself, word for word, as a sentence of its own; nothing where it is empty. */
const inOwnWords = (text: string): Bilingual | undefined => {
  const plain = sentence(text);
  return plain === '' ? undefined : { zh: `${plain}。`, en: `${plain}.` };
};

/** The tasks that he leads: counts, then the table. */
export function draftLedTasks(draft: Drafter, facts: LeaderFacts): void {
  const { tasks, drafts, counts, words, person, asOf } = facts;
  if (tasks.length === 0) {
    draft.paragraph(
      'tasks',
      {
        zh: `${words.current.zh}没有由本人牵头的任务。`,
        en: `${person.name} leads no tasks ${words.current.en}.`,
      },
      draftsText(drafts.length),
    );
    return;
  }
  const rate = percentText(counts.closed / counts.total);
  const isAnyClosed = counts.closed > 0;
  const parts = clausesText([
    countText(counts.closed, '已办结', 'closed'),
    countText(counts.overdue, '逾期', 'overdue'),
    countText(counts.dueSoon, '临近时限', 'due soon'),
    countText(counts.behind, '进度滞后', 'behind'),
    countText(counts.open, '正在办理', 'under way'),
  ]);
  const done = tasks
    .filter(({ status }) => status.startsWith('closed'))
    .map(({ task }) => task.title.trim())
    .filter((title) => title !== '');
  const list = quotedText(done, 3);
  draft.paragraph(
    'tasks',
    {
      zh: `${words.current.zh}牵头任务${counts.total}项，截至${dayText(asOf, 'zh')}，${parts.zh}${isAnyClosed ? `，办结率${rate}` : ''}。`,
      en: `${person.name} leads ${counts.total} tasks; by ${dayText(asOf, 'en')}: ${parts.en}${isAnyClosed ? `; ${rate} closed` : ''}.`,
    },
    draftsText(drafts.length),
    facts.parts.total > 0
      ? {
          zh: `分解到季度和月度的任务${facts.parts.total}项，已办结${facts.parts.closed}项。`,
          en: `Of ${facts.parts.total} tasks of its quarters and months, ${facts.parts.closed} are closed.`,
        }
      : undefined,
    done.length > 0 ? { zh: `办结的有${list.zh}。`, en: `Closed: ${list.en}.` } : undefined,
  );
  putTasks(draft, facts.state, tasks, {
    caption: {
      zh: `${periodLabel(facts.period, 'zh')}牵头任务办理情况表`,
      en: `Tasks led, ${periodLabel(facts.period, 'en')}`,
    },
    year: Number(facts.period.slice(0, 4)),
    hasPeople: false,
    seenOn: asOf,
  });
}

/** The targets that he answers for. */
export function draftLedTargets(draft: Drafter, { targets }: LeaderFacts): void {
  if (targets.length === 0) return;
  const text = targetSentence(targetCounts(targets));
  const cases = targets
    .filter(({ actual }) => actual !== null)
    .map((one) => {
      const { target, actual, goal, percent } = one;
      const unit = measureOf(one);
      const done = amountText(actual ?? 0, unit);
      const rate = percent === null ? '' : `${numberText(percent)}%`;
      const zhAim = `（目标${goalText(one, 'zh')}${unit}${rate && `，完成率${rate}`}）`;
      const enAim = ` of ${goalText(one, 'en')}${rate && ` (${rate})`}`;
      return {
        zh: `${target.name}${done}${goal === null ? '' : zhAim}`,
        en: `${target.name}: ${`${valueText(actual ?? 0)} ${unit}`.trimEnd()}${goal === null ? '' : enAim}`,
      };
    });
  draft.paragraph(
    'targets',
    { zh: `负责的年度目标方面，${text.zh}`, en: `Targets answered for: ${text.en}` },
    cases.length > 0
      ? {
          zh: `其中，${cases.map(({ zh }) => zh).join('；')}。`,
          en: `${cases.map(({ en }) => en).join('; ')}.`,
        }
      : undefined,
  );
}

const countOf = (facts: LeaderFacts, kind: string): number =>
  facts.kinds.find((one) => one.kind.id === kind)?.count ?? 0;

/** 线·点·项: what he is in charge of, and how often he was there. */
export function draftCharge(draft: Drafter, facts: LeaderFacts): void {
  const { line, contactPoint, project } = facts.charge;
  const named = clausesText(
    [
      line.trim() === '' ? undefined : { zh: `分管${sentence(line)}`, en: `line: ${line.trim()}` },
      contactPoint.trim() === ''
        ? undefined
        : { zh: `联系${sentence(contactPoint)}`, en: `contact point: ${contactPoint.trim()}` },
      project.trim() === ''
        ? undefined
        : { zh: `包抓${sentence(project)}`, en: `project: ${project.trim()}` },
    ],
    '，',
  );
  const visits = countOf(facts, 'contact-visit');
  const project_ = facts.activities.filter(({ kind }) => kind === 'project-progress').at(-1);
  const completion: unknown = project_ && Reflect.get(project_, 'completion');
  draft.paragraph(
    'charge',
    named.zh === ''
      ? undefined
      : { zh: `按照“线·点·项”分工，${named.zh}。`, en: `In charge of ${named.en}.` },
    visits > 0
      ? {
          zh: `${facts.words.current.zh}到联系点走访${visits}次。`,
          en: `Visits to the contact point ${facts.words.current.en}: ${visits}.`,
        }
      : undefined,
    typeof completion === 'number'
      ? {
          zh: `包抓项目进度为${numberText(completion)}%。`,
          en: `The project stands at ${numberText(completion)}%.`,
        }
      : undefined,
  );
}

const took = ({ kind, count, hours, titles }: KindFact): Bilingual => {
  const list = quotedText(titles, 3);
  const isListed = !kind.countOnly && titles.length > 0;
  return {
    zh: `参加${kind.name.zh}${count}次${hours ? `，计${numberText(hours)}学时` : ''}${isListed ? `，内容有${list.zh}` : ''}`,
    en: `${kind.name.en}: ${count}${hours ? `, ${numberText(hours)} hours` : ''}${isListed ? `, on ${list.en}` : ''}`,
  };
};

const studyKinds = ['study-session', 'self-study', 'training', 'party-day', 'warning-meeting'];

/** What he took part in of study, training and Party days. */
export function draftStudy(draft: Drafter, facts: LeaderFacts): void {
  const { words, person } = facts;
  const studied = facts.kinds.filter(({ kind }) => studyKinds.includes(kind.id));
  const count = studied.reduce((sum, one) => sum + one.count, 0);
  const hours = studied.reduce((sum, one) => sum + (one.hours ?? 0), 0);
  if (count === 0) {
    draft.paragraph('study', {
      zh: `${words.current.zh}没有参加学习培训和党员活动的记录。`,
      en: `No study, training or Party day is recorded for ${person.name} ${words.current.en}.`,
    });
    return;
  }
  draft.paragraph(
    'study',
    {
      zh: `${words.current.zh}参加学习培训和党员活动共${count}次${hours > 0 ? `，累计${numberText(hours)}学时` : ''}。`,
      en: `${person.name} took part ${count} times${hours > 0 ? `, ${numberText(hours)} hours` : ''}.`,
    },
    {
      zh: `其中，${studied.map((one) => took(one).zh).join('；')}。`,
      en: `${studied.map((one) => took(one).en).join('; ')}.`,
    },
  );
}

/** Talks, visits and other work among the people; counts alone. */
export function draftConduct(draft: Drafter, facts: LeaderFacts): void {
  const others = facts.kinds.filter(
    ({ kind }) => !studyKinds.includes(kind.id) && ['M2', 'M4', 'G1'].includes(kind.section),
  );
  const list = others.map(({ kind, count }) => countedText(kind, count));
  const rate = fulfilmentRate(facts.duties);
  draft.paragraph(
    'conduct',
    list.length > 0
      ? {
          zh: `${facts.words.current.zh}${list.map(({ zh }) => zh).join('，')}。`,
          en: `${list.map(({ en }) => en).join('; ')}.`,
        }
      : {
          zh: `${facts.words.current.zh}没有联系职工群众的记录。`,
          en: `No work among the people is recorded ${facts.words.current.en}.`,
        },
    rate.owed > 0
      ? {
          zh: `负责的机制和抓手到期事项${rate.owed}项，已完成${rate.met}项${rate.overdue > 0 ? `，逾期${rate.overdue}项` : ''}。`,
          en: `Of ${rate.owed} items answered for, ${rate.met} were done${rate.overdue > 0 ? `, ${rate.overdue} overdue` : ''}.`,
        }
      : undefined,
  );
}

/** 廉洁自律: what the registers show was done and in time; never the content of a report. */
export function draftIntegrity(draft: Drafter, facts: LeaderFacts): void {
  const of = (kind: string) => facts.about.filter((record) => record.kind === kind);
  const pledge = of('integrity-pledge').at(-1);
  const checks = of('integrity-self-check').length;
  const reports = of('matters-report');
  const inTime = reports.filter((record) => Reflect.get(record, 'inTime') === true).length;
  const warnings = countOf(facts, 'warning-meeting');
  const parts = clausesText(
    [
      pledge && {
        zh: `${dayText(pledge.date, 'zh', Number(facts.period.slice(0, 4)))}签订廉政承诺`,
        en: `signed the integrity pledge on ${dayText(pledge.date, 'en')}`,
      },
      checks > 0
        ? { zh: `开展个人廉洁自查${checks}次`, en: `self-checks of integrity: ${checks}` }
        : undefined,
      reports.length > 0
        ? {
            zh:
              inTime === reports.length
                ? `按时报告个人有关事项${inTime}次`
                : `报告个人有关事项${reports.length}次，其中按时报告${inTime}次`,
            en: `reports of personal matters: ${reports.length}, in time: ${inTime}`,
          }
        : undefined,
      warnings > 0
        ? { zh: `参加警示教育${warnings}次`, en: `warning education: ${warnings}` }
        : undefined,
    ],
    '；',
  );
  const none = {
    zh: '台账中没有廉政承诺、廉洁自查和个人有关事项报告的记录。',
    en: 'The registers show no pledge, self-check or report of personal matters.',
  };
  const en = `${parts.en.charAt(0).toUpperCase()}${parts.en.slice(1)}.`;
  draft.paragraph('integrity', parts.zh === '' ? none : { zh: `${parts.zh}。`, en });
}

const dimensionName = (id: string): Bilingual =>
  id === leadingId
    ? { zh: '以身作则', en: 'Leading by example' }
    : (rowById(id)?.text ?? { zh: id, en: id });

/** The submitted self-rating, without the private dimension, and what he says of himself. */
export function draftOwnRating(draft: Drafter, { rating, unit, person, words }: LeaderFacts): void {
  if (!rating) {
    draft.paragraph('rating', {
      zh: `${words.current.zh}自评尚未提交。`,
      en: `${person.name} has not submitted a self-rating for ${words.current.en}.`,
    });
    return;
  }
  const scored = [...teamDimensions.map(({ id }) => id), leadingId].flatMap((id) => {
    const score = rating.scores.scores.get(id) ?? null;
    return score === null ? [] : [{ name: dimensionName(id), score }];
  });
  const graded = (language: 'zh' | 'en') => (score: number) =>
    unit.scale === 'hundred' ? '' : scoreLabel(score, unit.scale)[language];
  const list = {
    zh: scored
      .map(({ name, score }) => {
        const grade = graded('zh')(score);
        return `${name.zh}${formatScore(score)}分${grade && `（${grade}）`}`;
      })
      .join('、'),
    en: scored
      .map(({ name, score }) => {
        const grade = graded('en')(score);
        return `${name.en} ${formatScore(score)}${grade && ` (${grade})`}`;
      })
      .join(', '),
  };
  draft.paragraph(
    'rating',
    {
      zh: `已提交${periodLabel(rating.period, 'zh')}自评${list.zh && `，按百分制，${list.zh}`}。`,
      en: `The self-rating for ${periodLabel(rating.period, 'en')} was submitted${list.en && `: ${list.en}`}.`,
    },
    inOwnWords(rating.sheet.strengths),
  );
  if (scored.length < 3) return;
  draft.chart(
    {
      chart: 'radar',
      labels: scored.map(({ name }) => draft.say(name)),
      series: [
        {
          name: draft.say({ zh: '本期', en: 'This period' }),
          values: scored.map(({ score }) => Number(formatScore(score))),
        },
      ],
      max: 100,
    },
    {
      zh: `${periodLabel(rating.period, 'zh')}自评得分（百分制）`,
      en: `Self-rating, ${periodLabel(rating.period, 'en')} (0–100)`,
    },
    {
      zh: `共${scored.length}个维度，为本人自评得分。`,
      en: `${scored.length} dimensions, rated by oneself.`,
    },
  );
}

const caseOf = ({ state, asOf }: LeaderFacts, { task, percent }: TaskFact): Bilingual => {
  const year = Number(asOf.slice(0, 4));
  const reason = sentence(
    progressOf(state, task.id, asOf).findLast(({ problem }) => problem.trim() !== '')?.problem ??
      '',
  );
  const [zhDay, enDay] = [dayText(task.due, 'zh', year), dayText(task.due, 'en', year)];
  const done = numberText(percent);
  return {
    zh: `${quotedText([task.title.trim() || '未命名任务']).zh}（时限${zhDay}，完成${done}%${reason && `，原因：${reason}`}）`,
    en: `${quotedText([task.title.trim() || 'untitled task']).en} (due ${enDay}, ${done}%${reason && `, because: ${reason}`})`,
  };
};

/** The first three; the rest is counted, and stands in the table. */
function casesText(list: readonly Bilingual[]): Bilingual {
  const left = list.length - 3;
  const shown = left > 0 ? list.slice(0, 3) : list;
  return {
    zh: shown.map(({ zh }) => zh).join('；') + (left > 0 ? `；其余${left}项见上表` : ''),
    en: shown.map(({ en }) => en).join('; ') + (left > 0 ? `; ${left} more in the table` : ''),
  };
}

/** What the records show is not in order, then what he names himself. */
export function draftOwnProblems(draft: Drafter, facts: LeaderFacts): void {
  const list = (status: TaskFact['status']) =>
    facts.tasks.filter((task) => task.status === status).map((task) => caseOf(facts, task));
  const overdue = list('overdue');
  const behind = list('behind');
  const unclear = [...facts.tasks, ...facts.drafts].filter(
    ({ task }) => missingClarities(facts.state, task).length > 0,
  );
  const late = facts.duties.filter(({ light }) => light === 'overdue');
  const gaps = sentence(facts.rating?.sheet.gaps ?? '');
  const points: { readonly section: string; readonly text: Bilingual | undefined }[] = [
    {
      section: 'problems.tasks',
      text:
        overdue.length > 0
          ? {
              zh: `有${overdue.length}项任务逾期未办结：${casesText(overdue).zh}。`,
              en: `${overdue.length} overdue: ${casesText(overdue).en}.`,
            }
          : undefined,
    },
    {
      section: 'problems.behind',
      text:
        behind.length > 0
          ? {
              zh: `有${behind.length}项任务进度滞后：${casesText(behind).zh}。`,
              en: `${behind.length} behind: ${casesText(behind).en}.`,
            }
          : undefined,
    },
    {
      section: 'problems.clarities',
      text:
        unclear.length > 0
          ? {
              zh: `有${unclear.length}项任务没有做到“五个明确”。`,
              en: `${unclear.length} tasks lack one of the five clarities.`,
            }
          : undefined,
    },
    {
      section: 'problems.duties',
      text:
        late.length > 0
          ? {
              zh: `负责的机制和抓手事项有${late.length}项逾期未完成。`,
              en: `${late.length} items answered for are overdue.`,
            }
          : undefined,
    },
    {
      section: 'problems.gaps',
      text:
        gaps === '' ? undefined : { zh: `对照自评，${gaps}。`, en: `By the self-rating: ${gaps}.` },
    },
  ];
  for (const { section, text } of numberedPoints(points)) draft.paragraph(section, text);
  draft.paragraph(
    'problems.none',
    points.every(({ text }) => text === undefined)
      ? {
          zh: `从现有记录看，${facts.words.current.zh}没有逾期任务和逾期未完成事项。`,
          en: 'The records show no overdue task and no overdue item.',
        }
      : undefined,
  );
}

/** What is ahead: the tasks that he leads, and his own measures. */
export function draftOwnPlan(draft: Drafter, facts: LeaderFacts): void {
  const { plan, words, rating, next } = facts;
  const isMonth = parsePeriod(next).every === 'month';
  draft.paragraph(
    'plan',
    plan.length === 0
      ? {
          zh: `${words.next.zh}由本人牵头的任务待研究下达。`,
          en: `The tasks led ${words.next.en} are still to be given out.`,
        }
      : {
          zh: `${words.next.zh}牵头办理任务${plan.length}项，具体见下表。`,
          en: `${plan.length} tasks are planned for ${words.next.en}, as in the table.`,
        },
    // Measures of one month have no place among the plans of a year.
    isMonth ? inOwnWords(rating?.sheet.measures ?? '') : undefined,
  );
  if (plan.length === 0) return;
  putTasks(draft, facts.state, plan, {
    caption: {
      zh: `${periodLabel(next, 'zh')}牵头任务表`,
      en: `Tasks led, ${periodLabel(next, 'en')}`,
    },
    year: Number(next.slice(0, 4)),
    hasPeople: false,
  });
}
