import { pinyin } from 'pinyin-pro';

/** How a text sounds, to be found by pinyin and by initials. */
export interface Latin {
  /** Syllables without tones, joined; ü is v. Runs of Latin letters and figures stand as they are. */
  readonly sound: string;
  /** One mark a letter of `sound`: `1` where a syllable begins. */
  readonly starts: string;
  /** First letters of the syllables. */
  readonly initials: string;
}

const known = new Map<string, Latin>();

/** So many texts are remembered: titles come again from month to month. */
const most = 60_000;

/** ü is typed as v, u, yu or as itself; one spelling stands for all. */
export const plainLatin = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKC')
    .replaceAll(/[üǖǘǚǜ]/g, 'v')
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f'’]/g, '')
    .replaceAll('lyu', 'lv')
    .replaceAll('nyu', 'nv');

/** How a text sounds. `isName` reads surnames as surnames: 单 shan, 解 xie. */
export function latinOf(text: string, isName = false): Latin {
  const key = isName ? `${text}\n` : text;
  const found = known.get(key);
  if (found) return found;
  const syllables = pinyin(text.toLowerCase(), {
    toneType: 'none',
    type: 'array',
    v: true,
    nonZh: 'consecutive',
    ...(isName && { surname: 'head' as const }),
  }).map((one) => one.replaceAll(/[^a-z0-9]/g, ''));
  const spoken = syllables.filter((one) => one !== '');
  const latin = {
    sound: spoken.join(''),
    starts: spoken.map((one) => `1${'0'.repeat(one.length - 1)}`).join(''),
    initials: spoken.map((one) => one[0]).join(''),
  };
  if (known.size < most) known.set(key, latin);
  return latin;
}
