import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';

const project = join(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(join(project, path), 'utf8');

const names = z.record(z.string(), z.string());
const manifest = z
  .object({ dependencies: names, devDependencies: names })
  .parse(JSON.parse(read('package.json')));

/** The sources of some folders as one text. */
const textOf = (...folders: string[]): string =>
  folders
    .flatMap((folder) =>
      readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
        .filter((path) => /\.(?:tsx?|[cm]?js|css|html)$/.test(path))
        .map((path) => read(join(folder, path))),
    )
    .join('\n');

const app = textOf('shared', 'electron', 'renderer');
const configs = ['electron.vite.config.ts', 'vitest.config.ts', 'tsconfig.json', 'biome.json'];
const everything = [app, textOf('build', 'test'), ...configs.map(read)].join('\n');

/** Whether a text imports a package or a file of it, or runs a tool by its path. */
const isNamed = (name: string, text: string): boolean =>
  new RegExp(`['"/\`]${name.replace(/[/.]/g, '\\$&')}['"/\`]`).test(text);

/** What nothing names: a package that another needs beside it, with the one that needs it. */
const peers: Readonly<Record<string, string>> = {
  '@testing-library/dom': '@testing-library/react',
};

/** The package whose types these are. */
const typed = (name: string): string => name.replace(/^@types\//, '').replace(/^node$/, 'node:fs');

describe('what package.json names', () => {
  it.each(Object.keys(manifest.dependencies))('%s is imported by the app', (name) => {
    expect(isNamed(name, app)).toBe(true);
  });

  it.each(Object.keys(manifest.devDependencies))('%s is used', (name) => {
    expect(isNamed(peers[name] ?? typed(name), everything)).toBe(true);
  });
});
