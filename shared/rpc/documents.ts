import * as z from 'zod';
import { documentSchema } from '../report/blocks';
import { fontRoles } from '../report/fonts';
import { call } from './call';

const none = z.null();

const wishedNameSchema = z.string().min(1).max(200);

export const documentFormatSchema = z.enum(['pdf', 'docx', 'txt']);

export type DocumentFormat = z.infer<typeof documentFormatSchema>;

const writtenDocumentsSchema = z.strictObject({
  /** The file, or the folder that holds the files. */
  path: z.string(),
  files: z.number().int(),
  /** 0 where the format knows no pages. */
  pages: z.number().int(),
  /** Names of the fonts that the files carry; none where they carry none. */
  fonts: z.array(z.string()),
});

/** How documents go to a printer without the system's dialog. */
export const printingSchema = z.strictObject({
  /** As the system names it. */
  printer: z.string().min(1).max(500),
  copies: z.number().int().min(1).max(99),
  duplex: z.enum(['simplex', 'longEdge', 'shortEdge']),
  isGrayscale: z.boolean(),
});

export type Printing = z.infer<typeof printingSchema>;

/** A picture in base64: what begins as a PNG does, some 15 MB at most. */
const pngSchema = z
  .string()
  .max(20_000_000)
  .regex(/^iVBORw0KGgo[A-Za-z0-9+/]+={0,2}$/);

/**
 * What a print window sets: pages for a file, for a printer, or for one that prints on both sides,
 * where each document begins on a front; or pictures of the charts alone.
 */
const settingSchema = z.strictObject({
  documents: z.array(documentSchema).min(1).max(500),
  purpose: z.enum(['file', 'printer', 'both-sides', 'pictures']),
});

export type Setting = z.infer<typeof settingSchema>;

/** A chart as a PNG, in the order of the charts of the documents; sizes in CSS px. */
const chartPictureSchema = z.strictObject({
  png: pngSchema,
  width: z.number().positive(),
  height: z.number().positive(),
});

export type ChartPicture = z.infer<typeof chartPictureSchema>;

/** The calls on documents and on pictures of charts. */
export const documentCalls = {
  /**
   * Asks for a place, then writes the documents there: one file, or one each in a folder. Null when
   * the user gave up. Tells its progress as job `documents.save`, in documents.
   */
  'documents.save': call(
    z
      .strictObject({
        documents: z
          .array(z.strictObject({ document: documentSchema, fileName: wishedNameSchema }))
          .min(1)
          .max(500),
        format: documentFormatSchema,
        /** Several documents in one file are there for PDF and plain text only. */
        as: z.enum(['one', 'each']),
        /** Of the one file, or of the folder for many. */
        fileName: wishedNameSchema,
      })
      .refine(({ documents, format, as }) => {
        return documents.length === 1 || as === 'each' || format !== 'docx';
      }),
    writtenDocumentsSchema.nullable(),
  ),
  /** Stops `documents.save`, which then fails with `cancelled`; whole files that it wrote stay. */
  'documents.cancel': call(none, none),
  /** Puts a document on the clipboard as plain text. */
  'documents.copyText': call(z.strictObject({ document: documentSchema }), none),
  'documents.printers': call(
    none,
    z.array(z.strictObject({ name: z.string(), title: z.string(), isDefault: z.boolean() })),
  ),
  /**
   * Prints as `printing` says, or asks by the system's dialog where it is null. Null when the user
   * gave up; else how many pages were set.
   */
  'documents.print': call(
    z.strictObject({
      documents: z.array(documentSchema).min(1).max(500),
      printing: printingSchema.nullable(),
    }),
    z.strictObject({ pages: z.number().int() }).nullable(),
  ),
  /** What the calling print window is to set; print windows only. */
  'documents.current': call(none, settingSchema),
  /** Tells main that the print window has set all its pages. */
  'documents.ready': call(
    z.strictObject({
      /** Of each document. */
      pages: z.array(z.number().int().min(0).max(10_000)),
      /** The official font of each role on this PC; null where a shipped one stands in. */
      fonts: z.record(z.enum(fontRoles), z.string().nullable()),
      pictures: z.array(chartPictureSchema),
    }),
    none,
  ),
  /** Asks for a place, then writes the picture of a chart there. Null when the user gave up. */
  'pictures.save': call(
    z.strictObject({ png: pngSchema, fileName: z.string().min(1).max(200) }),
    z.strictObject({ path: z.string() }).nullable(),
  ),
  /** Puts the picture of a chart on the clipboard. */
  'pictures.copy': call(z.strictObject({ png: pngSchema }), none),
};
