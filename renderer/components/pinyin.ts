import { pinyin } from 'pinyin-pro';
import type { Readings } from '../../shared/reading/name';

const known = new Map<string, Readings>();

/**
 * All readings of the letters of a name, as names use rare ones; of a surname its own goes first
 * (单 shan, 仇 qiu, 解 xie).
 */
export function readingsOf(name: string): Readings {
  const kept = known.get(name);
  if (kept) return kept;
  const options = { toneType: 'none', type: 'array', v: true } as const;
  const surname = pinyin(name, { ...options, surname: 'head' });
  const letters = [...name].map((letter, place) => {
    const all = pinyin(letter, { ...options, multiple: true });
    return [...new Set([surname[place] ?? '', ...all])]
      .map((reading) => reading.toLowerCase().replaceAll('ü', 'v'))
      .filter((reading) => reading.trim() !== '');
  });
  const readings = letters.filter((own) => own.length > 0);
  known.set(name, readings);
  return readings;
}
