import * as z from 'zod';

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
  /** Repair or encryption was cut short, and the folder cannot be written to. */
  'workspace-unfinished',
  /** The data folder is a copy: two PCs must not write under one id. */
  'workspace-copied',
  'read-only',
  'stale-stamp',
  'does-not-fit',
  /** What no record may say, wherever it comes from; `params.zh` and `params.en` say why. */
  'breaks-rule',
  /** A counter that only somebody can have written who wants to use the counters up. */
  'counter-jump',
  /** It would alter or take away a document that was sealed. */
  'sealed',
  'disk-full',
  'no-access',
  'disk-failed',
  'folder-gone',
  'package-unreadable',
  'package-altered',
  'package-newer',
  'package-foreign',
  /** Encrypted, and no passphrase was given. */
  'package-locked',
  /** The device's fingerprint was not compared yet. */
  'package-untrusted',
  'package-revoked',
  /** Another key than the trusted one signs for the device. */
  'package-key-changed',
  /** Signs under this PC's own id with another key, or with its key under another id. */
  'package-false-own',
  /** Not the whole unit, so that no PC can be set up from it. */
  'package-partial',
  /** The file system takes no file of that length (FAT32: 4 GB). */
  'file-over-limit',
  'path-too-long',
  /** Two starts in a row came to nothing, or it was asked for: no data was opened by itself. */
  'safe-mode',
  /** The file system does not take the file's name. */
  'name-refused',
  /** Two PCs write under one `device` id: their data folders are copies of each other. */
  'device-twice',
  'workspace-not-empty',
  'print-failed',
  /** The unit is encrypted and its key is not here. */
  'locked',
  /** `waitSeconds`: how long the next try must wait; 0 for at once. */
  'wrong-passphrase',
  /** A try that came too soon and was not looked at; `waitSeconds` are left. */
  'passphrase-wait',
  /** `least`: how many characters a passphrase needs. */
  'weak-passphrase',
  'file-empty',
  'file-too-large',
  'file-not-regular',
  'file-unreadable',
  /** On a share of a network, or a device. */
  'file-remote',
  'file-changed',
  'file-runnable',
  /** A document that holds macros; it can only be saved. */
  'file-macros',
  /** Neither a document nor a picture; it can only be saved. */
  'file-not-document',
  'file-no-program',
  'attachment-missing',
  'attachment-altered',
  'backup-damaged',
  /** The workbook asks for a password. */
  'sheet-encrypted',
  /** .xls, .et, .xlsb: kinds that are not read. */
  'sheet-old',
  /** Something else under the name of a sheet; `form` says what. */
  'sheet-other',
  'sheet-damaged',
  /** A few bytes that would unpack to very many. */
  'sheet-bomb',
  'sheet-large',
]);

export type ErrorCode = z.infer<typeof errorCodeSchema>;

/** A failed call: the code, details for the sentence, never a stack or a secret. */
export const rpcErrorSchema = z.strictObject({
  code: errorCodeSchema,
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

export type RpcError = z.infer<typeof rpcErrorSchema>;
