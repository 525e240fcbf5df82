import { recordOf } from '../../../shared/changes/records';
import type { State } from '../../../shared/changes/state';
import { passageId } from '../../../shared/model/passage';
import type { ReportDocument } from '../../../shared/report/blocks';
import {
  type DocumentKind,
  type DocumentRequest,
  passagesOf,
} from '../../../shared/report/document-kind';

/** A paragraph that was rewritten. */
export interface RewrittenPassage {
  readonly section: string;
  /** The heading it stands under, else its own beginning. */
  readonly place: string;
  readonly isDraftChanged: boolean;
}

/** The text of a section of a document, a line a paragraph; empty where it has none. */
export const textOfSection = (document: ReportDocument, section: string): string =>
  document.blocks
    .flatMap((block) =>
      block.type === 'paragraph' && block.section === section ? [block.text] : [],
    )
    .join('\n');

/** The rewritten paragraphs of a document in their order, held against what is drafted now. */
export function rewrittenPassages(
  state: State,
  kind: DocumentKind,
  request: DocumentRequest,
  report: ReportDocument,
): RewrittenPassage[] {
  let place = '';
  const sections = new Set<string>();
  const found = report.blocks.flatMap((block) => {
    if (block.type === 'heading') place = block.text;
    if (block.type !== 'paragraph' || block.section === undefined) return [];
    const { section, text } = block;
    if (sections.has(section)) return [];
    sections.add(section);
    const id = passageId(passagesOf(kind.id, request), request.period, section);
    const passage = recordOf(state, 'passage', id);
    return passage?.text ? [{ section, place: place || text.slice(0, 12), passage }] : [];
  });
  if (found.length === 0) return [];
  const drafted = kind.build(state, { ...request, ignorePassages: true });
  return found.map(({ section, place: where, passage }) => ({
    section,
    place: where,
    isDraftChanged: passage.draft !== textOfSection(drafted, section),
  }));
}
