import { describe, expect, test } from 'vitest';
import { edit, recordOf } from '../../../shared/changes/records';
import type { State } from '../../../shared/changes/state';
import type { ReportDocument } from '../../../shared/report/blocks';
import { documentDifferences, textDifference } from '../../../shared/report/difference';
import { isIntact, sealEdit, sealedDocument, withCorrections } from '../../../shared/report/seal';
import { booksOf } from '../insight/books';

const id = 'monthly:2026-10';
const by = { today: '2026-11-03', person: '' };

const documentOf = (...texts: string[]): ReportDocument => ({
  title: '镕喆堃小结',
  language: 'zh-CN',
  pageNumbers: 'outer',
  blocks: [
    { type: 'heading', level: 1, text: '一、工作' },
    ...texts.map((text) => ({ type: 'paragraph' as const, text })),
  ],
});

const sealIn = (state: State) => recordOf(state, 'seal', id);

describe('a seal', () => {
  // Beyond one piece, with characters of two UTF-16 units everywhere a piece could end.
  const long = documentOf('𠮷'.repeat(60_001), '已办结3项。');

  test('gives back the document that was sealed, and is intact', async () => {
    const state = booksOf(await sealEdit(id, long, by));
    const seal = sealIn(state);
    expect(seal && sealedDocument(seal)).toEqual(long);
    expect(seal?.text.every((piece) => !/[\uD800-\uDBFF]$/.test(piece))).toBe(true);
    expect(await isIntact(state, id)).toBe(true);
  });

  test('shows that it was altered, also by one with a fitting fingerprint', async () => {
    const [first, other] = [
      await sealEdit(id, documentOf('已办结3项。'), by),
      await sealEdit(id, documentOf('已办结4项。'), by),
    ];
    expect(await isIntact(booksOf(first, other), id)).toBe(false);
    const forged = edit('seal', id, { text: ['{}'], sha256: 'a'.repeat(64) });
    expect(await isIntact(booksOf(forged), id)).toBe(false);
  });

  test('is printed word for word, with corrections behind it', async () => {
    const document = documentOf('已办结3项。');
    const state = booksOf(
      await sealEdit(id, document, by),
      edit('correction', '0190a0b0-c0d0-7e00-8f00-000000000001', {
        seal: id,
        date: '2026-11-05',
        before: '已办结3项。',
        after: '已办结4项。',
        reason: '漏登一项',
      }),
    );
    const seal = sealIn(state);
    const corrections = [recordOf(state, 'correction', '0190a0b0-c0d0-7e00-8f00-000000000001')];
    const known = corrections.filter((one) => one !== undefined);
    const printed = seal && withCorrections(document, seal, known);
    expect(printed?.blocks.slice(0, document.blocks.length)).toEqual(document.blocks);
    const note = JSON.stringify(printed?.blocks.slice(document.blocks.length));
    for (const word of ['漏登一项', '已办结4项。', seal?.sha256 ?? '-'])
      expect(note).toContain(word);
  });
});

describe('differences', () => {
  test('of documents name the place, what stood there and what stands there now', () => {
    expect(documentDifferences(documentOf('甲。', '乙。'), documentOf('甲。', '丙。'))).toEqual([
      { place: '一、工作', before: '乙。', after: '丙。' },
    ]);
    expect(documentDifferences(documentOf('甲。'), documentOf('甲。', '乙。'))).toEqual([
      { place: '一、工作', before: '', after: '乙。' },
    ]);
    expect(documentDifferences(documentOf('甲。'), documentOf('甲。'))).toEqual([]);
  });

  test('of a paragraph keep the clauses that are the same', () => {
    const parts = textDifference('共3项，办结2项。', '共3项，办结3项。');
    expect(parts.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'same 共3项，',
      'removed 办结2项。',
      'added 办结3项。',
    ]);
  });
});
