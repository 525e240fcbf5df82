import { generateKeyPairSync } from 'node:crypto';
import { type Manifest, sha256Of, signManifest } from '../../../electron/transfer/manifest';
import { countsOf, segmentsOf } from '../../../electron/transfer/segments';
import type { ChangeSet } from '../../../shared/changes/change-set';
import { type RawEntry, rawZip } from './raw-zip';

const person = '0190b5a0-0000-7000-8000-000000000001';
const unit = '0190b5a0-0000-7000-8000-00000000000a';

/** Two months of two devices: small, but with everything that a package has. */
export const goodSets: readonly ChangeSet[] = [
  {
    stamp: '00000001.aaaaaaaa',
    author: '',
    wall: '2026-10-09T01:00:00.000Z',
    label: 'unit.create',
    changes: [
      { collection: 'unit', id: 'unit', fields: { name: '青禾县林业和草原局' } },
      { collection: 'person', id: person, fields: { name: '唐镕川', role: 'leader' } },
    ],
  },
  {
    stamp: '00000002.bbbbbbbb',
    author: person,
    wall: '2026-11-03T02:00:00.000Z',
    label: 'rating.submit',
    changes: [{ collection: 'rating', id: `${person}:2026-10:A1.1`, fields: { score: 88 } }],
  },
  {
    stamp: '00000003.aaaaaaaa',
    author: person,
    wall: '2026-11-04T02:00:00.000Z',
    label: 'person.save',
    changes: [
      {
        collection: 'person',
        id: person,
        fields: { name: '唐镕川（改）' },
        parents: { name: ['00000001.aaaaaaaa'] },
      },
    ],
  },
];

const keys = generateKeyPairSync('ed25519');
const publicKeyOf = (key: typeof keys.publicKey): string =>
  key.export({ type: 'spki', format: 'der' }).toString('base64');

type Unsigned = Omit<Manifest, 'signature'>;

/** A package taken apart, ready to be spoiled. */
export interface Parts {
  manifest: Unsigned;
  segments: { name: string; bytes: Buffer }[];
}

function manifestOf(segments: Parts['segments'], counts: Unsigned['counts']): Unsigned {
  return {
    format: 'touyan-package',
    version: 1,
    unit: { id: unit, name: '青禾县林业和草原局' },
    device: { id: 'aaaaaaaa', name: '办公室电脑', publicKey: publicKeyOf(keys.publicKey) },
    author: '唐镕川',
    madeAt: '2026-11-23T01:00:00.000Z',
    scope: { what: 'all' },
    counts,
    entries: segments.map(({ name, bytes }) => ({
      name,
      bytes: bytes.length,
      sha256: sha256Of(bytes),
    })),
  };
}

/** The parts of a package of these segments, with hashes and counts that fit them. */
export function partsOf(segments: Parts['segments'], counts = countsOf(goodSets)): Parts {
  return { manifest: manifestOf(segments, counts), segments };
}

/** The segments of the good package. */
export const goodSegments = (): Parts['segments'] =>
  segmentsOf(goodSets).map(({ name, text }) => ({ name, bytes: Buffer.from(text) }));

/** A signed manifest as bytes. */
export const signed = (manifest: Unsigned): Buffer =>
  Buffer.from(JSON.stringify(signManifest(manifest, keys.privateKey)));

/** The zip of parts, its manifest signed by the device's key; `spoil` changes the entries. */
export function zipOf(
  { manifest, segments }: Parts,
  spoil: (entries: RawEntry[]) => RawEntry[] = (entries) => entries,
): Buffer {
  return rawZip(spoil([{ name: 'manifest.json', bytes: signed(manifest) }, ...segments]));
}

/** A whole package whose first segment holds these lines instead; hashes and signature fit. */
function withLines(...lines: readonly string[]): Buffer {
  const segments = goodSegments();
  const [first, ...rest] = segments;
  if (!first) throw new Error('a good package has segments');
  const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
  return zipOf(partsOf([{ name: first.name, bytes }, ...rest]));
}

/** A whole package in which the first change set was changed before it was signed. */
function withSet(change: (set: ChangeSet) => unknown): Buffer {
  const [first] = goodSets;
  if (!first) throw new Error('there are good sets');
  return withLines(JSON.stringify(change(first)));
}

const withManifest = (change: (manifest: Unsigned) => unknown): Buffer => {
  const parts = partsOf(goodSegments());
  // Whatever the change makes of it is signed as if it were a manifest.
  return zipOf({ ...parts, manifest: change(parts.manifest) as Unsigned });
};

/** The good package after its manifest was signed: the JSON is changed, the signature is not. */
function afterSigning(change: (manifest: Manifest) => unknown): Buffer {
  return zipOf(partsOf(goodSegments()), ([manifest, ...rest]) => {
    const content: Manifest = JSON.parse(manifest?.bytes.toString() ?? '{}');
    const bytes = Buffer.from(JSON.stringify(change(content)));
    return [{ name: 'manifest.json', bytes }, ...rest];
  });
}

const withEntries = (spoil: (entries: RawEntry[]) => RawEntry[]): Buffer =>
  zipOf(partsOf(goodSegments()), spoil);

/** The entries with the first segment changed. */
const segment =
  (change: (entry: RawEntry) => RawEntry) =>
  ([manifest, first, ...rest]: RawEntry[]): RawEntry[] =>
    manifest && first ? [manifest, change(first), ...rest] : [];

const added = (entry: RawEntry) => withEntries((entries) => [...entries, entry]);
const junk = Buffer.from('x');

export type Code = 'package-unreadable' | 'package-altered' | 'package-newer';

/** Every way we know to spoil a package, and how each has to be refused. */
export const forgeries: readonly (readonly [name: string, code: Code, make: () => Buffer])[] = [
  ['an empty file', 'package-unreadable', () => Buffer.alloc(0)],
  ['a text', 'package-unreadable', () => Buffer.from('月度小结')],
  ['noise', 'package-unreadable', () => Buffer.alloc(5000, 0xa7)],
  ['an empty zip', 'package-unreadable', () => rawZip([])],
  ['a package cut short', 'package-unreadable', () => withEntries((all) => all).subarray(0, -30)],
  ['only the first half', 'package-unreadable', () => withEntries((all) => all).subarray(0, 400)],
  [
    'bytes after the end',
    'package-unreadable',
    () => Buffer.concat([withEntries((all) => all), Buffer.alloc(40, 1)]),
  ],
  ['no manifest', 'package-unreadable', () => withEntries((entries) => entries.slice(1))],
  [
    'a manifest that is not first',
    'package-unreadable',
    () => withEntries(([manifest, ...rest]) => (manifest ? [...rest, manifest] : rest)),
  ],
  [
    'a manifest that is no JSON',
    'package-unreadable',
    () =>
      withEntries(([, ...rest]) => [{ name: 'manifest.json', bytes: Buffer.from('{') }, ...rest]),
  ],
  [
    'another program’s manifest',
    'package-unreadable',
    () => withManifest((manifest) => ({ ...manifest, format: 'other-package' })),
  ],
  [
    'a manifest with a field too many',
    'package-unreadable',
    () => withManifest((manifest) => ({ ...manifest, extra: 1 })),
  ],
  [
    'a manifest without device',
    'package-unreadable',
    () => withManifest(({ device: _device, ...manifest }) => manifest),
  ],
  [
    'a manifest with a bad hash text',
    'package-unreadable',
    () =>
      withManifest((manifest) => ({
        ...manifest,
        entries: manifest.entries.map((entry) => ({ ...entry, sha256: 'x' })),
      })),
  ],
  [
    'a manifest that names an entry twice',
    'package-unreadable',
    () =>
      withManifest((manifest) => ({
        ...manifest,
        entries: [...manifest.entries, ...manifest.entries],
      })),
  ],
  [
    'a manifest entry that leads out of the folder',
    'package-unreadable',
    () =>
      withManifest((manifest) => ({
        ...manifest,
        entries: manifest.entries.map((entry) => ({ ...entry, name: '../touyan.json' })),
      })),
  ],
  [
    'a manifest that announces a terabyte',
    'package-unreadable',
    () =>
      withManifest((manifest) => ({
        ...manifest,
        entries: manifest.entries.map((entry) => ({ ...entry, bytes: 2 ** 40 })),
      })),
  ],
  [
    'a newer format',
    'package-newer',
    () => withManifest((manifest) => ({ ...manifest, version: 4 })),
  ],
  [
    'a newer format with fields unknown here',
    'package-newer',
    () => withManifest((manifest) => ({ format: manifest.format, version: 99, sealed: true })),
  ],
  [
    'another unit name',
    'package-altered',
    () => afterSigning((manifest) => ({ ...manifest, unit: { ...manifest.unit, name: '别的局' } })),
  ],
  [
    'another author',
    'package-altered',
    () => afterSigning((manifest) => ({ ...manifest, author: '他人' })),
  ],
  [
    'another date',
    'package-altered',
    () => afterSigning((manifest) => ({ ...manifest, madeAt: '2020-01-01T00:00:00.000Z' })),
  ],
  [
    'an empty signature',
    'package-altered',
    () => afterSigning((manifest) => ({ ...manifest, signature: '' })),
  ],
  [
    'a signature of something else',
    'package-altered',
    () =>
      afterSigning((manifest) => ({
        ...manifest,
        signature: Buffer.alloc(64, 7).toString('base64'),
      })),
  ],
  [
    'the key of somebody else',
    'package-altered',
    () =>
      afterSigning((manifest) => {
        const other = publicKeyOf(generateKeyPairSync('ed25519').publicKey);
        return { ...manifest, device: { ...manifest.device, publicKey: other } };
      }),
  ],
  [
    'a key of another kind',
    'package-altered',
    () =>
      afterSigning((manifest) => {
        const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
        return { ...manifest, device: { ...manifest.device, publicKey: publicKeyOf(publicKey) } };
      }),
  ],
  [
    'a key that is none',
    'package-altered',
    () =>
      afterSigning((manifest) => ({
        ...manifest,
        device: { ...manifest.device, publicKey: 'AAAA' },
      })),
  ],
  [
    'a segment with one byte changed',
    'package-altered',
    () =>
      withEntries(
        segment((entry) => {
          const bytes = Buffer.from(entry.bytes);
          bytes[40] = (bytes[40] ?? 0) ^ 1;
          return { ...entry, bytes };
        }),
      ),
  ],
  [
    'a segment that grew',
    'package-altered',
    () =>
      withEntries(segment((entry) => ({ ...entry, bytes: Buffer.concat([entry.bytes, junk]) }))),
  ],
  ['a segment left out', 'package-altered', () => withEntries((entries) => entries.slice(0, -1))],
  [
    'two segments that changed places',
    'package-altered',
    () =>
      withEntries(([manifest, first, second, ...rest]) =>
        manifest && first && second
          ? [
              manifest,
              { ...first, bytes: second.bytes },
              { ...second, bytes: first.bytes },
              ...rest,
            ]
          : [],
      ),
  ],
  [
    'a segment twice',
    'package-altered',
    () => withEntries((entries) => [...entries, ...entries.slice(1, 2)]),
  ],
  [
    'a second manifest',
    'package-altered',
    () => withEntries((entries) => [...entries, ...entries.slice(0, 1)]),
  ],
  [
    'an entry that nobody named',
    'package-altered',
    () => added({ name: 'notes.txt', bytes: junk }),
  ],
  [
    'a name that climbs out',
    'package-altered',
    () => added({ name: '../../outside.jsonl', bytes: junk }),
  ],
  ['an absolute name', 'package-altered', () => added({ name: '/etc/cron.d/x', bytes: junk })],
  ['a name with a drive letter', 'package-altered', () => added({ name: 'C:/x', bytes: junk })],
  ['a name with backslashes', 'package-altered', () => added({ name: '..\\x', bytes: junk })],
  ['a folder entry', 'package-altered', () => added({ name: 'journal/', bytes: Buffer.alloc(0) })],
  [
    'a symbolic link',
    'package-altered',
    () => withEntries(segment((entry) => ({ ...entry, mode: 0o120777 }))),
  ],
  [
    'a device file',
    'package-altered',
    () => withEntries(segment((entry) => ({ ...entry, mode: 0o020666 }))),
  ],
  [
    'an encrypted entry',
    'package-altered',
    () => withEntries(segment((entry) => ({ ...entry, flags: 1 }))),
  ],
  [
    'an unknown compression',
    'package-unreadable',
    () => withEntries(segment((entry) => ({ ...entry, method: 14 }))),
  ],
  [
    'a size that the directory hides',
    'package-unreadable',
    () =>
      withEntries(
        segment((entry) => ({
          ...entry,
          bytes: Buffer.alloc(50_000_000, 0x20),
          declaredSize: entry.bytes.length,
        })),
      ),
  ],
  [
    'a segment of fifty megabytes of blanks',
    'package-altered',
    () => withEntries(segment((entry) => ({ ...entry, bytes: Buffer.alloc(50_000_000, 0x20) }))),
  ],
  [
    'a manifest of ten megabytes',
    'package-altered',
    () =>
      withEntries(([, ...rest]) => [
        { name: 'manifest.json', bytes: Buffer.alloc(10_000_000, 0x20) },
        ...rest,
      ]),
  ],
  [
    'counts that are too low',
    'package-altered',
    () => zipOf(partsOf(goodSegments(), { changeSets: 1, changes: 1 })),
  ],
  ['a line that is no JSON', 'package-unreadable', () => withLines('{"stamp":')],
  ['a line that is no change set', 'package-unreadable', () => withLines('{"a":1}')],
  ['an empty line', 'package-unreadable', () => withLines('', '')],
  [
    'text that is no UTF-8',
    'package-unreadable',
    () => {
      const [first, ...rest] = goodSegments();
      if (!first) throw new Error('a good package has segments');
      const bytes = Buffer.from(first.bytes);
      bytes[bytes.indexOf(Buffer.from('青'))] = 0xff;
      return zipOf(partsOf([{ name: first.name, bytes }, ...rest]));
    },
  ],
  [
    'a segment whose last line has no end',
    'package-unreadable',
    () => {
      const segments = goodSegments().map(({ name, bytes }) => ({
        name,
        bytes: bytes.subarray(0, -1),
      }));
      return zipOf(partsOf(segments));
    },
  ],
  [
    'a change set with a field too many',
    'package-unreadable',
    () => withSet((set) => ({ ...set, evil: true })),
  ],
  [
    'a stamp of another shape',
    'package-unreadable',
    () => withSet((set) => ({ ...set, stamp: 'x' })),
  ],
  [
    'a stamp of another device than the folder says',
    'package-altered',
    () => withSet((set) => ({ ...set, stamp: '00000001.cccccccc' })),
  ],
  [
    'a parent from the future',
    'package-unreadable',
    () =>
      withSet((set) => ({
        ...set,
        changes: set.changes.map((change) => ({
          ...change,
          parents: { name: ['00000009.aaaaaaaa'] },
        })),
      })),
  ],
  [
    'a value that does not fit the model',
    'package-unreadable',
    () =>
      withSet((set) => ({
        ...set,
        changes: [{ collection: 'person', id: person, fields: { order: 'first' } }],
      })),
  ],
  [
    'an id that the collection cannot have',
    'package-unreadable',
    () =>
      withSet((set) => ({ ...set, changes: [{ collection: 'unit', id: 'other', fields: {} }] })),
  ],
  [
    'a field named after what objects inherit',
    'package-unreadable',
    () =>
      withLines(
        JSON.stringify(goodSets[0]).replace('"name":"青禾县林业和草原局"', '"constructor":"x"'),
      ),
  ],
  [
    'one stamp with two contents',
    'package-altered',
    () => {
      const [first] = goodSets;
      return withLines(JSON.stringify(first), JSON.stringify({ ...first, label: 'other' }));
    },
  ],
];
