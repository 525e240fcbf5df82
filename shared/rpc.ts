import * as z from 'zod';
import { changeSetSchema, collectionNameSchema, recordIdSchema } from './changes/change-set';
import { jsonValueSchema } from './changes/json';
import { stampSchema } from './changes/stamp';
import { largestAttachment, sha256Schema } from './model/attachment';
import { call } from './rpc/call';
import { documentCalls } from './rpc/documents';
import { draftCalls } from './rpc/drafts';
import { type RpcError, rpcErrorSchema } from './rpc/error';
import { audienceSchema, backupPlaceSchema, firstCalls } from './rpc/first';
import { sheetCalls } from './rpc/sheets';
import { transferCalls } from './rpc/transfer';
import { workspaceSchema } from './rpc/workspace';

export { type ErrorCode, errorCodeSchema, type RpcError, rpcErrorSchema } from './rpc/error';

const none = z.null();

const backupIdSchema = z.strictObject({ place: backupPlaceSchema, id: z.string().max(100) });

const backupListSchema = z.strictObject({
  places: z.array(
    z.strictObject({
      place: backupPlaceSchema,
      path: z.string(),
      /** Since when backups there fail, and why. */
      failure: z.strictObject({ since: z.string(), error: rpcErrorSchema }).nullable(),
    }),
  ),
  /** Newest first. */
  backups: z.array(
    z.strictObject({
      place: backupPlaceSchema,
      id: z.string(),
      unit: z.string(),
      madeAt: z.string(),
      reason: z.enum([
        'daily',
        'by-hand',
        'import',
        'restore',
        'migration',
        'repair',
        'encryption',
      ]),
      bytes: z.number().int(),
      isEncrypted: z.boolean(),
    }),
  ),
});

/** Any text may be tried as a passphrase; what a new one needs is told by `weak-passphrase`. */
const secretSchema = z.string().max(1000);

/** What opens the vault: the passphrase, or the recovery code that was printed once. */
const secretKindSchema = z.enum(['passphrase', 'recovery']);

const remainSchema = z.strictObject({
  kind: z.enum(['folder', 'backup']),
  /** Of a backup; null for a folder. */
  place: backupPlaceSchema.nullable(),
  id: z.string(),
  path: z.string(),
  /** Of a backup; null for a folder. */
  madeAt: z.string().nullable(),
  bytes: z.number().int(),
});

const recoverySchema = z.strictObject({
  /** To be shown and printed once; it is kept nowhere. */
  recoveryCode: z.string(),
});

/** A file whose content is in the data folder. */
const storedFileSchema = z.strictObject({ sha256: sha256Schema, name: z.string().max(500) });

const addedFilesSchema = z.strictObject({
  added: z.array(
    z.strictObject({
      name: z.string().min(1).max(500),
      bytes: z.number().int().min(1).max(largestAttachment),
      sha256: sha256Schema,
    }),
  ),
  /** Why each of the others was not added; `params.name` tells which. */
  refused: z.array(rpcErrorSchema),
});

/** A change set without its changes. */
const setAboutShape = {
  stamp: stampSchema,
  author: z.string(),
  wall: z.string(),
  label: z.string(),
  undoes: stampSchema.optional(),
};

const stepSchema = z.strictObject({
  stamp: stampSchema,
  label: z.string(),
  audience: audienceSchema,
});

const recordKeySchema = z.strictObject({ collection: collectionNameSchema, id: recordIdSchema });

const historyRowSchema = z.strictObject({
  ...setAboutShape,
  audience: audienceSchema,
  /** The first few records that it touched, and how many in all. */
  records: z.array(recordKeySchema),
  recordCount: z.number().int(),
});

/** Which change sets to list; what is absent does not matter. */
const historyFilterSchema = z.strictObject({
  author: z.string().optional(),
  /** Month of the action on this PC's calendar, `YYYY-MM`. */
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .optional(),
  /** Sets that touched a record of that collection. */
  collection: collectionNameSchema.optional(),
  /** Sets with one of the labels, or that touched one of the records. */
  about: z
    .strictObject({
      labels: z.array(z.string()).max(1000),
      records: z.array(recordKeySchema).max(20_000),
    })
    .optional(),
});

/**
 * The whole contract between renderer and main, each call once: zod in, zod out. Preload, main
 * handlers and the renderer's client derive from it.
 */
export const contract = {
  ...firstCalls,
  ...documentCalls,
  ...draftCalls,
  ...sheetCalls,
  ...transferCalls,
  /**
   * Asks for files, or takes those that were dropped, and copies them into the data folder. Null
   * when the user gave up. Tells its progress as job `attachments.add`, in files.
   */
  'attachments.add': call(none, addedFilesSchema.nullable()),
  /** Stops `attachments.add`, `.open` or `.saveAs`, which then fail with `cancelled`. */
  'attachments.cancel': call(none, none),
  /** Opens a file with the system's program, from a read-only copy that is removed later. */
  'attachments.open': call(storedFileSchema, none),
  /** Asks for a place, then writes the file there. Null when the user gave up. */
  'attachments.saveAs': call(storedFileSchema, z.strictObject({ path: z.string() }).nullable()),
  /** Those of the files that are not on this PC. */
  'attachments.missing': call(z.array(sha256Schema).max(10_000), z.array(sha256Schema)),
  /** Own steps of earlier sessions that can be taken back: those of sets older than `before`. */
  'history.steps': call(
    z.strictObject({ before: stampSchema.nullable() }),
    z.strictObject({ undo: z.array(stepSchema), redo: z.array(stepSchema) }),
  ),
  /**
   * Change sets, newest first, from place `from` on. `asOf` keeps the places while new sets come;
   * null begins anew. The first question of a session reads the journal; job `history.index`.
   */
  'history.page': call(
    z.strictObject({
      filter: historyFilterSchema,
      asOf: z.number().int().min(0).nullable(),
      from: z.number().int().min(0),
      count: z.number().int().min(1).max(500),
    }),
    z.strictObject({
      asOf: z.number().int().min(0),
      total: z.number().int().min(0),
      rows: z.array(historyRowSchema),
      /** What can be filtered by: authors, months (newest first), collections. */
      authors: z.array(z.string()),
      months: z.array(z.string()),
      collections: z.array(z.string()),
    }),
  ),
  /** One set with what each of its changes replaced; at most `most` changes where that is given. */
  'history.set': call(
    z.strictObject({ stamp: stampSchema, most: z.number().int().min(1).optional() }),
    z.strictObject({
      set: changeSetSchema,
      audience: audienceSchema,
      /** By field; null where nothing was set; absent where it is not known any more. */
      before: z.array(z.record(z.string(), jsonValueSchema)),
      changeCount: z.number().int(),
    }),
  ),
  /** All that ever happened to a record, oldest first. */
  'history.record': call(
    z.strictObject({ collection: collectionNameSchema, id: recordIdSchema }),
    z.array(
      z.strictObject({
        ...setAboutShape,
        audience: audienceSchema,
        fields: z.record(z.string(), jsonValueSchema),
        parents: z.record(z.string(), z.array(stampSchema)).optional(),
      }),
    ),
  ),
  /** Who made these sets and when; sets that are not here are left out. */
  'history.about': call(z.array(stampSchema).max(100_000), z.array(z.strictObject(setAboutShape))),
  'backups.list': call(none, backupListSchema),
  /** Makes a backup in all places now; job `backups.make`. */
  'backups.make': call(none, backupListSchema),
  /** Stops what `backups.make` or `backups.check` is doing. */
  'backups.cancel': call(none, none),
  /** Asks for a folder or stick for second copies. Null when the user gave up. */
  'backups.chooseSecond': call(none, backupListSchema.nullable()),
  'backups.forgetSecond': call(none, backupListSchema),
  /** Reads a whole backup; the files of it that are not what was written. */
  'backups.check': call(backupIdSchema, z.strictObject({ damaged: z.array(z.string()) })),
  /** Holds a backup against the open unit. Drafts of this PC are left alone. */
  'backups.compare': call(
    backupIdSchema,
    z.strictObject({
      differences: z.array(
        z.strictObject({
          collection: collectionNameSchema,
          id: recordIdSchema,
          what: z.enum(['changed', 'gone', 'new']),
          fields: z.record(
            z.string(),
            z.strictObject({ now: jsonValueSchema, was: jsonValueSchema }),
          ),
        }),
      ),
      total: z.number().int(),
      /** Change sets that the unit has lost and the backup has. */
      lost: z.number().int(),
    }),
  ),
  /** Before a restore: backs up what is there, and takes in change sets that were lost. */
  'backups.prepareRestore': call(backupIdSchema, none),
  /** Shows a backup in the window, read only; `workspace.leaveSample` goes back. */
  'backups.browse': call(backupIdSchema, workspaceSchema),
  /** Makes the lost or unreadable data folder anew from a backup. */
  'backups.rebuild': call(
    z.strictObject({
      ...backupIdSchema.shape,
      secret: z.strictObject({ secret: secretSchema, kind: secretKindSchema }).optional(),
    }),
    z.strictObject({ workspace: workspaceSchema, movedTo: z.string().nullable() }),
  ),
  /** Looks through the whole data folder; nothing is changed. */
  'repair.inspect': call(
    none,
    z.strictObject({
      /** Change sets that can be read. */
      readable: z.number().int().min(0),
      /** The first places that cannot; `total` of them there are. Lines count from 1. */
      places: z.array(
        z.strictObject({
          file: z.string(),
          line: z.number().int(),
          kind: z.enum(['torn', 'line', 'chain', 'content', 'lost', 'counter', 'moment', 'link']),
        }),
      ),
      total: z.number().int().min(0),
      /** Whether what tells this PC from others is unreadable. */
      isDeviceLost: z.boolean(),
    }),
  ),
  /**
   * Makes the journal anew from all that can be read, and keeps the old files. Tells its progress
   * as job `repair.run`, in change sets. The window opens the unit anew afterwards.
   */
  'repair.run': call(
    none,
    z.strictObject({
      kept: z.number().int().min(0),
      /** Change sets taken from backups. */
      restored: z.number().int().min(0),
      /** Records of which values were taken from the snapshot. */
      salvaged: z.number().int().min(0),
      /** Places that could not be read. */
      unreadable: z.number().int().min(0),
      /** Folder that holds the whole old files. */
      keptIn: z.string(),
      /** Whether this PC counts as a new one from now on. */
      isNewDevice: z.boolean(),
    }),
  ),
  'vault.status': call(
    none,
    z.strictObject({
      /** Whether the open unit can be encrypted: the own one, which may be written. */
      available: z.boolean(),
      encrypted: z.boolean(),
      /** Whether this PC's keychain holds the key, so that no passphrase is asked for. */
      remembered: z.boolean(),
      canRemember: z.boolean(),
      /** Minutes without the user after which the unit locks itself; 0 for never. */
      autoLockMinutes: z.number().int().min(0).max(240),
    }),
  ),
  /** Opens a locked unit. Fails with `wrong-passphrase` or `passphrase-wait`. */
  'vault.unlock': call(
    z.strictObject({ secret: secretSchema, kind: secretKindSchema, remember: z.boolean() }),
    workspaceSchema,
  ),
  /**
   * Encrypts the open unit and removes what lies there in plain; changes made meanwhile wait for
   * the end. Tells its progress as job `vault.enable`. The window opens the unit anew afterwards.
   */
  'vault.enable': call(z.strictObject({ passphrase: secretSchema }), recoverySchema),
  /** Makes the open unit plain again; progress as job `vault.disable`; opened anew afterwards. */
  'vault.disable': call(z.strictObject({ passphrase: secretSchema }), none),
  /** Stops `vault.enable` or `vault.disable`, which then fail with `cancelled` and change nothing. */
  'vault.cancel': call(none, none),
  /** `current` is of that `kind`, so that the recovery code can set a forgotten passphrase anew. */
  'vault.changePassphrase': call(
    z.strictObject({ current: secretSchema, kind: secretKindSchema, next: secretSchema }),
    none,
  ),
  /**
   * Encrypts the open unit anew under another key, passphrase and recovery code; progress as job
   * `vault.renewKey`; stopped by `vault.cancel`; opened anew afterwards. Copies made before stay under
   * the old ones.
   */
  'vault.renewKey': call(
    z.strictObject({ current: secretSchema, next: secretSchema }),
    recoverySchema,
  ),
  /** What lies about unencrypted of the open, encrypted unit: folders beside it, older backups. */
  'vault.remains': call(none, z.array(remainSchema)),
  /** Removes one of those for good; answers what is left. */
  'vault.removeRemain': call(
    z.strictObject({ place: backupPlaceSchema.nullable(), id: z.string().min(1).max(300) }),
    z.array(remainSchema),
  ),
  /** Makes a new recovery code; the old one opens nothing any more. */
  'vault.renewRecovery': call(z.strictObject({ passphrase: secretSchema }), recoverySchema),
  /** Lets this PC's keychain remember the key, or forget it (then `passphrase` is not looked at). */
  'vault.remember': call(z.strictObject({ on: z.boolean(), passphrase: secretSchema }), none),
  'vault.setAutoLock': call(z.strictObject({ minutes: z.number().int().min(0).max(240) }), none),
  /** Locks the open encrypted unit; `workspace.locked` follows. */
  'vault.lock': call(none, none),
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
  /** The window is to close; the page answers by `app.leave` once nothing is left to be asked. */
  'app.closing': z.null(),
  /** The unit was locked: by the user, after a time without the user, or with the system. */
  'workspace.locked': z.strictObject({ reason: z.enum(['user', 'idle', 'system']) }),
  /** Change sets that came from outside this window (an import). */
  'workspace.changed': z.strictObject({ sets: z.array(changeSetSchema) }),
  /** Backups were made, failed, or work again. */
  'backups.changed': z.strictObject({ failing: z.boolean() }),
  /** Packages were double-clicked; `transfer.openAsked` opens them. */
  'transfer.asked': z.null(),
  /** How far a long job is; total 0 while unknown. */
  'job.progress': z.strictObject({ job: z.string(), done: z.number(), total: z.number() }),
};

export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = z.output<(typeof events)[N]>;

/** The one channel for calls and the one for events. */
export const callChannel = 'touyan:call' as const;
export const eventChannel = 'touyan:event' as const;

/** What preload puts on `window.touyan`; three functions, typed by the contract. */
export interface Bridge {
  call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallResult<N>>;
  /** Calls `attachments.add` for files that were dropped; a page cannot tell paths of its own. */
  addFiles(files: readonly File[]): Promise<CallResult<'attachments.add'>>;
  /** Calls `transfer.open` for packages that were dropped. */
  openPackages(files: readonly File[]): Promise<CallResult<'transfer.open'>>;
  /** Returns the function that ends the subscription. */
  listen<N extends EventName>(name: N, heard: (payload: EventPayload<N>) => void): () => void;
}
