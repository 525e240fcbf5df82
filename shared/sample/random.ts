/** A reproducible source of chance: the same seed words give the same numbers on every machine. */
export interface Random {
  /** 0 ≤ n < 1. */
  next(): number;
  /** A whole number, both ends included. */
  int(low: number, high: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** `count` different elements (fewer where the list is shorter), in random order. */
  some<T>(list: readonly T[], count: number): T[];
  /** A value near `middle`, at most `spread` away, the nearer the likelier. */
  near(middle: number, spread: number): number;
}

/** FNV-1a over the UTF-16 units of a text. Source: draft-eastlake-fnv. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/**
 * Chance from seed words. Only whole-number arithmetic is used, because sines and logarithms may
 * differ between engines. The generator is mulberry32 (Tommy Ettinger, public domain).
 */
export function randomOf(...seed: readonly (string | number)[]): Random {
  let state = hashOf(seed.join('/'));
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick(list) {
      const picked = list[int(0, list.length - 1)];
      if (picked === undefined) throw new RangeError('nothing to pick from');
      return picked;
    },
    some(list, count) {
      const rest = [...list];
      const end = Math.min(count, rest.length);
      for (let index = 0; index < end; index += 1) {
        const [moved] = rest.splice(int(index, rest.length - 1), 1);
        if (moved !== undefined) rest.splice(index, 0, moved);
      }
      return rest.slice(0, end);
    },
    near: (middle, spread) => middle + ((next() + next() + next()) / 1.5 - 1) * spread,
  };
}

const hex = (value: number, places: number): string => value.toString(16).padStart(places, '0');

/** A UUIDv7 of a simulated moment (milliseconds since 1970), its random part from `random`. */
export function sampleUuid(moment: number, random: Random): string {
  const time = hex(moment, 12);
  const groupC = `7${hex(random.int(0, 0xfff), 3)}`;
  const groupD = hex(0x8000 + random.int(0, 0x3fff), 4);
  const node = hex(random.int(0, 0xffffff), 6) + hex(random.int(0, 0xffffff), 6);
  return `${time.slice(0, 8)}-${time.slice(8)}-${groupC}-${groupD}-${node}`;
}
