import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, parse } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { documentKinds } from '../../../shared/report/documents';
import { newFolder, type RunningApp, startApp } from '../../e2e/app';
import { convert } from '../libreoffice';
import { fontsOf, pagesOf, textOf } from './poppler';

// Each kind of document of the sample unit through every output: whatever one shows, all show.

const root = newFolder('contents');
const data = join(root, 'unit');
const touyanScript = join(import.meta.dirname, '../../../build/touyan.mjs');

function touyan(...argv: string[]): void {
  const env = { ...process.env, TOUYAN_TODAY: '2026-11-23', LC_ALL: 'C.UTF-8' };
  execFileSync(process.execPath, [touyanScript, ...argv], { env });
}

const squeezed = (text: string): string => text.replace(/\s/g, '');

/** Pieces of text in their order: lines of the plain text, cells apart. */
const piecesOf = (text: string): string[] =>
  text
    .replace(/^\ufeff/, '')
    .split(/[\n\t]/)
    .map(squeezed)
    .filter((piece) => piece !== '');

/** The first piece that does not come after those before it; undefined where all are in order. */
function missing(pieces: readonly string[], text: string): string | undefined {
  let from = 0;
  return pieces.find((piece) => {
    const at = text.indexOf(piece, from);
    if (at >= 0) from = at + piece.length;
    return at < 0;
  });
}

/** Text of a PDF without page numbers and without the titles a table repeats on the next page. */
function pdfText(pdf: string): string {
  return squeezed(textOf(pdf)).replace(/—\d+—/g, '');
}

const docxText = (docx: string): string =>
  squeezed(
    [
      ...execFileSync('unzip', ['-p', docx, 'word/document.xml'], {
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      }).matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g),
    ]
      .map(([, text = '']) => text)
      .join('')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&apos;/g, "'")
      .replace(/&amp;/g, '&'),
  );

/** The first document of a kind in every format; several kinds have one for each leader. */
function filesOf(kind: string): { txt: string; pdf: string; docx: string } {
  const folder = join(root, kind);
  const first = (ending: string): string =>
    join(
      folder,
      readdirSync(folder)
        .filter((name) => name.endsWith(ending))
        .sort()[0] ?? '',
    );
  return { txt: first('.txt'), pdf: first('.pdf'), docx: first('.docx') };
}

beforeAll(() => {
  touyan('sample', '--data', data, '--leaders', '3', '--staff', '12', '--years', '1');
  for (const { id } of documentKinds) {
    mkdirSync(join(root, id));
    for (const format of ['txt', 'pdf', 'docx']) {
      const month = id === 'monthly' ? [] : ['--month', '2026-10'];
      const where = ['--each', '--out', join(root, id)];
      touyan('document', '--data', data, '--kind', id, ...month, '--format', format, ...where);
    }
  }
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe.each(documentKinds.map(({ id }) => id))('%s', (kind) => {
  test('PDF and DOCX have every block of the document, in its order', () => {
    const { txt, pdf, docx } = filesOf(kind);
    const pieces = piecesOf(readFileSync(txt, 'utf8'));
    expect(pieces.length).toBeGreaterThan(2);
    expect(missing(pieces, docxText(docx))).toBeUndefined();
    // A row may be drawn cell by cell and line by line: what counts is that nothing is missing.
    const drawn = pdfText(pdf);
    expect(pieces.filter((piece) => !drawn.includes(piece)).slice(0, 3)).toEqual([]);
  });

  test('LibreOffice sets the DOCX on as many pages, within their edges, with every character', async () => {
    const { pdf, docx } = filesOf(kind);
    const [set = ''] = await convert([docx], 'pdf', join(root, `${kind}-office`));
    expect(parse(set).name).toBe(parse(docx).name);
    const ours = pagesOf(pdf);
    const theirs = pagesOf(set);
    console.log(`office: ${kind}: ${ours.length} pages as PDF, ${theirs.length} from DOCX`);
    expect(Math.abs(theirs.length - ours.length)).toBeLessThanOrEqual(1);
    for (const { width, words } of theirs) {
      expect(Math.min(...words.map(({ left }) => left))).toBeGreaterThan(25);
      // Word processors let a mark hang over the edge of a line.
      const inside = words.filter(({ text }) => !/[，。；：、！？”）》]$/.test(text));
      expect(Math.max(...inside.map(({ right }) => right))).toBeLessThan(width - 24);
    }
    expect(fontsOf(set).filter(({ isEmbedded }) => !isEmbedded)).toEqual([]);
    expect(textOf(set)).not.toMatch(/[\ufffd\ue000-\uf8ff]/);
    expect(
      missing(piecesOf(readFileSync(filesOf(kind).txt, 'utf8')).slice(0, 5), pdfText(set)),
    ).toBeUndefined();
  });
});

test('the preview on the screen has every block as well', async () => {
  process.env.TOUYAN_DATA = data;
  const running: RunningApp = await startApp(newFolder('preview'));
  try {
    const { page } = running;
    await page.getByRole('navigation', { name: '主导航' }).waitFor();
    await page.evaluate(() => {
      window.location.hash = '#/summary?month=2026-11';
    });
    await page.locator('.paper-page').first().waitFor();
    const texts = await page.locator('.paper-page').allTextContents();
    const shown = squeezed(texts.map((text) => text.replace(/— \d+ —$/, '')).join(''));
    const pieces = piecesOf(readFileSync(filesOf('monthly').txt, 'utf8'));
    expect(missing(pieces, shown)).toBeUndefined();
  } finally {
    delete process.env.TOUYAN_DATA;
    await running.close();
  }
});
