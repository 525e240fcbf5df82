import { dayText } from '../../calendar/day-text';
import type { Bilingual } from '../../catalogue/row';
import { missingClarities } from '../../insight/five-clarities';
import { nameOf } from '../../insight/people';
import type { Drafter } from '../drafter';
import { numberedPoints } from '../numbering';
import { namesText, numberText, onOneLine, quotedText, shortName, valueText } from '../wording';
import type { SummaryFacts, TaskFact } from './facts';
import { reasonOf } from './reasons';
import { amountText, goalText, measureOf } from './target-values';

/** Most cases that one point names; the rest is counted. */
const mostNamed = 3;
/** Most characters that the cases of one point take. */
const longestCases = 80;

interface Point {
  readonly section: string;
  readonly text: Bilingual | undefined;
}

/** What is behind, one point a kind, in the order in which they are told; no text where nothing is. */
export function problemPoints(facts: SummaryFacts): Point[] {
  return [
    { section: 'problems.tasks', text: overdueTasks(facts) },
    { section: 'problems.behind', text: tasksBehind(facts) },
    { section: 'problems.clarities', text: unclearTasks(facts) },
    { section: 'problems.targets', text: targetsBehind(facts) },
    { section: 'problems.duties', text: overdueDuties(facts) },
    { section: 'problems.checks', text: unmetChecks(facts) },
    { section: 'problems.ratings', text: unrated(facts) },
    { section: 'problems.reported', text: reported(facts) },
  ];
}

/** 存在的问题和不足: only what the records show, one numbered point each. */
export function draftProblems(draft: Drafter, facts: SummaryFacts): void {
  const points = problemPoints(facts);
  for (const { section, text } of numberedPoints(points)) draft.paragraph(section, text);
  draft.paragraph(
    'problems.none',
    points.every(({ text }) => text === undefined)
      ? {
          zh: `从现有记录看，${facts.words.current.zh}没有逾期任务、滞后目标和逾期未完成事项。`,
          en: 'The records show no overdue task, no target behind and no overdue item.',
        }
      : undefined,
  );
}

/** The first cases that fit; the rest is counted, not named. */
function cases(list: readonly Bilingual[]): Bilingual {
  let length = 0;
  const shown = list.filter(({ zh }, index) => {
    length += zh.length;
    return index < mostNamed && (index === 0 || length <= longestCases);
  });
  const left = list.length - shown.length;
  return {
    zh: shown.map(({ zh }) => shortened(zh)).join('；') + (left > 0 ? `；其余${left}项略` : ''),
    en: shown.map(({ en }) => en).join('; ') + (left > 0 ? `; and ${left} more` : ''),
  };
}

/** A case that alone would fill the paragraph, cut where that shows. */
const shortened = (text: string): string =>
  text.length <= longestCases ? text : `${text.slice(0, longestCases)}……`;

function taskCase(facts: SummaryFacts, { task, percent }: TaskFact): Bilingual {
  const { state, asOf } = facts;
  const year = Number(asOf.slice(0, 4));
  const leader = nameOf(state, task.leader);
  const done = numberText(percent);
  const reason = reasonOf(facts, task.id);
  const title = task.title.trim();
  const zhTitle = title === '' ? '未命名任务' : quotedText([title]).zh;
  const enTitle = title === '' ? 'an untitled task' : quotedText([title]).en;
  return {
    zh: `${zhTitle}（${leader && `牵头领导${leader}，`}时限${dayText(task.due, 'zh', year)}，完成${done}%${reason ? `，原因：${reason}` : ''}）`,
    en: `${enTitle} (${leader && `lead ${leader}, `}due ${dayText(task.due, 'en', year)}, ${done}%${reason ? `, because: ${reason}` : ''})`,
  };
}

function overdueTasks(facts: SummaryFacts): Bilingual | undefined {
  const found = facts.tasks.filter(({ status }) => status === 'overdue');
  if (found.length === 0) return undefined;
  const list = cases(found.map((task) => taskCase(facts, task)));
  return {
    zh: `有${found.length}项任务逾期未办结：${list.zh}。`,
    en: `${found.length} ${found.length === 1 ? 'task is' : 'tasks are'} overdue: ${list.en}.`,
  };
}

function tasksBehind(facts: SummaryFacts): Bilingual | undefined {
  const found = facts.tasks.filter(({ status }) => status === 'behind');
  if (found.length === 0) return undefined;
  const list = cases(found.map((task) => taskCase(facts, task)));
  return {
    zh: `有${found.length}项任务进度滞后：${list.zh}。`,
    en: `${found.length} ${found.length === 1 ? 'task is' : 'tasks are'} behind: ${list.en}.`,
  };
}

function unclearTasks({ state, tasks, drafts }: SummaryFacts): Bilingual | undefined {
  const count = [...tasks, ...drafts].filter(
    ({ task }) => missingClarities(state, task).length > 0,
  ).length;
  if (count === 0) return undefined;
  return {
    zh: `有${count}项任务没有做到“五个明确”，需补全任务、目标、时限、牵头领导和具体负责人。`,
    en: `${count} ${count === 1 ? 'task lacks' : 'tasks lack'} one of the five clarities.`,
  };
}

function targetsBehind({ targets }: SummaryFacts): Bilingual | undefined {
  const found = targets.filter(({ state }) => state === 'behind' || state === 'overdue');
  if (found.length === 0) return undefined;
  const list = cases(
    found.map((one) => {
      const { name } = one.target;
      const [done, unit] = [valueText(one.actual ?? 0), measureOf(one)];
      return {
        zh: `${name}目标${goalText(one, 'zh')}${unit}，现为${amountText(one.actual ?? 0, unit)}`,
        en: `${name} stands at ${done} of ${goalText(one, 'en')} ${unit}`.trimEnd(),
      };
    }),
  );
  const year = found.some(({ state }) => state === 'overdue');
  return {
    zh: `有${found.length}项目标${year ? '未达到要求' : '落后于计划进度'}：${list.zh}。`,
    en: `${found.length} ${found.length === 1 ? 'target is' : 'targets are'} behind: ${list.en}.`,
  };
}

function overdueDuties({ duties, asOf }: SummaryFacts): Bilingual | undefined {
  const found = duties.filter(({ light }) => light === 'overdue');
  if (found.length === 0) return undefined;
  const year = Number(asOf.slice(0, 4));
  const list = cases(
    found.map(({ item, due, note }) => {
      const text = shortName(item.text);
      const reason = onOneLine(note).replace(/[。.]$/, '');
      return {
        zh: `${text.zh}（时限${dayText(due, 'zh', year)}${reason && `，说明：${reason}`}）`,
        en: `${text.en} (due ${dayText(due, 'en', year)}${reason && `, note: ${reason}`})`,
      };
    }),
  );
  return {
    zh: `有${found.length}项机制和抓手事项逾期未完成：${list.zh}。`,
    en: `${found.length} ${found.length === 1 ? 'item' : 'items'} of mechanisms and grips overdue: ${list.en}.`,
  };
}

/** Automatic checks that failed; the five clarities have a point of their own. */
function unmetChecks({ checks }: SummaryFacts): Bilingual | undefined {
  const found = checks.filter(
    ({ item, light }) => light !== 'done' && light !== 'done-late' && item.id !== 'M2.1.4',
  );
  if (found.length === 0) return undefined;
  const items = [...new Set(found.map(({ item }) => item))];
  const names = items.map((one) => {
    const { zh, en } = shortName(one.text);
    const times = found.filter(({ item }) => item === one).length;
    return {
      zh: quotedText([zh]).zh + (times > 1 ? `（${times}次）` : ''),
      en: quotedText([en]).en + (times > 1 ? ` (${times} times)` : ''),
    };
  });
  const shown = names.slice(0, mostNamed);
  const more = names.length > shown.length ? `等${names.length}项` : '';
  const zh = shown.map((one) => one.zh).join('') + more;
  const en = names.map((one) => one.en).join(', ');
  return { zh: `经核查，${zh}未达到要求。`, en: `Not in order: ${en}.` };
}

function unrated({ team, isOver }: SummaryFacts): Bilingual | undefined {
  if (!isOver || team.missing.length === 0) return undefined;
  const names = namesText(team.missing.map(({ name }) => name));
  return {
    zh: `有${team.missing.length}名班子成员未按时提交自评：${names.zh}。`,
    en: `${team.missing.length} members of the team have not submitted a self-rating: ${names.en}.`,
  };
}

/** What progress notes of the period name as problems, word for word. */
function reported({ problems }: SummaryFacts): Bilingual | undefined {
  const texts = [...new Set(problems)];
  if (texts.length === 0) return undefined;
  const list = cases(
    texts.map((text) => {
      const plain = onOneLine(text).replace(/[。；;.]$/, '');
      return { zh: plain, en: plain };
    }),
  );
  return {
    zh: `工作推进中反映的问题有：${list.zh}。`,
    en: `Progress notes name these problems: ${list.en}.`,
  };
}
