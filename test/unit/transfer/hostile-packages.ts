import { generateKeyPairSync } from 'node:crypto';
import { type LogPart, loggedSet, logStart, signPart } from '../../../electron/transfer/log-part';
import { type Manifest, sha256Of, signManifest } from '../../../electron/transfer/manifest';
import { sha256Hex, unitId, uuidOf, wall } from './pcs';
import { type RawEntry, rawZip } from './raw-zip';

// Packages as somebody makes them who knows the format: everything is in order and signed, save for
// what the attack is about. The same seed gives the same packages.

/** Numbers from a seed, the same on every PC (mulberry32). */
export function randomOf(seed: number): () => number {
  let at = seed >>> 0;
  return () => {
    at = (at + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(at ^ (at >>> 15), at | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Key = ReturnType<typeof keyPair>;

function keyPair() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const spki = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  return { publicKey: spki, privateKey };
}

/** Those who write: a colleague the unit trusts, and somebody it does not know. */
export const colleague = { id: 'pcbbbbbb', key: keyPair() };
const stranger = keyPair();

interface Change {
  collection: string;
  id: string;
  fields: Record<string, unknown>;
  parents?: Record<string, unknown>;
}

interface SetText {
  stamp: string;
  author: unknown;
  wall: unknown;
  label: unknown;
  undoes?: unknown;
  changes: Change[];
}

/** A package in the making, all of it open to be spoiled. */
export interface Draft {
  unit: string;
  device: { id: string; name: string; publicKey: string };
  key: Key;
  sets: SetText[];
  logs: LogPart[];
  /** Changes what is in the manifest, before it is signed. */
  manifest: (manifest: Record<string, unknown>) => void;
  /** Changes the entries of the zip, after all. */
  entries: (entries: RawEntry[]) => RawEntry[];
}

const base = 1_000;
const stamp = (counter: number, device = colleague.id): string =>
  `${Math.floor(counter).toString(36).padStart(8, '0')}.${device}`;

function draft(random: () => number, number: number): Draft {
  const at = base + number * 10;
  const set = (offset: number): SetText => ({
    stamp: stamp(at + offset),
    author: uuidOf(1),
    wall,
    label: 'task.set',
    changes: [
      {
        collection: 'task',
        id: uuidOf(0x1000 + number * 4 + offset),
        fields: { title: `任务${number}`, percent: Math.floor(random() * 100) },
      },
    ],
  });
  return {
    unit: unitId,
    device: { id: colleague.id, name: '二号电脑', publicKey: colleague.key.publicKey },
    key: colleague.key,
    sets: [set(0), set(1)],
    logs: [],
    manifest: () => undefined,
    entries: (entries) => entries,
  };
}

/** The bytes of a package, with sizes, hashes, counts and signature that fit what is in it. */
export function bytesOf({ unit, device, key, sets, logs, manifest, entries }: Draft): Buffer {
  const byName = new Map<string, string[]>();
  for (const set of sets) {
    const name = `journal/${String(set.stamp).slice(9)}/${String(set.wall).slice(0, 7)}.jsonl`;
    byName.set(name, [...(byName.get(name) ?? []), JSON.stringify(set)]);
  }
  for (const part of logs) {
    const name = `log/${part.device}.jsonl`;
    byName.set(name, [...(byName.get(name) ?? []), JSON.stringify(part)]);
  }
  const files = [...byName]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, lines]) => ({ name, bytes: Buffer.from(`${lines.join('\n')}\n`) }));
  const fieldsOf = (one: unknown): number =>
    Object.keys(Object(Reflect.get(Object(one), 'fields'))).length;
  const content: Record<string, unknown> = {
    format: 'touyan-package',
    version: logs.length > 0 ? 3 : 1,
    unit: { id: unit, name: '青禾县林业和草原局' },
    device,
    author: '李喆',
    madeAt: wall,
    scope: { what: 'all' },
    counts: {
      changeSets: sets.length,
      changes: sets.flatMap(({ changes }) => changes).reduce((sum, one) => sum + fieldsOf(one), 0),
    },
    entries: files.map(({ name, bytes }) => ({
      name,
      bytes: bytes.length,
      sha256: sha256Of(bytes),
    })),
  };
  manifest(content);
  // Signed whatever it has become.
  const signed = signManifest(content as Omit<Manifest, 'signature'>, key.privateKey);
  return rawZip(
    entries([{ name: 'manifest.json', bytes: Buffer.from(JSON.stringify(signed)) }, ...files]),
  );
}

/** One way of attack: what it spoils, by chance within the structure. */
type Attack = (draft: Draft, random: () => number) => void;

const pick = <T>(random: () => number, list: readonly T[]): T => {
  const found = list[Math.floor(random() * list.length)];
  if (found === undefined) throw new Error('there is nothing to choose from');
  return found;
};

const first = (made: Draft): SetText => {
  const [set] = made.sets;
  if (!set) throw new Error('a draft has sets');
  return set;
};

const change = (made: Draft): Change => {
  const [one] = first(made).changes;
  if (!one) throw new Error('a set has changes');
  return one;
};

/** Makes the first change one of another record. */
const about = (made: Draft, collection: string, id: string, fields: Change['fields']): void => {
  Object.assign(change(made), { collection, id, fields });
};

const months = ['2026-10', '2099-01', '0000-01', '9999-12', '2026-13'];
const odd: readonly unknown[] = [
  null,
  [],
  {},
  '',
  -1,
  1e308,
  0.1 + 0.2,
  true,
  '0000-01-01',
  '\u202e任务\u0000',
  'x'.repeat(100_001),
  { __proto__: null, constructor: 1 },
  [[[[[]]]]],
];

/** All attacks, by what they are about. */
export const attacks: Readonly<Record<string, Attack>> = {
  'own id, own chain': (made, random) => {
    for (const set of made.sets) set.stamp = stamp(1 + random() * 5_000, 'pcaaaaaa');
  },
  'own id, other key': (made, random) => {
    made.device.id = 'pcaaaaaa';
    made.key = pick(random, [stranger, colleague.key]);
    made.device.publicKey = made.key.publicKey;
  },
  'trusted id, other key': (made) => {
    made.key = stranger;
    made.device.publicKey = stranger.publicKey;
  },
  'signed by another key than named': (made) => {
    made.key = stranger;
  },
  'known key, other id': (made, random) => {
    made.device.id = pick(random, ['pczzzzzz', 'pcyyyyyy']);
  },
  'keys that are none': (made, random) => {
    made.device.publicKey = pick(random, [
      '',
      'AAAA',
      'x'.repeat(499),
      made.device.publicKey.slice(4),
    ]);
  },
  'names of devices and people': (made, random) => {
    made.device.name = pick(random, [
      '\u202e',
      '本机',
      '\u0000',
      '../../x',
      'x'.repeat(501),
      '<b>',
    ]);
    first(made).author = pick<unknown>(random, ['__proto__', 'x'.repeat(201), 7, '\u202e']);
  },
  'other units': (made, random) => {
    made.unit = pick(random, ['0190b5a0-0000-7000-8000-00000000000b', '', 'unit', '../../x']);
  },
  'counters that jump': (made, random) => {
    first(made).stamp = stamp(pick(random, [2 ** 29, 2 ** 40, 36 ** 8 / 2, 36 ** 8 - 1]));
  },
  'stamps that are none': (made, random) => {
    first(made).stamp = pick(random, [
      '',
      '00000000.pcbbbbbb',
      'zzzzzzzzz.pcbbbbbb',
      '0000000A.pcbbbbbb',
      '-0000001.pcbbbbbb',
    ]);
  },
  parents: (made, random) => {
    const { stamp: own } = first(made);
    const list = pick<unknown>(random, [
      [own],
      ['zzzzzzzz.zzzzzzzz'],
      Array(10_001).fill('00000001.pcbbbbbb'),
      'x',
      [null],
      { length: 1 },
    ]);
    change(made).parents = { title: list };
  },
  moments: (made, random) => {
    first(made).wall = pick<unknown>(random, [
      '0000-01-01T00:00:00Z',
      '9999-12-31T23:59:59Z',
      '2026-13-01T00:00:00Z',
      '',
      5,
      'x',
      '-271821-04-20T00:00:00Z',
    ]);
  },
  seals: (made, random) => {
    const text = ['已办结3项。'];
    const sha256 = pick(random, [sha256Hex(text.join('')), 'a'.repeat(64), '']);
    const id = `${pick(random, ['monthly', 'yearly', `personal.${uuidOf(1)}`])}:${pick(random, months)}`;
    about(made, 'seal', id, { text, sha256, ...(random() < 0.3 && { deleted: true }) });
  },
  'the unit, devices and trust': (made, random) => {
    const [collection, id, fields] = pick<readonly [string, string, Change['fields']]>(random, [
      ['unit', 'unit', { name: '假的单位', ratingNames: true }],
      ['unit', 'unit', { deleted: true }],
      ['device', 'pcaaaaaa', { person: uuidOf(2) }],
      ['device', colleague.id, { person: uuidOf(2), name: '本机' }],
      ['trust', colleague.id, { status: 'trusted', publicKey: stranger.publicKey }],
      ['logPart', `${colleague.id}.0.${'0'.repeat(16)}`, { device: colleague.id }],
      ['receipt', uuidOf(7), { direction: 'in' }],
      ['confidential', uuidOf(7), {}],
    ]);
    about(made, collection, id, fields);
  },
  'ids of records': (made, random) => {
    change(made).id = pick(random, [
      '',
      '..',
      '__proto__',
      'x'.repeat(201),
      'a b',
      uuidOf(3).toUpperCase(),
      '\u202e',
      'constructor',
    ]);
  },
  'years and periods': (made, random) => {
    const month = pick(random, months);
    const [collection, id, fields] = pick<readonly [string, string, Change['fields']]>(random, [
      ['rating', `${uuidOf(1)}:${month}:A1.1`, { score: 80 }],
      ['measurement', `${uuidOf(2)}:${month}`, { value: 1e300 }],
      ['activity', uuidOf(3), { kind: 'talk', date: `${month}-01` }],
      ['target', uuidOf(4), { year: Number(month.slice(0, 4)) }],
    ]);
    about(made, collection, id, fields);
  },
  'types of values': (made, random) => {
    change(made).fields = {
      [pick(random, ['title', 'percent', 'leader', 'due', 'deleted', 'colour'])]: pick(random, odd),
    };
  },
  'names of fields and collections': (made, random) => {
    if (random() < 0.5)
      change(made).fields = {
        [pick(random, ['__proto__', 'constructor', 'toString', 'A', '', 'x'.repeat(65)])]: 1,
      };
    else
      change(made).collection = pick(random, [
        '__proto__',
        'constructor',
        'Task',
        'hasOwnProperty',
        '',
        'newThing',
      ]);
  },
  'shapes of sets': (made, random) => {
    const set = first(made);
    const spoil = pick<() => void>(random, [
      () => Object.assign(set, { changes: [] }),
      () => Object.assign(set, { changes: 'x' }),
      () => Object.assign(set, { extra: 1 }),
      () => Object.assign(set, { label: '<script>' }),
      () => Object.assign(set, { undoes: 'x' }),
      () => Object.assign(set, { changes: [null] }),
      () => made.sets.push(structuredClone(set), { ...structuredClone(set), label: 'other' }),
    ]);
    spoil();
  },
  'counts and sizes that lie': (made, random) => {
    const lie = pick(random, [-1, 0, 7, 2 ** 40, 1.5, Number.MAX_SAFE_INTEGER]);
    const where = random();
    made.manifest = (content) => {
      const [entry] = content.entries as { bytes: number; sha256: string }[];
      if (where < 0.4) Object.assign(Object(content.counts), { changeSets: lie });
      else if (where < 0.8 && entry) entry.bytes = lie;
      else if (entry) entry.sha256 = 'a'.repeat(64);
    };
  },
  'names of entries': (made, random) => {
    const name = pick(random, [
      '../x',
      '/etc/x',
      'C:\\x',
      'journal/../x',
      'manifest.json',
      'journal/pcbbbbbb/2026-11.jsonl',
      'log/x.jsonl',
      'a\u0000b',
    ]);
    const isListed = random() < 0.5;
    const bytes = Buffer.from('x');
    made.manifest = (content) => {
      if (isListed)
        (content.entries as unknown[]).push({ name, bytes: 1, sha256: sha256Of(bytes) });
    };
    made.entries = (entries) => [...entries, { name, bytes }];
  },
  'manifests of other shapes': (made, random) => {
    const [field, value] = pick<readonly [string, unknown]>(random, [
      ['version', 0],
      ['version', 99],
      ['version', '1'],
      ['format', 'zip'],
      ['scope', { what: 'everything' }],
      ['madeAt', '0000-00-00'],
      ['extra', 1],
      ['entries', {}],
      ['author', 'x'.repeat(501)],
    ]);
    made.manifest = (content) => Object.assign(content, { [field]: value });
  },
  'logs that are forged': (made, random) => {
    const device = pick(random, ['pcaaaaaa', colleague.id, 'pczzzzzz']);
    const key = pick(random, [stranger, colleague.key]);
    const mine = { ...first(made), stamp: stamp(5_000 + random() * 100, device) };
    made.sets.push(mine);
    // The set is one that fits; only its device is a lie.
    const logged = loggedSet(mine as Parameters<typeof loggedSet>[0], () => 'saltsaltsalt');
    const at = { from: Math.floor(random() * 3), start: logStart(made.unit, device) };
    const { sets: _, ...part } = signPart(made.unit, { id: device, ...key }, at, [logged]);
    if (random() < 0.4) part.head = 'a'.repeat(64);
    if (random() < 0.2) part.entries = ['x'];
    made.logs.push(part);
  },
  'nothing wrong': () => undefined,
};

/** `count` packages, each attack in its turn, from a seed. */
export function* hostilePackages(seed: number, count: number) {
  const names = Object.keys(attacks);
  for (let number = 0; number < count; number += 1) {
    const random = randomOf(seed + number);
    const about = names[number % names.length] ?? '';
    const made = draft(random, number);
    attacks[about]?.(made, random);
    yield { about, bytes: bytesOf(made) };
  }
}
