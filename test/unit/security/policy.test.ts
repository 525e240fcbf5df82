import { describe, expect, it } from 'vitest';
import {
  contentSecurityPolicy,
  isAllowedRequest,
  isOwnPage,
  loopbackOrigin,
  mayCall,
} from '../../../electron/security/policy';

describe('the content security policy', () => {
  const directives = new Map(
    contentSecurityPolicy.split('; ').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources] as const;
    }),
  );

  it('allows nothing by default and nothing unsafe', () => {
    expect(directives.get('default-src')).toEqual(["'none'"]);
    expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:|wss?:|file:/);
  });

  it('takes scripts, styles and fonts from the app alone', () => {
    for (const name of ['script-src', 'style-src', 'font-src', 'connect-src']) {
      expect(directives.get(name)).toEqual(["'self'"]);
    }
    for (const name of ['form-action', 'frame-ancestors', 'base-uri']) {
      expect(directives.get(name)).toEqual(["'none'"]);
    }
  });
});

describe('requests', () => {
  const dev = 'http://localhost:5173';

  it.each([
    ['app://touyan/index.html', true, true],
    ['blob:app://touyan/7f1c', true, true],
    ['data:image/png;base64,AA', true, true],
    ['data:text/html,x', false, false],
    ['app://touyan.evil/a.js', false, false],
    ['app://other/a.js', false, false],
    ['blob:http://localhost:5173/1', false, false],
    ['http://localhost:5173/index.html', false, true],
    ['ws://localhost:5173/?token=1', false, true],
    ['http://localhost:51730/index.html', false, false],
    ['http://localhost:5173.evil.com/', false, false],
    ['devtools://devtools/bundled/x.js', false, true],
    ['https://example.com/', false, false],
    ['http://192.168.1.1/', false, false],
    ['file:///etc/passwd', false, false],
    ['chrome-extension://abc/x', false, false],
    ['ftp://example.com/', false, false],
  ])('%s: %s in a release, %s in development', (url, release, development) => {
    expect(isAllowedRequest(url)).toBe(release);
    expect(isAllowedRequest(url, dev)).toBe(development);
  });

  it.each([
    ['http://localhost:5173', 'http://localhost:5173'],
    ['http://127.0.0.1:5173/x', 'http://127.0.0.1:5173'],
    ['https://localhost:5173', undefined],
    ['http://example.com', undefined],
    ['http://localhost.example.com', undefined],
    ['http://user@example.com#localhost', undefined],
    ['localhost', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('a dev server at %s counts as %s', (url, origin) => {
    expect(loopbackOrigin(url)).toBe(origin);
  });
});

describe('senders of calls', () => {
  const own = { url: 'app://touyan/index.html', isTop: true };

  it.each([
    ['the main window', 'main', own, true],
    ['a print window', 'print', { ...own, url: 'app://touyan/print.html' }, true],
    ['a window that is not the app’s', undefined, own, false],
    ['a frame inside a page', 'main', { ...own, isTop: false }, false],
    ['a frame that is gone', 'main', null, false],
    ['another origin', 'main', { ...own, url: 'https://example.com/' }, false],
    ['an origin that looks alike', 'main', { ...own, url: 'app://touyan.evil/' }, false],
    ['an empty page', 'main', { ...own, url: 'about:blank' }, false],
    ['a page without address', 'main', { ...own, url: '' }, false],
    ['a file', 'main', { ...own, url: 'file:///index.html' }, false],
    ['the dev server in a release', 'main', { ...own, url: 'http://localhost:5173/' }, false],
  ] as const)('%s', (_who, role, frame, expected) => {
    expect(mayCall(role, frame)).toBe(expected);
  });

  it('the dev server in development', () => {
    const dev = 'http://localhost:5173';
    expect(mayCall('main', { url: `${dev}/index.html`, isTop: true }, dev)).toBe(true);
    expect(isOwnPage(`${dev}0/index.html`, dev)).toBe(false);
  });
});
