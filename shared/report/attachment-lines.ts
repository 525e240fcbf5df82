import type { Block, ReportDocument } from './blocks';

/** A line of the list of attachments. */
export interface AttachmentLine {
  /** `附件：1.` on the first line, `2.` on the next; no number where there is but one. */
  readonly label: string;
  readonly text: string;
}

/** The list of attachments line by line, as every output has it. Source: GB/T 9704-2012, 7.3.4. */
export function attachmentLines(
  { names }: Extract<Block, { type: 'attachments' }>,
  language: ReportDocument['language'],
): AttachmentLine[] {
  const word = language === 'zh-CN' ? '附件：' : 'Attachments: ';
  return names.map((text, index) => {
    // A full-width mark keeps the number apart from a year that follows it.
    const number = names.length > 1 ? `${index + 1}${language === 'zh-CN' ? '．' : '. '}` : '';
    return { label: `${index === 0 ? word : ''}${number}`, text };
  });
}
