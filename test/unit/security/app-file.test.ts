import { join, resolve, sep } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appFile } from '../../../electron/security/app-file';

const root = resolve('/opt/touyan/out/renderer');

describe('files served below app://touyan', () => {
  it.each([
    ['app://touyan/index.html', 'index.html', 'text/html; charset=utf-8'],
    ['app://touyan/print.html?x=1#y', 'print.html', 'text/html; charset=utf-8'],
    ['app://touyan/assets/a%20b.js', 'assets/a b.js', 'text/javascript; charset=utf-8'],
    ['app://touyan/assets/../index.html', 'index.html', 'text/html; charset=utf-8'],
    ['app://touyan/%E5%A4%B4%E9%9B%81.svg', '头雁.svg', 'image/svg+xml'],
    // The URL parser keeps such a path inside the origin.
    ['app://touyan/../../index.html', 'index.html', 'text/html; charset=utf-8'],
  ])('%s', (url, path, contentType) => {
    expect(appFile(url, root)).toEqual({ path: join(root, path), contentType });
  });

  it.each([
    'app://touyan/',
    'app://touyan/assets',
    'app://touyan/..%2f..%2fmain/main.js',
    'app://touyan/%2e%2e%2f%2e%2e%2fpackage.json',
    'app://touyan/assets/..%2F..%2Fx.js',
    'app://touyan/..%5c..%5cmain.js',
    'app://touyan/..\\..\\main.js',
    'app://touyan/a.js%00.html',
    'app://touyan/C:/Windows/a.js',
    'app://touyan/%',
    'app://touyan/main.cjs',
    'app://touyan/a.html::$DATA',
    'app://touyan/a.constructor',
    'app://other/index.html',
    'app://touyan.evil/index.html',
    'app://user@touyan/index.html',
    'app://touyan:80/index.html',
    'file:///etc/passwd.html',
    'http://touyan/index.html',
    'not a url',
    '',
  ])('%j is refused', (url) => {
    expect(appFile(url, root)).toBeUndefined();
  });

  it('never leaves the folder', () => {
    const piece = fc.constantFrom('..', '.', '%2e%2e', '%2f', '/', '\\', '%5c', 'a', 'b.js', '%00');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const file = appFile(`app://touyan/${pieces.join('')}.js`, root);
        if (file) expect(file.path.startsWith(root + sep)).toBe(true);
        if (file) expect(file.path.split(sep)).not.toContain('..');
      }),
      { numRuns: 2_000 },
    );
  });
});
