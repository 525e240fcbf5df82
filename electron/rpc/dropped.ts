import * as z from 'zod';
import { attachmentName } from '../../shared/model/attachment-name';
import { StorageError } from '../storage/storage-error';
import { expectLocal } from './local-path';

const droppedSchema = z
  .array(
    z.union([
      z.strictObject({ path: z.string().min(1).max(32_768) }),
      // A file that lies nowhere, as one out of a mail, or one that a page made.
      z.strictObject({ name: z.string().max(1_000) }),
    ]),
  )
  .min(1)
  .max(200);

/** A file that the user dropped on a page: where it lies, or its name where it lies nowhere. */
export type Dropped = z.infer<typeof droppedSchema>[number];

/** Files that preload told of. Throws StorageError `bad-input` where it told something else. */
export function droppedFiles(dropped: unknown): readonly Dropped[] {
  const told = droppedSchema.safeParse(dropped);
  if (!told.success) throw new StorageError('bad-input');
  return told.data;
}

/** Where a dropped file lies. Throws StorageError `file-unreadable`, `file-remote`. */
export function placeOf(file: Dropped): string {
  if ('path' in file) return expectLocal(file.path);
  throw new StorageError('file-unreadable', { name: attachmentName(file.name) });
}

/** The paths of dropped files, all of which must lie on this machine. Throws as the two above. */
export const droppedPaths = (dropped: unknown): readonly string[] =>
  droppedFiles(dropped).map(placeOf);
