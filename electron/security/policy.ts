/** Origin of everything the app shows. */
export const appOrigin = 'app://touyan';

/** The policy of every page: own files only, nothing inline, nothing from elsewhere. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  // No text becomes markup or code by way of the page's tree; the one policy is made by preload.
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ');

/** The origin of a dev server's URL, if it runs on this very machine. */
export function loopbackOrigin(url: string | undefined): string | undefined {
  if (!url || !URL.canParse(url)) return undefined;
  const { protocol, hostname, origin } = new URL(url);
  const isLoopback = hostname === 'localhost' || hostname === '127.0.0.1';
  return protocol === 'http:' && isLoopback ? origin : undefined;
}

/** Whether a page is one of the app's own; `dev` is the dev server's origin, in development. */
export function isOwnPage(url: string, dev?: string): boolean {
  return url.startsWith(`${appOrigin}/`) || (dev !== undefined && url.startsWith(`${dev}/`));
}

/** Whether a page may ask for that URL: the app's own files and its own data, nothing else. */
export function isAllowedRequest(url: string, dev?: string): boolean {
  if (isOwnPage(url, dev) || url.startsWith(`blob:${appOrigin}/`)) return true;
  if (url.startsWith('data:image/')) return true;
  if (dev === undefined) return false;
  return url.startsWith(`${dev.replace(/^http/, 'ws')}/`) || url.startsWith('devtools://');
}

/** What a window of the app is for; a print window may ask for nothing but its document. */
export type WindowRole = 'main' | 'print';

/** Whether a frame may call: the top frame of a window that the app made, on an own page. */
export function mayCall(
  role: WindowRole | undefined,
  frame: { readonly url: string; readonly isTop: boolean } | null,
  dev?: string,
): role is WindowRole {
  return role !== undefined && frame?.isTop === true && isOwnPage(frame.url, dev);
}
