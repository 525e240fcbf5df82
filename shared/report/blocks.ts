import * as z from 'zod';

/** Longest text of one block; a document is made of many. */
const text = z.string().max(100_000);

/** How a page is held to be read: upright, or turned for wide tables. */
export const orientationSchema = z.enum(['portrait', 'landscape']);

/** Colourless marks for charts that must survive black-and-white print are chosen by the chart. */
const seriesSchema = z.strictObject({
  name: text,
  values: z.array(z.number().nullable()).max(1000),
});

/**
 * The block model of documents. Preview, print, PDF, DOCX and plain text all render these blocks,
 * so that none can omit what another shows.
 */
export const blockSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('title'), text }),
  /** Whose document it is, centred below the title. */
  z.strictObject({ type: z.literal('byline'), text }),
  /** Heading levels as in GB/T 9704-2012: 1 一、 2 （一） 3 1. 4 （1）; the number is in the text. */
  z.strictObject({
    type: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
    text,
    /** Set without indent, as the label 附件1 is. */
    flush: z.boolean().optional(),
  }),
  /** `section` names the passage that the clerk may rewrite; absent where the text is fixed. */
  z.strictObject({
    type: z.literal('paragraph'),
    text,
    section: z.string().max(60).optional(),
    /** A line with room to sign by hand. */
    signing: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal('table'),
    caption: text,
    columns: z
      .array(
        z.strictObject({
          /** Empty in all columns of a form, which names its rows in the first one instead. */
          title: text,
          /** Share of the width, any positive number. */
          width: z.number().positive(),
          align: z.enum(['left', 'center', 'right']),
        }),
      )
      .min(1)
      .max(30),
    rows: z.array(z.array(text).max(30)).max(20_000),
  }),
  z.strictObject({
    type: z.literal('chart'),
    caption: text,
    /** One sentence that says what the chart shows. */
    sentence: text,
    chart: z.enum(['radar', 'bar']),
    labels: z.array(text).max(1000),
    series: z.array(seriesSchema).min(1).max(12),
    /** Largest value of the axis. */
    max: z.number().positive(),
  }),
  /** Signature at the end: unit or person, then the date below it. */
  z.strictObject({ type: z.literal('signature'), name: text, date: text }),
  /** List of attachments, `附件：1.×××`. */
  z.strictObject({
    type: z.literal('attachments'),
    names: z.array(text).min(1).max(100),
  }),
  /** What follows starts on a new page and, until the next break, stands on pages so turned. */
  z.strictObject({
    type: z.literal('page-break'),
    /** Upright where it is not said; wide tables stand on turned pages. */
    orientation: orientationSchema.optional(),
  }),
]);

/** A whole document, ready to be set on pages. */
export const documentSchema = z.strictObject({
  title: text,
  /** Who answers for it, the unit or a person: for the file's metadata. */
  author: text.optional(),
  /** Document language, for the PDF's metadata. */
  language: z.enum(['zh-CN', 'en']),
  /** Where page numbers stand: outer edge (odd right, even left) or centred. */
  pageNumbers: z.enum(['outer', 'centre']),
  blocks: z.array(blockSchema).min(1).max(5_000),
});

export type Block = z.infer<typeof blockSchema>;
export type TableBlock = Extract<Block, { type: 'table' }>;
export type Orientation = z.infer<typeof orientationSchema>;
export type ReportDocument = z.infer<typeof documentSchema>;

/** Whether a block closes a text: it never stands on a page without some of that. */
export const isClosing = (block: Block | undefined): boolean =>
  block?.type === 'attachments' ||
  block?.type === 'signature' ||
  (block?.type === 'paragraph' && block.signing === true);

/** Whether a table is a form: no head, and its rows named in the first column. */
export const isForm = ({ columns }: TableBlock): boolean =>
  columns.every(({ title }) => title === '');
