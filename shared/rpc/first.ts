import * as z from 'zod';
import { holidayTableSchema } from '../calendar/holidays';
import { changeSetSchema, countChanges } from '../changes/change-set';
import { stampSchema } from '../changes/stamp';
import { call } from './call';
import { rpcErrorSchema } from './error';
import { partNameSchema, partSchema, workspaceSchema } from './workspace';

const none = z.null();

/** Who may see a change set: everybody, or only this PC (drafts of a self-rating). */
export const audienceSchema = z.enum(['shared', 'private']);

export const backupPlaceSchema = z.enum(['own', 'second']);

/**
 * The calls on the app and the records, and what Home asks: all that main loads with the window. The
 * schemas of the others take longer to make than the unit takes to open.
 */
export const firstCalls = {
  'app.info': call(
    none,
    z.strictObject({
      version: z.string(),
      electron: z.string(),
      platform: z.string(),
      language: z.enum(['zh', 'en']),
      /** Milliseconds by which the app's clock is ahead of this PC's; 0 but for TOUYAN_TODAY. */
      clockShift: z.number().int(),
      /** Holiday tables of a file on this PC, newer than the bundled ones. */
      holidays: z.array(holidayTableSchema),
      /** Whether there is such a file that makes no sense; none of it is used. */
      areHolidaysWrong: z.boolean(),
      /** Whether packages were double-clicked; `transfer.openAsked` opens them. */
      hasPackages: z.boolean(),
      /** Whether this start draws by the processor alone: asked for, or as the driver failed. */
      software: z.enum(['asked', 'failed', 'no']),
      /** Whether later starts do, too. */
      isGraphicsBad: z.boolean(),
    }),
  ),
  /** Lets the next start use the graphics driver again. */
  'app.trustGraphics': call(none, none),
  'app.setLanguage': call(z.enum(['zh', 'en']), none),
  /** Whether the page is asked by `app.closing` before the window closes. */
  'app.guardClosing': call(z.boolean(), none),
  /** Closes the window, after the page was asked by `app.closing`. */
  'app.leave': call(none, none),
  /** Shows a file that this session wrote in the system's file manager. */
  'app.reveal': call(z.string().max(4096), none),
  'workspace.open': call(none, workspaceSchema),
  /** Makes an empty data folder on this PC. */
  'workspace.create': call(none, workspaceSchema),
  /** Opens the sample unit in a folder of its own, made anew if it is not there. */
  'workspace.openSample': call(none, workspaceSchema),
  /** Closes the sample unit and goes back to the own data folder. */
  'workspace.leaveSample': call(none, workspaceSchema),
  /** Goes on with a copied folder, as a PC of its own or as the same that has moved here. */
  'workspace.continueAsNew': call(none, workspaceSchema),
  'workspace.moveHere': call(none, workspaceSchema),
  'workspace.part': call(partNameSchema, partSchema),
  /** Appends a change set; answered after it is on the disk. */
  'workspace.commit': call(
    z
      .strictObject({ set: changeSetSchema, audience: audienceSchema })
      .refine(({ set }) => countChanges(set) <= 200_000),
    z.strictObject({ stamp: stampSchema }),
  ),
  /** Places in which backups fail, and since when. */
  'backups.failures': call(
    none,
    z.array(z.strictObject({ place: backupPlaceSchema, since: z.string(), error: rpcErrorSchema })),
  ),
};
