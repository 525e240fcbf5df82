import { expect, test } from 'vitest';
import { standardCalendar } from '../../../shared/calendar/workdays';
import type { Edit } from '../../../shared/changes/draft';
import { edit } from '../../../shared/changes/records';
import { sheetId } from '../../../shared/model/rating';
import { documentText } from '../../../shared/report/document-text';
import { ratingFormKind } from '../../../shared/report/rating-form';
import { booksOf, idOf, leader, ratings } from '../insight/books';

const anna = idOf(1);
const period = '2026-11';
const scores = { 'A1.1': 95, 'A1.2': 80, 'B6.1': 65 };
const request = {
  subject: anna,
  period,
  today: '2026-11-30',
  calendar: standardCalendar(),
  language: 'zh',
} as const;
const textOf = (...edits: readonly Edit[]) =>
  documentText(ratingFormKind.build(booksOf(leader(1, '甲'), ...edits), request));

test('a submitted sheet stands with its grades and scores, without body and mind', () => {
  const text = textOf(...ratings(anna, period, scores));
  expect(text).toContain('好、较好、未评');
  expect(text).toContain('87.5');
  expect(text).not.toContain('身心承受');
});

test('body and mind stand on it where their owner lets them', () => {
  const shows = edit('sheet', sheetId(anna, period), { showsPrivate: true });
  expect(textOf(...ratings(anna, period, scores), shows)).toContain('身心承受');
});

test('a draft is left blank, to be filled in by hand', () => {
  const gaps = edit('sheet', sheetId(anna, period), { gaps: '调研不够' });
  const text = textOf(...ratings(anna, period, scores, 'draft'), gaps);
  expect(text).not.toContain('87.5');
  expect(text).not.toContain('调研不够');
  expect(text).toContain('主动意识');
});
