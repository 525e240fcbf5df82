import { type FileChild, HeadingLevel, ImageRun, type IParagraphOptions, Paragraph } from 'docx';
import { attachmentLines } from '../../../shared/report/attachment-lines';
import type { Block, Orientation, ReportDocument } from '../../../shared/report/blocks';
import { typeAreaOf } from '../../../shared/report/paper';
import type { ChartPicture } from '../../../shared/rpc/documents';
import { characterTwips, lineTwips, twipsOfMm } from './measures';
import { tableOf } from './table';

const headingLevels = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const;

/** Where a block stands. */
export interface BlockPlace {
  readonly language: ReportDocument['language'];
  readonly orientation: Orientation;
  /** Whether it begins a page. */
  readonly isFirst: boolean;
  /** Of a chart. */
  readonly picture?: ChartPicture;
}

/** Width of a text in characters of the grid: Latin ones are half as wide. */
const charactersOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character < '\u2000' ? 0.5 : 1), 0);

/**
 * Name, and the date below it two characters to the right; the longer of the two ends two
 * characters before the edge.
 */
function signatureOf(
  { name, date }: Extract<Block, { type: 'signature' }>,
  width: number,
): Paragraph[] {
  const longest = Math.max(charactersOf(name), charactersOf(date) + 2);
  const left = Math.max(0, Math.floor(width - (2 + longest) * characterTwips));
  return [
    new Paragraph({
      style: 'SignatureLine',
      text: name,
      keepNext: true,
      indent: { left },
      spacing: { before: lineTwips },
    }),
    new Paragraph({
      style: 'SignatureLine',
      text: date,
      indent: { left: left + 2 * characterTwips },
    }),
  ];
}

function chartOf(
  { caption, sentence }: Extract<Block, { type: 'chart' }>,
  picture: ChartPicture,
  first: IParagraphOptions,
): Paragraph[] {
  const { png, width, height } = picture;
  return [
    new Paragraph({ ...first, style: 'TableCaption', text: caption }),
    new Paragraph({
      style: 'ChartPicture',
      children: [
        new ImageRun({
          type: 'png',
          data: Buffer.from(png, 'base64'),
          transformation: { width: Math.round(width), height: Math.round(height) },
          altText: { name: caption, title: caption, description: sentence },
        }),
      ],
    }),
    new Paragraph({ style: 'ChartSentence', text: sentence }),
  ];
}

/** The paragraphs and tables of one block. */
export function childrenOf(block: Block, place: BlockPlace): FileChild[] {
  const { language, orientation, isFirst, picture } = place;
  const width = twipsOfMm(typeAreaOf(orientation).width);
  const first: IParagraphOptions = isFirst ? { pageBreakBefore: true } : {};
  switch (block.type) {
    case 'title':
      return [new Paragraph({ ...first, heading: HeadingLevel.TITLE, text: block.text })];
    case 'byline':
      return [new Paragraph({ ...first, style: 'Byline', text: block.text })];
    case 'heading':
      return [
        block.flush
          ? new Paragraph({ ...first, style: 'AttachmentLabel', text: block.text })
          : new Paragraph({ ...first, heading: headingLevels[block.level], text: block.text }),
      ];
    case 'paragraph':
      return [new Paragraph({ ...first, style: 'BodyParagraph', text: block.text })];
    case 'table': {
      const caption =
        block.caption !== '' || isFirst
          ? [new Paragraph({ ...first, style: 'TableCaption', text: block.caption })]
          : [];
      const room = new Paragraph({ spacing: { line: Math.round(lineTwips / 2) } });
      return [...caption, tableOf(block, width), room];
    }
    case 'chart':
      return picture ? chartOf(block, picture, first) : [];
    case 'signature':
      return signatureOf(block, width);
    case 'attachments':
      return attachmentLines(block, language).map(
        ({ label, text }, index) =>
          new Paragraph({
            ...(index === 0 && first),
            style: 'AttachmentList',
            text: label + text,
            indent: { left: (index === 0 ? 2 : 5) * characterTwips },
            ...(index === 0 && { spacing: { before: lineTwips } }),
          }),
      );
    case 'page-break':
      return [];
  }
}
