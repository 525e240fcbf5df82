import type { Day } from '../../shared/calendar/day';
import { readTimeWords } from '../../shared/reading/time-words';
import type { Entry } from './entries';
import { latinOf, plainLatin } from './latin';

/** One thing that is asked for: a word, or a stretch of time that is also a word. */
interface Term {
  readonly text: string;
  readonly holds?: (day: Day) => boolean;
  /** As it sounds, where it can be typed so. */
  readonly sound: string;
}

/** An entry that was found, and how well. */
export interface Found {
  readonly entry: Entry;
  readonly score: number;
}

/** Most terms that are looked at; what follows is a text, not a question. */
const mostTerms = 8;

const isLatin = (text: string): boolean => /^[a-z0-9]+$/.test(text);
const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

function termOf(text: string): Term {
  const sound = hasHan(text) ? latinOf(text).sound : plainLatin(text);
  return { text, sound: isLatin(sound) ? sound : '' };
}

/**
 * The terms of what was typed: stretches of time, then words at blanks, then names of people, which
 * are seldom set apart from what follows (王镕谈话).
 */
export function termsOf(typed: string, today: Day, names: readonly string[]): readonly Term[] {
  let rest = typed.normalize('NFKC').toLowerCase().trim();
  const terms: Term[] = [];
  for (let time = readTimeWords(rest, today); time && terms.length < 2; ) {
    terms.push({ text: time.words, holds: time.holds, sound: '' });
    rest = `${rest.slice(0, time.at)} ${rest.slice(time.at + time.words.length)}`;
    time = readTimeWords(rest, today);
  }
  for (const word of rest.split(/[\s,，、。;；:：]+/)) {
    if (word === '') continue;
    const name = names.find((one) => one.length > 1 && word.includes(one));
    const parts = name ? [name, ...word.split(name)] : [word];
    terms.push(...parts.filter((part) => part !== '').map(termOf));
  }
  return terms.slice(0, mostTerms);
}

/** Whether a sound is in another one, from a syllable on. */
function sounds({ sound, starts }: Entry, wanted: string): number {
  for (let at = sound.indexOf(wanted); at >= 0; at = sound.indexOf(wanted, at + 1)) {
    if (starts[at] === '1') return at === 0 ? 2 : 1;
  }
  return 0;
}

/** Whether `a`, changed, left out or added one letter or with two exchanged, begins `b` at `at`. */
function isNear(wanted: string, text: string, at: number): boolean {
  const most = wanted.length;
  let same = 0;
  while (same < most && wanted[same] === text[at + same]) same += 1;
  if (same === most) return true;
  const rest = (from: number, to: number) => text.startsWith(wanted.slice(from), to);
  const place = at + same;
  return (
    rest(same + 1, place + 1) ||
    rest(same + 1, place) ||
    rest(same, place + 1) ||
    (wanted[same] === text[place + 1] &&
      wanted[same + 1] === text[place] &&
      rest(same + 2, place + 2))
  );
}

/** Whether a term of four letters or more is in a text with one slip. One half is right then. */
function isNearly(wanted: string, text: string): boolean {
  if (wanted.length < 4) return false;
  const half = wanted.length >> 1;
  for (let at = text.indexOf(wanted.slice(0, half)); at >= 0; ) {
    if (isNear(wanted, text, at)) return true;
    at = text.indexOf(wanted.slice(0, half), at + 1);
  }
  const tail = wanted.slice(half);
  for (let at = text.indexOf(tail); at >= 0; at = text.indexOf(tail, at + 1)) {
    for (const from of [at - half, at - half - 1, at - half + 1]) {
      if (from >= 0 && isNear(wanted, text, from)) return true;
    }
  }
  return false;
}

/** How well a term fits an entry; 0 where it does not. */
function fitOf(entry: Entry, { text, holds, sound }: Term, isLenient: boolean): number {
  if (holds?.(entry.day)) return 3;
  if (entry.name.startsWith(text)) return entry.name.length === text.length ? 12 : 9;
  if (entry.name.includes(text)) return 7;
  if (entry.text.includes(text)) return 4;
  if (sound.length > 1 || (sound !== '' && entry.group === 'person')) {
    const heard = sounds(entry, sound);
    if (heard > 0) return heard === 2 ? 6 : 5;
    if (isLatin(text) && entry.initials.includes(text))
      return entry.initials.startsWith(text) ? 5 : 3;
  }
  return isLenient && sound !== '' && isNearly(sound, entry.sound) ? 1 : 0;
}

function scan(entries: Iterable<Entry>, terms: readonly Term[], isLenient: boolean): Found[] {
  const found: Found[] = [];
  for (const entry of entries) {
    let score = 0;
    for (const term of terms) {
      const fits = fitOf(entry, term, isLenient);
      if (fits === 0) {
        score = 0;
        break;
      }
      score += fits;
    }
    if (score > 0) found.push({ entry, score: score + entry.weight });
  }
  return found;
}

/** Fewer than so many finds are too few; slips are forgiven then. */
const few = 3;

/** All entries that fit every term, the best first, then the newest. */
export function search(entries: readonly Entry[], terms: readonly Term[]): Found[] {
  if (terms.length === 0) return [];
  let found = scan(entries, terms, false);
  if (found.length < few && terms.some(({ sound }) => sound.length >= 4)) {
    found = scan(entries, terms, true);
  }
  return found.sort(
    (a, b) =>
      b.score - a.score || (a.entry.day < b.entry.day ? 1 : a.entry.day > b.entry.day ? -1 : 0),
  );
}
