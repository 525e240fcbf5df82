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
import type { RecordOf } from '../model/collections';
import { type BlockLine, linesOf } from '../reading/block';
import { readDeadline } from '../reading/deadline';
import { withoutMark } from '../reading/number-mark';
import { type Named, PeopleIndex } from '../reading/people-index';
import { type NamedPiece, openKey, peopleIn } from '../reading/people-text';
import { plainText } from '../reading/plain-text';
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
  /** What was written of the deadline where no day says it. */
  readonly dueWords: string;
  readonly reportEvery: RecordOf<'task'>['reportEvery'];
  readonly leader: string;
  readonly owner: string;
  readonly department: string;
  readonly measures: string;
  readonly post: string;
  /** Others who take part, by name. */
  readonly alongside: string;
  /** What was taken for granted. */
  readonly remarks: readonly Bilingual[];
  /** What could not be read, for people; the rest of the line stands. */
  readonly problems: readonly Bilingual[];
  /** Names that cannot be told, with those they may mean. */
  readonly open: readonly OpenPerson[];
}

/** A name that cannot be told for certain; `typed` is how it is compared. */
export interface OpenPerson {
  readonly typed: string;
  readonly candidates: readonly Named[];
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
const widthOf = (indent: string): number =>
  [...indent].reduce((sum, sign) => sum + (sign === ' ' || sign === '\u00a0' ? 1 : 2), 0);

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

/** What an outline is read against. */
export interface OutlineContext {
  readonly period: Period;
  readonly today: Day;
  /** Who the user said that a name means; an empty id leaves it out. */
  readonly chosen?: ReadonlyMap<string, string>;
}

/** A cell of one line: what was broken over lines is joined. */
const inOneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ');

/** Cells of a row of a sheet: there, tabs in front are cells that are empty, no indent. */
const rowOf = ({
  indent,
  cells,
}: BlockLine): { readonly indent: string; readonly cells: string[] } => {
  const tabs = indent.split('\t');
  return { indent: tabs.at(-1) ?? '', cells: [...tabs.slice(1).map(() => ''), ...cells] };
};

/** Reads the texts of people and sections of an outline. */
class OutlinePeople {
  readonly #index: PeopleIndex;
  readonly #sections: ReadonlyMap<string, string>;

  constructor(state: State, period: Period, chosen: ReadonlyMap<string, string> | undefined) {
    const sections = listOf(state, 'department');
    const names = new Map(sections.map(({ id, name }) => [id, name]));
    this.#sections = new Map(sections.map(({ id, name }) => [plainText(name), id]));
    this.#index = new PeopleIndex(
      peopleOf(state, period).map(({ id, name, department, post }) => ({
        id,
        name,
        department: names.get(department) ?? '',
        post,
      })),
      undefined,
      chosen,
    );
  }

  /** Who leads, and who besides; sections and words that name nobody stand among the others. */
  person(text: string, heard: Heard): string {
    const pieces = peopleIn(text, this.#index, this.#sections);
    let first = '';
    for (const piece of pieces) {
      if (piece.remark) heard.remarks.push(piece.remark);
      if (piece.is !== 'words' && 'open' in piece.is) {
        if (this.#index.isLeftOut(piece.text)) continue;
        heard.open.push({ typed: openKey(piece), candidates: piece.is.open.candidates });
        heard.problems.push(unclear(piece));
      } else if (piece.is !== 'words' && 'person' in piece.is && first === '') {
        first = piece.is.person;
      } else if (!this.#index.isLeftOut(piece.text)) heard.others.push(piece.text);
    }
    return first;
  }

  /** The section in charge; others help. */
  section(text: string, heard: Heard): string {
    const whole = this.#sections.get(plainText(text));
    if (whole !== undefined || text === '') return whole ?? '';
    let first = '';
    for (const { text: name, is } of peopleIn(text, this.#index, this.#sections)) {
      if (is !== 'words' && 'section' in is && first === '') first = is.section;
      else if (is !== 'words' && 'open' in is) {
        heard.problems.push({
          zh: `没有科室“${name}”。`,
          en: `No section "${name}" is known.`,
        });
      } else heard.others.push(name);
    }
    return first;
  }
}

interface Heard {
  readonly problems: Bilingual[];
  readonly remarks: Bilingual[];
  readonly others: string[];
  readonly open: OpenPerson[];
}

const unclear = ({ text, is }: NamedPiece): Bilingual =>
  is !== 'words' && 'open' in is && is.open.candidates.length > 0
    ? {
        zh: `“${text}”可能是${is.open.candidates.map(({ name }) => name).join('、')}，请选定。`,
        en: `"${text}" may be ${is.open.candidates.map(({ name }) => name).join(' or ')}; choose.`,
      }
    : { zh: `名册里没有人员“${text}”。`, en: `No person "${text}" is known.` };

/**
 * Reads an outline: a line a task, an indent makes it part of the line above that is indented less.
 * Behind the task, divided by tabs or bars, stand goal, due day, leader, person in charge, section,
 * measures and post, or whatever a heading row names. A part without a leader or section has its
 * parent's. A row of a sheet without a task, as under a merged cell, adds its measures to the one
 * above. What cannot be read is left empty and said in `problems`.
 */
export function readOutline(
  state: State,
  text: string,
  { period, today, chosen }: OutlineContext,
): OutlineNode[] {
  const people = new OutlinePeople(state, period, chosen);
  const year = period.slice(0, 4);
  const nodes: OutlineNode[] = [];
  const open: { readonly width: number; readonly place: number }[] = [];
  let order: readonly (OutlineColumn | undefined)[] = columns;
  let isSheet = false;
  for (const line of linesOf(text)) {
    const heading = nodes.length === 0 ? headingOf(rowOf(line).cells) : undefined;
    if (heading) {
      order = heading;
      isSheet = true;
      continue;
    }
    const { indent, cells } = isSheet ? rowOf(line) : line;
    const width = widthOf(indent);
    const cell = (column: OutlineColumn): string => cells[order.indexOf(column)] ?? '';
    const title = withoutMark(inOneLine(cell('title')));
    const last = nodes.at(-1);
    const more = cell('measures');
    if (isSheet && title === '' && more !== '' && last && cell('due') === '') {
      const measures = [last.measures, more].filter(Boolean).join('\n');
      nodes[nodes.length - 1] = { ...last, measures };
      continue;
    }
    while ((open.at(-1)?.width ?? -1) >= width) open.pop();
    const parent = open.at(-1)?.place;
    const above = parent === undefined ? undefined : nodes[parent];
    const heard: Heard = { problems: [], remarks: [], others: [], open: [] };
    const reading = readDeadline(cell('due'), {
      year: Number(year),
      period: above ? periodBelow(above.period, '', today) : period,
    });
    const { due, words, every } = reading.ok
      ? reading.value
      : { due: '', words: '', every: undefined };
    if (!reading.ok) heard.problems.push(reading.reason);
    else if (reading.remark) heard.remarks.push(reading.remark);
    const leader = people.person(cell('leader'), heard);
    const owner = people.person(cell('owner'), heard);
    const department = people.section(cell('department'), heard);
    if (title === '') heard.problems.push({ zh: '没有写任务。', en: 'No task.' });
    open.push({ width, place: nodes.length });
    nodes.push({
      line: line.line,
      depth: open.length - 1,
      parent,
      period: periodNamed(title, year) ?? (above ? periodBelow(above.period, due, today) : period),
      title,
      goal: inOneLine(cell('goal')),
      due,
      dueWords: words,
      reportEvery: every === 'week' || every === 'month' ? every : 'none',
      leader: leader || (above?.leader ?? ''),
      owner,
      department: department || (above?.department ?? ''),
      measures: more,
      post: inOneLine(cell('post')),
      alongside: [...new Set(heard.others)].join('、').slice(0, 500),
      remarks: heard.remarks,
      problems: heard.problems,
      open: heard.open,
    });
  }
  return nodes;
}
