import { writeForUser } from '../storage/files';
import { StorageError } from '../storage/storage-error';
import { fileName, type SavePlace } from './file-name';
import type { SectionHandlers } from './handlers';

/** How pictures of charts leave the app. */
export interface PictureServices {
  readonly savePlace: SavePlace;
  /** Puts a PNG on the system's clipboard; false where it is none that can be read. */
  readonly copyPicture: (png: Buffer) => Promise<boolean>;
  /** Hears of a file that was written at the user's wish. */
  readonly wrote: (path: string) => void;
}

/** The calls on pictures. */
export function pictureHandlers(services: PictureServices): SectionHandlers<'pictures'> {
  return {
    'pictures.save': async ({ png, fileName: asked }) => {
      const path = await services.savePlace(fileName(asked, 'png'), 'png');
      if (path === null) return null;
      await writeForUser(path, Buffer.from(png, 'base64'));
      services.wrote(path);
      return { path };
    },
    'pictures.copy': async ({ png }) => {
      const isCopied = await services.copyPicture(Buffer.from(png, 'base64'));
      if (!isCopied) throw new StorageError('bad-input');
      return null;
    },
  };
}
