// Fetches one pinned package of the npm registry, outside the project.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** A folder of the project's own in the user's cache, where what was fetched is kept. */
export const cacheFolder = (...parts) =>
  join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'touyan', ...parts);

async function sha512Of(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

/** Path of the tarball of `name` (`package@version`) in `folder`, its bytes those of `integrity`. */
export async function fetchPinned({ name, integrity }, folder) {
  const packed = spawnSync('npm', ['pack', '--silent', name], { cwd: folder, encoding: 'utf8' });
  if (packed.status !== 0) throw new Error(`npm pack failed: ${packed.stderr.trim()}`);
  const tarball = join(folder, packed.stdout.trim().split('\n').at(-1) ?? '');
  const found = await sha512Of(tarball);
  if (found !== integrity) throw new Error(`${name} has an unexpected integrity ${found}`);
  return tarball;
}
