import { isAbsolute } from 'node:path';
import * as z from 'zod';
import { StorageError } from '../storage/storage-error';

const droppedSchema = z.array(z.string().min(1).max(32_768)).min(1).max(200);

/** Paths that preload told of files dropped on a page. Throws StorageError `bad-input`. */
export function droppedPaths(dropped: unknown): readonly string[] {
  const told = droppedSchema.safeParse(dropped);
  if (!told.success || !told.data.every((path) => isAbsolute(path))) {
    throw new StorageError('bad-input');
  }
  return told.data;
}
