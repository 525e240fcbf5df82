import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

// The linter is run once over a made-up tree with the project's own rules: every file there holds
// one import, and the test says which of them the linter must refuse.
const project = join(import.meta.dirname, '../../..');
const rooms = [
  'calendar',
  'catalogue',
  'model',
  'kinds',
  'changes',
  'reading',
  'insight',
  'sheet',
  'report',
  'sample',
] as const;

interface Case {
  readonly from: string;
  readonly line: string;
  readonly refused: boolean;
}

const said = (specifier: string): string => `import { it } from '${specifier}';`;

const orderOfRooms: Case[] = rooms.flatMap((room, place) => [
  ...rooms.map((other, otherPlace) => ({
    from: `shared/${room}`,
    line: said(room === other ? './other' : `../${other}/other`),
    refused: otherPlace > place,
  })),
  { from: `shared/${room}`, line: said('../rpc'), refused: true },
  { from: `shared/${room}`, line: said('zod'), refused: false },
  { from: `shared/${room}`, line: said('date-fns/addDays'), refused: false },
]);

const outOfShared = ['shared', ...rooms.map((room) => `shared/${room}`)].flatMap((from) => {
  const up = from === 'shared' ? '..' : '../..';
  const specifiers = [
    `${up}/electron/main`,
    `${up}/renderer/app/main`,
    'electron',
    'react',
    'react/jsx-runtime',
    'react-dom/client',
    'react-aria-components',
    'node:fs',
    'node:fs/promises',
    'fs',
    'path',
  ];
  return specifiers.map((specifier): Case => ({ from, line: said(specifier), refused: true }));
});

const betweenSides: Case[] = [
  { from: 'renderer/pages/home', line: said('../../../electron/cli'), refused: true },
  { from: 'renderer/pages/home', line: said('electron'), refused: true },
  { from: 'renderer/pages/home', line: said('node:path'), refused: true },
  { from: 'renderer/pages/home', line: said('path'), refused: true },
  { from: 'renderer/pages/home', line: said('../../../shared/rpc'), refused: false },
  { from: 'renderer/pages/home', line: said('react'), refused: false },
  { from: 'electron/rpc', line: said('../../renderer/i18n/i18n'), refused: true },
  { from: 'electron/rpc', line: said('react'), refused: true },
  { from: 'electron/rpc', line: said('react-dom/server'), refused: true },
  { from: 'electron/rpc', line: said('../../shared/report/blocks'), refused: false },
  { from: 'electron/rpc', line: said('electron'), refused: false },
  { from: 'electron/rpc', line: said('node:fs'), refused: false },
  { from: 'test/unit', line: said('../../electron/cli'), refused: false },
  ...rooms.map((room) => ({ from: 'shared', line: said(`./${room}/other`), refused: false })),
];

const waysToImport: Case[] = [
  "import type { It } from '../../electron/cli';",
  "export { it } from '../../electron/cli';",
  "export * from '../../electron/cli';",
  "import '../../electron/cli';",
  "export const load = () => import('../../electron/cli');",
].map((line) => ({ from: 'renderer/app', line, refused: true }));

const globals: Case[] = ['process.cwd()', 'document.title', "fetch('/')", 'Buffer.alloc(1)'].map(
  (use) => ({ from: 'shared/model', line: `export const it = ${use};`, refused: true }),
);

const moments: Case[] = ['shared/report', 'electron/rpc', 'renderer/state', 'test/unit'].flatMap(
  (from) =>
    ['new Date()', 'Date.now()'].map((use) => ({
      from,
      line: `export const it = ${use};`,
      refused: from !== 'test/unit',
    })),
);

const cases = [
  ...orderOfRooms,
  ...outOfShared,
  ...betweenSides,
  ...waysToImport,
  ...globals,
  ...moments,
];
const fileOf = (index: number): string => `${cases[index]?.from}/case-${index}.ts`;

const reportSchema = z.object({
  diagnostics: z.array(
    z.object({
      category: z.string(),
      severity: z.string(),
      location: z.object({ path: z.union([z.string(), z.object({ file: z.string() })]) }),
    }),
  ),
});

/** Rules that may refuse an import, a global or a moment; anything else would be a flaw of this test. */
const ownRules = [
  'lint/style/noRestrictedImports',
  'lint/style/noRestrictedGlobals',
  'lint/style/useNodejsImportProtocol',
  'plugin',
];

const tree = mkdtempSync(join(tmpdir(), 'touyan-import-rules-'));
const refused = new Set<string>();
let status: number | null = null;

beforeAll(() => {
  mkdirSync(join(tree, 'build'));
  for (const file of ['biome.json', 'build/one-clock.grit']) {
    copyFileSync(join(project, file), join(tree, file));
  }
  cases.forEach(({ line }, index) => {
    const path = join(tree, fileOf(index));
    mkdirSync(dirname(path), { recursive: true });
    const use = line.startsWith('import {') ? '\nit();\n' : '\n';
    writeFileSync(path, line + use);
  });
  const run = spawnSync(
    process.execPath,
    [
      join(project, 'node_modules/@biomejs/biome/bin/biome'),
      'lint',
      '--vcs-enabled=false',
      '--max-diagnostics=none',
      '--diagnostic-level=error',
      '--reporter=json',
      '.',
    ],
    { cwd: tree, encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  status = run.status;
  const report = reportSchema.parse(JSON.parse(run.stdout));
  for (const { category, location } of report.diagnostics) {
    if (!ownRules.includes(category)) continue;
    refused.add(typeof location.path === 'string' ? location.path : location.path.file);
  }
});
afterAll(() => rmSync(tree, { recursive: true, force: true }));

describe('the import rules', () => {
  it('fail the linter', () => {
    expect(status).toBe(1);
  });

  it.each(cases.map((one, index) => ({ ...one, file: fileOf(index) })))(
    '$from: $line refused: $refused',
    ({ file, refused: wanted }) => {
      expect(refused.has(file)).toBe(wanted);
    },
  );
});
