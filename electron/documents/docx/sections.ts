import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  Footer,
  HeightRule,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Orientation, ReportDocument } from '../../../shared/report/blocks';
import { paper, pointsPerMm, typeSize } from '../../../shared/report/paper';
import type { ChartPicture } from '../../../shared/rpc/documents';
import { childrenOf } from './blocks';
import { twipsOfMm, twipsOfPoints } from './measures';

/** Blocks on pages that are held alike. */
interface Part {
  readonly orientation: Orientation;
  readonly children: FileChild[];
}

/** Margins of the upright page in mm, and of the turned one, which is read from its right side. */
function marginsOf(orientation: Orientation) {
  const { top, left, width, height, typeArea } = paper;
  const right = width - left - typeArea.width;
  const bottom = height - top - typeArea.height;
  if (orientation === 'portrait') return { top, right, bottom, left };
  return { top: left, right: top, bottom: right, left: bottom };
}

type Alignment = (typeof AlignmentType)[keyof typeof AlignmentType];

/** A page number: `— 1 —`, one character from its edge. */
function numberAt(alignment: Alignment): Paragraph {
  const edge = twipsOfPoints(typeSize.pageNumber);
  const indent = alignment === AlignmentType.RIGHT ? { right: edge } : { left: edge };
  return new Paragraph({
    style: 'PageNumber',
    alignment,
    ...(alignment !== AlignmentType.CENTER && { indent }),
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
  });
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/**
 * The same on a turned page, where it stands as on the upright sheet (7.4): on its left side, read
 * from the right. Word and WPS turn text in the cells of a table, which can stand anywhere.
 */
function turnedNumberAt(alignment: Alignment): Table {
  const { left: foot, top, bottom } = marginsOf('landscape');
  const width = twipsOfPoints(2 * typeSize.pageNumber);
  const height = twipsOfMm(paper.width - top - bottom);
  return new Table({
    float: {
      horizontalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: twipsOfMm(foot - paper.numberBelow) - width / 2,
      verticalAnchor: TableAnchorType.PAGE,
      absoluteVerticalPosition: twipsOfMm(top),
    },
    layout: TableLayoutType.FIXED,
    columnWidths: [width],
    width: { size: width, type: WidthType.DXA },
    margins: { marginUnitType: WidthType.DXA, top: 0, bottom: 0, left: 0, right: 0 },
    borders: { top: none, bottom: none, left: none, right: none },
    rows: [
      new TableRow({
        height: { value: height, rule: HeightRule.EXACT },
        children: [
          new TableCell({
            width: { size: width, type: WidthType.DXA },
            textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT,
            verticalAlign: VerticalAlignTable.CENTER,
            children: [numberAt(alignment)],
          }),
        ],
      }),
    ],
  });
}

function footersOf(pageNumbers: ReportDocument['pageNumbers'], orientation: Orientation) {
  const footer = (alignment: Alignment): Footer =>
    new Footer({
      children:
        orientation === 'portrait'
          ? [numberAt(alignment)]
          : [turnedNumberAt(alignment), new Paragraph({ style: 'PageNumber' })],
    });
  if (pageNumbers === 'centre') return { default: footer(AlignmentType.CENTER) };
  return { default: footer(AlignmentType.RIGHT), even: footer(AlignmentType.LEFT) };
}

function sectionOf(part: Part, pageNumbers: ReportDocument['pageNumbers']): ISectionOptions {
  const { orientation, children } = part;
  const margins = marginsOf(orientation);
  // The dash stands in the middle of its line.
  const lineBelow = typeSize.pageNumber / 2 / pointsPerMm;
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: {
          // The library turns them itself.
          width: twipsOfMm(paper.width),
          height: twipsOfMm(paper.height),
          orientation:
            orientation === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
        },
        margin: {
          top: twipsOfMm(margins.top),
          right: twipsOfMm(margins.right),
          bottom: twipsOfMm(margins.bottom),
          left: twipsOfMm(margins.left),
          footer: twipsOfMm(margins.bottom - paper.numberBelow - lineBelow),
        },
      },
    },
    footers: footersOf(pageNumbers, orientation),
    children,
  };
}

/**
 * The sections of a document: a new one wherever the page is turned; other breaks are those of the
 * paragraph that follows, as the end of a section takes a line of its own.
 */
export function sectionsOf(
  { blocks, language, pageNumbers }: ReportDocument,
  pictures: readonly ChartPicture[],
): ISectionOptions[] {
  const parts: Part[] = [{ orientation: 'portrait', children: [] }];
  let isFirst = false;
  let charts = 0;
  for (const [index, block] of blocks.entries()) {
    let part = parts.at(-1);
    if (!part) continue;
    if (block.type === 'page-break') {
      const orientation = block.orientation ?? 'portrait';
      isFirst = part.orientation === orientation && part.children.length > 0;
      if (part.orientation === orientation) continue;
      if (part.children.length === 0) parts.pop();
      part = { orientation, children: [] };
      parts.push(part);
      continue;
    }
    const picture = block.type === 'chart' ? pictures[charts++] : undefined;
    const place = {
      language,
      orientation: part.orientation,
      isFirst,
      next: blocks[index + 1],
      ...(picture && { picture }),
    };
    part.children.push(...childrenOf(block, place));
    isFirst = false;
  }
  return parts.map((part) => sectionOf(part, pageNumbers));
}
