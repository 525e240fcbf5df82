import { join } from 'node:path';
import { deviceIdSchema } from '../../shared/changes/stamp';
import { isChainFile, streams } from './chain';
import { listFolder, sizeOf } from './files';
import { decodeClosedLine, genesisOf } from './journal-line';
import { type Span, scanLines } from './journal-scan';
import { readMarker } from './marker';
import type { Problem } from './verify';

/** The files of one chain, whole. */
async function spansOf(folder: string, within: string): Promise<Span[]> {
  const names = await listFolder(join(folder, within), 'files');
  return Promise.all(
    names.filter(isChainFile).map(async (name) => {
      const file = `${within}/${name}`;
      return { file, to: (await sizeOf(join(folder, file))) ?? 0 };
    }),
  );
}

/**
 * Checks an encrypted unit as far as that goes without its key: every line's bytes and its place in
 * its chain, not what is in it. `lines` counts the whole ones. Throws StorageError as readMarker.
 */
export async function verifyClosed(
  folder: string,
): Promise<{ problems: Problem[]; lines: number }> {
  const { unit } = await readMarker(folder);
  const problems: Problem[] = [];
  let lines = 0;
  for (const stream of streams) {
    for (const device of await listFolder(join(folder, stream), 'folders')) {
      if (!deviceIdSchema.safeParse(device).success) continue;
      const spans = await spansOf(folder, `${stream}/${device}`);
      const genesis = genesisOf(unit, stream, device);
      for await (const found of scanLines(folder, spans, genesis, decodeClosedLine)) {
        for (const item of found) {
          if (item.kind === 'set') lines += 1;
          else {
            const { kind, file, line, at } = item;
            problems.push({ kind, file, line, detail: `byte ${at}` });
          }
        }
      }
    }
  }
  return { problems, lines };
}
