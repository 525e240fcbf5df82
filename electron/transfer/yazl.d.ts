import type { Readable } from 'node:stream';
import type { Options } from 'yazl';

declare module 'yazl' {
  // Since yazl 3; the published types are those of 2.
  interface ZipFile {
    addReadStreamLazy(
      metadataPath: string,
      options: Partial<Options>,
      getReadStream: (opened: (error: Error | null, stream: Readable) => void) => void,
    ): void;
  }
}
