import { attachmentLines } from './attachment-lines';
import { type Block, isForm, type ReportDocument } from './blocks';

/** A document as plain text: one line a paragraph or row, cells apart by tabs. */
export function documentText(document: ReportDocument): string {
  const lines = document.blocks.flatMap((block) => linesOf(block, document.language));
  return `${lines.join('\n')}\n`;
}

function linesOf(block: Block, language: ReportDocument['language']): string[] {
  switch (block.type) {
    case 'title':
    case 'byline':
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'table':
      return [
        ...(block.caption === '' ? [] : [block.caption]),
        ...(isForm(block) ? [] : [block.columns.map(({ title }) => title).join('\t')]),
        ...block.rows.map((row) => row.join('\t')),
      ];
    case 'chart':
      return [block.caption, block.sentence].filter((line) => line !== '');
    case 'signature':
      return [block.name, block.date];
    case 'attachments':
      return attachmentLines(block, language).map(({ label, text }) => label + text);
    case 'page-break':
      return [];
  }
}
