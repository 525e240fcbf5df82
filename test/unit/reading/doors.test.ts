import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { runCommand } from '../../../electron/cli';
import { readWorkbook } from '../../../electron/sheets/read-workbook';
import { addDays } from '../../../shared/calendar/day';
import { dayText } from '../../../shared/calendar/day-text';
import { draftSet } from '../../../shared/changes/draft';
import { applySet, emptyState } from '../../../shared/changes/state';
import { readOutline } from '../../../shared/insight/task-outline';
import { blockText } from '../../../shared/reading/block';
import { readDay } from '../../../shared/reading/day';
import { readDeadline } from '../../../shared/reading/deadline';
import { readNumber } from '../../../shared/reading/number';
import { type Cell, cellText } from '../../../shared/sheet/book';
import { sheetLists } from '../../../shared/sheet/list';
import { newsOf } from '../sheet/comparing';
import {
  dayShapes,
  deadlineShapes,
  markShapes,
  noDays,
  numberShapes,
  peopleShapes,
  shapesOffice,
  shapesSections,
} from './shapes';

/** A shape with the day or words it must give; empty where it is refused. */
const deadlines = [...dayShapes, ...deadlineShapes].map(([text, value]) => ({
  text,
  due: /^[~!]/.test(value) ? '' : value.replace(/^=/, ''),
  words: value.startsWith('~') ? value.slice(1) : '',
  isRefused: value === '!',
}));
const numbers = numberShapes.map(([text, value]) => ({
  text,
  value: value === '!' || value === '' ? null : Number(value.replace(/^=/, '')),
}));
const titleOf = (place: number) => `造林甲乙${place}号地块`;
const dues = deadlines.map(({ due, words }, place) => [titleOf(place), due, words]);
const state = emptyState();
const listOf = (id: string) => {
  const list = sheetLists.find((one) => one.id === id);
  if (!list) throw new Error(id);
  return list;
};

it('the table holds each shape once', () => {
  const tables = [
    dayShapes,
    deadlineShapes,
    numberShapes,
    markShapes,
    peopleShapes,
    noDays.map((text) => [text] as const),
  ];
  expect(tables.flat().length).toBeGreaterThan(300);
  for (const shapes of tables) {
    expect(new Set(shapes.map(([text]) => text)).size).toBe(shapes.length);
  }
});

describe('the readers', () => {
  it.each(dayShapes)('%j is the day %s', (text, value) => {
    const reading = readDay(text, 2026, 'refuse');
    expect(reading).toMatchObject({ ok: true, value: value.replace(/^=/, '') });
    // What was taken for granted is said, and nothing else.
    expect(reading.ok && reading.remark !== undefined).toBe(value.startsWith('='));
  });

  it.each(noDays)('%j is no day, and it is said why', (text) => {
    const reading = readDay(text, 2026, 'refuse');
    expect(!reading.ok && reading.reason.zh.length).toBeGreaterThan(5);
  });

  it.each(deadlineShapes)('%j is the deadline %s', (text, value) => {
    const reading = readDeadline(text, { year: 2026 });
    if (value === '!') return expect(reading.ok).toBe(false);
    expect(reading).toMatchObject({
      ok: true,
      value: value.startsWith('~')
        ? { due: '', words: value.slice(1) }
        : { due: value.replace(/^=/, ''), words: '' },
    });
    return expect(reading.ok && reading.remark !== undefined).toBe(/^[=~]/.test(value));
  });

  it.each(numberShapes)('%j is the number %s', (text, value) => {
    const reading = readNumber(text);
    if (value === '!') return expect(reading.ok).toBe(false);
    expect(reading.ok && String(reading.value ?? '')).toBe(value.replace(/^=/, ''));
    return expect(reading.ok && reading.remark !== undefined).toBe(value.startsWith('='));
  });
});

describe('the same shape at every door', () => {
  const period = '2026';
  const today = '2026-11-23';

  it('an outline that is typed', () => {
    // Bars part cells there, and lines are trimmed as people type them.
    const text = deadlines.map((one, place) => `${titleOf(place)}｜｜${one.text}`).join('\n');
    const nodes = readOutline(state, text, { period, today });
    expect(nodes.map(({ title, due, dueWords }) => [title, due, dueWords])).toEqual(dues);
    expect(nodes.map(({ problems }) => problems.length > 0)).toEqual(
      deadlines.map(({ isRefused }) => isRefused),
    );
  });

  it('a block that is pasted', () => {
    const rows = deadlines.map((one, place) => [String(place + 1), titleOf(place), one.text]);
    const text = blockText([['序号', '工作任务', '完成时限'], ...rows]);
    const nodes = readOutline(state, text, { period, today });
    expect(nodes.map(({ title, due, dueWords }) => [title, due, dueWords])).toEqual(dues);
  });

  /** Lines that say more than a mark. */
  const lines = markShapes.filter(([, rest]) => /\p{Script=Han}.{3}/u.test(rest));

  it('lines of an outline, typed and pasted', () => {
    const titles = lines.map(([, rest]) => rest);
    // A line at a time: what a mark makes of the lines below it is the outline's own test.
    const typed = lines.flatMap(([text]) => readOutline(state, text, { period, today }));
    expect(typed.map(({ title }) => title)).toEqual(titles);
    const rows = lines.map(([text], place) => [String(place + 1), text, '年底']);
    const block = blockText([['序号', '工作任务', '完成时限'], ...rows]);
    const pasted = readOutline(state, block, { period, today });
    expect(pasted.map(({ title }) => title)).toEqual(titles);
  });

  it('people in a sheet: the first leads, who is unclear stays open', () => {
    const office = emptyState();
    const set = draftSet(
      office,
      [
        ...shapesSections.map(({ id, name }) => ({
          collection: 'department' as const,
          id,
          fields: { name },
        })),
        ...shapesOffice.map(({ id, name, post, department }) => ({
          collection: 'person' as const,
          id,
          fields: {
            name,
            post,
            department: shapesSections.find((one) => one.name === department)?.id ?? '',
          },
        })),
      ],
      { device: 'test0000', author: '', wall: '2026-11-23T08:00:00Z', label: 'test' },
    );
    if (set) applySet(office, set);
    // Pinyin is for choosers: in a cell it is a name of its own.
    const written = peopleShapes.filter(([text]) => !/[a-z]/i.test(text));
    const rows = written.map(([text], place): Cell[] => ['2026', titleOf(place), text]);
    const news = newsOf(office, listOf('task'), [['所属时期', '任务', '具体负责人'], ...rows]);
    const first = (told: string): string => /\d/.exec(told.replace(/\?\d/g, ''))?.[0] ?? '';
    expect(news.map(({ fields }, at) => [written[at]?.[0], fields.owner ?? ''])).toEqual(
      written.map(([text, told]) => [text, first(told)]),
    );
  });

  it('a sheet', () => {
    const rows = deadlines.map((one, place): Cell[] => ['2026', titleOf(place), one.text]);
    const news = newsOf(state, listOf('task'), [['所属时期', '任务', '时限'], ...rows]);
    expect(
      news.map(({ fields }) => [fields.title, fields.due ?? '', fields.dueWords ?? '']),
    ).toEqual(dues);
    expect(news.map(({ cells }) => cells.due?.state === 'open')).toEqual(
      deadlines.map(({ isRefused }) => isRefused),
    );
    const targets = numbers.map((one, place): Cell[] => ['2026', titleOf(place), one.text]);
    const goals = newsOf(state, listOf('target'), [['年度', '目标名称', '目标值'], ...targets]);
    expect(goals.map(({ fields }) => fields.goal ?? null)).toEqual(
      numbers.map(({ value }) => value),
    );
  });
});

describe('the command line', () => {
  let root = '';
  const data = () => join(root, 'unit');
  const run = async (...argv: string[]) => {
    const output = { stdout: () => undefined, stderr: () => undefined, isTerminal: false };
    return runCommand(argv, output);
  };
  const csv = (rows: readonly (readonly string[])[]) =>
    rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');
  /** A heading without the mark of what must be filled in. */
  const headingOf = (cell: Cell | undefined) => cellText(cell).replace(/[^\p{L}]+$/u, '');
  /** The cells under some titles of what is exported, by the title of the row. */
  const exported = async (list: string, titles: readonly string[]) => {
    const file = join(root, `${list}.xlsx`);
    await run('sheet-export', '--data', data(), '--list', list, '--out', file);
    const [sheet] = await readWorkbook(await (await import('node:fs/promises')).readFile(file));
    const grid = sheet?.grid ?? [];
    const head = grid.findIndex((row) =>
      titles.every((title) => row.some((cell) => headingOf(cell) === title)),
    );
    const columns = titles.map((title) => grid[head]?.findIndex((one) => headingOf(one) === title));
    const rows = grid
      .slice(head + 1)
      .map((row) => columns.map((column) => cellText(row[column ?? 0])));
    return new Map(rows.map(([title = '', ...rest]) => [title, rest]));
  };

  beforeAll(async () => {
    vi.stubEnv('TOUYAN_TODAY', '2026-11-23');
    root = await mkdtemp(join(tmpdir(), 'touyan-doors-'));
    await run('sample', '--data', data(), '--leaders', '2', '--staff', '2', '--years', '1');
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await rm(root, { recursive: true, force: true });
  });

  it('takes deadlines and numbers as the window does', async () => {
    const tasks = join(root, 'tasks.csv');
    await writeFile(
      tasks,
      csv([
        ['所属时期', '任务', '时限'],
        ...deadlines.map((one, place) => ['2026', titleOf(place), one.text]),
      ]),
    );
    await run('sheet-import', '--data', data(), '--list', 'task', '--write', tasks);
    const after = await exported('task', ['任务', '时限', '时限说明']);
    expect(dues.map(([title = '']) => [title, ...(after.get(title) ?? [])])).toEqual(dues);

    const targets = join(root, 'targets.csv');
    await writeFile(
      targets,
      csv([
        ['年度', '目标名称', '目标值'],
        ...numbers.map((one, place) => ['2026', titleOf(place), one.text]),
      ]),
    );
    await run('sheet-import', '--data', data(), '--list', 'target', '--write', targets);
    const goals = await exported('target', ['目标名称', '目标值']);
    expect(numbers.map((_, place) => goals.get(titleOf(place))?.[0])).toEqual(
      numbers.map(({ value }) => (value === null ? '' : String(value))),
    );
  });
});

describe('what no reading may do', () => {
  const day = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days));

  it('a day in any of our own writings is that day', () => {
    fc.assert(
      fc.property(day, (written) => {
        for (const text of [written, dayText(written, 'zh'), dayText(written, 'en')]) {
          expect(readDay(text, 2026)).toEqual({ ok: true, value: written });
          expect(readDeadline(text, { year: 2026 })).toMatchObject({ value: { due: written } });
        }
      }),
    );
  });

  it('a number in any of our own writings is that number', () => {
    const number = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((one) => +one.toFixed(4));
    fc.assert(
      fc.property(number, (value) => {
        const grouped = value.toLocaleString('en-US', { maximumFractionDigits: 4 });
        for (const text of [value.toFixed(4), grouped]) {
          expect(readNumber(text)).toMatchObject({
            ok: true,
            value: Number(text.replaceAll(',', '')),
          });
        }
      }),
    );
  });

  /** Second readers, as simple as can be: the figures of a text, in their order. */
  const figuresOf = (text: string): number[] => (text.match(/\d+/g) ?? []).map(Number);
  const sign = fc.constantFrom(
    '.',
    '-',
    '/',
    '年',
    '月',
    '日',
    '、',
    ' ',
    ',',
    '，',
    '0',
    '1',
    '2',
  );
  const piece = fc.oneof(sign, fc.integer({ min: 0, max: 2100 }).map(String));

  it('no text without a remark is another day than its figures say', () => {
    const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (written) => {
        const reading = readDay(written, 2026, 'refuse');
        if (!reading.ok || reading.value === '' || reading.remark) return;
        const [year, month, date] = figuresOf(reading.value);
        const figures = figuresOf(written);
        const [only = 0] = figures;
        if (figures.length === 1 && only >= 1e7) {
          expect(only).toBe(Number(reading.value.replaceAll('-', '')));
        } else if (figures.length === 1 || /^\d{5}\.\d+\D*$/.test(written.trim())) {
          // A serial number: the days since the year 1900 began.
          const first = Date.UTC(1899, 11, 30);
          expect((Date.parse(reading.value) - first) / 86_400_000).toBe(only);
        } else expect(figures.slice(0, 3)).toEqual([year, month, date]);
      }),
      { numRuns: 2000 },
    );
  });

  it('no text without a remark is another number than its figures say', () => {
    const text = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (written) => {
        const reading = readNumber(written);
        if (!reading.ok || reading.value === null || reading.remark) return;
        const figures = written.normalize('NFKC').replace(/(?<=\d)[, ](?=\d{3})/g, '');
        expect(Math.abs(reading.value)).toBe(Number(/[\d.]+/.exec(figures)?.[0]));
      }),
      { numRuns: 2000 },
    );
  });
});
