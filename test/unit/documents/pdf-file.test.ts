import { describe, expect, test } from 'vitest';
import { embeddedFonts } from '../../../electron/documents/embedded-fonts';
import { withMetadata } from '../../../electron/documents/pdf-metadata';

/** A PDF built as Chromium builds it: objects, one table, a trailer with root and info. */
function pdfOf(objects: Readonly<Record<number, string>>, { root = 3, info = 1 } = {}): Buffer {
  let text = '%PDF-1.4\n%\xd3\xeb\xe9\xe1';
  const size = Object.keys(objects).length + 1;
  const entries = Object.entries(objects).map(([number, body]) => {
    const at = text.length + 1;
    text += `\n${number} 0 obj\n${body}\nendobj`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = text.length + 1;
  text += `\nxref\n0 ${size}\n0000000000 65535 f \n${entries.join('')}`;
  text += `trailer\n<</Size ${size}\n/Root ${root} 0 R\n/Info ${info} 0 R>>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

const usual = {
  1: "<</Title (out of Chromium)\n/Creator (Chromium)\n/Producer (Skia/PDF m130)\n/CreationDate (D:20261126081500+00'00')\n/ModDate (D:20261126081500+00'00')>>",
  2: '<</Type /Page>>',
  3: '<</Type /Catalog\n/Pages 2 0 R\n/Lang (zh-CN)>>',
};

const said = { title: '2026年11月小结（镕喆堃）', author: '青禾县林业和草原局', creator: '头雁' };

/** Objects as a reader finds them that follows the newest table and then those before it. */
function objectsOf(pdf: Buffer): Map<number, string> {
  const text = pdf.toString('latin1');
  const found = new Map<number, string>();
  let at = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  while (!Number.isNaN(at)) {
    const table = text.slice(at);
    expect(table).toMatch(/^xref\n/);
    const [sections = '', trailer = ''] = table.split('trailer\n');
    let number = 0;
    for (const line of sections.split('\n').slice(1)) {
      const head = /^(\d+) \d+$/.exec(line);
      if (head) number = Number(head[1]);
      const entry = /^(\d{10}) \d{5} ([nf]) $/.exec(line);
      if (!entry) continue;
      if (entry[2] === 'n' && !found.has(number)) {
        const body = text.slice(Number(entry[1]));
        expect(body.startsWith(`${number} 0 obj\n`)).toBe(true);
        found.set(number, body.slice(0, body.indexOf('\nendobj')));
      }
      number += 1;
    }
    at = Number(/\/Prev (\d+)/.exec(trailer.split('startxref')[0] ?? '')?.[1]);
  }
  return found;
}

const hex = (text: string): string =>
  Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('hex');

describe('metadata', () => {
  test('are found by a reader, with what the file said of its making; the rest is as it was', () => {
    const before = pdfOf(usual);
    const after = withMetadata(before, said);
    expect(after.subarray(0, before.length)).toEqual(before);
    const objects = objectsOf(after);
    const info = objects.get(1) ?? '';
    expect(info).toContain(`/Title <${hex(said.title)}>`);
    expect(info).toContain(`/Author <${hex(said.author)}>`);
    expect(info).toContain(`/Creator <${hex(said.creator)}>`);
    expect(info).toContain('/Producer (Skia/PDF m130)');
    expect(info).toContain("/CreationDate (D:20261126081500+00'00')");
    expect(info).not.toContain('out of Chromium');
    const root = objects.get(3) ?? '';
    for (const part of ['/Lang (zh-CN)', '/PageMode /UseOutlines', '/DisplayDocTitle true'])
      expect(root).toContain(part);
    expect(objects.get(2)).toContain('/Type /Page');
  });

  test('can be set again, and say nothing of an author where there is none', () => {
    const twice = withMetadata(withMetadata(pdfOf(usual), said), {
      ...said,
      title: '乙',
      author: '',
    });
    const info = objectsOf(twice).get(1) ?? '';
    expect(info).toContain(`/Title <${hex('乙')}>`);
    expect(info).not.toContain('/Author');
    expect(info).toContain('/Producer (Skia/PDF m130)');
  });

  test.each([
    ['no PDF at all', Buffer.from('hello')],
    ['a table that is cut off', pdfOf(usual).subarray(0, -12)],
    ['an info that is not there', pdfOf(usual, { info: 7 })],
    ['a root that is no dictionary', pdfOf({ ...usual, 3: '[1 2]' })],
  ])('are refused by %s', (_name, pdf) => {
    expect(() => withMetadata(pdf, said)).toThrow(RangeError);
  });
});

test('fonts are told once each, in order, without the mark of a subset', () => {
  const pdf = pdfOf({
    ...usual,
    4: '<</Type /Font\n/BaseFont /AAAAAA+NotoSerifSC-Light\n/Subtype /Type0>>',
    5: '<</Type /FontDescriptor\n/FontName /AAAAAA+NotoSerifSC-Light>>',
    6: '<</Type /Font /BaseFont /LXGWWenKai-Regular/Subtype /Type0>>',
  });
  expect(embeddedFonts(pdf)).toEqual(['LXGWWenKai-Regular', 'NotoSerifSC-Light']);
  expect(embeddedFonts(pdfOf(usual))).toEqual([]);
});
