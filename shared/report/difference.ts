import type { ReportDocument } from './blocks';

/** A piece of text that two versions share, or that only one of them has. */
export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** What stands otherwise in a document, and where. */
export interface Difference {
  /** The heading it stands under; empty before the first. */
  readonly place: string;
  /** Empty where it was added. */
  readonly before: string;
  /** Empty where it was taken away. */
  readonly after: string;
}

/** Lengths of the longest common rest of both lists from every pair of places on. */
function commonRests(before: readonly string[], after: readonly string[]): Uint32Array[] {
  const rests = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const same = before[i] === after[j];
      const skip = Math.max(rests[i + 1]?.[j] ?? 0, rests[i]?.[j + 1] ?? 0);
      const row = rests[i];
      if (row) row[j] = same ? (rests[i + 1]?.[j + 1] ?? 0) + 1 : skip;
    }
  }
  return rests;
}

/** Two lists as one, by a longest common part: what is shared, removed and added, in order. */
export function partsOf(before: readonly string[], after: readonly string[]): DiffPart[] {
  const rests = commonRests(before, after);
  const parts: DiffPart[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const [one, other] = [before[i], after[j]];
    if (one !== undefined && one === other) {
      parts.push({ kind: 'same', text: one });
      i += 1;
      j += 1;
    } else if (
      one !== undefined &&
      (other === undefined || (rests[i + 1]?.[j] ?? 0) >= (rests[i]?.[j + 1] ?? 0))
    ) {
      parts.push({ kind: 'removed', text: one });
      i += 1;
    } else if (other !== undefined) {
      parts.push({ kind: 'added', text: other });
      j += 1;
    }
  }
  return parts;
}

/** A running text in clauses, each with the mark that ends it. */
const clausesOf = (text: string): string[] => text.match(/[^，；。,;.]*[，；。,;.]?/g) ?? [];

/** How two versions of a paragraph differ, clause by clause. */
export const textDifference = (before: string, after: string): DiffPart[] =>
  partsOf(
    clausesOf(before).filter((clause) => clause !== ''),
    clausesOf(after).filter((clause) => clause !== ''),
  );

interface Line {
  readonly place: string;
  readonly text: string;
}

function linesOf(document: ReportDocument): Line[] {
  let place = '';
  return document.blocks.flatMap((block): Line[] => {
    switch (block.type) {
      case 'heading':
        place = block.text;
        return [];
      case 'paragraph':
        return [{ place, text: block.text }];
      case 'table':
        return block.rows.map((row) => ({
          place: block.caption || place,
          text: row.filter((cell) => cell !== '').join(' | '),
        }));
      default:
        return [];
    }
  });
}

/** Where two versions of a document differ in paragraphs and rows of tables, in order. */
export function documentDifferences(before: ReportDocument, after: ReportDocument): Difference[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const parts = partsOf(
    old.map(({ text }) => text),
    now.map(({ text }) => text),
  );
  const found: Difference[] = [];
  let open: { place: string; before: string[]; after: string[] } | undefined;
  const close = () => {
    if (open) {
      const { place } = open;
      found.push({ place, before: open.before.join('\n'), after: open.after.join('\n') });
    }
    open = undefined;
  };
  let [i, j] = [0, 0];
  for (const { kind, text } of parts) {
    if (kind === 'same') {
      close();
      i += 1;
      j += 1;
      continue;
    }
    const place = (kind === 'removed' ? old[i]?.place : now[j]?.place) ?? '';
    if (open && open.place !== place) close();
    open ??= { place, before: [], after: [] };
    if (kind === 'removed') {
      open.before.push(text);
      i += 1;
    } else {
      open.after.push(text);
      j += 1;
    }
  }
  close();
  return found;
}
