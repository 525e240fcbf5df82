import type { Day } from '../calendar/day';
import { dayText } from '../calendar/day-text';
import { catalogueVersion } from '../catalogue/catalogue';
import type { Edit } from '../changes/draft';
import { edit, listOf, recordOf } from '../changes/records';
import type { State } from '../changes/state';
import type { RecordOf } from '../model/collections';
import { sealId } from '../model/seal';
import { type Block, documentSchema, type ReportDocument } from './blocks';
import { fittedColumns } from './column-widths';
import type { Difference } from './difference';
import { type DocumentRequest, passagesOf } from './document-kind';
import { paper } from './paper';

type Seal = RecordOf<'seal'>;

/** Longest piece of a sealed text in UTF-16 units; a field takes a little more. */
const pieceLength = 90_000;

/** Pieces of a text that never cut a character in two. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    let end = Math.min(text.length, at + pieceLength);
    // A high surrogate keeps its low one.
    if (end < text.length && /[\uD800-\uDBFF]/.test(text.charAt(end - 1))) end -= 1;
    pieces.push(text.slice(at, end));
    at = end;
  }
  return pieces;
}

/** SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
async function digestOf(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Id of the seal of a document. */
export const sealOf = (kind: string, request: DocumentRequest): string =>
  sealId(passagesOf(kind, request), request.period);

/**
 * The edit that seals a document (封存): text, figures and version of the catalogue as they are now,
 * with the SHA-256 that later shows whether they still are.
 */
export async function sealEdit(
  id: string,
  document: ReportDocument,
  by: { readonly today: Day; readonly person: string },
): Promise<Edit> {
  const text = JSON.stringify(document);
  return edit('seal', id, {
    text: piecesOf(text),
    sha256: await digestOf(text),
    catalogue: catalogueVersion,
    sealedOn: by.today,
    person: by.person,
    deleted: false,
  });
}

/** The document that was sealed; undefined where its text can no longer be read as one. */
export function sealedDocument({ text }: Seal): ReportDocument | undefined {
  try {
    return documentSchema.safeParse(JSON.parse(text.join(''))).data;
  } catch {
    return undefined;
  }
}

/**
 * Whether a seal is what it was when it was made: its text has its SHA-256, and no later change ever
 * replaced text or SHA-256, nor does another PC hold other ones.
 */
export async function isIntact(state: State, id: string): Promise<boolean> {
  const seal = recordOf(state, 'seal', id);
  const record = state.collections.get('seal')?.records.get(id);
  if (!seal || !record) return false;
  const fields = ['text', 'sha256', 'catalogue', 'sealedOn'];
  const isTouched = fields.some(
    (field) => (record.replaced?.[field]?.length ?? 0) > 0 || record.rivals?.[field] !== undefined,
  );
  return !isTouched && (await digestOf(seal.text.join(''))) === seal.sha256;
}

/** The corrections noted on a seal, oldest first. */
export const correctionsOf = (state: State, id: string): RecordOf<'correction'>[] =>
  listOf(state, 'correction')
    .filter(({ seal }) => seal === id)
    .sort((a, b) => (a.id < b.id ? -1 : 1));

/** The differences that no correction explains yet. */
export function unexplained(
  differences: readonly Difference[],
  corrections: readonly RecordOf<'correction'>[],
): Difference[] {
  return differences.filter(
    ({ before, after }) => !corrections.some((one) => one.before === before && one.after === after),
  );
}

/**
 * A sealed document as it is printed: word for word as it was sealed; where something was corrected
 * since, a note behind it says what, why, and of which seal (更正说明).
 */
export function withCorrections(
  document: ReportDocument,
  seal: Seal,
  corrections: readonly RecordOf<'correction'>[],
): ReportDocument {
  if (corrections.length === 0) return document;
  const language = document.language === 'zh-CN' ? 'zh' : 'en';
  const say = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  const column = (title: string, width: number, align: 'left' | 'center') => ({
    title,
    width,
    align,
  });
  const rows = corrections.map(({ date, place, before, after, reason }, index) => [
    String(index + 1),
    dayText(date, language),
    place,
    before || say('（无）', '(nothing)'),
    after || say('（删去）', '(taken away)'),
    reason,
  ]);
  const note: Block[] = [
    { type: 'page-break' },
    { type: 'title', text: say('更正说明', 'Corrections') },
    {
      type: 'paragraph',
      text: say(
        `本文书于${dayText(seal.sealedOn, 'zh')}封存，正文保持原样；封存后更正${corrections.length}处，见下表。封存指纹（SHA-256）：${seal.sha256}。`,
        `This document was sealed on ${dayText(seal.sealedOn, 'en')} and stands as it was; ${corrections.length} corrections were noted since. Fingerprint (SHA-256): ${seal.sha256}.`,
      ),
    },
    {
      type: 'table',
      caption: '',
      columns: fittedColumns(
        [
          column(say('序号', 'No.'), 12, 'center'),
          column(say('日期', 'Date'), 24, 'center'),
          column(say('位置', 'Where'), 24, 'left'),
          column(say('原文', 'Before'), 36, 'left'),
          column(say('更正为', 'After'), 36, 'left'),
          column(say('原因', 'Reason'), 24, 'left'),
        ],
        rows,
        paper.typeArea.width,
      ),
      rows,
    },
  ];
  return { ...document, blocks: [...document.blocks, ...note] };
}
