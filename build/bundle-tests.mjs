// Bundles test files for plain Node of another system, each as a script of its own.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build } from 'vite';
import { root } from './electron.mjs';

/** Test files below a folder of the project, paths in the project with forward slashes. */
export function testFiles(folder) {
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.test.ts'))
    .sort();
}

/**
 * Why a test file cannot run from a bundle on Windows; undefined where it can. vi.mock needs the
 * module loader of vitest, and vite is native code of this system.
 */
export function unbundled(file) {
  const text = readFileSync(join(root, file), 'utf8');
  if (text.includes('vi.mock(')) return 'replaces modules while they are loaded';
  if (text.includes('symlink(')) return 'makes links, for which Windows wants an administrator';
  if (/from '(?:vite|\.\/kill-rounds)'/.test(text)) return 'bundles a process of its own with vite';
  return undefined;
}

/**
 * Bundles scripts of the project into `folder`, under their names there with `.mjs`. `nameOf` says
 * how the other system calls a folder of this one, for what lies beside the sources.
 */
export async function bundleTests(files, folder, nameOf) {
  const beside = {
    name: 'beside',
    enforce: 'pre',
    transform(code, id) {
      if (!code.includes('import.meta.dirname') || id.includes('node_modules')) return undefined;
      const name = JSON.stringify(nameOf(dirname(id)));
      return { code: code.replaceAll('import.meta.dirname', name), map: null };
    },
  };
  const nameIn = (file) => relative(root, join(root, file)).replaceAll('\\', '/').slice(0, -3);
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [beside],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rollupOptions: {
        input: Object.fromEntries(files.map((file) => [nameIn(file), join(root, file)])),
        output: { entryFileNames: '[name].mjs', chunkFileNames: 'parts/[name]-[hash].mjs' },
      },
    },
  });
  return files.map((file) => `${nameIn(file)}.mjs`);
}
