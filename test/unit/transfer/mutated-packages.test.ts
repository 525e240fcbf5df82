import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DataKey } from '../../../electron/storage/data-key';
import { StorageError } from '../../../electron/storage/storage-error';
import {
  createWorkspace,
  openWorkspace,
  type Workspace,
} from '../../../electron/storage/workspace';
import { sha256Of } from '../../../electron/transfer/manifest';
import { mergePackages } from '../../../electron/transfer/merge-packages';
import { readPackage } from '../../../electron/transfer/read-package';
import { lockPackage, sealPackage } from '../../../electron/transfer/sealed-file';
import { wholeState } from '../../../electron/transfer/workspace-state';
import { writeContent } from '../../../electron/transfer/write-package';
import type { ChangeSet } from '../../../shared/changes/change-set';
import { merge, StampClash } from '../../../shared/changes/merge';
import { narrowed } from '../../../shared/changes/partial-set';
import { canonical, fold } from '../../../shared/changes/state';
import { rangeMisfitsOf } from '../../../shared/kinds/range-misfits';
import { mutated } from '../rpc/mutation';
import { hashOf } from '../rpc/office-pc';
import { goodSegments, goodSets, type Parts, partsOf, zipOf } from './forged-packages';

const unit = '0190b5a0-0000-7000-8000-00000000000a';
const evidence = Buffer.from('会议签到表'.repeat(40));
let root = '';
let folder = '';
let workspace: Workspace;
/** Everything shared that the folder must hold by now. */
let known: ChangeSet[] = [];
let plain: Buffer;
let sealed: { bytes: Buffer; key: DataKey };

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'touyan-mutated-'));
  folder = join(root, 'data');
  await createWorkspace(folder, { unitId: unit });
  workspace = await openWorkspace(folder);
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const sha256 = sha256Of(evidence);
  const path = join(root, 'good.touyan');
  const attachment: ChangeSet = {
    stamp: '00000004.aaaaaaaa',
    author: '',
    wall: '2026-11-05T02:00:00.000Z',
    label: 'attachment.add',
    changes: [
      {
        collection: 'attachment',
        id: '0190b5a0-0000-7000-8000-00000000000f',
        fields: { name: '签到表.txt', bytes: evidence.length, sha256 },
      },
    ],
  };
  await writeContent(
    {
      unit: { id: unit, name: '青禾县林业和草原局' },
      device: {
        id: 'aaaaaaaa',
        name: '办公室电脑',
        publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
      },
      privateKey,
      author: '唐镕川',
      madeAt: '2026-11-23T01:00:00.000Z',
      sets: [...goodSets, attachment],
      files: [{ sha256, bytes: evidence.length }],
      contentOf: async function* () {
        yield evidence;
      },
    },
    path,
  );
  plain = await readFile(path);
  const { lock, key } = await lockPackage('秋天的雁群向南飞');
  const chunks: Buffer[] = [];
  const whole = async function* () {
    yield plain;
  };
  for await (const chunk of sealPackage(whole(), lock, key)) chunks.push(chunk);
  sealed = { bytes: Buffer.concat(chunks), key };
});
afterAll(async () => {
  await workspace.close();
  await rm(root, { recursive: true, force: true });
});

const stateText = async (): Promise<string> => {
  const sets: ChangeSet[] = [];
  for await (const set of workspace.sets('shared')) sets.push(set);
  return canonical(fold(sets));
};

/**
 * Imports what may be no package any more: either it is refused, and then not a byte of the data
 * folder changes, or what it says is merged and nothing else.
 */
async function expectRefusedOrMerged(bytes: Buffer, key?: DataKey): Promise<'refused' | 'merged'> {
  const path = join(root, 'mutated.touyan');
  await writeFile(path, bytes);
  const before = await hashOf(folder);
  try {
    const read = await readPackage(path, { key });
    const state = await wholeState(workspace);
    await mergePackages(workspace, state, [{ path, read, options: { key } }], {
      trust: ['aaaaaaaa'],
      take: { flagged: read.sets.flatMap(({ changes }) => changes) },
    });
    // Records with days and numbers that no office has are left out whole.
    const left = new Set(
      read.sets
        .flatMap(({ changes }) => changes.filter((change) => rangeMisfitsOf(change).length > 0))
        .map(({ collection, id }) => `${collection} ${id}`),
    );
    const taken = read.sets.flatMap(
      (set) => narrowed(set, ({ collection, id }) => !left.has(`${collection} ${id}`)) ?? [],
    );
    known = merge(known, taken);
    expect(await stateText()).toBe(canonical(fold(known)));
    return 'merged';
  } catch (error) {
    if (!(error instanceof StorageError) && !(error instanceof StampClash)) throw error;
    if (error instanceof StorageError) {
      expect(error.code).toMatch(/^(package-|does-not-fit|counter-jump|wrong-passphrase)/);
    }
    expect(await hashOf(folder)).toBe(before);
    return 'refused';
  }
}

type Damage = (bytes: Buffer) => Buffer;

/** Damage as sticks and editors do it: bits, ends, stretches lost, doubled, moved or overwritten. */
const damage: fc.Arbitrary<Damage> = fc
  .record({
    kind: fc.constantFrom('flip', 'flip', 'flip', 'cut', 'lose', 'double', 'zero', 'noise'),
    at: fc.double({ min: 0, max: 0.999999, noNaN: true }),
    length: fc.integer({ min: 1, max: 400 }),
    bit: fc.nat({ max: 7 }),
  })
  .map(({ kind, at, length, bit }) => (bytes) => {
    const from = Math.floor(at * bytes.length);
    const to = Math.min(bytes.length, from + length);
    const copy = Buffer.from(bytes);
    if (kind === 'flip') copy.writeUInt8(copy.readUInt8(from) ^ (1 << bit), from);
    if (kind === 'cut') return copy.subarray(0, from);
    if (kind === 'lose') return Buffer.concat([copy.subarray(0, from), copy.subarray(to)]);
    if (kind === 'double') return Buffer.concat([copy.subarray(0, to), copy.subarray(from)]);
    if (kind === 'zero') copy.fill(0, from, to);
    if (kind === 'noise') randomBytes(to - from).copy(copy, from);
    return copy;
  });

function fieldCount(set: unknown): number {
  const changes: unknown = Reflect.get(Object(set), 'changes');
  if (!Array.isArray(changes)) return 0;
  const fieldsOf = (change: unknown): unknown => Reflect.get(Object(change), 'fields');
  return changes.reduce<number>((sum, one) => sum + Object.keys(Object(fieldsOf(one))).length, 0);
}

/** The good package with one change set made strange, and everything else in order and signed. */
const strangeSets: fc.Arbitrary<Buffer> = fc
  .constantFrom(...goodSets)
  .chain((chosen) => mutated(chosen).map((strange) => ({ chosen, strange })))
  .map(({ chosen, strange }) => {
    let changes = 0;
    const segments = goodSegments().map(({ name, bytes }) => {
      const lines = bytes.toString().trimEnd().split('\n');
      const next = lines.map((line): string => {
        const set: ChangeSet = JSON.parse(line);
        const content: unknown = set.stamp === chosen.stamp ? strange : set;
        changes += fieldCount(content);
        const text: string | undefined = JSON.stringify(content);
        return text ?? 'null';
      });
      return { name, bytes: Buffer.from(`${next.join('\n')}\n`) };
    });
    return zipOf(partsOf(segments, { changeSets: goodSets.length, changes }));
  });

/** The good package with a strange manifest that is signed all the same. */
const strangeManifests: fc.Arbitrary<Buffer> = mutated(partsOf(goodSegments()).manifest).map(
  (manifest) => {
    const parts = partsOf(goodSegments());
    try {
      // Whatever came of it is signed as if it were a manifest.
      return zipOf({ ...parts, manifest: manifest as Parts['manifest'] });
    } catch {
      // What cannot even be written as JSON.
      return Buffer.alloc(0);
    }
  },
);

interface Good {
  readonly bytes: Buffer;
  readonly key?: DataKey;
}

const good: readonly (readonly [string, () => Good, number])[] = [
  ['as it lies on the stick', () => ({ bytes: plain }), 900],
  ['encrypted', () => sealed, 500],
];

describe('a package that was changed', () => {
  it.each(good)('%s: is refused or merged, never half', async (_what, of, numRuns) => {
    const seen = { refused: 0, merged: 0 };
    await fc.assert(
      fc.asyncProperty(damage, async (change) => {
        seen[await expectRefusedOrMerged(change(of().bytes), of().key)] += 1;
      }),
      { numRuns },
    );
    expect(seen.refused).toBeGreaterThan(numRuns * 0.8);
  });

  it.each([
    ['in its change sets, and signed again', strangeSets, 500],
    ['in its manifest, and signed again', strangeManifests, 300],
  ] as const)('%s: is refused or merged, never half', async (_what, packages, numRuns) => {
    await fc.assert(
      fc.asyncProperty(packages, async (bytes) => {
        await expectRefusedOrMerged(bytes);
      }),
      { numRuns },
    );
    expect(await workspace.verify()).toEqual([]);
  });

  it('in no way at all, is merged with its file', async () => {
    expect(await expectRefusedOrMerged(plain)).toBe('merged');
    expect(await workspace.attachments.stateOf(sha256Of(evidence))).toBe('whole');
    expect(await expectRefusedOrMerged(sealed.bytes, sealed.key)).toBe('merged');
  });
});
