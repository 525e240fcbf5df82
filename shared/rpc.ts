import * as z from 'zod';
import { changeSetSchema, countChanges } from './changes/change-set';
import { deviceIdSchema, stampSchema } from './changes/stamp';
import { documentSchema } from './report/blocks';

/**
 * Every way in which a call can fail. The renderer's texts have one sentence for each
 * (`errors.<code>`): what happened, what was kept, what to do now.
 */
export const errorCodeSchema = z.enum([
  'bad-input',
  'internal',
  'cancelled',
  'no-workspace',
  'workspace-exists',
  'workspace-locked',
  'workspace-newer',
  'workspace-damaged',
  'read-only',
  'stale-stamp',
  'does-not-fit',
  'disk-full',
  'no-access',
  'disk-failed',
  'folder-gone',
  'package-unreadable',
  'package-altered',
  'package-newer',
  'package-foreign',
  'workspace-not-empty',
  'print-failed',
  'file-empty',
  'file-too-large',
  'file-not-regular',
  'file-unreadable',
  'file-changed',
  'file-runnable',
  'file-no-program',
  'attachment-missing',
  'attachment-altered',
]);

export type ErrorCode = z.infer<typeof errorCodeSchema>;

/** A failed call: the code, details for the sentence, never a stack or a secret. */
export const rpcErrorSchema = z.strictObject({
  code: errorCodeSchema,
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

export type RpcError = z.infer<typeof rpcErrorSchema>;

const none = z.null();

/** Who may see a change set: everybody, or only this PC (drafts of a self-rating). */
export const audienceSchema = z.enum(['shared', 'private']);

/** The folded records of one year, or of no year (`base`), as snapshot text; see snapshot.ts. */
const partNameSchema = z.union([z.literal('base'), z.string().regex(/^\d{4}$/)]);

const workspaceSchema = z.discriminatedUnion('status', [
  /** Nothing here yet: show the wizard. */
  z.strictObject({ status: z.literal('empty') }),
  z.strictObject({
    status: z.literal('open'),
    /** Set where nothing may be written, with the reason. */
    readOnly: rpcErrorSchema.nullable(),
    device: deviceIdSchema,
    sample: z.boolean(),
    folder: z.string(),
    /** Highest Lamport counter in the folder. */
    counter: z.number().int().min(0),
    /** Names of all snapshot parts; `parts` holds those read at once. */
    partNames: z.array(partNameSchema),
    parts: z.array(z.strictObject({ name: partNameSchema, text: z.string() })),
    /** Change sets that are newer than the snapshot. */
    tail: z.array(changeSetSchema),
  }),
]);

const packageSummarySchema = z.strictObject({
  unit: z.string(),
  device: z.string(),
  author: z.string(),
  madeAt: z.string(),
  changeSets: z.number().int(),
  changes: z.number().int(),
  bytes: z.number().int(),
  sha256: z.string(),
});

const receiptSchema = z.strictObject({ path: z.string(), package: packageSummarySchema });

/** Declares one call. A handler receives the parsed input; its output is checked in tests. */
const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output });

/**
 * The whole contract between renderer and main, each call once: zod in, zod out. Preload, main
 * handlers and the renderer's client derive from it.
 */
export const contract = {
  'app.info': call(
    none,
    z.strictObject({
      version: z.string(),
      electron: z.string(),
      platform: z.string(),
      language: z.enum(['zh', 'en']),
      /** The app's calendar day, `YYYY-MM-DD`. */
      today: z.iso.date(),
    }),
  ),
  'app.setLanguage': call(z.enum(['zh', 'en']), none),
  /** Shows a file that this session wrote in the system's file manager. */
  'app.reveal': call(z.string().max(4096), none),
  'workspace.open': call(none, workspaceSchema),
  /** Makes an empty data folder on this PC. */
  'workspace.create': call(none, workspaceSchema),
  /** Opens the sample unit in a folder of its own, made anew if it is not there. */
  'workspace.openSample': call(none, workspaceSchema),
  /** Closes the sample unit and goes back to the own data folder. */
  'workspace.leaveSample': call(none, workspaceSchema),
  'workspace.part': call(partNameSchema, z.string()),
  /** Appends a change set; answered after it is on the disk. */
  'workspace.commit': call(
    z
      .strictObject({ set: changeSetSchema, audience: audienceSchema })
      .refine(({ set }) => countChanges(set) <= 200_000),
    z.strictObject({ stamp: stampSchema }),
  ),
  /** Asks for a place, then writes the document there as PDF. Null when the user gave up. */
  'documents.savePdf': call(
    z.strictObject({ document: documentSchema, fileName: z.string().min(1).max(200) }),
    z.strictObject({ path: z.string(), pages: z.number().int() }).nullable(),
  ),
  /** Opens the system's print dialog. Null when the user gave up. */
  'documents.print': call(
    z.strictObject({ document: documentSchema }),
    z.strictObject({ pages: z.number().int() }).nullable(),
  ),
  /** The document that the calling print window is to set; print windows only. */
  'documents.current': call(none, documentSchema),
  /** Tells main that the print window has set all its pages. */
  'documents.ready': call(z.strictObject({ pages: z.number().int().min(1).max(10_000) }), none),
  /** Asks for a place, then writes the unit to one file. Null when the user gave up. */
  'transfer.export': call(none, receiptSchema.nullable()),
  /** Asks for a file and reads its manifest; nothing is written. Null when the user gave up. */
  'transfer.inspect': call(none, receiptSchema.nullable()),
  /** Reads the package inspected last into an empty PC. */
  'transfer.import': call(z.strictObject({ sha256: z.string().max(64) }), workspaceSchema),
};

export type Contract = typeof contract;
export type CallName = keyof Contract;
export type CallInput<N extends CallName> = z.input<Contract[N]['input']>;
export type CallOutput<N extends CallName> = z.output<Contract[N]['output']>;

/** What a call answers: the value, or why there is none. Nothing is ever thrown across. */
export type CallResult<N extends CallName> =
  | { ok: true; value: CallOutput<N> }
  | { ok: false; error: RpcError };

/** What main tells the renderer without being asked. */
export const events = {
  /** Change sets that came from outside this window (an import). */
  'workspace.changed': z.strictObject({ sets: z.array(changeSetSchema) }),
  /** How far a long job is; total 0 while unknown. */
  'job.progress': z.strictObject({ job: z.string(), done: z.number(), total: z.number() }),
};

export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = z.output<(typeof events)[N]>;

/** The one channel for calls and the one for events. */
export const callChannel = 'touyan:call' as const;
export const eventChannel = 'touyan:event' as const;

/** What preload puts on `window.touyan`; two functions, typed by the contract. */
export interface Bridge {
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallResult<N>>;
  /** Returns the function that ends the subscription. */
  listen<N extends EventName>(name: N, heard: (payload: EventPayload<N>) => void): () => void;
}
