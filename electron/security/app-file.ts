import { extname, normalize, resolve, sep } from 'node:path';

/** The kinds of file that are served; everything else is refused. */
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** A file that may be served. */
export interface AppFile {
  readonly path: string;
  readonly contentType: string;
}

/**
 * The file below the folder `root` that a URL names; undefined for another origin, an unknown kind
 * of file, or a path that would leave the folder.
 */
export function appFile(url: string, root: string): AppFile | undefined {
  let path: string;
  try {
    const parsed = new URL(url);
    if (parsed.protocol !== 'app:' || parsed.host !== 'touyan') return undefined;
    if (parsed.username !== '' || parsed.password !== '') return undefined;
    path = decodeURIComponent(parsed.pathname);
  } catch {
    return undefined;
  }
  // No NUL, no Windows separators, no drives or alternate streams.
  if (/[\0\\:]/.test(path)) return undefined;
  const type = extname(path);
  const contentType = Object.hasOwn(contentTypes, type) ? contentTypes[type] : undefined;
  const folder = resolve(root);
  const file = normalize(`${folder}${sep}${path}`);
  if (contentType === undefined || !file.startsWith(folder + sep)) return undefined;
  return { path: file, contentType };
}
