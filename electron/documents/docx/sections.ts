import {
  AlignmentType,
  type FileChild,
  Footer,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
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

/** A page number: `— 1 —`, one character from its edge. */
function footer(alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Footer {
  const edge = twipsOfPoints(typeSize.pageNumber);
  const indent = alignment === AlignmentType.RIGHT ? { right: edge } : { left: edge };
  return new Footer({
    children: [
      new Paragraph({
        style: 'PageNumber',
        alignment,
        ...(alignment !== AlignmentType.CENTER && { indent }),
        children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}

function footersOf(pageNumbers: ReportDocument['pageNumbers']) {
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
    footers: footersOf(pageNumbers),
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
