import { dayText } from '../../calendar/day-text';
import type { Bilingual } from '../../catalogue/row';
import { recordOf } from '../../changes/records';
import { nameOf } from '../../insight/people';
import type { TargetFulfilment } from '../../insight/target-fulfilment';
import type { Drafter } from '../drafter';
import { numberText, quotedText } from '../wording';
import type { SummaryFacts, TaskFact } from './facts';
import { reasonOf } from './reasons';
import { amountText, goalText, measureOf } from './target-values';

/** Most lines that are told one by one: each of three wordings then stands three times at most. */
const mostLines = 9;
/** From how many lines on each names one closed task and one target only: the text of a large team stays short. */
const manyLines = 6;
/** A title that is longer is counted and not named in running text. */
const longestTitle = 40;
/** Most characters of a paragraph. */
const longestParagraph = 140;

/** What one leader answers for in a period: a line of work (分管线). */
export interface WorkLine {
  /** Id of the leader; empty for what nobody leads. */
  readonly leader: string;
  readonly tasks: readonly TaskFact[];
  readonly targets: readonly TargetFulfilment[];
}

/** The lines of work in order of rank: those in office, others who lead, then what nobody leads. */
export function workLines({ leaders, tasks, targets }: SummaryFacts): WorkLine[] {
  const led = [...tasks.map(({ task }) => task.leader), ...targets.map((one) => one.target.leader)];
  const inOffice = leaders.map(({ id }) => id);
  const others = led.filter((id) => id !== '' && !inOffice.includes(id)).sort();
  return [...new Set([...inOffice, ...others, ''])]
    .map((leader) => ({
      leader,
      tasks: tasks.filter(({ task }) => task.leader === leader),
      targets: targets.filter(({ target }) => target.leader === leader),
    }))
    .filter((line) => line.tasks.length > 0 || (line.leader !== '' && line.targets.length > 0));
}

/** One paragraph a line of work: what was asked, what was done, and what is outstanding. */
export function draftWorkLines(draft: Drafter, facts: SummaryFacts): void {
  const lines = workLines(facts);
  const told = lines.length > mostLines ? lines.slice(0, mostLines) : lines;
  for (const [index, line] of told.entries()) {
    draft.paragraph(
      `tasks.${line.leader || 'others'}`,
      ...fitting([
        opening(facts, line, index),
        outstanding(facts, line, index),
        doneText(facts, line, index, told.length < manyLines ? 2 : 1),
        figures(line, told.length < manyLines ? 2 : 1),
      ]),
    );
  }
  draft.paragraph('tasks.rest', rest(lines.slice(told.length)));
}

/** The sentences in order, without those that would make the paragraph too long. */
function fitting(sentences: readonly (Bilingual | undefined)[]): Bilingual[] {
  const kept: Bilingual[] = [];
  let length = 0;
  for (const sentence of sentences) {
    if (!sentence || length + sentence.zh.length > longestParagraph) continue;
    length += sentence.zh.length;
    kept.push(sentence);
  }
  // What is outstanding is chosen before what was done, and is said after it.
  const [first, second, ...others] = kept;
  return first && second && second === sentences[1] ? [first, ...others, second] : kept;
}

/** Order of days; tasks of one day keep theirs. */
const byDay = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const isClosed = ({ status }: TaskFact): boolean => status === 'closed' || status === 'closed-late';

/** How a line is called: the leader's line as it was set, else by who leads. */
function nameOfLine({ state }: SummaryFacts, { leader }: WorkLine): Bilingual {
  const line = (recordOf(state, 'charge', leader)?.line ?? '').trim();
  const plain = line.replace(/(工作)线$/, '$1');
  return { zh: plain, en: line };
}

function opening(facts: SummaryFacts, line: WorkLine, index: number): Bilingual | undefined {
  const person = nameOf(facts.state, line.leader).trim();
  const name = nameOfLine(facts, line);
  const total = line.tasks.length;
  const done = line.tasks.filter(isClosed).length;
  const plural = total === 1 ? 'task' : 'tasks';
  if (person === '') {
    return {
      zh: `未明确牵头领导的任务${total}项，办结${done}项。`,
      en: `Without a lead: ${total} ${plural}, ${done} closed.`,
    };
  }
  const en = `${name.en || `Work led by ${person}`}${name.en && ` (lead ${person})`}: ${total} ${plural}, ${done} closed.`;
  if (total === 0) return { zh: `${name.zh || '所牵头工作'}由${person}牵头。`, en };
  const count = (some: string, all: string): string => (done === total ? all : some);
  const wordings = [
    `${name.zh || '有关工作'}由${person}牵头，共${total}项任务，${count(done === 0 ? '均在办理' : `办结${done}项`, '全部办结')}。`,
    `${person}牵头的${name.zh || '工作'}安排任务${total}项，${count(done === 0 ? '目前都未完成' : `已完成${done}项`, '如数完成')}。`,
    `${name.zh || '所分管工作'}（牵头领导${person}）有任务${total}项，${count(done === 0 ? '尚无销号' : `销号${done}项`, '逐项销号')}。`,
  ];
  return { zh: wordings[index % 3] ?? '', en };
}

/** The tasks closed last, `most` of them, each title once, with what they came to where that was said. */
function doneText(
  facts: SummaryFacts,
  { tasks }: WorkLine,
  index: number,
  most: number,
): Bilingual | undefined {
  const year = Number(facts.asOf.slice(0, 4));
  const titles = new Set<string>();
  const named = tasks
    .filter(isClosed)
    .filter(({ task }) => {
      const title = task.title.trim();
      if (title === '' || title.length > longestTitle || titles.has(title)) return false;
      titles.add(title);
      return true;
    })
    .sort((a, b) => byDay(a.task.closed, b.task.closed))
    .slice(-most);
  if (named.length === 0) return undefined;
  const zh = named.map(({ task }) => {
    const title = quotedText([task.title.trim()]).zh;
    const day = dayText(task.closed, 'zh', year);
    return (
      [`${day}办结${title}`, `${title}于${day}完成`, `其中${title}已于${day}销号`][index % 3] ?? ''
    );
  });
  const en = named.map(
    ({ task }) => `${quotedText([task.title.trim()]).en} (${dayText(task.closed, 'en', year)})`,
  );
  return { zh: `${zh.join('，')}。`, en: `Closed: ${en.join(', ')}.` };
}

/** Whether a value says where things stand, or is better low, so that nobody would call it done. */
const isStanding = ({ target }: TargetFulfilment): boolean =>
  target.mode === 'point' || target.direction !== 'more';

/** The first targets measured, `most` of them, against what the year asks. */
function figures({ targets }: WorkLine, most: number): Bilingual | undefined {
  const measured = targets
    .filter(({ actual, goal }) => actual !== null && goal !== null)
    .slice(0, most);
  if (measured.length === 0) return undefined;
  const zh = measured.map(
    (one) =>
      `${one.target.name}${isStanding(one) ? '为' : '完成'}${amountText(one.actual ?? 0, measureOf(one))}（年度目标${goalText(one, 'zh')}${measureOf(one)}）`,
  );
  const en = measured.map((one) =>
    `${one.target.name} ${numberText(one.actual ?? 0, 2)} of ${goalText(one, 'en')} ${measureOf(one)}`.trimEnd(),
  );
  return { zh: `${zh.join('，')}。`, en: `${en.join('; ')}.` };
}

/** How many are open, and the first of those that are late, with the reason where it is recorded. */
function outstanding(facts: SummaryFacts, line: WorkLine, index: number): Bilingual | undefined {
  const open = line.tasks.filter((task) => !isClosed(task));
  if (open.length === 0) return undefined;
  const late = open.find(({ status }) => status === 'overdue' || status === 'behind') ?? open[0];
  const title = late?.task.title.trim() ?? '';
  const reason = late && isLate(late) ? reasonOf(facts, late.task.id) : '';
  const isNamed = late !== undefined && title !== '' && title.length <= longestTitle;
  const percent = numberText(late?.percent ?? 0);
  const progress = isNamed
    ? `，${open.length > 1 ? '如' : ''}${quotedText([title]).zh}进度${percent}%`
    : '';
  const why =
    reason !== '' && reason.length <= 60 && isNamed
      ? `，${['原因是', '主要因', '系'][index % 3]}${reason}`
      : '';
  const lead = [
    `还有${open.length}项没有办结`,
    `余下${open.length}项仍需推进`,
    `尚余${open.length}项`,
  ][index % 3];
  return {
    zh: `${lead}${progress}${why}。`,
    en: `${open.length} open${isNamed ? `, such as ${quotedText([title]).en} at ${percent}%${why && `, because: ${reason}`}` : ''}.`,
  };
}

const isLate = ({ status }: TaskFact): boolean => status === 'overdue' || status === 'behind';

function rest(lines: readonly WorkLine[]): Bilingual | undefined {
  const tasks = lines.flatMap((line) => line.tasks);
  if (tasks.length === 0) return undefined;
  const done = tasks.filter(isClosed).length;
  return {
    zh: `其余${lines.length}条线共有任务${tasks.length}项，办结${done}项。`,
    en: `The other ${lines.length} lines: ${tasks.length} tasks, ${done} closed.`,
  };
}
