import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import * as z from 'zod';
import type { ChangeSet, RecordChange } from '../../shared/changes/change-set';
import { deviceIdSchema, type Stamp, stampSchema } from '../../shared/changes/stamp';
import type { RecordOf } from '../../shared/model/collections';
import { canonicalJson } from './manifest';

// What a device shared is a log: its sets in the order of stamps, each standing for the hashes of its
// changes, and each head for all sets before it. A part is a stretch of the log, with the head after
// it signed by the device. So a friend can pass on some sets of a log, or sets without some of their
// changes, and whoever gets them can tell that the device wrote just these. Every hash has a salt of
// its own, which goes along with what it is of: the hash of a change that was left out on purpose
// tells nothing, however few values it may have had.

/** Sets of a part; the last part of a log may have fewer. */
export const partLength = 256;

/** Longest text of a list of hashes, in characters; a set of very many changes has several. */
const longestText = 90_000;

const hash64 = z.string().regex(/^[0-9a-f]{64}$/);
const token = /^[A-Za-z0-9_-]{32}(?:\.[A-Za-z0-9_-]{12})?$/;

/** A hash, and the salt that it was made with where what it is of may be shown. */
interface Token {
  readonly hash: string;
  readonly salt: string | undefined;
}

/** A set as its log has it: the token of its head (who, when, what), then one for each change. */
export interface LoggedSet {
  readonly stamp: Stamp;
  readonly tokens: readonly Token[];
}

export const logPartSchema = z.strictObject({
  device: deviceIdSchema,
  /** Ed25519, SPKI DER in base64. */
  publicKey: z.string().max(500),
  /** Number of sets before this part. */
  from: z.number().int().min(0).max(100_000_000),
  /** Heads of the log before and after. */
  start: hash64,
  head: hash64,
  /** Ed25519 over unit, device, place and both heads, base64. */
  signature: z.string().max(200),
  /** `<stamp> <token> …`; what begins with `+` goes on. */
  entries: z.array(z.string().max(100_000)).min(1).max(10_000),
});

/** A stretch of a device's log as it travels and is kept. */
export type LogPart = z.infer<typeof logPartSchema>;

/** A part with its entries read. */
export interface OpenPart extends LogPart {
  readonly sets: readonly LoggedSet[];
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const short = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 32);

function changeText({ collection, id, fields, parents }: RecordChange): string {
  const sorted =
    parents &&
    Object.fromEntries(Object.entries(parents).map(([field, list]) => [field, [...list].sort()]));
  return canonicalJson({ collection, id, fields, parents: sorted });
}

const headText = ({ stamp, author, wall, label, undoes }: ChangeSet): string =>
  canonicalJson({ stamp, author, wall, label, undoes });

/** The hash of the head of a set (`undefined`), or of one of its changes, with a salt. */
const hashOf = (salt: string, set: ChangeSet, change: RecordChange | undefined): string =>
  short(`${salt} ${set.stamp} ${change ? changeText(change) : headText(set)}`);

/** A set as its author enters it in his log; `saltOf` gives a salt for each place. */
export function loggedSet(set: ChangeSet, saltOf: (place: string) => string): LoggedSet {
  const tokens = [undefined, ...set.changes].map((change, index) => {
    const salt = saltOf(`${set.stamp}:${index}`);
    return { salt, hash: hashOf(salt, set, change) };
  });
  return { stamp: set.stamp, tokens };
}

/** The head after a set. */
export const headAfter = (head: string, { stamp, tokens }: LoggedSet): string =>
  sha256(`${head} ${stamp} ${tokens.map(({ hash }) => hash).join(' ')}`);

/** What the log of a device stands on before its first set. */
export const logStart = (unit: string, device: string): string =>
  sha256(`touyan log ${unit} ${device}`);

const signedText = (unit: string, part: Omit<LogPart, 'signature' | 'entries'>): Buffer =>
  Buffer.from(
    `touyan log part ${unit} ${part.device} ${part.publicKey} ${part.from} ${part.start} ${part.head}`,
  );

const tokenText = ({ hash, salt }: Token): string =>
  salt === undefined ? hash : `${hash}.${salt}`;

/** Sets of a log as the texts in which they travel. */
export function entriesOf(sets: readonly LoggedSet[]): string[] {
  const texts: string[] = [];
  for (const { stamp, tokens } of sets) {
    let text: string = stamp;
    for (const one of tokens) {
      const next = tokenText(one);
      if (text.length + next.length > longestText) {
        texts.push(text);
        text = '+';
      }
      text += ` ${next}`;
    }
    texts.push(text);
  }
  return texts;
}

/** The sets in such texts; undefined where they are not written like that. */
function setsIn(texts: readonly string[]): LoggedSet[] | undefined {
  const sets: { stamp: Stamp; tokens: Token[] }[] = [];
  for (const text of texts) {
    const [first = '', ...tokens] = text.split(' ');
    if (!tokens.every((one) => token.test(one))) return undefined;
    const read = tokens.map((one) => ({
      hash: one.slice(0, 32),
      salt: one.slice(33) || undefined,
    }));
    const last = sets.at(-1);
    if (first === '+' && last) last.tokens.push(...read);
    else if (stampSchema.safeParse(first).success) sets.push({ stamp: first, tokens: read });
    else return undefined;
  }
  return sets;
}

/** Signs a stretch of the own log. */
export function signPart(
  unit: string,
  own: { readonly id: string; readonly publicKey: string; readonly privateKey: KeyObject },
  at: { readonly from: number; readonly start: string },
  sets: readonly LoggedSet[],
): OpenPart {
  const about = {
    device: own.id,
    publicKey: own.publicKey,
    ...at,
    head: sets.reduce(headAfter, at.start),
  };
  const signature = sign(null, signedText(unit, about), own.privateKey).toString('base64');
  return { ...about, signature, entries: entriesOf(sets), sets };
}

/**
 * A part with its entries read; undefined where they do not lead from its start to its head, are of
 * another device, out of order, or the head is not signed by the key that the part names.
 */
export function openPart(unit: string, part: LogPart): OpenPart | undefined {
  const sets = setsIn(part.entries);
  if (!sets || sets.length === 0 || sets.length > partLength) return undefined;
  const isInOrder = sets.every(
    ({ stamp, tokens }, at) =>
      stamp.endsWith(`.${part.device}`) && tokens.length > 0 && stamp > (sets[at - 1]?.stamp ?? ''),
  );
  if (!isInOrder || sets.reduce(headAfter, part.start) !== part.head) return undefined;
  try {
    const der = Buffer.from(part.publicKey, 'base64');
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    if (key.asymmetricKeyType !== 'ed25519') return undefined;
    const signature = Buffer.from(part.signature, 'base64');
    // One text for one signature: base64 would let the last character vary.
    if (signature.toString('base64') !== part.signature) return undefined;
    const isSigned = verify(null, signedText(unit, part), key, signature);
    return isSigned ? { ...part, sets } : undefined;
  } catch {
    // Bytes that are no key sign nothing.
    return undefined;
  }
}

/** Whether the head of a set (`undefined`), or one of its changes, is among those of its log. */
export function isLogged(
  { tokens }: LoggedSet,
  set: ChangeSet,
  change: RecordChange | undefined,
): boolean {
  const [head, ...changes] = tokens;
  const isOf = (one: Token | undefined): boolean =>
    one?.salt !== undefined && hashOf(one.salt, set, change) === one.hash;
  return change ? changes.some(isOf) : isOf(head);
}

/** The entry with the salts of those changes only that go along. */
function shownWith(entry: LoggedSet, set: ChangeSet | undefined): LoggedSet {
  const hidden = ({ hash }: Token): Token => ({ hash, salt: undefined });
  if (!set) return { ...entry, tokens: entry.tokens.map(hidden) };
  const [head, ...changes] = entry.tokens;
  const open = new Set<Token>();
  let at = 0;
  for (const change of set.changes) {
    // Both are in the author's order, unless the set came here in parts.
    for (let looked = 0; looked < changes.length; looked += 1, at += 1) {
      const one = changes[at % changes.length];
      if (!one || open.has(one)) continue;
      if (one.salt === undefined || hashOf(one.salt, set, change) !== one.hash) continue;
      open.add(one);
      at += 1;
      break;
    }
  }
  const tokens = changes.map((one) => (open.has(one) ? one : hidden(one)));
  return { ...entry, tokens: head ? [head, ...tokens] : tokens };
}

/** A part as it goes along with `sets`: nothing more can be guessed from it than they say. */
export function partFor(part: OpenPart, sets: ReadonlyMap<Stamp, ChangeSet>): LogPart {
  const { sets: entries, ...about } = part;
  return {
    ...about,
    entries: entriesOf(entries.map((entry) => shownWith(entry, sets.get(entry.stamp)))),
  };
}

/** Two copies of one part that came by different ways, with the salts that either has. */
export function joinedPart(a: OpenPart, b: OpenPart): OpenPart {
  const sets = a.sets.map((entry, at) => ({
    ...entry,
    tokens: entry.tokens.map(({ hash, salt }, place) => ({
      hash,
      salt: salt ?? b.sets[at]?.tokens[place]?.salt,
    })),
  }));
  return { ...a, sets, entries: entriesOf(sets) };
}

/** Id under which a part is kept. */
export const partId = ({ device, from, head }: LogPart): string =>
  `${device}.${from}.${head.slice(0, 16)}`;

/** A part as it is kept here; undefined where the record is not whole. */
export function partOfRecord(
  unit: string,
  { device, publicKey, from, start, head, signature, entries }: RecordOf<'logPart'>,
): OpenPart | undefined {
  const { data } = logPartSchema.safeParse({
    device,
    publicKey,
    from,
    start,
    head,
    signature,
    entries,
  });
  return data && openPart(unit, data);
}
