import { execFileSync } from 'node:child_process';

const run = (tool: string, ...args: string[]): string =>
  execFileSync(tool, args, { encoding: 'utf8', maxBuffer: 1 << 28 });

const mmOfPoints = (points: string | undefined): number => (Number(points) * 25.4) / 72;

/** A word on a page, its box in mm from the upper left corner. */
export interface Word {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
}

const plain = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

/** Where every word of a PDF stands. */
export function pagesOf(pdf: string): Page[] {
  const html = run('pdftotext', '-bbox', pdf, '-');
  return html
    .split('<page ')
    .slice(1)
    .map((page) => {
      const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(page) ?? [];
      const words = page.matchAll(
        /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g,
      );
      return {
        width: mmOfPoints(width),
        height: mmOfPoints(height),
        words: [...words].map(([, left, top, right, bottom, text = '']) => ({
          text: plain(text),
          left: mmOfPoints(left),
          top: mmOfPoints(top),
          right: mmOfPoints(right),
          bottom: mmOfPoints(bottom),
        })),
      };
    });
}

/** A piece of text with the size it is set in, in points. */
export interface SizedText {
  readonly text: string;
  readonly size: number;
}

export function sizedTexts(pdf: string): SizedText[] {
  const xml = run('pdftohtml', '-xml', '-i', '-zoom', '1', '-stdout', pdf);
  const sizes = new Map(
    [...xml.matchAll(/<fontspec id="(\d+)" size="(\d+)"/g)].map(([, id, size]) => [
      id,
      Number(size),
    ]),
  );
  return [...xml.matchAll(/<text [^>]*font="(\d+)"[^>]*>(.*?)<\/text>/g)].map(([, id, text]) => ({
    text: plain((text ?? '').replace(/<[^>]*>/g, '')),
    size: sizes.get(id) ?? 0,
  }));
}

/** The fonts of a PDF: name, and whether the file carries it. */
export function fontsOf(pdf: string): { name: string; isEmbedded: boolean }[] {
  return run('pdffonts', pdf)
    .split('\n')
    .slice(2, -1)
    .map((line) => ({
      name: (line.split(/\s+/)[0] ?? '').replace(/^[A-Z]{6}\+/, ''),
      isEmbedded: / yes +(?:yes|no) +(?:yes|no) +\d+ +\d+$/.test(line),
    }));
}

/** What a PDF says of itself. */
export const infoOf = (pdf: string): string => run('pdfinfo', pdf);

/** Its text in the order in which it is drawn. */
export const textOf = (pdf: string): string => run('pdftotext', '-raw', pdf, '-');
