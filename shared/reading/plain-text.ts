/**
 * Text without what office sheets put into it: full-width letters and digits become plain ones,
 * blanks and marks that cannot be seen go, line ends become one kind.
 */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '')
    .replace(/\r\n?/g, '\n')
    .trim();
}

/** A text as it is kept: line ends of one kind, no blanks at the ends, all else as it was. */
export const keptText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\ufeff/g, '')
    .trim();

/** What offices write into a cell to say that there is nothing. */
const nothing = new Set(['', '-', '--', '—', '——', '－', '/', '\\', '无', '暂无', 'N/A', 'n/a']);

/** Whether a text says that there is nothing. */
export const saysNothing = (text: string): boolean => nothing.has(plainText(text));
