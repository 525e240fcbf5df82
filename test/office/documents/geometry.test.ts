import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReportDocument } from '../../../shared/report/blocks';
import { paper } from '../../../shared/report/paper';
import type { CallInput } from '../../../shared/rpc';
import { chooseWhereToSave, foundUnit, newFolder, type RunningApp, startApp } from '../../e2e/app';
import { convert } from '../libreoffice';
import { fontsOf, infoOf, type Page, pagesOf, sizedTexts, textOf } from './poppler';

// Each clause of GB/T 9704-2012 that an internal summary keeps, held against the PDF itself.

const rare = '镕喆堃玥珺昉昇';
const fill = (count: number): string => '天地玄黄宇宙洪荒日月盈昃辰宿列张'.repeat(count);

const specimen: ReportDocument = {
  title: '版面样张',
  author: '青禾县林业和草原局',
  language: 'zh-CN',
  pageNumbers: 'outer',
  blocks: [
    { type: 'title', text: '版面样张' },
    { type: 'paragraph', text: fill(110) },
    { type: 'heading', level: 1, text: '一、一级标题' },
    { type: 'heading', level: 2, text: '（一）楷' },
    { type: 'heading', level: 3, text: '1.三级标题' },
    { type: 'paragraph', text: `参加人员：王${[...rare].join('、李')}。` },
    {
      type: 'table',
      caption: '人员表',
      columns: [
        { title: '姓名', width: 1, align: 'center' },
        { title: '职务', width: 2, align: 'left' },
      ],
      rows: [[`王${rare}`, '局长']],
    },
    { type: 'attachments', names: ['横排表'] },
    { type: 'signature', name: '青禾县林业和草原局', date: '2026年11月26日' },
    { type: 'page-break', orientation: 'landscape' },
    { type: 'heading', level: 1, text: '附件', flush: true },
    { type: 'title', text: '横排表' },
    {
      type: 'table',
      caption: '',
      columns: Array.from({ length: 12 }, (_, index) => ({
        title: `第${index + 1}列`,
        width: 1,
        align: 'center',
      })),
      rows: Array.from({ length: 30 }, () => Array.from({ length: 12 }, () => '内容')),
    },
  ],
};

const profile = newFolder('geometry');
const pdf = join(profile, '样张.pdf');
let running: RunningApp;
let pages: Page[] = [];

async function save(path: string, format: 'pdf' | 'docx'): Promise<void> {
  await chooseWhereToSave(running.app, path);
  const asked: CallInput<'documents.save'> = {
    documents: [{ document: specimen, fileName: specimen.title }],
    format,
    as: 'one',
    fileName: specimen.title,
  };
  const saved = await running.page.evaluate(
    (input) => window.touyan.call('documents.save', input),
    asked,
  );
  expect(saved.ok).toBe(true);
}

beforeAll(async () => {
  running = await startApp(profile);
  await foundUnit(running);
  await save(pdf, 'pdf');
  pages = pagesOf(pdf);
});

afterAll(async () => {
  await running.close();
  rmSync(profile, { recursive: true, force: true });
});

/** Full lines of body text on the second page, which holds nothing else. */
const bodyLines = () =>
  (pages[1]?.words ?? []).filter(({ text }) => text.length > 20).sort((a, b) => a.top - b.top);

const numberOn = (index: number) => {
  const page = pages[index];
  const words = (page?.words ?? []).filter(({ text, top }) => top > 262 && /^[—\d]+$/.test(text));
  return {
    text: words.map(({ text }) => text).join(' '),
    left: Math.min(...words.map(({ left }) => left)),
    right: Math.max(...words.map(({ right }) => right)),
    middle: words.reduce((sum, { top, bottom }) => sum + (top + bottom) / 2, 0) / words.length,
  };
};

const sizeOf = (wanted: string): number =>
  sizedTexts(pdf).find(({ text }) => text.includes(wanted))?.size ?? 0;

test('the page is that of GB/T 9704-2012, clause by clause', () => {
  const lines = bodyLines();
  const first = lines[0];
  const last = lines.at(-1);
  if (!first || !last) throw new Error('no lines');
  const pitch = (last.top - first.top) / (lines.length - 1);
  // The glyphs stand in the middle of their line.
  const above = (pitch - (first.bottom - first.top)) / 2;
  const character = 16 / (72 / 25.4);
  const odd = numberOn(0);
  const even = numberOn(1);
  const turned = pages.find(({ width, height }) => width > height);
  const turnedWords = turned?.words ?? [];
  const turnedBody = turnedWords.filter(({ text }) => text === '内容');
  const turnedNumber = turnedWords.filter(({ text }) => text === '—');
  const rows: [clause: string, what: string, wanted: number, found: number, within: number][] = [
    ['5.2.1', '纸张宽 mm', 210, pages[0]?.width ?? 0, 1],
    ['5.2.1', '纸张高 mm', 297, pages[0]?.height ?? 0, 1],
    ['5.2.1', '天头 mm', 37, first.top - above, 1],
    ['5.2.1', '订口 mm', 28, first.left, 1],
    ['5.2.1', '版心宽 mm', 156, Math.max(...lines.map(({ right }) => right)) - first.left, 1],
    ['5.2.1', '版心高 mm', 225, last.bottom + above - (first.top - above), 1],
    ['5.2.3', '每面行数', 22, lines.length, 0],
    ['5.2.3', '每行字数', 28, lines[1]?.text.length ?? 0, 0],
    ['5.2.2', '正文字号 磅（三号）', 16, sizeOf('天地玄黄'), 0.5],
    ['7.3.1', '标题字号 磅（二号）', 22, sizeOf('版面样张'), 0.5],
    ['7.3.3', '一级标题字号 磅', 16, sizeOf('一级标题'), 0.5],
    ['7.3.3', '二级标题字号 磅', 16, sizeOf('楷'), 0.5],
    [
      '7.3.3',
      '首行缩进 字',
      2,
      ((pages[0]?.words ?? []).find(({ text }) => text.startsWith('天地'))?.left ?? 0) / character -
        28 / character,
      0.2,
    ],
    ['7.5', '页码字号 磅（四号）', 14, sizeOf('— 1 —'), 0.5],
    ['7.5', '一字线距版心下边缘 mm', paper.numberBelow, odd.middle - 262, 1],
    ['7.5', '单页页码距右版心 字', 1, (184 - odd.right) / (14 / (72 / 25.4)), 0.3],
    ['7.5', '双页页码距左版心 字', 1, (even.left - 28) / (14 / (72 / 25.4)), 0.3],
    ['7.4', '横排页宽 mm', 297, turned?.width ?? 0, 1],
    ['7.4', '横排页高 mm', 210, turned?.height ?? 0, 1],
    ['7.4', '横排表左边 mm', 35, Math.min(...turnedBody.map(({ left }) => left)), 6],
    ['7.4', '横排表右边 mm', 260, Math.max(...turnedBody.map(({ right }) => right)), 6],
    [
      '7.4',
      '横排页码位置 mm',
      28,
      turnedNumber.reduce((sum, { left, right }) => sum + (left + right) / 2, 0) /
        turnedNumber.length,
      1.5,
    ],
  ];
  for (const [clause, what, wanted, found, within] of rows) {
    const ok = Math.abs(found - wanted) <= within;
    console.log(
      `GB/T 9704-2012 ${clause.padEnd(6)} ${what.padEnd(16)} ${String(wanted).padStart(6)} ${found.toFixed(2).padStart(8)}  ±${within}  ${ok ? '合' : '不合'}`,
    );
  }
  expect(odd.text).toBe('— 1 —');
  expect(even.text).toBe('— 2 —');
  for (const [clause, what, wanted, found, within] of rows) {
    expect(Math.abs(found - wanted), `${clause} ${what}: ${found}`).toBeLessThanOrEqual(within);
  }
});

test('every font is embedded, and rare characters of names are set in fonts that the app chose', () => {
  const fonts = fontsOf(pdf);
  expect(fonts.length).toBeGreaterThan(0);
  expect(fonts.filter(({ isEmbedded }) => !isEmbedded)).toEqual([]);
  const text = textOf(pdf).replace(/\s/g, '');
  for (const character of rare) expect(text).toContain(`李${character}`.replace('李镕', '王镕'));
  expect(text).toContain(`王${rare}`);
});

test('LibreOffice turns the same pages of the DOCX, and keeps the table within their edges', async () => {
  const docx = join(profile, '横排.docx');
  await save(docx, 'docx');
  const [set = ''] = await convert([docx], 'pdf', join(profile, 'office'));
  const theirs = pagesOf(set);
  const turnedOf = (all: readonly Page[]) => all.map(({ width, height }) => width > height);
  const [ours, turned] = [turnedOf(pages), turnedOf(theirs)];
  expect(turned.indexOf(true)).toBe(ours.indexOf(true));
  expect(turned.lastIndexOf(false)).toBe(ours.lastIndexOf(false));
  expect(Math.abs(theirs.length - pages.length)).toBeLessThanOrEqual(1);
  for (const [index, { width, height, words }] of theirs.entries()) {
    if (width > height) {
      // The number stands as on the upright sheet: on the left, odd ones at the foot (7.4).
      const number = words.filter(({ text, left }) => left < 34 && /^[—\d]+$/.test(text));
      const middle = number.reduce((sum, one) => sum + (one.left + one.right) / 2, 0);
      expect(Math.abs(middle / number.length - 28)).toBeLessThan(1.5);
      const character = 14 / (72 / 25.4);
      const edge =
        index % 2 === 0
          ? 210 - 26 - Math.max(...number.map(({ bottom }) => bottom))
          : Math.min(...number.map(({ top }) => top)) - 28;
      expect(Math.abs(edge - character)).toBeLessThan(1.5);
    }
    const [long, short] = [Math.max(width, height), Math.min(width, height)];
    expect(Math.abs(long - 297) + Math.abs(short - 210)).toBeLessThan(1);
    const body = words.filter(({ text }) => text === '内容');
    expect(body.length > 0).toBe(width > height);
    for (const { left, right, top, bottom } of body) {
      expect(left).toBeGreaterThan(35);
      expect(right).toBeLessThan(297 - 37);
      expect(top).toBeGreaterThan(28);
      expect(bottom).toBeLessThan(210 - 26);
    }
  }
  expect(textOf(set).replace(/\s/g, '')).toContain(`王${rare}`);
});

test('it is tagged, in outline, and says title, author, language and when it was made', () => {
  const info = infoOf(pdf);
  expect(info).toMatch(/Title: +版面样张\n/);
  expect(info).toMatch(/Author: +青禾县林业和草原局\n/);
  expect(info).toMatch(/Creator: +头雁 Touyan\n/);
  expect(info).toMatch(/CreationDate: +\w/);
  expect(info).toMatch(/Tagged: +yes\n/);
  const raw = readFileSync(pdf, 'latin1');
  expect(raw).toMatch(/\/Lang \(zh-CN\)/);
  expect(raw).toMatch(/\/Outlines \d+ 0 R/);
  expect(raw).toContain('/DisplayDocTitle true');
});
