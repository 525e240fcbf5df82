import {
  type FileChild,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  TextRun,
} from 'docx';
import { attachmentLines } from '../../../shared/report/attachment-lines';
import {
  type Block,
  isClosing,
  type Orientation,
  type ReportDocument,
} from '../../../shared/report/blocks';
import { titleLines, titleWidth, widthOf } from '../../../shared/report/lines';
import { typeAreaOf } from '../../../shared/report/paper';
import type { ChartPicture } from '../../../shared/rpc/documents';
import { characterTwips, lineTwips, twipsOfMm, twipsOfPoints } from './measures';
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
  /** What follows: what closes the text must not stand on a page alone. */
  readonly next: Block | undefined;
  /** Of a chart. */
  readonly picture?: ChartPicture;
}

/**
 * Name, and the date below it two characters to the right; the longer of the two ends two
 * characters before the edge.
 */
function signatureOf(
  { name, date }: Extract<Block, { type: 'signature' }>,
  width: number,
): Paragraph[] {
  const longest = Math.max(widthOf(name), widthOf(date) + 2);
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
  { caption, sentence, labels, series }: Extract<Block, { type: 'chart' }>,
  picture: ChartPicture,
  { first, last }: { readonly first: IParagraphOptions; readonly last: IParagraphOptions },
): Paragraph[] {
  const { png, width, height } = picture;
  // What the picture shows, for those who cannot see it.
  const values = series
    .map(({ name, values: own }) =>
      [name, ...labels.map((label, index) => `${label} ${own[index] ?? '—'}`)].join('; '),
    )
    .join('. ');
  return [
    new Paragraph({ ...first, style: 'TableCaption', text: caption }),
    new Paragraph({
      style: 'ChartPicture',
      children: [
        new ImageRun({
          type: 'png',
          data: Buffer.from(png, 'base64'),
          transformation: { width: Math.round(width), height: Math.round(height) },
          altText: { name: caption, title: caption, description: [sentence, values].join(' ') },
        }),
      ],
    }),
    new Paragraph({ ...last, style: 'ChartSentence', text: sentence }),
  ];
}

/** The paragraphs and tables of one block. */
export function childrenOf(block: Block, place: BlockPlace): FileChild[] {
  const { language, orientation, isFirst, next, picture } = place;
  const isSigned = isClosing(next);
  const width = twipsOfMm(typeAreaOf(orientation).width);
  const first: IParagraphOptions = isFirst ? { pageBreakBefore: true } : {};
  const last: IParagraphOptions = isSigned ? { keepNext: true } : {};
  switch (block.type) {
    case 'title':
      return [
        new Paragraph({
          ...first,
          heading: HeadingLevel.TITLE,
          children: titleLines(block.text, titleWidth).map(
            (text, index) => new TextRun({ text, ...(index > 0 && { break: 1 }) }),
          ),
        }),
      ];
    case 'byline':
      return [new Paragraph({ ...first, style: 'Byline', text: block.text })];
    case 'heading':
      return [
        block.flush
          ? new Paragraph({ ...first, style: 'AttachmentLabel', text: block.text })
          : new Paragraph({ ...first, heading: headingLevels[block.level], text: block.text }),
      ];
    case 'paragraph':
      return [new Paragraph({ ...first, ...last, style: 'BodyParagraph', text: block.text })];
    case 'table': {
      const caption =
        block.caption !== '' || isFirst
          ? [new Paragraph({ ...first, style: 'TableCaption', text: block.caption })]
          : [];
      // Below the last table of a page it must not make another one.
      const isEnd = next === undefined || next.type === 'page-break';
      const line = isEnd ? twipsOfPoints(1) : Math.round(lineTwips / 2);
      const room = new Paragraph({ ...last, spacing: { line, lineRule: LineRuleType.EXACT } });
      return [...caption, tableOf(block, width, isSigned), room];
    }
    case 'chart':
      return picture ? chartOf(block, picture, { first, last }) : [];
    case 'signature':
      return signatureOf(block, width);
    case 'attachments':
      return attachmentLines(block, language).map(
        ({ label, text }, index) =>
          new Paragraph({
            ...(index === 0 && first),
            // Its lines stay together, and with the signature.
            keepNext: isSigned || index < block.names.length - 1,
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
