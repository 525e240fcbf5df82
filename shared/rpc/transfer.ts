import * as z from 'zod';
import { collectionNameSchema, recordIdSchema } from '../changes/change-set';
import { jsonValueSchema } from '../changes/json';
import { deviceIdSchema, stampSchema } from '../changes/stamp';
import { sha256Schema } from '../model/attachment';
import { call } from './call';
import { rpcErrorSchema } from './error';
import { workspaceSchema } from './workspace';

const none = z.null();
const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/);
const count = z.number().int().min(0);
const personId = z.string().max(200);

/** A package's passphrase as somebody typed it. */
const passphraseSchema = z.string().max(1000);

/** Parts of the records by which a package is shown and chosen from. */
export const moduleSchema = z.enum([
  'people',
  'ratings',
  'activities',
  'duties',
  'tasks',
  'targets',
  'documents',
  'attachments',
  'other',
]);

export type TransferModule = z.infer<typeof moduleSchema>;

/** What goes into a package. */
export const exportScopeSchema = z.strictObject({
  /** `mine`: what this PC's owner entered or what is about him; `department`: the same of a section. */
  what: z.enum(['all', 'department', 'mine']),
  /** Whose records (`mine`; the PC's owner where empty) or which department. */
  who: z.string().max(200).default(''),
  /** First and last month of dated records; records without a date always go along. */
  from: month.nullable().default(null),
  to: month.nullable().default(null),
  /** Only what came here since the last package to that device; '' for everything. */
  since: z.union([z.literal(''), deviceIdSchema]).default(''),
  attachments: z.boolean().default(false),
  /** The owner's own rating of body and mind (B6), which otherwise stays here. */
  bodyAndMind: z.boolean().default(false),
});

export const packageSummarySchema = z.strictObject({
  unit: z.string(),
  /** Name and id of the PC that made it. */
  device: z.string(),
  deviceId: deviceIdSchema,
  author: z.string(),
  madeAt: z.string(),
  scope: z.strictObject({
    what: z.enum(['all', 'department', 'mine']),
    who: z.string(),
    from: z.string(),
    to: z.string(),
    /** Hash of the package that this one goes on from; '' where it stands alone. */
    since: z.string(),
    /** The device it was made for; '' for anybody. */
    for: z.string(),
  }),
  changeSets: count,
  changes: count,
  files: count,
  fileBytes: count,
  bytes: count,
  sha256: z.string(),
  isEncrypted: z.boolean(),
});

export type PackageSummary = z.infer<typeof packageSummarySchema>;

export const receiptSchema = z.strictObject({ path: z.string(), package: packageSummarySchema });

/** A device's Ed25519 key in a form that two people can compare: sixteen digits, or six words. */
export const fingerprintSchema = z.strictObject({ digits: z.string(), words: z.array(z.string()) });

/**
 * `changed-key`: another key than the one that was trusted writes under this device's id;
 * `false-own`: under this PC's own id, or with its key under another id.
 */
export const trustSchema = z.enum([
  'own',
  'trusted',
  'unknown',
  'revoked',
  'changed-key',
  'false-own',
]);

const openedPackageSchema = z.strictObject({
  /** Names it as long as it is opened. */
  id: count,
  path: z.string(),
  /** `locked`: its passphrase is needed; `refused`: see `error`. */
  status: z.enum(['ready', 'locked', 'refused']),
  error: rpcErrorSchema.nullable(),
  package: packageSummarySchema.nullable(),
  trust: z
    .strictObject({
      status: trustSchema,
      fingerprint: fingerprintSchema,
      /** The one that was compared before, where the key is another now. */
      before: fingerprintSchema.nullable(),
      /** Whose PC it is, as far as this unit knows. */
      person: z.string(),
    })
    .nullable(),
  /** Made after another package to this PC that was never imported here. */
  isGap: z.boolean(),
});

export type OpenedPackage = z.infer<typeof openedPackageSchema>;

const openedSchema = z.strictObject({ packages: z.array(openedPackageSchema) });

/** Why a change should be looked at before it is taken. */
export const flagSchema = z.enum([
  /** Changes a rating that was handed in already. */
  'submitted-rating',
  /** Changes the rating of a leader from a PC that is not his. */
  'others-rating',
  /** Changes a record of a month that is sealed. */
  'sealed-month',
  /** Would alter a sealed document, or brings one that is not what was sealed; never taken. */
  'sealed-document',
  /** Changes a person who was removed here, or removes one who is here. */
  'removed-person',
  /** Brings a sealed document: whatever moves in its months is flagged from then on. */
  'new-seal',
  /** Brings one of months that are not over yet; never taken. */
  'early-seal',
  /** Changes the unit and its settings, or who writes into it from which PC. */
  'unit-record',
  'device-record',
  /** A day or number beyond what records hold; never taken. */
  'out-of-range',
  /** The signed log of its device says otherwise; never taken. */
  'forged-author',
  /** Of a device that is not trusted any more; never taken. */
  'revoked-author',
  /** Newer than all that its device has signed, and handed over by another one. */
  'unproven-author',
]);

export type TransferFlag = z.infer<typeof flagSchema>;

/** What of the opened packages belongs together: one module, entered by one person. */
const groupSchema = z.strictObject({ module: moduleSchema, author: personId });

/** How a record would change: `conflicting` where both sides changed it without knowing. */
const recordChangeSchema = z.enum(['new', 'changed', 'conflicting', 'known']);

const recordKeySchema = z.strictObject({ collection: collectionNameSchema, id: recordIdSchema });

const previewSchema = z.strictObject({
  groups: z.array(
    z.strictObject({
      ...groupSchema.shape,
      /** The author's name as the packages or this unit have it. */
      authorName: z.string(),
      /** Records by what would happen to them. */
      new: count,
      changed: count,
      conflicting: count,
      known: count,
      /** Those of them that are flagged. */
      flagged: count,
    }),
  ),
  changeSets: count,
  /** Change sets that are here already. */
  knownSets: count,
  /** Those under this PC's own id that it does not hold; not among the groups. */
  strangeSets: count,
  /** New ones by devices that had signed nothing yet when they were passed on. */
  unsignedSets: count,
  files: count,
  /** Flagged records, the first thousand. */
  flagged: z.array(
    z.strictObject({
      ...recordKeySchema.shape,
      ...groupSchema.shape,
      flags: z.array(flagSchema),
      title: z.string(),
    }),
  ),
});

export type TransferPreview = z.infer<typeof previewSchema>;

/** One value of a field: who gave it when, on which machine. */
const valueSchema = z.strictObject({
  value: jsonValueSchema,
  stamp: stampSchema,
  author: z.string(),
  authorName: z.string(),
  wall: z.string(),
  device: z.string(),
  /** From an opened package, not from here. */
  isIncoming: z.boolean(),
});

const importedSchema = z.strictObject({
  added: count,
  known: count,
  files: count,
  /** Fields that are in conflict now and were not before. */
  conflicts: count,
  /** Ids of the receipts written, one a package. */
  receipts: z.array(z.string()),
  /** Whether a backup was made first; false where every place failed. */
  isBackedUp: z.boolean(),
});

const deviceSchema = z.strictObject({
  id: deviceIdSchema,
  name: z.string(),
  person: z.string(),
  status: trustSchema,
  fingerprint: fingerprintSchema.nullable(),
  /** When its last package was imported here and made for it here; '' for never. */
  lastIn: z.string(),
  lastOut: z.string(),
});

const unitRowSchema = z.strictObject({
  path: z.string(),
  error: rpcErrorSchema.nullable(),
  unit: z.string(),
  madeAt: z.string(),
  leaders: count,
  /** Self-ratings handed in for the month. */
  submitted: count,
  /** Median of the leaders' scores of the month, 0 … 100; null while none is rated. */
  score: z.number().nullable(),
  /** Median by dimension, A1 … B5 and W. */
  dimensions: z.record(z.string(), z.number().nullable()),
  /** Occurrences due in the month that were met, of all that were owed. */
  met: count,
  owed: count,
  /** Lights of the month's duties, by colour. */
  lights: z.record(z.string(), count),
  tasksOverdue: count,
});

export type UnitRow = z.infer<typeof unitRowSchema>;

/** The calls on packages: records on their way between machines. */
export const transferCalls = {
  /** What a package of that scope would hold; nothing is written. */
  'transfer.estimate': call(
    exportScopeSchema,
    z.strictObject({
      changeSets: count,
      changes: count,
      files: count,
      fileBytes: count,
      /** About how long the package would be. */
      bytes: count,
      /** Change sets of drafts, and ratings of body and mind, that stay here. */
      drafts: count,
      bodyAndMind: count,
      /** The last package to the device of `since`; null where there was none. */
      since: z.strictObject({ madeAt: z.string(), sha256: sha256Schema }).nullable(),
    }),
  ),
  /**
   * Asks for a place, then writes a package there, flushed, read back and checked. Null when the
   * user gave up. Progress as job `transfer.export`. `passphrase` encrypts the package.
   */
  'transfer.export': call(
    z.strictObject({
      scope: exportScopeSchema,
      /** The device it is made for; '' for anybody. */
      for: z.union([z.literal(''), deviceIdSchema]).default(''),
      passphrase: passphraseSchema.optional(),
    }),
    receiptSchema.nullable(),
  ),
  /** Asks for a folder, then writes one package for each device: what it does not have yet. */
  'transfer.sendBack': call(
    z.strictObject({
      devices: z.array(deviceIdSchema).min(1).max(200),
      attachments: z.boolean(),
      passphrase: passphraseSchema.optional(),
    }),
    z
      .array(
        z.strictObject({
          device: deviceIdSchema,
          receipt: receiptSchema.nullable(),
          error: rpcErrorSchema.nullable(),
        }),
      )
      .nullable(),
  ),
  /** Stops the running export, preview, import or roll-up, which then fails with `cancelled`. */
  'transfer.cancel': call(none, none),
  /**
   * Asks for packages, or takes those that were dropped, reads and checks each whole and adds it to
   * those that are open; nothing is written. Null when the user gave up. Job `transfer.open`.
   */
  'transfer.open': call(none, openedSchema.nullable()),
  /** `transfer.open` for packages that were double-clicked; null where there are none. */
  'transfer.openAsked': call(none, openedSchema.nullable()),
  /** Opens an encrypted package. Fails with `wrong-passphrase`. */
  'transfer.unlock': call(
    z.strictObject({ id: count, passphrase: passphraseSchema }),
    openedSchema,
  ),
  /** Lets go of one opened package, or of all (null). */
  'transfer.forget': call(z.strictObject({ id: count.nullable() }), openedSchema),
  /** What all opened packages together would change here. Job `transfer.preview`. */
  'transfer.preview': call(none, previewSchema),
  /** The records of one group of the preview, those that change first. */
  'transfer.records': call(
    z.strictObject({
      ...groupSchema.shape,
      from: count,
      count: z.number().int().min(1).max(500),
    }),
    z.strictObject({
      total: count,
      rows: z.array(
        z.strictObject({
          ...recordKeySchema.shape,
          what: recordChangeSchema,
          flags: z.array(flagSchema),
          title: z.string(),
        }),
      ),
    }),
  ),
  /** One record before and after, field by field; only fields that the packages touch. */
  'transfer.record': call(
    recordKeySchema,
    z.strictObject({
      isHere: z.boolean(),
      fields: z.array(
        z.strictObject({
          field: z.string(),
          before: jsonValueSchema,
          after: jsonValueSchema,
          /** All values that would stand afterwards, the shown one first; several are a conflict. */
          values: z.array(valueSchema),
        }),
      ),
    }),
  ),
  /**
   * Takes the opened packages in as one action, after a backup: the chosen groups (null: all) and,
   * of flagged records, those listed. `trust` are devices whose fingerprints the user compared.
   * Fails with `package-untrusted` and others. Job `transfer.import`; `workspace.changed` follows.
   */
  'transfer.import': call(
    z.strictObject({
      take: z.array(groupSchema).max(5_000).nullable(),
      flagged: z.array(recordKeySchema).max(20_000),
      trust: z.array(deviceIdSchema).max(200),
      /** Whether sets that this PC wrote and has lost come back (`strangeSets`). */
      recover: z.boolean().default(false),
    }),
    importedSchema,
  ),
  /** Makes the data folder of an empty PC from the opened packages. Job `transfer.import`. */
  'transfer.setUp': call(none, workspaceSchema),
  /**
   * Takes an import back by one more change set that keeps work done since; `isTrial` only counts.
   * `workspace.changed` follows.
   */
  'transfer.undoImport': call(
    z.strictObject({ receipt: z.uuid(), isTrial: z.boolean() }),
    z.strictObject({
      /** Fields that go back, records that go away, fields left alone because of later work. */
      restored: count,
      removed: count,
      kept: count,
    }),
  ),
  /** All devices that write into this unit, and how far each is trusted. */
  'transfer.devices': call(none, z.array(deviceSchema)),
  /** Revokes a device, or trusts it again with the key it had. Answers the list. */
  'transfer.setTrust': call(
    z.strictObject({ device: deviceIdSchema, status: z.enum(['trusted', 'revoked']) }),
    z.array(deviceSchema),
  ),
  /**
   * Asks for packages of many units and sums each up for a month, read only and kept nowhere. Null
   * when the user gave up. Job `transfer.rollUp`.
   */
  'transfer.rollUp': call(
    z.strictObject({ month, passphrase: passphraseSchema.optional() }),
    z.array(unitRowSchema).nullable(),
  ),
};
