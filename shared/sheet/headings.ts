import type { Field } from '../kinds/field';
import { plainText } from '../reading/plain-text';
import { aliases, endings, ofOthers, stopgaps } from './heading-words';

/** Heading of the hidden column that holds the ids of records. */
export const idHeading = { zh: '记录编号（请勿改动）', en: 'Record id (do not change)' } as const;

/** Ranks from which a heading is known by a part of it alone. */
const partRank = 1000;
const endRank = 2000;

const keysOf = new WeakMap<readonly string[], readonly string[]>();

/** Words of a field as they are compared; worked out once, for there are many lists. */
function listed(words: readonly string[] | undefined): readonly string[] {
  if (!words) return [];
  let keys = keysOf.get(words);
  if (!keys) {
    keys = words.flatMap((line) => line.split(' ')).map(headingKey);
    keysOf.set(words, keys);
  }
  return keys;
}

/** A heading as it is compared: no brackets with what they hold, no blanks, stars or colons. */
export const headingKey = (heading: string): string =>
  plainText(heading)
    .replace(/\([^)]*\)|\[[^\]]*\]/g, '')
    .replace(/[\s*:：★"“”、/.·-]/g, '')
    .toLowerCase();

const idKeys = new Set(Object.values(idHeading).map(headingKey));

/** Whether a heading is that of the column of ids. */
export const isIdHeading = (heading: string): boolean => idKeys.has(headingKey(heading));

/** The field that a heading may mean; the lower its rank, the surer. */
export interface HeadingSense {
  readonly key: string;
  /** 0 for the label itself. */
  readonly rank: number;
  /** The field has no better column, or the heading is not its. */
  readonly isStopgap: boolean;
}

const known = new WeakMap<readonly Field[], HeadingSenses>();

/** The headings of a list, worked out once. */
export function sensesOf(fields: readonly Field[]): HeadingSenses {
  const senses = known.get(fields) ?? new HeadingSenses(fields);
  known.set(fields, senses);
  return senses;
}

/** Headings of a list, as far as they are known. */
export class HeadingSenses {
  readonly #senses = new Map<string, HeadingSense[]>();
  readonly #keys: ReadonlySet<string>;
  readonly #required: ReadonlySet<string>;

  constructor(fields: readonly Field[]) {
    this.#keys = new Set(fields.map(({ key }) => key));
    this.#required = new Set(fields.flatMap(({ key, required }) => (required ? [key] : [])));
    for (const { key, label, required } of fields) {
      for (const text of [label.zh, label.en]) {
        this.#add(headingKey(text), { key, rank: 0, isStopgap: false });
      }
      listed(aliases[key]).forEach((text, place) => {
        this.#add(text, { key, rank: place + 1, isStopgap: false });
      });
      if (required) {
        listed(stopgaps[key]).forEach((text, place) => {
          this.#add(text, { key, rank: place + 1, isStopgap: true });
        });
      }
    }
  }

  #add(known: string, sense: HeadingSense): void {
    if (known === '') return;
    const senses = this.#senses.get(known);
    if (!senses) this.#senses.set(known, [sense]);
    else if (!senses.some(({ key }) => key === sense.key)) senses.push(sense);
  }

  /** What a heading may mean; of `责任领导及电话` what its first word means, of 化解措施 its last. */
  of(heading: string): readonly HeadingSense[] {
    const whole = headingKey(heading);
    const known = this.#senses.get(whole);
    if (known) return known;
    const [first = '', ...more] = plainText(heading).split(/[及和与或、/|\n]/);
    const bare = whole.replace(/^(?:具体|主要|目前|当前|最新|有关|相关|本单位)+/, '');
    const part =
      (more.length > 0 ? this.#senses.get(headingKey(first)) : undefined) ?? this.#senses.get(bare);
    if (part) return part.map((sense) => ({ ...sense, rank: sense.rank + partRank }));
    if (whole.length > 10 || ofOthers.test(whole)) return [];
    return Object.entries(endings).flatMap(([key, ending]) =>
      this.#keys.has(key) && ending.test(whole) ? [{ key, rank: endRank, isStopgap: false }] : [],
    );
  }

  /** Whether no record can be without the field. */
  isRequired(key: string): boolean {
    return this.#required.has(key);
  }

  /** Whether a heading means a field of the list. */
  knows(heading: string): boolean {
    return this.of(heading).some(({ isStopgap }) => !isStopgap);
  }
}
