import { isReadingOf, nameKey, type Readings } from './name';
import { plainText } from './plain-text';

/** A person as far as a sheet can tell them. */
export interface Named {
  readonly id: string;
  readonly name: string;
  /** Name of the section; empty where none. */
  readonly department: string;
  readonly post: string;
}

/** What a name in a cell means: one person, or those it may mean. */
export type Found =
  | { readonly id: string }
  | { readonly candidates: readonly Named[]; readonly why: 'same-name' | 'similar' | 'unknown' };

const separators = /[、,，;；/\n]+/;

/**
 * Finds people by what offices write: the name, `王伟（办公室）` where two share it, pinyin. What the
 * user `chose` for a name goes before all else; an empty id leaves it out.
 */
export class PeopleIndex {
  readonly #byName = new Map<string, Named[]>();
  readonly #byId = new Map<string, Named>();
  #bySound: Map<string, Named[]> | undefined;

  constructor(
    people: readonly Named[],
    private readonly readingsOf: (name: string) => Readings = () => [],
    private readonly chosen: ReadonlyMap<string, string> = new Map(),
  ) {
    for (const person of people) {
      this.#byId.set(person.id, person);
      const key = nameKey(person.name);
      if (key === '') continue;
      const same = this.#byName.get(key);
      if (same) same.push(person);
      else this.#byName.set(key, [person]);
    }
  }

  /** A name by which the person is found again: with section or post where others share it. */
  label(id: string): string {
    const person = this.#byId.get(id);
    if (!person) return '';
    const same = this.#byName.get(nameKey(person.name)) ?? [];
    if (same.length < 2) return person.name;
    const isAlone = (of: 'department' | 'post') =>
      person[of] !== '' && same.filter((one) => one[of] === person[of]).length === 1;
    const more = isAlone('department') ? person.department : isAlone('post') ? person.post : id;
    return `${person.name}（${more}）`;
  }

  /** The person of an id; undefined where there is none. */
  named(id: string): Named | undefined {
    return this.#byId.get(id);
  }

  /** Whether the user chose to leave a name out. */
  isLeftOut(typed: string): boolean {
    return this.chosen.get(nameKey(typed)) === '';
  }

  /** Whether a word tells a person from others of the name: the section or the post. */
  isHint(id: string, hint: string): boolean {
    const person = this.#byId.get(id);
    const { department = '', post = '' } = person ?? {};
    return [id, plainText(department), plainText(post)].includes(plainText(hint));
  }

  /** Those of a surname whose post is the one that stands behind it: 张局长. */
  bySurname(surname: string, post: string): readonly Named[] {
    if (surname.length > 2) return [];
    return [...this.#byId.values()].filter(
      (person) =>
        person.name.length > surname.length &&
        person.name.startsWith(surname) &&
        plainText(person.post).includes(post),
    );
  }

  /** Who a single name means. */
  find(typed: string): Found {
    const key = nameKey(typed);
    const choice = this.chosen.get(key);
    if (choice !== undefined) return { id: choice };
    const same = this.#byName.get(key);
    if (same?.length === 1 && same[0]) return { id: same[0].id };
    if (same) return { candidates: same, why: 'same-name' };
    const hinted = /^(.+?)[（(](.+)[）)]$/.exec(plainText(typed));
    const named = hinted && this.#byName.get(nameKey(hinted[1] ?? ''));
    if (hinted && named) {
      const hint = plainText(hinted[2] ?? '');
      const meant = named.filter(({ id, department, post }) =>
        [id, plainText(department), plainText(post)].includes(hint),
      );
      if (meant.length === 1 && meant[0]) return { id: meant[0].id };
      if (named.length === 1 && named[0]) return { id: named[0].id };
      return { candidates: named, why: 'same-name' };
    }
    return this.#byReading(key);
  }

  /** Pinyin finds for certain where it was typed, and only suggests for a name in other characters. */
  #byReading(key: string): Found {
    if (/^[a-z]+$/.test(key)) {
      const alike = [...this.#byId.values()].filter(({ name }) =>
        isReadingOf(this.readingsOf(nameKey(name)), key),
      );
      const [only] = alike;
      if (alike.length === 1 && only) return { id: only.id };
      return { candidates: alike, why: alike.length > 0 ? 'similar' : 'unknown' };
    }
    if (!this.#bySound) {
      this.#bySound = new Map();
      for (const person of this.#byId.values()) {
        const sound = this.#soundOf(person.name);
        if (sound === '') continue;
        this.#bySound.set(sound, [...(this.#bySound.get(sound) ?? []), person]);
      }
    }
    const sound = this.#soundOf(key);
    const alike = sound === '' ? [] : (this.#bySound.get(sound) ?? []);
    return { candidates: alike, why: alike.length > 0 ? 'similar' : 'unknown' };
  }

  #soundOf(name: string): string {
    return this.readingsOf(nameKey(name))
      .map(([first = '']) => first)
      .join('');
  }

  /** The names in a cell of several people, each with whom it means. */
  findAll(text: string): { readonly typed: string; readonly found: Found }[] {
    return text.split(separators).flatMap((piece) => {
      if (piece.trim() === '') return [];
      const whole = this.find(piece);
      if ('id' in whole || !/\s/.test(piece.trim()))
        return [{ typed: nameKey(piece), found: whole }];
      // `张　三` is one name and `张三 李四` are two.
      const parts = piece
        .trim()
        .split(/\s+/)
        .map((typed) => ({
          typed: nameKey(typed),
          found: this.find(typed),
        }));
      return parts.some(({ found }) => 'id' in found)
        ? parts
        : [{ typed: nameKey(piece), found: whole }];
    });
  }
}

export { nameKey };
