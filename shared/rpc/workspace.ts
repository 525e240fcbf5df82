import * as z from 'zod';
import { changeSetSchema } from '../changes/change-set';
import { deviceIdSchema } from '../changes/stamp';
import { rpcErrorSchema } from './error';

/** Name of the folded records of one year, or of no year (`base`); see snapshot.ts. */
export const partNameSchema = z.union([z.literal('base'), z.string().regex(/^\d{4}$/)]);

/** The lines of a snapshot part. */
export const partSchema = z.array(z.string());

export const workspaceSchema = z.discriminatedUnion('status', [
  /** Nothing here yet: show the wizard. */
  z.strictObject({ status: z.literal('empty') }),
  /** An encrypted unit: nothing of it can be told before its passphrase is given. */
  z.strictObject({
    status: z.literal('locked'),
    folder: z.string(),
    /** Whether this PC has a keychain that can remember the key. */
    canRemember: z.boolean(),
    /** How long the next try must wait, in seconds; 0 for at once. */
    waitSeconds: z.number().int().min(0),
  }),
  z.strictObject({
    status: z.literal('open'),
    /** Set where nothing may be written, with the reason. */
    readOnly: rpcErrorSchema.nullable(),
    device: deviceIdSchema,
    sample: z.boolean(),
    /** When the backup was made that is being looked at. */
    backup: z.iso.datetime().optional(),
    folder: z.string(),
    /** Highest Lamport counter in the folder. */
    counter: z.number().int().min(0),
    /** Names of all snapshot parts; `parts` holds those read at once. */
    partNames: z.array(partNameSchema),
    parts: z.array(z.strictObject({ name: partNameSchema, lines: partSchema })),
    /** Change sets that are newer than the snapshot. */
    tail: z.array(changeSetSchema),
  }),
]);
