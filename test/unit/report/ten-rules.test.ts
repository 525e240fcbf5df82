import { expect, it } from 'vitest';
import { standardCalendar } from '../../../shared/calendar/workdays';
import type { Edit } from '../../../shared/changes/draft';
import { edit } from '../../../shared/changes/records';
import { fold, type State } from '../../../shared/changes/state';
import { leadersOf } from '../../../shared/insight/people';
import type { Block, ReportDocument } from '../../../shared/report/blocks';
import { documentKind } from '../../../shared/report/documents';
import { widthOf } from '../../../shared/report/lines';
import { paper } from '../../../shared/report/paper';
import { sampleDefaults, sampleSets } from '../../../shared/sample/history';
import { booksOf, idOf, leader } from '../insight/books';

const calendar = standardCalendar();
const today = '2026-11-23';

const sampleUnit = (seed: number): State =>
  fold([...sampleSets({ ...sampleDefaults, seed, today, device: 'sample00' })]);

const task = (number: number, fields: Parameters<typeof edit<'task'>>[2] = {}): Edit =>
  edit('task', idOf(100 + number), {
    period: '2026-10',
    title: `植树造林${number}`,
    goal: '验收合格',
    due: '2026-10-30',
    leader: idOf(1),
    owner: idOf(1),
    issued: '2026-10-01',
    ...fields,
  });
const many = (count: number, fields: Parameters<typeof edit<'task'>>[2] = {}): Edit[] =>
  Array.from({ length: count }, (_, index) => task(index, fields));

const longName = '某自治州某县某国有林场和森林草原防火及有害生物防治技术推广综合服务保障中心办公室';
const goals = [0, 0.001, -5, 1e9].map((goal, index) =>
  edit('target', idOf(50 + index), {
    name: `目标${index}`,
    year: 2026,
    goal,
    measure: '元',
    leader: idOf(1),
  }),
);

const units: Readonly<Record<string, () => State>> = {
  'seed 7': () => sampleUnit(7),
  'seed 11': () => sampleUnit(11),
  'seed 23': () => sampleUnit(23),
  'one leader': () => booksOf(leader(1, '甲'), ...many(4)),
  'leader leaving': () =>
    booksOf(
      leader(1, '甲'),
      edit('person', idOf(1), { left: '2026-10-15' }),
      leader(2, '乙'),
      ...many(6),
    ),
  'long name': () =>
    booksOf(edit('unit', 'unit', { name: longName }), leader(1, longName), ...many(3)),
  '300 tasks': () => booksOf(leader(1, '甲'), ...many(300)),
  'only closings': () => booksOf(leader(1, '甲'), ...many(12, { closed: '2026-10-20' })),
  'rare names': () => booksOf(leader(1, '𬭎䶮𫖯'), ...many(3)),
  'odd goals': () => booksOf(leader(1, '甲'), ...goals),
};

const periods: Readonly<Record<string, readonly string[]>> = {
  monthly: ['2026-02', '2026-06', '2026-10'],
  quarterly: ['2026-Q3'],
  yearly: ['2026'],
  'duty-report': ['2026'],
};

type Paragraph = Extract<Block, { type: 'paragraph' }>;

/** The text proper, before the attachments. */
const bodyOf = ({ blocks }: ReportDocument): readonly Block[] => {
  const end = blocks.findIndex(({ type }) => type === 'page-break');
  return end < 0 ? blocks : blocks.slice(0, end);
};
const paragraphsOf = (document: ReportDocument): Paragraph[] =>
  bodyOf(document).filter((block): block is Paragraph => block.type === 'paragraph');

/** Lines that a block takes, roughly: a chart half a page, a row of a table two lines. */
const linesOf = (block: Block): number => {
  switch (block.type) {
    case 'paragraph':
      return Math.ceil((widthOf(block.text) + 2) / paper.characters);
    case 'table':
      return 2 + block.rows.length;
    case 'chart':
      return paper.lines / 2;
    default:
      return 1;
  }
};

/** Clauses of a text without figures and quotations, those long enough to be noticed. */
const phrasesOf = (paragraphs: readonly Paragraph[]): string[] =>
  paragraphs.flatMap(({ text }) =>
    text
      .replace(/“[^”]*”/g, '')
      .split(/[，。；：、（）]/)
      .map((part) => part.replace(/[\d.%]+/g, ''))
      .filter((part) => part.length >= 6),
  );

/** Each rule of a paper to be signed, by what breaks it. */
const rules: Readonly<Record<string, (document: ReportDocument, kind: string) => string[]>> = {
  'a month takes five pages, and no table of the text more than ten rows': (document, kind) => {
    const body = bodyOf(document);
    const pages = body.reduce((sum, block) => sum + linesOf(block), 0) / paper.lines;
    const long = body.filter((block) => block.type === 'table' && block.rows.length > 10);
    return [
      ...(kind === 'monthly' && pages > 5 ? [`${pages} pages`] : []),
      ...long.map(() => 'a long table'),
    ];
  },
  'the plan has eight sentences at most': (document) => {
    const plan = paragraphsOf(document).filter(({ section }) => section?.startsWith('plan'));
    const count =
      plan
        .map(({ text }) => text)
        .join('')
        .split('。').length - 1;
    return count > 8 ? [`${count} sentences`] : [];
  },
  'part one goes by line of work': (document) => {
    const sections = paragraphsOf(document).map(({ section }) => section ?? '');
    const hasTasks = paragraphsOf(document).some(({ text }) => /共有任务\d/.test(text));
    return hasTasks && !sections.some((one) => one.startsWith('tasks.')) ? ['no lines'] : [];
  },
  'a paragraph has three quotations and 220 characters at most': (document) =>
    paragraphsOf(document)
      .map(({ text }) => text)
      .filter((text) => text.length > 220 || text.split('“').length - 1 > 3),
  'no phrase comes more than three times': (document) => {
    const phrases = phrasesOf(paragraphsOf(document));
    return [...new Set(phrases)].filter((one) => phrases.filter((p) => p === one).length > 3);
  },
  'every point of problems has its answer': (document) => {
    const sections = paragraphsOf(document).map(({ section }) => section ?? '');
    const has = sections.some((one) => one.startsWith('problems.') && one !== 'problems.none');
    return has && !sections.includes('plan.answers') ? ['no answer'] : [];
  },
  'the same task stands once in a plan': (document) =>
    document.blocks.flatMap((block) => {
      if (block.type !== 'table' || block.columns.length !== 6) return [];
      const keys = block.rows.map((row) => row.slice(1, 4).join('|'));
      const isPlan = block.columns.some(({ title }) => title === '时限');
      return isPlan ? keys.filter((key, index) => keys.indexOf(key) !== index) : [];
    }),
  'nothing says that the books are unfinished, or speaks of months in a year': (document, kind) =>
    paragraphsOf(document)
      .filter(({ section }) => section !== 'empty')
      .map(({ text }) => text.replace(/“[^”]*”/g, ''))
      .filter(
        (text) =>
          /尚未录入|尚未明确|[^\d.]0[项次人]/.test(text) ||
          ((kind === 'yearly' || kind === 'duty-report') && text.includes('下月')),
      ),
};

/** The rules that hold for a leader's report, too. */
const ofAny = Object.fromEntries(
  Object.entries(rules).filter(([rule]) => /^(?:no phrase|nothing says)/.test(rule)),
);

it('papers keep the rules, whatever unit, kind and period', () => {
  const broken: string[] = [];
  const counts = new Map<string, { papers: number; broken: number }>();
  for (const [unit, make] of Object.entries(units)) {
    const state = make();
    const head = leadersOf(state, '2026')[0]?.id ?? '';
    for (const [kind, ofKind] of Object.entries(periods)) {
      for (const period of ofKind) {
        const declared = documentKind(kind);
        if (!declared) throw new Error(`no kind ${kind}`);
        const subject = declared.of === 'leader' ? head : '';
        const request = { subject, period, today, calendar, language: 'zh' } as const;
        const document = declared.build(state, request);
        for (const [rule, find] of Object.entries(kind === 'duty-report' ? ofAny : rules)) {
          const found = find(document, kind);
          const key = `${kind}: ${rule}`;
          const known = counts.get(key) ?? { papers: 0, broken: 0 };
          counts.set(key, { papers: known.papers + 1, broken: known.broken + found.length });
          for (const what of found) broken.push(`${unit}, ${period}, ${rule}: ${what}`);
        }
      }
    }
  }
  console.table(Object.fromEntries(counts));
  expect(broken).toEqual([]);
});
