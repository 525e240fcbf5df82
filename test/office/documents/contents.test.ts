import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
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

/** Month that a kind is made for: of October all is filled in; the summary is of a running month. */
const monthOf = (kind: string): string => (kind === 'monthly' ? '2026-11' : '2026-10');

/** What the preview shows, by kind: the title of the document, and its text without page numbers. */
const previews = new Map<string, { title: string; text: string }>();

/**
 * The document of a kind that the preview shows, in every format. Several kinds have one for each
 * leader, task or record; their files are named after titles and written in the order in which they
 * are offered, of which the preview shows the first.
 */
function filesOf(kind: string): { txt: string; pdf: string; docx: string } {
  const title = previews.get(kind)?.title ?? '';
  const written = (name: string) => statSync(join(root, kind, name), { bigint: true }).mtimeNs;
  const [first = ''] = readdirSync(join(root, kind))
    .filter((name) => name.endsWith('.txt') && name.includes(title))
    .sort((a, b) => (written(a) < written(b) ? -1 : 1));
  const stem = join(root, kind, parse(first).name);
  return { txt: `${stem}.txt`, pdf: `${stem}.pdf`, docx: `${stem}.docx` };
}

async function readPreview({ page }: RunningApp, kind: string): Promise<void> {
  const go = (hash: string) =>
    page.evaluate((to) => {
      window.location.hash = to;
    }, hash);
  // By way of another page, so that no paper of the kind before is read.
  await go('#/home');
  await page.locator('.paper-page').first().waitFor({ state: 'detached' });
  await go(`#/summary?document=${kind}&month=${monthOf(kind)}`);
  const pages = page.locator('.ty-desk-top .paper-page');
  await pages.first().waitFor();
  const texts = await pages.allTextContents();
  previews.set(kind, {
    title: (await pages.first().locator('.paper-title').textContent()) ?? '',
    text: squeezed(texts.map((text) => text.replace(/— \d+ —$/, '')).join('')),
  });
}

beforeAll(async () => {
  touyan('sample', '--data', data, '--leaders', '3', '--staff', '12', '--years', '1');
  for (const { id } of documentKinds) {
    mkdirSync(join(root, id));
    for (const format of ['txt', 'pdf', 'docx']) {
      const which = ['--kind', id, '--month', monthOf(id)];
      const where = ['--each', '--out', join(root, id)];
      touyan('document', '--data', data, ...which, '--format', format, ...where);
    }
  }
  process.env.TOUYAN_DATA = data;
  const running = await startApp(newFolder('preview'));
  try {
    await running.page.getByRole('navigation', { name: '主导航' }).waitFor();
    for (const { id } of documentKinds) await readPreview(running, id);
  } finally {
    delete process.env.TOUYAN_DATA;
    await running.close();
  }
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe.each(documentKinds.map(({ id }) => id))('%s', (kind) => {
  test('preview, PDF and DOCX have every block of the document, in its order', () => {
    const { txt, pdf, docx } = filesOf(kind);
    const pieces = piecesOf(readFileSync(txt, 'utf8'));
    expect(pieces.length).toBeGreaterThan(2);
    expect({
      preview: missing(pieces, previews.get(kind)?.text ?? ''),
      pdf: missing(pieces, pdfText(pdf)),
      docx: missing(pieces, docxText(docx)),
    }).toEqual({ preview: undefined, pdf: undefined, docx: undefined });
  });

  test('LibreOffice sets the DOCX on as many pages, within their edges, with every character', async () => {
    const { pdf, docx } = filesOf(kind);
    const [set = ''] = await convert([docx], 'pdf', join(root, `${kind}-office`));
    expect(parse(set).name).toBe(parse(docx).name);
    const ours = pagesOf(pdf);
    const theirs = pagesOf(set);
    console.log(`office: ${kind}: ${ours.length} pages as PDF, ${theirs.length} from DOCX`);
    expect(Math.abs(theirs.length - ours.length)).toBeLessThanOrEqual(1);
    for (const { width, height, words } of theirs) {
      // On the left of a turned page stands its number.
      const edge = width > height ? 24 : 25;
      expect(Math.min(...words.map(({ left }) => left))).toBeGreaterThan(edge);
      // Word processors let a mark hang over the edge of a line.
      const inside = words.filter(({ text }) => !/[，。；：、！？”）》]$/.test(text));
      expect(Math.max(...inside.map(({ right }) => right))).toBeLessThan(width - 24);
    }
    expect(fontsOf(set).filter(({ isEmbedded }) => !isEmbedded)).toEqual([]);
    expect(textOf(set)).not.toMatch(/[\ufffd\ue000-\uf8ff]/);
    // Marks that hang over the edge of a line are drawn after it.
    const withoutMarks = (text: string) => text.replace(/[，。；：、！？”“（）《》]/g, '');
    const pieces = piecesOf(readFileSync(filesOf(kind).txt, 'utf8')).map(withoutMarks);
    expect(missing(pieces, withoutMarks(pdfText(set)))).toBeUndefined();
  });
});
