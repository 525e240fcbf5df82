import type { Day } from '../calendar/day';
import {
  type Every,
  isPeriod,
  type Period,
  parsePeriod,
  periodOf,
  periodRange,
} from '../calendar/period';
import type { Bilingual } from '../catalogue/row';
import { listOf } from '../changes/records';
import type { State } from '../changes/state';
import { readDay } from '../reading/day';
import { peopleOf } from './people';

/** A line of a typed or pasted outline, read; not yet a task. */
export interface OutlineNode {
  /** Its line, counted from 1. */
  readonly line: number;
  readonly depth: number;
  /** Place of its parent in the list; undefined at the top. */
  readonly parent: number | undefined;
  readonly period: Period;
  readonly title: string;
  readonly goal: string;
  readonly due: Day | '';
  readonly leader: string;
  readonly owner: string;
  readonly department: string;
  readonly measures: string;
  readonly post: string;
  /** What could not be read, for people; the rest of the line stands. */
  readonly problems: readonly Bilingual[];
}

const columns = [
  'title',
  'goal',
  'due',
  'leader',
  'owner',
  'department',
  'measures',
  'post',
] as const;
type OutlineColumn = (typeof columns)[number];

/** What offices call the columns of such a sheet. */
const headings: readonly { readonly column: OutlineColumn; readonly words: RegExp }[] = [
  { column: 'leader', words: /^(牵头|分管|责任|包抓)?领导$|^牵头(人|领导)$|^lead(er)?$/i },
  { column: 'owner', words: /^(具体)?(负责|责任)人$|^经办人$|^(owner|responsible)$/i },
  { column: 'department', words: /科室|股室|部门|责任单位|^section$/i },
  { column: 'due', words: /时限|期限|完成时间|截止|^due$/i },
  { column: 'post', words: /岗位|^post$/i },
  { column: 'measures', words: /措施|做法|^measures$/i },
  { column: 'goal', words: /目标|标准|要求|^goal$/i },
  { column: 'title', words: /任务|事项|工作|内容|^task$/i },
];

/** Columns named by a heading row; undefined where the cells are no headings. */
function headingOf(cells: readonly string[]): (OutlineColumn | undefined)[] | undefined {
  const found = cells.map((cell) => headings.find(({ words }) => words.test(cell.trim()))?.column);
  const named = found.filter((column) => column !== undefined);
  return named.includes('title') && new Set(named).size === named.length && named.length >= 2
    ? found
    : undefined;
}

/** Depth of a line's indent: a tab or an ideographic space is a level, so are two blanks. */
function indentOf(text: string): { readonly width: number; readonly rest: string } {
  const [blank = ''] = /^[\t 　]*/.exec(text) ?? [];
  const width = [...blank].reduce((sum, sign) => sum + (sign === ' ' ? 1 : 2), 0);
  return { width, rest: text.slice(blank.length) };
}

const marks =
  /^(?:[-*•·●]\s*|\d+[.、)）]\s*|[一二三四五六七八九十]+、\s*|[（(][一二三四五六七八九十\d]+[）)]\s*)/;

const levels: readonly Every[] = ['year', 'quarter', 'month'];

/** The period of a part: one level shorter than the whole, where its due day lies. */
function periodBelow(above: Period, due: Day | '', today: Day): Period {
  const every = parsePeriod(above).every;
  const place = levels.indexOf(every);
  const next = levels[place + 1];
  if (place < 0 || !next) return above;
  const { first, last } = periodRange(above);
  const within = (day: Day): boolean => day >= first && day <= last;
  const day = due !== '' && within(due) ? due : within(today) ? today : first;
  return periodOf(day, next);
}

/** The whole month or quarter that a title begins with: 11月…, 四季度…, 第一季度…. */
function periodNamed(title: string, year: string): Period | undefined {
  const month = /^(\d{1,2})月(?:份|[:：，、 ]|$)/.exec(title)?.[1];
  const named = month && `${year}-${month.padStart(2, '0')}`;
  if (named && isPeriod(named)) return named;
  const quarter = /^第?([一二三四1-4])季度/.exec(title)?.[1];
  if (!quarter) return undefined;
  const number = '一二三四'.includes(quarter) ? '一二三四'.indexOf(quarter) + 1 : Number(quarter);
  return `${year}-Q${number}`;
}

/**
 * Reads an outline: a line a task, an indent makes it part of the line above that is indented less.
 * Behind the task, divided by tabs or bars, stand goal, due day, leader, person in charge, section,
 * measures and post, or whatever a heading row names. A part without a leader or section has its
 * parent's. What cannot be read is left empty and said in `problems`.
 */
export function readOutline(
  state: State,
  text: string,
  { period, today }: { readonly period: Period; readonly today: Day },
): OutlineNode[] {
  const people = peopleOf(state, period);
  const sections = listOf(state, 'department');
  const year = period.slice(0, 4);
  const nodes: OutlineNode[] = [];
  const open: { readonly width: number; readonly place: number }[] = [];
  let order: readonly (OutlineColumn | undefined)[] = columns;
  text.split(/\r?\n/).forEach((raw, index) => {
    if (raw.trim() === '') return;
    const { width, rest } = indentOf(raw.trimEnd());
    const cells = rest.split(/\t|\s*[|｜]\s*/).map((cell) => cell.replace(/^"|"$/g, '').trim());
    const heading = nodes.length === 0 ? headingOf(cells) : undefined;
    if (heading) {
      order = heading;
      return;
    }
    const cell = (column: OutlineColumn): string => cells[order.indexOf(column)] ?? '';
    while ((open.at(-1)?.width ?? -1) >= width) open.pop();
    const parent = open.at(-1)?.place;
    const above = parent === undefined ? undefined : nodes[parent];
    const problems: Bilingual[] = [];
    const reading = readDay(cell('due'), Number(year));
    const due = reading.ok ? reading.value : '';
    if (!reading.ok) problems.push(reading.reason);
    const find = (
      list: readonly { readonly id: string; readonly name: string }[],
      name: string,
      what: Bilingual,
    ): string => {
      if (name === '') return '';
      const found = list.filter((one) => one.name.trim() === name);
      if (found.length === 1 && found[0]) return found[0].id;
      problems.push(
        found.length > 1
          ? { zh: `${what.zh}“${name}”有同名的，请在任务里选。`, en: `Two are called "${name}".` }
          : { zh: `名册里没有${what.zh}“${name}”。`, en: `No ${what.en} "${name}" is known.` },
      );
      return '';
    };
    const title = cell('title').replace(marks, '');
    const person = { zh: '人员', en: 'person' };
    open.push({ width, place: nodes.length });
    nodes.push({
      line: index + 1,
      depth: open.length - 1,
      parent,
      period: periodNamed(title, year) ?? (above ? periodBelow(above.period, due, today) : period),
      title,
      goal: cell('goal'),
      due,
      leader: find(people, cell('leader'), person) || (above?.leader ?? ''),
      owner: find(people, cell('owner'), person),
      department:
        find(sections, cell('department'), { zh: '科室', en: 'section' }) ||
        (above?.department ?? ''),
      measures: cell('measures'),
      post: cell('post'),
      problems: title === '' ? [...problems, { zh: '没有写任务。', en: 'No task.' }] : problems,
    });
  });
  return nodes;
}
