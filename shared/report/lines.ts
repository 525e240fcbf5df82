import { paper, pointsPerMm, typeSize } from './paper';

/** Words of Chinese, as the runtime's dictionary knows them; it needs nothing from the system. */
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** What stays together on a line whatever the dictionary says: dates, figures with units, quotations. */
const wholes =
  /“[^”]{1,10}”|《[^》]{1,10}》|\d+年(?:\d+月)?(?:\d+日)?|\d+月(?:\d+日)?|第?[一二三四\d]+季度|\d[\d.,–-]*[%‰]?/g;

/** What a line must not begin with, and what it must not end with. */
const never = { first: /^[，。、；：！？）》”’·—…%的]/, last: /[（《“‘·—]$/ };

const widthOfCharacter = (one: string): number => {
  if (/[%‰@MWmw]/.test(one)) return 0.95;
  return one < '\u2000' ? 0.56 : 1;
};

/**
 * Width of a text in characters of its size: Latin ones are about half as wide. Where figures meet
 * Chinese, word processors put a quarter more.
 */
export function widthOf(text: string): number {
  const own = [...text].reduce((sum, one) => sum + widthOfCharacter(one), 0);
  const meetings = text.match(/[0-9A-Za-z%][\u2e80-\u9fff]|[\u2e80-\u9fff][0-9A-Za-z]/g) ?? [];
  return own + 0.25 * meetings.length;
}

/** The parts of a text that are not broken between lines (回行词意完整). */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  const push = (word: string): void => {
    const last = words.at(-1);
    if (last !== undefined && (never.first.test(word) || never.last.test(last))) {
      words[words.length - 1] = last + word;
    } else words.push(word);
  };
  let at = 0;
  for (const { 0: whole, index } of text.matchAll(wholes)) {
    for (const { segment } of segmenter.segment(text.slice(at, index))) push(segment);
    push(whole);
    at = index + whole.length;
  }
  for (const { segment } of segmenter.segment(text.slice(at))) push(segment);
  return words;
}

/** How much a break after a word disturbs: little after a name or a date, much around 和. */
function disturbance(before: string, after: string): number {
  if (/^[和与及暨]$/.test(before) || /^[和与及暨]/.test(after)) return 30;
  return /[局委院心站校处办厅部所会司队场区镇乡村年月日度]$/.test(before) ? 0 : 6;
}

/** The best way to put words on `count` lines of at most `most` characters; undefined where none is. */
function broken(
  words: readonly string[],
  count: number,
  { most, mean }: { readonly most: number; readonly mean: number },
): { lines: string[]; cost: number } | undefined {
  const whole = words.join('');
  if (count === 1) {
    const width = widthOf(whole);
    return width > most ? undefined : { lines: [whole], cost: (width - mean) ** 2 };
  }
  let best: { lines: string[]; cost: number } | undefined;
  for (let end = 1; end <= words.length - count + 1; end += 1) {
    const line = words.slice(0, end).join('');
    const width = widthOf(line);
    if (width > most) break;
    const rest = broken(words.slice(end), count - 1, { most, mean });
    if (!rest) continue;
    const cost =
      rest.cost + (width - mean) ** 2 + disturbance(words[end - 1] ?? '', words[end] ?? '');
    if (!best || cost < best.cost) best = { lines: [line, ...rest.lines], cost };
  }
  return best;
}

/** Characters of a title's size that surely fit beside each other into the type area. */
export const titleWidth = (paper.typeArea.width * pointsPerMm) / typeSize.title - 0.5;

/** Most lines that a title is broken into by words; longer ones are left to the page. */
const mostLines = 4;

/**
 * A title on lines of at most `most` characters of its size, of about one length, broken between
 * words and rather after a name or a date. One line where it fits, where the text is not Chinese, or
 * where it cannot be broken so. Source: GB/T 9704-2012, 7.3.1.
 */
export function titleLines(text: string, most: number): string[] {
  const width = widthOf(text);
  if (width <= most || !/[\u2e80-\u9fff]/.test(text)) return [text];
  const words = wordsOf(text);
  for (let count = Math.ceil(width / most); count <= mostLines; count += 1) {
    const found = broken(words, count, { most, mean: width / count });
    if (found) return found.lines;
  }
  return [text];
}

/**
 * Least width in characters at which a column title is broken between words only: on two lines at
 * most, or on as many as it has words. Short ones stand on one.
 */
export function leastHead(title: string, lines: number): number {
  const width = widthOf(title);
  if (width <= 3) return width;
  const words = wordsOf(title);
  if (lines > 2) return Math.max(2, ...words.map(widthOf));
  const two = broken(words, 2, { most: width, mean: width / 2 });
  return two ? Math.max(...two.lines.map(widthOf)) : width;
}

/**
 * A column title on as few lines as a column of so many characters allows, of about one length,
 * broken between words.
 */
export function headLines(title: string, most: number): string[] {
  const words = wordsOf(title);
  for (let count = 1; count <= words.length; count += 1) {
    const found = broken(words, count, { most, mean: widthOf(title) / count });
    if (found) return found.lines;
  }
  return words;
}
